"""Verify a bundle: from the signature over its list down to every judgement, and back to the marks.

The order matters: nothing is believed before what vouches for it has been checked. ``README.md`` beside this
file has the order with its reasons. Shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import DocketKind, is_docket
from daylight.verifier.authentic import authentic, checkpoint_of
from daylight.verifier.chains import NO_PURCHASES, Chained, Index, chained
from daylight.verifier.contents import Strange, Unreadable, read_folder
from daylight.verifier.false_time import check_false_time
from daylight.verifier.findings import Notebook, Verdict, failure
from daylight.verifier.keys import check_keys
from daylight.verifier.log_order import Leaves
from daylight.verifier.opened import Bundle, Changed, Pins, open_bundle
from daylight.verifier.order import check_order, check_shown_until, last_acts
from daylight.verifier.purchases import purchase_indexes
from daylight.verifier.recompute import (
    Shown,
    check_openings,
    contradict_strays,
    count_dispositions,
    read_openings,
    recompute_evaluations,
)
from daylight.verifier.rejudge import judged, judged_together
from daylight.verifier.releases import publisher_of, recompute_releases
from daylight.verifier.seen import Dockets, Judged
from daylight.verifier.shelves import Shelf, frameworks_above, shelve

UNPINNED = Pins()


def verify_folder(folder: Path, crypto: Crypto, *, pins: Pins = UNPINNED) -> Verdict:
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


def verify(contents: Mapping[str, bytes], crypto: Crypto, *, pins: Pins = UNPINNED) -> Verdict:
    """Verify the contents of a bundle, by path; ``pins`` are what the reader knows from elsewhere."""
    book, bundle = Notebook(), None
    try:
        bundle = open_bundle(contents, crypto, pins=pins, book=book)
        if bundle is not None:
            _look(bundle, crypto, book)
    except Unreadable as error:
        book.miss("bundle.unreadable", error.path, error.zh, error.en)
    except Changed as error:
        book.miss("bundle.changed", error.path, "核验期间被改动", "was changed while it was read")
    except Exception as error:  # nothing in a bundle may do this, so it is no word against the bundle
        text = failure(error)
        book.miss("verifier.failed", "daylight.verifier", text.zh, text.en)
    return _verdict(bundle, book, pins)


def _look(bundle: Bundle, crypto: Crypto, book: Notebook) -> None:
    """The register first, because all rests on it; then case after case, none kept when the next begins.

    Frameworks come before what was called off from them, and of them case and listings are kept.
    """
    checkpoint = checkpoint_of(bundle, crypto, book)
    if checkpoint is None:
        return
    check_keys(bundle, book)
    openings, publisher, leaves = read_openings(bundle, book), None, Leaves()
    for record in judged_in_order(bundle, checkpoint, crypto, book, openings):
        check_order(record, book)
        check_false_time(record, book)
        leaves.add(record)
        if not record.shelf.case:
            publisher = publisher or publisher_of(bundle, shelve(bundle)[1], record)
            continue
        assert publisher is not None  # the register comes first
        check_shown_until(record, book)
        book.last.extend(last_acts(record))
        recompute_evaluations(record, book)
        recompute_releases(record, publisher, book)
        count_dispositions(record, book)
    leaves.check(bundle.world.founding, book)
    contradict_strays(_taken(openings, openings), book)


def judged_in_order(
    bundle: Bundle,
    checkpoint: Checkpoint | None,
    crypto: Crypto,
    book: Notebook,
    openings: dict[str, list[Shown]] | None = None,
) -> Iterator[Judged]:
    """The register, then each case; nothing after a register that cannot be taken."""
    in_log, openings = _InLog(bundle, checkpoint, crypto, book), openings if openings is not None else {}
    shelf, cases = shelve(bundle)
    register = _judged(in_log, shelf, {}, _taken(openings, shelf.dockets))
    if register is None:
        return
    yield register
    if bundle.listing.scope == "auditor":
        yield from _judged_together(in_log, cases, register.dockets, openings)
        return
    known, frameworks = dict(register.dockets), frameworks_above(bundle)
    for shelf in sorted(cases, key=lambda shelf: shelf.case not in frameworks):
        record = _judged(in_log, shelf, known, _taken(openings, shelf.dockets))
        if record is None:
            continue
        yield record
        kept = record.dockets if shelf.case in frameworks else {}
        known |= {
            id: docket for id, docket in kept.items() if is_docket(id, DocketKind.CASE, DocketKind.LISTING)
        }


@dataclass(frozen=True)
class _InLog:
    """A bundle under a checkpoint that holds."""

    bundle: Bundle
    checkpoint: Checkpoint | None
    crypto: Crypto
    book: Notebook


def _judged(by: _InLog, shelf: Shelf, known: Dockets, shown: list[Shown]) -> Judged | None:
    """The three steps: acts the log vouches for, as chains, judged; nothing where one cannot be taken."""
    chains = _chained(by, shelf, shown)
    return judged(chains, known, by.crypto, by.book) if chains else None


def _chained(
    by: _InLog, shelf: Shelf, shown: list[Shown], purchases: Mapping[str, Index] = NO_PURCHASES
) -> Chained | None:
    entered = authentic(by.bundle, by.checkpoint, shelf, by.crypto, by.book)
    if entered is None:
        return None
    check_openings(entered, shown, by.book)
    return chained(entered, by.book, purchases)


def _judged_together(
    by: _InLog, shelves: Iterable[Shelf], known: Dockets, openings: dict[str, list[Shown]]
) -> Iterator[Judged]:
    """All cases of an auditor's bundle, which may rest on one another; those that cannot be taken are not."""
    purchases = purchase_indexes(by.bundle, by.book)
    found = (_chained(by, shelf, _taken(openings, shelf.dockets), purchases) for shelf in shelves)
    yield from judged_together([one for one in found if one], known, by.crypto, by.book)


def _taken(openings: dict[str, list[Shown]], dockets: Iterable[str]) -> list[Shown]:
    return [shown for docket in sorted(dockets) for shown in openings.pop(docket, ())]


def _verdict(bundle: Bundle | None, book: Notebook, pins: Pins) -> Verdict:
    return Verdict(
        listing=bundle.listing if bundle else None,
        key=bundle.log_key.vkey if bundle else "",
        world=bundle.world.id if bundle else "",
        pinned=bool(bundle and (pins.keys or pins.worlds)),
        practice=bool(bundle and bundle.world.practice),
        laws=tuple(sorted(book.laws.items())),
        law_pinned=bool(bundle and pins.laws),
        last=tuple(book.last),
        contradictions=tuple(book.contradictions),
        gaps=tuple(book.gaps),
        counts=tuple(sorted(book.counts.items())),
        editions=tuple(sorted(book.editions.items())),
        on_word=tuple(book.on_word),
        false_times=tuple(book.false_times),
        withheld=tuple(sorted(book.withheld)),
    )
