"""What one reader is shown of a case, so that he can check it himself: the view his client looks at.

It has what the reader may read, and of the register what that rests on; proofs where leaves are due, and
salts where they are not. The reader is ``daylight.verifier.view``.
Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from daylight.core.acts.act import Act
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.intent import intent_id
from daylight.core.acts.prequalification import KINDS as OF_APPLICATIONS
from daylight.core.disclosure.rights import Who, length_shown, readers
from daylight.core.disclosure.visibility import bids_are_public, framework_above
from daylight.core.values.docket import DocketKind, IndexKind, index_name, is_docket
from daylight.core.values.instant import Instant
from daylight.core.values.plain import canonical_bytes
from daylight.office.access import NotAllowed, applications_shown, bids_shown, case_of
from daylight.office.bundle import Bundler, needed_by
from daylight.verifier.chains import Link
from daylight.verifier.shape import CHECKPOINT, INDEX, home_of, place_of
from daylight.verifier.view import Salt, Shown, View

Dockets = Mapping[str, tuple[Act, ...]]


@dataclass(frozen=True)
class Wanted:
    """Which case is looked at, by whom and when; ``beside`` it all bids, applications, or nothing."""

    case: str
    who: Who
    at: Instant
    beside: str = ""
    since: int = 0


def view_of(bundler: Bundler, wanted: Wanted) -> View:
    """The view of a case; ``NotAllowed`` where nothing of it, or not what lies beside, may be read."""
    case_of(bundler.office, wanted.case)
    dockets = dict(_dockets(bundler, wanted))
    view = _shown(bundler, dockets, wanted.at, wanted.since)
    return replace(view, files=(*view.files, *_beside(bundler, wanted, dockets)))


def view_of_world(bundler: Bundler, at: Instant) -> View:
    """The view of the world's own docket: by which keys receipts are signed now."""
    return _shown(bundler, {}, at, 0)


def _shown(bundler: Bundler, dockets: Dockets, at: Instant, last: int) -> View:
    """These dockets, what they rest on in the register, and what the registrar entered of the server."""
    register = bundler.register(needed_by(dockets) | bundler.of_the_world())
    files: list[Shown] = []
    salts: list[Salt] = []
    prove, note, since = bundler.log.shown(last)
    founding = bundler.office.rules.world.founding
    due = at.utc_ms - (founding.pace.due_after_ms if founding else 0)
    for act in (one for acts in (*dockets.values(), *register.values()) for one in acts):
        id = intent_id(act.intent)
        given = bundler.office.journal.receipt(id)
        assert given is not None  # every act was given its receipt
        receipt, salt, source = given
        proof = prove(id) if act.received_at.utc_ms < due else None
        files.append(Shown(place_of("acts", act.docket, act.seq), source.decode()))
        files.append(Shown(place_of("receipts", act.docket, act.seq), receipt.decode()))
        if proof:
            files.append(Shown(place_of("proofs", act.docket, act.seq), proof.encoded().decode()))
        else:
            salts.append(Salt(act.docket, act.seq, salt.hex()))
    files += [Shown(CHECKPOINT, note.decode())] if note else []
    return View(tuple(files), tuple(salts), tuple(one.hex() for one in since))


def _beside(bundler: Bundler, wanted: Wanted, dockets: Dockets) -> Iterator[Shown]:
    """The index, where all bids are shown, or all applications and nobody can have bid yet."""
    if _shows_bids(wanted, dockets[wanted.case]) or _shows_applications_alone(bundler, wanted):
        cases = tuple(sorted(docket for docket in dockets if is_docket(docket, DocketKind.CASE)))
        links = bundler.office.journal.links(index_name(IndexKind.BIDS, wanted.case))
        index = canonical_bytes(tuple(Link(link.docket, link.seq) for link in links))
        yield Shown(home_of(cases, wanted.case) + INDEX, index.decode())


def _dockets(bundler: Bundler, wanted: Wanted) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """The case, what lies beneath it as far as the reader may see it, and the framework above it."""
    acts = _case(bundler, wanted.case, wanted.who)
    if not acts:
        raise NotAllowed("there is no such case")
    yield wanted.case, acts
    above = framework_above(acts[0])
    if above:
        yield above, _case(bundler, above, wanted.who)
    for case in filter(None, (wanted.case, above)):
        yield from ((listing, bundler.read(listing)) for listing in bundler.listings(case))
    yield from _bids(bundler, wanted, acts)


def _case(bundler: Bundler, case: str, who: Who) -> tuple[Act, ...]:
    acts = bundler.read(case)
    return acts[: length_shown(case, acts, readers(who, case_of(bundler.office, case)))]


def _bids(bundler: Bundler, wanted: Wanted, acts: tuple[Act, ...]) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """All bids where they are shown; all applications; else the reader's own, of which he alone is told."""
    office, concluded = bundler.office, prequalification_docket(wanted.case)
    if _shows_bids(wanted, acts):
        if wanted.beside == "bids":
            bids_shown(office, wanted.case, wanted.who, wanted.at)
        links = office.journal.links(index_name(IndexKind.BIDS, wanted.case))
        for docket in (*sorted({link.docket for link in links}), concluded):
            if found := bundler.read(docket):
                yield docket, found
    elif wanted.beside == "applications":
        listed = applications_shown(office, wanted.case, wanted.who, wanted.at).files
        for file in listed:
            yield file.id, tuple(takewhile(_is_of_an_application, bundler.read(file.id)))
    elif wanted.who.organisation:
        own = office.bid_docket(wanted.case, (wanted.who.organisation,))
        if mine := bundler.read(own):
            yield own, mine


def _is_of_an_application(act: Act) -> bool:
    return isinstance(act.intent.deed, OF_APPLICATIONS)


def _shows_applications_alone(bundler: Bundler, wanted: Wanted) -> bool:
    return wanted.beside == "applications" and not case_of(bundler.office, wanted.case).tendering.deadline


def _shows_bids(wanted: Wanted, acts: tuple[Act, ...]) -> bool:
    return wanted.beside == "bids" or bids_are_public(acts)
