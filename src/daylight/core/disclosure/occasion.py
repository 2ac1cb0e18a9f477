"""The occasion of a disclosure: an act, the case before and after it, and the names it may name.

Everything public is derived here from the state of the case, never from what somebody happens to know:
bidders exist from the opening on, the winner from the publication of the award on, and ids that leave the
house are digests that lead back to no docket. Shown by ``tests/core/disclosure/test_secrecy.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

from daylight.core.acts.act import Act
from daylight.core.acts.award import PublishAward
from daylight.core.acts.framework import ListSuppliers
from daylight.core.acts.shapes import lot_of
from daylight.core.disclosure.notices.known import ActBehind, CaseKnown, LotKnown, Named
from daylight.core.disclosure.ocds import Address, Identifier, MethodCode, Party, PartyDetails, Role, Status
from daylight.core.dockets.case.case import Case, Lot, the_lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.dockets.registry import Organisation, Person
from daylight.core.dockets.stage import OVER, STAGES, PublicStage, Stage
from daylight.core.judgement.fold import digest_of_act
from daylight.core.procedures.matter import method_id
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import cite_of
from daylight.core.rulebook.method import Method
from daylight.core.rulebook.provision import Ref
from daylight.core.values.because import Cite
from daylight.core.values.text import Text

OCID_PREFIX = "ocds-xxxxxx"
"""Stands in until the publisher registers a prefix of its own; the setting ``ocid_prefix``."""

D = TypeVar("D", covariant=True)
SHORT = 20
SECRET = (Stage.AWARDED, Stage.NOTIFIED, Stage.CONTRACTED)
NOBODY = Text("", "")
OPEN_TENDERING = Text("公开招标", "open tendering")
ENDED: tuple[Status, ...] = ("complete", "unsuccessful", "cancelled")
METHOD_CODES: dict[str, MethodCode] = {
    "anyone": "open",
    "invited": "selective",
    "either": "limited",
    "named": "direct",
    "listed": "selective",
}


@dataclass(frozen=True)
class Names:
    """Organisations and persons of the register, by docket: those a disclosure may name, and no others."""

    organisations: Mapping[str, Organisation]
    persons: Mapping[str, Person]


@dataclass(frozen=True)
class Occasion(Generic[D]):
    """An act that may disclose something."""

    deed: D
    before: Case
    act: Act
    after: Case
    names: Names
    book: Rulebook
    prefix: str = OCID_PREFIX

    @property
    def ocid(self) -> str:
        """The public name of the case."""
        return ocid_of(self.after.id, self.prefix)

    @property
    def lot(self) -> Lot:
        """The lot the deed names."""
        return next(lot for lot in self.after.lots if lot.id == lot_of(self.deed))

    @property
    def about(self) -> tuple[ActBehind, CaseKnown]:
        """What every notice rests on."""
        return _act_behind(self), _case_known(self)

    @property
    def about_lot(self) -> tuple[ActBehind, CaseKnown, LotKnown]:
        """The same, and the lot the deed names."""
        act, case = self.about
        return act, case, lot_known(self.lot)

    def named(self, dockets: Iterable[str]) -> tuple[Named, ...]:
        """Organisations by their public ids and their names."""
        known = (self.names.organisations[docket] for docket in dockets)
        return tuple(Named(party_id(one), one.told(self.act.received_at).name) for one in known)


def ocid_of(case: str, prefix: str = OCID_PREFIX) -> str:
    """The open contracting id of a case: a digest of its docket, which nobody can guess."""
    return f"{prefix}-{public_id('case', case)}"


def public_id(what: str, docket: str) -> str:
    """A public name for something whose docket never leaves the house."""
    return sha256(f"daylight-public/v1\n{what}\n{docket}\n".encode()).hexdigest()[:SHORT]


def bid_id(bid: LotBid, lot: Lot) -> str:
    """The public id of an opened bid for a lot."""
    return f"{lot.id}-{public_id('bid', bid.bid)}"


def member_id(occasion: Occasion[object], person: str) -> str:
    """The public id of a committee member, different in every case."""
    return public_id("member", f"{occasion.ocid}\n{person}")


def party_id(organisation: Organisation) -> str:
    """The public register and number of an organisation; no two can be made to look like one."""
    identifier = organisation.registration.identifier
    number = identifier.id.replace("%", "%25").replace("-", "%2D")  # the last hyphen parts the two
    return f"{identifier.scheme}-{number}"


def public_roles(case: Case) -> dict[str, tuple[Role, ...]]:
    """Which organisation publicly has which roles by now: bidders only once bids are open."""
    roles: dict[str, list[Role]] = {case.purchaser: ["buyer"]}
    roles.setdefault(case.host, []).append("procuringEntity")
    for bidder, role in (*_tenderers(case), *_suppliers(case)):
        held = roles.setdefault(bidder, [])
        if role not in held:
            held.append(role)
    return {docket: tuple(held) for docket, held in roles.items()}


def bidders_are_public(case: Case, lot: Lot) -> bool:
    """Whether who bid for a lot is known: from the opening, or from the result where offers stay closed."""
    decided = bool(awarded_publicly(lot)) or lot.stage in OVER
    return decided if case.closed else case.opening.opened_at is not None


def winner_is_public(lot: Lot) -> bool:
    """Whether everybody was told who won; an award or a signature alone tells nobody."""
    return lot.award.published_at is not None or lot.contract.published_at is not None


def stage_known(lot: Lot) -> Stage:
    """The stage everybody may know a lot is in: what was decided but not published is still evaluation."""
    if lot.contract.published_at:
        return Stage.CONTRACTED
    if lot.award.published_at:
        return Stage.PUBLISHED
    return Stage.EVALUATED if lot.stage in SECRET else lot.stage


def awarded_publicly(lot: Lot) -> tuple[str, ...]:
    """The bids everybody knows were awarded: those passed over, and the one that stands."""
    public = winner_is_public(lot)
    passed = tuple(one.bid for one in lot.award.passed if public or one.published)
    return (*passed, *lot.winners) if public else passed


def who_is_named(act: Act, after: Case) -> tuple[str, ...]:
    """Dockets of the organisations and persons a disclosure of this act may name."""
    holders = (
        {holder.organisation for holder in after.planning.key_set.holders}
        if after.planning.key_set
        else set()
    )
    result = isinstance(act.intent.deed, PublishAward | ListSuppliers)
    seats = the_lot(after, lot_of(act.intent.deed)).evaluation.evaluated_by if result else ()
    choice = after.planning.choice
    sole = {choice.deed.supplier} if choice and choice.published_at and choice.deed.supplier else set()
    listed = {
        one
        for invited in (after.framework.called.invited if after.framework.called else ())
        for one in invited.suppliers
    }
    return tuple(sorted({*public_roles(after), *holders, *seats, *sole, *listed}))


def lot_known(lot: Lot) -> LotKnown:
    """A lot as everybody may know it: until its award is published it is simply active."""
    return LotKnown(lot.id, lot.title, lot.budget, STAGES[stage_known(lot)].ocds, lot.terms)


def _case_known(occasion: Occasion[object]) -> CaseKnown:
    case = occasion.after
    method = occasion.book.method_by_id.get(method_id(occasion.book, case))
    lots = tuple(lot_known(lot) for lot in case.lots)
    return CaseKnown(
        occasion.ocid,
        case.requirement,
        case.budget,
        _method_code(method, case),
        method.name if method else OPEN_TENDERING,
        public_stage(case),
        _status({lot.status for lot in lots}),
        case.tendering.deadline,
        lots,
        tuple(_parties(occasion)),
    )


def public_stage(case: Case) -> PublicStage:
    """How far the case publicly is: as far as the lot that is furthest, of those that have not ended."""
    known = [stage_known(lot) for lot in case.lots]
    if not (going := [stage for stage in known if stage not in OVER]):
        return STAGES[min(known, key=OVER.index)].public
    furthest = max(going, key=list(Stage).index)
    if furthest is Stage.PLANNED and case.tendering.prequalification:
        furthest = Stage.QUALIFYING
    return STAGES[furthest].public


def _status(lots: set[Status]) -> Status:
    """What the whole procedure publicly is: over when every lot is."""
    if not lots <= set(ENDED):
        return "planning" if lots == {"planning"} else "active"
    return next(status for status in ENDED if status in lots)


def _method_code(method: Method | None, case: Case) -> MethodCode:
    """The code of the standard for who may respond."""
    if method is None:
        return "open"
    if method.responders == "either":
        return "limited" if case.tendering.invitation else "open"
    return METHOD_CODES[method.responders]


def _parties(occasion: Occasion[object]) -> Iterator[Party]:
    """Every public party with all its roles."""
    for docket, roles in public_roles(occasion.after).items():
        organisation = occasion.names.organisations[docket]
        entered = organisation.told(occasion.act.received_at)
        yield Party(
            party_id(organisation),
            entered.name.zh,
            entered.name.en,
            Identifier(entered.identifier.scheme, entered.identifier.id, entered.name.zh),
            Address(entered.address.zh),
            roles,
            PartyDetails("" if entered.scale == "unknown" else entered.scale),
        )


def _act_behind(occasion: Occasion[object]) -> ActBehind:
    act, book = occasion.act, occasion.book
    acting = occasion.names.organisations.get(act.intent.organisation)
    digest = digest_of_act(act)
    return ActBehind(
        digest,
        f"{occasion.ocid}-{public_id('release', digest)}",
        act.intent.kind,
        act.received_at,
        act.rulebook,
        act.edition,
        acting.told(act.received_at).name if acting else NOBODY,
        tuple(_cites(act, book)),
        act.clocks,
    )


def _cites(act: Act, book: Rulebook) -> Iterator[Cite]:
    """The articles of an act with the names people know."""
    known = book.provision_at
    for name in act.provisions:
        instrument, _, article = name.partition("#")
        ref = Ref(instrument, article)
        yield cite_of(book, ref, known[ref].confidence if ref in known else "unverified")


def _tenderers(case: Case) -> Iterator[tuple[str, Role]]:
    known = [lot for lot in case.lots if bidders_are_public(case, lot)]
    yield from sorted(
        (org, "tenderer") for lot in known for bid in lot.evaluation.bids for org in bid.bidders
    )


def _suppliers(case: Case) -> Iterator[tuple[str, Role]]:
    for lot in case.lots:
        known = awarded_publicly(lot)
        won = (bid for bid in lot.evaluation.bids if bid.bid in known)
        yield from ((organisation, "supplier") for bid in won for organisation in bid.bidders)
