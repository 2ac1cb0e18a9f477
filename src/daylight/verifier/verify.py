"""Verify a bundle: from the signature over its list down to every judgement, and back to the marks.

The order matters: nothing is believed before what vouches for it has been checked. ``README.md`` beside this
file has the order with its reasons. Shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import DocketKind, is_docket
from daylight.verifier.authentic import authentic_acts, checkpoint_of
from daylight.verifier.chains import Chain, chain_of, index_of_bids
from daylight.verifier.contents import Strange, Unreadable, read_folder
from daylight.verifier.findings import Notebook, Verdict
from daylight.verifier.opened import Bundle, Changed, open_bundle
from daylight.verifier.recompute import (
    Shown,
    check_openings,
    contradict_strays,
    count_dispositions,
    read_openings,
    recompute_evaluations,
)
from daylight.verifier.rejudge import Record, rejudge
from daylight.verifier.releases import Publisher, publisher_of, recompute_releases
from daylight.verifier.shelves import Shelf, frameworks_above, shelve


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
    book, bundle = Notebook(), None
    try:
        bundle = open_bundle(contents, crypto, pins=pins, book=book)
        if bundle is not None:
            _look(bundle, crypto, book)
    except Unreadable as error:
        book.miss("bundle.unreadable", error.path, error.zh, error.en)
    except Changed as error:
        book.miss("bundle.changed", error.path, "核验期间被改动", "was changed while it was read")
    return _verdict(bundle, book, pins)


def _look(bundle: Bundle, crypto: Crypto, book: Notebook) -> None:
    """The register first, because all rests on it; then case after case, none kept when the next begins.

    Frameworks come before what was called off from them, and of them case and listings are kept.
    """
    checkpoint = checkpoint_of(bundle, crypto, book)
    if checkpoint is None:
        return
    shelf, cases = shelve(bundle)
    openings = read_openings(bundle, book)
    register = _folded(bundle, checkpoint, shelf, crypto=crypto, book=book)
    if register is None:
        return
    record = Record(bundle, shelf, register, register, None, crypto)
    rejudge(record, book)
    check_openings(record, _taken(openings, shelf.dockets), book)
    publisher = publisher_of(bundle, cases, register.values())
    frameworks = frameworks_above(bundle)
    above: dict[str, Chain] = {}
    for shelf in sorted(cases, key=lambda shelf: shelf.case not in frameworks):
        shown = _taken(openings, shelf.dockets)
        chains = _folded(bundle, checkpoint, shelf, crypto=crypto, book=book)
        if chains is not None:
            _look_at_case(replace(record, shelf=shelf, chains=chains, above=above), publisher, shown, book)
            kept = chains if shelf.case in frameworks else {}
            above |= {
                id: chain for id, chain in kept.items() if is_docket(id, DocketKind.CASE, DocketKind.LISTING)
            }
    contradict_strays(_taken(openings, openings), book)


def _look_at_case(record: Record, publisher: Publisher, shown: list[Shown], book: Notebook) -> None:
    case = record.shelf.case
    if case not in record.chains:
        book.miss("docket.missing", case, "缺少案卷本身", "the case itself is missing")
        return
    record = replace(record, index=index_of_bids(record.bundle, record.shelf, record.chains, book))
    rejudge(record, book)
    recompute_evaluations(record, book)
    recompute_releases(record, publisher, book)
    check_openings(record, shown, book)
    count_dispositions(record, book)


def _folded(
    bundle: Bundle, checkpoint: Checkpoint, shelf: Shelf, *, crypto: Crypto, book: Notebook
) -> dict[str, Chain] | None:
    """The dockets of a shelf, if the log vouches for all of them."""
    before = book.troubles
    placed = authentic_acts(bundle, checkpoint, shelf, crypto=crypto, book=book)
    if book.troubles > before:
        return None
    return {docket: chain_of(docket, acts, book) for docket, acts in placed.items()}


def _taken(openings: dict[str, list[Shown]], dockets: Iterable[str]) -> list[Shown]:
    return [shown for docket in sorted(dockets) for shown in openings.pop(docket, ())]


def _verdict(bundle: Bundle | None, book: Notebook, pins: tuple[str, ...]) -> Verdict:
    return Verdict(
        listing=bundle.listing if bundle else None,
        key=bundle.log_key.vkey if bundle else "",
        pinned=bool(bundle and pins),
        practice=bool(bundle and bundle.world.practice),
        contradictions=tuple(book.contradictions),
        gaps=tuple(book.gaps),
        counts=tuple(sorted(book.counts.items())),
        editions=tuple(sorted(book.editions.items())),
        on_word=tuple(book.on_word),
        withheld=tuple(sorted(book.withheld)),
    )
