"""Verify a bundle: from the signature over its list down to every judgement, and back to the marks.

The order matters: nothing is believed before what vouches for it has been checked. ``README.md`` beside this
file has the order with its reasons. Shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from daylight.core.values.crypto import Crypto
from daylight.verifier.authentic import authentic_acts
from daylight.verifier.chains import chain_of, index_of_bids
from daylight.verifier.contents import Strange, Unreadable, read_folder
from daylight.verifier.findings import Notebook, Verdict
from daylight.verifier.opened import Bundle, open_bundle
from daylight.verifier.recompute import check_openings, count_dispositions, recompute_evaluations
from daylight.verifier.rejudge import Record, rejudge
from daylight.verifier.releases import recompute_releases


def verify_folder(folder: Path, crypto: Crypto, *, pins: tuple[str, ...] = ()) -> Verdict:
    """Verify the bundle in a folder; nothing in it is written, followed or executed."""
    book = Notebook()
    try:
        contents = read_folder(folder)
    except Unreadable as error:
        book.miss("bundle.unreadable", error.path, error.zh, error.en)
        return _verdict(None, book, pins)
    except Strange as error:
        book.contradict("bundle.strange-file", error.path, error.zh, error.en)
        return _verdict(None, book, pins)
    return verify(contents, crypto, pins=pins)


def verify(contents: Mapping[str, bytes], crypto: Crypto, *, pins: tuple[str, ...] = ()) -> Verdict:
    """Verify the contents of a bundle, by path; ``pins`` are the keys the reader trusts, if he has any."""
    book = Notebook()
    bundle = open_bundle(contents, crypto, pins=pins, book=book)
    if bundle is not None:
        _look(bundle, crypto, book)
    return _verdict(bundle, book, pins)


def _look(bundle: Bundle, crypto: Crypto, book: Notebook) -> None:
    placed = authentic_acts(bundle, crypto, book)
    if book.contradictions or book.gaps:
        return
    chains = {docket: chain_of(docket, acts, book) for docket, acts in placed.items()}
    if bundle.listing.case not in chains:
        book.miss("docket.missing", bundle.listing.case, "缺少案卷本身", "the case itself is missing")
        return
    record = Record(bundle, chains, index_of_bids(bundle, chains, book), crypto)
    rejudge(record, book)
    recompute_evaluations(record, book)
    recompute_releases(record, book)
    check_openings(record, book)
    count_dispositions(record, book)


def _verdict(bundle: Bundle | None, book: Notebook, pins: tuple[str, ...]) -> Verdict:
    return Verdict(
        listing=bundle.listing if bundle else None,
        key=bundle.log_key.vkey if bundle else "",
        pinned=bool(bundle and pins),
        practice=bool(bundle and bundle.world.practice),
        contradictions=tuple(book.contradictions),
        gaps=tuple(book.gaps),
        counts=tuple(sorted(book.counts.items())),
        on_word=tuple(book.on_word),
        withheld=tuple(book.withheld),
    )
