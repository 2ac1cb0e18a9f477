"""What a server shows one reader of a case, checked as a bundle is: the client acts on nothing else.

A view has the files of a bundle, without a list: the reader brings world, keys and law himself. An act whose
leaf is not due yet has its salt instead of a proof, and its receipt.
Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from daylight.core.acts.act import Act, Seen
from daylight.core.acts.world import World
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.world import NOTHING_ENTERED, WorldFile
from daylight.core.judgement.fold import index_of
from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.ledger.note import Verifier
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import canonical_bytes
from daylight.verifier.authentic import checkpoint_of
from daylight.verifier.chains import Chain, Index
from daylight.verifier.false_time import check_false_time, with_true_instants
from daylight.verifier.findings import Finding, Notebook, failure
from daylight.verifier.log_order import Leaves
from daylight.verifier.opened import Bundle, Changed, Signed, Young
from daylight.verifier.order import check_order
from daylight.verifier.seen import Judged
from daylight.verifier.shape import (
    CASE,
    CHECKPOINT,
    FORMAT,
    OPENINGS,
    WORLD,
    Listing,
    files_of,
    home_of,
    is_known,
)
from daylight.verifier.verify import judged_in_order

CASE_ACT = re.compile(rf"acts/({CASE})/0\.json")


@dataclass(frozen=True)
class Shown:
    """One file of a view."""

    path: str
    text: str


@dataclass(frozen=True)
class Salt:
    """What blinds an act that the log has not taken up yet, in hex."""

    docket: str
    seq: int
    salt: str


@dataclass(frozen=True)
class View:
    """The files, the salts, and how the checkpoint continues the one the reader asked since, in hex."""

    files: tuple[Shown, ...]
    salts: tuple[Salt, ...] = ()
    since: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What the reader brings: the world, its keys in force, the laws he accepts by digest, and his clock."""

    world: World
    log: Verifier
    intake: Verifier
    laws: Mapping[str, Rulebook]
    now_ms: int


@dataclass(frozen=True)
class Looked:
    """A view that holds: the case and all beneath it as judged, and the checkpoint they are under."""

    case: Judged
    register: Judged
    checkpoint: Checkpoint | None
    note: bytes
    since: tuple[bytes, ...]

    def state(self, docket: str) -> object:
        """The state of a docket that is shown; nothing where none is."""
        found = self.case.docket(docket)
        return found.states[-1] if found else None

    def head(self, docket: str) -> Seen:
        """The head of a docket that is shown."""
        found = self.case.docket(docket)
        heads = found.chain.heads if found else ("",)
        return Seen(docket, len(heads) - 1, heads[-1])

    @property
    def chains(self) -> Iterator[Chain]:
        """Every docket that is shown."""
        yield from (docket.chain for docket in (*self.case.dockets.values(), *self.register.dockets.values()))

    @property
    def entered(self) -> WorldFile:
        """What the registrar entered of the server: its later keys, and whether its time was set right."""
        return self.register.bundle.entered

    @property
    def latest_ms(self) -> int:
        """The latest instant of an act that is shown, but those received at a false time."""
        dockets = ((record, one) for record in (self.case, self.register) for one in record.dockets.values())
        true = (act for record, one in dockets for act in with_true_instants(record, one.chain.acts))
        return max((act.received_at.utc_ms for act in true), default=0)

    @property
    def index(self) -> Index | None:
        """The index of bids, where it is shown."""
        return self.case.chained.index

    def entered_between(self, length: int, longer: int) -> tuple[Act, ...]:
        """The acts of bids that made the index longer."""
        links = self.index.links[length:longer] if self.index else ()
        return tuple(self.case.dockets[link.docket].chain.acts[link.seq] for link in links)

    def bids(self) -> BidIndex | None:
        """All bids of the case; nothing where they are not shown."""
        index = self.index
        if index is None:
            return None
        entered = index.entered(len(index.links))
        states = (self.case.dockets[id].states[-1] for id in sorted(entered))
        seen = Seen(index.id, len(index.links), index.heads[-1])
        return index_of(self.case.shelf.case, [one for one in states if isinstance(one, BidFile)], seen)


@dataclass
class NotHeld(Exception):
    """A view that does not hold, and every finding against it."""

    findings: tuple[Finding, ...] = field(default_factory=tuple)


def look_at_world(view: View, known: Known, crypto: Crypto) -> WorldFile:
    """Check the docket of the world alone; ``NotHeld`` with the findings otherwise."""
    book, entered = Notebook(), NOTHING_ENTERED
    try:
        bundle = _bundle_of(view, (), known)
        checkpoint = checkpoint_of(bundle, crypto, book) if CHECKPOINT in bundle.contents else None
        for record in judged_in_order(bundle, checkpoint, crypto, book):
            check_order(record, book)
        entered = bundle.entered
    except (ValueError, LookupError, Changed) as error:
        text = failure(error)
        book.contradict("view.unreadable", known.world.id, text.zh, text.en)
    if book.troubles:
        raise NotHeld((*book.contradictions, *book.gaps))
    return entered


def look(view: View, case: str, known: Known, crypto: Crypto) -> Looked:
    """Check every act that is shown, as the verifier does; ``NotHeld`` with the findings otherwise."""
    book = Notebook()
    try:
        bundle = _bundle_of(view, (case,), known)
        checkpoint = checkpoint_of(bundle, crypto, book) if CHECKPOINT in bundle.contents else None
        record = _record(bundle, checkpoint, case, crypto, book)
        since = tuple(bytes.fromhex(one) for one in view.since)
    except (ValueError, LookupError, Changed) as error:
        text = failure(error)
        book.contradict("view.unreadable", case, text.zh, text.en)
        record, since = None, ()
    if record is None or book.troubles:
        raise NotHeld((*book.contradictions, *book.gaps))
    return Looked(record[1], record[0], checkpoint, bundle.contents.get(CHECKPOINT, b""), since)


def _record(
    bundle: Bundle, checkpoint: Checkpoint | None, case: str, crypto: Crypto, book: Notebook
) -> tuple[Judged, Judged] | None:
    register, found, leaves = None, None, Leaves()
    for record in judged_in_order(bundle, checkpoint, crypto, book):
        check_order(record, book)
        check_false_time(record, book)
        leaves.add(record)
        if not record.shelf.case:
            register = record
        elif record.shelf.case == case:
            found = record
    leaves.check(bundle.world.founding, book)
    return (register, found) if register and found else None


def _bundle_of(view: View, about: tuple[str, ...], known: Known) -> Bundle:
    contents = {one.path: one.text.encode() for one in view.files}
    cases = tuple(sorted({*about, *(found[1] for path in contents if (found := CASE_ACT.fullmatch(path)))}))
    homes = [home_of(cases, one) for one in cases]
    if not all(is_known(path, homes) for path in contents):
        raise ValueError("a view has the files of a bundle and no others")
    contents |= {WORLD: canonical_bytes(known.world), OPENINGS: b"[]"}
    listing = Listing(FORMAT, known.world.id, "party", cases, known.now_ms, files_of(contents))
    today, *_ = known.laws.values()
    salts = {(one.docket, one.seq): bytes.fromhex(one.salt) for one in view.salts}
    return Bundle(
        listing, Signed({file.path: file for file in listing.files}, contents), known.log, known.intake,
        known.world, today, known.laws, Young(salts, known.now_ms),
    )  # fmt: skip
