"""Who may read which act and which file, and from when: one answer for interface, pages and bundles.

Acts are read as a docket from its beginning: whole, or the prefix that is public (decision 0004). Who reads
which file of an act stands in the row of its kind. Shown by ``tests/core/disclosure/test_rights.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.common import Document
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.shapes import bid_named, lot_of
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.disclosure.row import Reader, Right
from daylight.core.disclosure.visibility import public_length
from daylight.core.dockets.case.case import Case, bid_of
from daylight.core.values.docket import NAMES_BIDDERS, DocketKind, kind_of

WHOLE = {
    DocketKind.CASE: (Reader.INSIDER, Reader.AUDITOR),
    DocketKind.PREQUALIFICATION: (Reader.INSIDER, Reader.AUDITOR),
    DocketKind.BID: (Reader.OWN, Reader.AUDITOR),
    DocketKind.ENQUIRY: (Reader.OWN, Reader.AUDITOR),
}
"""Who reads a docket whole from its first act on; all others are public as far as their acts are."""


@dataclass(frozen=True)
class Who:
    """Who reads: a person, the organisation he acts for, and the territory it supervises, if it does."""

    person: str = ""
    organisation: str = ""
    supervises: str = ""

    def did(self, act: Act) -> bool:
        """Whether the act is his own, or that of the organisation he acts for."""
        by = act.intent.organisation
        return self.organisation == by if by else self.person == act.intent.person != ""


def readers(who: Who, case: Case | None, own: Sequence[str] = ()) -> frozenset[Reader]:
    """What somebody is to a case and to a docket beneath it; ``own`` are those whose docket it is."""
    found = {Reader.EVERYBODY}
    if who.organisation and who.organisation in own:
        found.add(Reader.OWN)
    if case is None or not who.person:
        return frozenset(found)
    if who.supervises == case.requirement.territory:
        found.add(Reader.SUPERVISOR)
    if who.organisation in (case.purchaser, case.host):
        found |= {Reader.HOST, Reader.INSIDER}
    if who.organisation == case.host_of("opening.preside"):
        found.add(Reader.PRESIDER)
    if who.person in _holders(case):
        found.add(Reader.HOLDER)
    if who.person in _inside(case):
        found.add(Reader.INSIDER)
    if any(who.organisation in bid.bidders for lot in case.lots for bid in lot.evaluation.bids):
        found.add(Reader.BIDDER)
    return frozenset(found)


def length_shown(docket: str, acts: Sequence[Act], reading: frozenset[Reader]) -> int:
    """How many acts of a docket may be read, from its first."""
    kind = kind_of(docket)
    if kind in WHOLE and reading.intersection(WHOLE[kind]):
        return len(acts)
    return 0 if kind in NAMES_BIDDERS else public_length(acts)


def files_shown(
    acts: Sequence[Act], who: Who, case: Case | None, own: Sequence[str] = ()
) -> Iterator[Document]:
    """The documents of a docket that somebody may read."""
    reading, public = readers(who, case, own), public_length(acts)
    for place, act in enumerate(acts):
        for files in PUBLICATIONS[act.intent.kind].files:
            if who.did(act) or any(
                _holds(right, act, reading, who, case, public=place < public) for right in files.rights
            ):
                yield from files.of(act.intent.deed)


def _holds(
    right: Right, act: Act, reading: frozenset[Reader], who: Who, case: Case | None, *, public: bool
) -> bool:
    if right.reader is Reader.EVERYBODY:
        return public
    if right.reader is Reader.CONCERNED:
        return case is not None and who.organisation in _concerned(case, act)
    return right.reader in reading and (not right.of_opened_bids or _is_of_an_opened_bid(case, act))


def _is_of_an_opened_bid(case: Case | None, act: Act) -> bool:
    """Whether the bid in whose docket an act stands was opened for the lot the act is about."""
    lot = case.lot(lot_of(act.intent.deed)) if case else None
    return lot is not None and bid_of(lot, act.docket) is not None


def _concerned(case: Case, act: Act) -> tuple[str, ...]:
    """The bidders whose bid an act names, or else of the bids that won its lot."""
    lot, deed = case.lot(lot_of(act.intent.deed)), act.intent.deed
    if lot is None:
        return ()
    if isinstance(deed, SignContract) and not lot.contract.signs(deed.text.sha256):
        return ()  # it was signed with a winner whose award fell
    named = bid_named(deed)
    bids = (bid_of(lot, one) for one in ((named,) if named else lot.winners))
    return tuple(organisation for bid in bids if bid for organisation in bid.bidders)


def _inside(case: Case) -> tuple[str, ...]:
    """Members of the committee and key holders."""
    members = case.evaluation.committee.members if case.evaluation.committee else ()
    return (*members, *_holders(case))


def _holders(case: Case) -> tuple[str, ...]:
    keys = case.planning.key_set
    return tuple(holder.person for holder in keys.holders) if keys else ()
