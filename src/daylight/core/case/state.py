"""The states that acts add up to. A case is a sum of lots; what can differ between lots lives on the lot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal, TypeVar

from daylight.core.acts.act import Clock, Seen
from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.bidding import LotEnvelope, RecordBidSecurity
from daylight.core.acts.evaluation import ExpertSeat, JudgePreferences
from daylight.core.acts.open_framework import InviteApplications
from daylight.core.acts.planning import DefineRequirement, Item, KeyHolder, PublishIntention
from daylight.core.acts.registry import RegisterOrganisation
from daylight.core.acts.solicitation import InviteSuppliers, IssueSolicitation, LotTerms
from daylight.core.case.applications import Application, Prequalification
from daylight.core.case.choice import Choice, TermsChange
from daylight.core.case.listing import Admitted, Agreement, CalledOff, Replenishes
from daylight.core.case.outcome import Dissolved, PassedOver, Signature
from daylight.core.draw.chance import Commitment
from daylight.core.draw.draw import DrawRules
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

T = TypeVar("T")

LotStage = Literal[
    "planned", "tendered", "opened", "evaluated", "awarded", "notified", "published", "contracted", "failed",
    "cancelled", "listed", "admitting",
]  # fmt: skip
OVER: tuple[LotStage, ...] = ("failed", "cancelled")


@dataclass(frozen=True)
class Person:
    """A registered person."""

    id: str
    name: str
    public_key: bytes


@dataclass(frozen=True)
class Organisation:
    """A registered organisation."""

    id: str
    registration: RegisterOrganisation

    @property
    def roles(self) -> tuple[str, ...]:
        """What the organisation may be in a procedure."""
        return self.registration.roles


@dataclass(frozen=True)
class Mandate:
    """Who may act for whom in what, and until when."""

    id: str
    organisation: str
    person: str
    functions: tuple[str, ...]
    valid_from: Instant
    valid_until: Instant
    revoked_at: Instant | None = None


@dataclass(frozen=True)
class Enquiry:
    """A question, in a docket of its own."""

    id: str
    case: str
    asked_at: Instant
    question: str
    organisation: str


@dataclass(frozen=True)
class Submission:
    """One submission of a bidder; ``digest`` is that of its act."""

    digest: str
    at: Instant
    envelopes: tuple[LotEnvelope, ...]
    round: int = 1


@dataclass(frozen=True)
class BidFile:
    """Everything one bidder did in one case before the opening."""

    id: str
    case: str
    bidders: tuple[str, ...]
    obtained_at: Instant | None = None
    submissions: tuple[Submission, ...] = ()
    withdrawn_at: Instant | None = None
    securities: tuple[RecordBidSecurity, ...] = ()
    refunded: tuple[str, ...] = ()
    refund_clock: Clock | None = None
    application: Application | None = None

    @property
    def standing(self) -> Submission | None:
        """The submission that counts: the last, unless the bid was withdrawn after it."""
        if not self.submissions:
            return None
        last = self.submissions[-1]
        gone = self.withdrawn_at is not None and self.withdrawn_at.utc_ms >= last.at.utc_ms
        return None if gone else last

    def in_round(self, round: int) -> BidFile:
        """The same file with the submissions of one round only."""
        return replace(self, submissions=tuple(one for one in self.submissions if one.round == round))


@dataclass(frozen=True)
class BidIndex:
    """The index docket of a case's bids: every act of every bid docket, in the order of the journal."""

    files: tuple[BidFile, ...]
    seen: Seen


@dataclass(frozen=True)
class Purchase:
    """A purchase as its choice of method announced it."""

    case: str
    method: str
    category: str
    budget_item: str
    fiscal_year: int
    budget: Money


@dataclass(frozen=True)
class PurchaseIndex:
    """The index docket of a purchaser's choices of method."""

    purchases: tuple[Purchase, ...]
    seen: Seen


@dataclass(frozen=True)
class KeySet:
    """Who holds the keys of the case; ``id`` is the digest of the appointing act."""

    id: str
    threshold: int
    holders: tuple[KeyHolder, ...]


@dataclass(frozen=True)
class LowPriceInquiry:
    """The question about an abnormally low price, and what became of it."""

    triggers: tuple[str, ...]
    asked_at: Instant
    answered_at: Instant | None = None
    accepted: bool | None = None


@dataclass(frozen=True)
class MemberMarks:
    """What one member gave one bid."""

    member: str
    marks: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True)
class LotBid:
    """An opened bid for a lot. ``rejected`` names why it is out, empty while it is in."""

    bid: str
    bidders: tuple[str, ...]
    price: BidPrice
    declaration: BidDeclaration
    qualified: bool | None = None
    conforming: bool | None = None
    corrected_minor: int | None = None
    low_price: LowPriceInquiry | None = None
    marks: tuple[MemberMarks, ...] = ()
    rejected: str = ""
    reason: Text | None = None
    first_price: BidPrice | None = None
    negotiated: bool = False
    preferences: JudgePreferences | None = None

    @property
    def price_minor(self) -> int:
        """The price that counts: as opened, or as corrected."""
        return self.price.total.amount_minor if self.corrected_minor is None else self.corrected_minor


@dataclass(frozen=True)
class PreparedDraw:
    """A draw that was fixed before chance was known; ``beacon`` is the digest of the act that fixed it."""

    rules: DrawRules
    pool_root: bytes
    commitments: tuple[Commitment, ...]
    beacon: bytes


@dataclass(frozen=True)
class Committee:
    """The evaluation committee in office."""

    formed_at: Instant
    experts: tuple[ExpertSeat, ...]
    alternates: tuple[ExpertSeat, ...]
    representatives: tuple[str, ...]
    chair: str
    recused: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """Persons who mark, experts first."""
        return (*(seat.person for seat in self.experts), *self.representatives)


@dataclass(frozen=True)
class Lot:
    """A part of the case with its own fate."""

    id: str
    title: Text
    budget: Money
    stage: LotStage = "planned"
    terms: LotTerms | None = None
    bids: tuple[LotBid, ...] = ()
    result_digest: str = ""
    evaluated_by: tuple[str, ...] = ()
    ranking: tuple[str, ...] = ()
    winner: str = ""
    notified_at: Instant | None = None
    signatures: tuple[Signature, ...] = ()
    signed_at: Instant | None = None
    award_published_at: Instant | None = None
    contract_published_at: Instant | None = None
    cause: str = ""
    listed: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    admitted: tuple[Admitted, ...] = ()
    summary_at: Instant | None = None
    agreements: tuple[Agreement, ...] = ()
    passed: tuple[PassedOver, ...] = ()
    ranked_before: tuple[str, ...] = ()
    change_reported: bool = False
    report_at: Instant | None = None
    objected: bool = False
    refunded: tuple[str, ...] = ()
    unopened_refunded: bool = False
    performance_security_returned: bool = False
    filed_at: Instant | None = None

    @property
    def over(self) -> frozenset[str]:
        """The bids of winners who did not sign."""
        return frozenset(one.bid for one in self.passed if one.out)

    @property
    def winners(self) -> tuple[str, ...]:
        """The bids that won: the one awarded, or all that were listed."""
        return self.listed or ((self.winner,) if self.winner else ())

    def agreement(self, bid: str) -> Agreement | None:
        """The framework agreement with the supplier of a bid."""
        return next((one for one in self.agreements if one.bid == bid), None)

    @property
    def valid_bids(self) -> tuple[LotBid, ...]:
        """Bids that are not out."""
        return tuple(bid for bid in self.bids if not bid.rejected)


@dataclass(frozen=True)
class Case:
    """One purchase, from the need to the contract."""

    id: str
    purchaser: str
    author: str
    requirement: DefineRequirement
    opened_on: date
    lots: tuple[Lot, ...]
    items: tuple[Item, ...]
    reviewed_by: str = ""
    approved: bool = False
    intention: PublishIntention | None = None
    intention_on: date | None = None
    agency: str = ""
    key_set: KeySet | None = None
    solicitation: IssueSolicitation | None = None
    issued_at: Instant | None = None
    deadline: Instant | None = None
    clarified: int = 0
    answered: tuple[str, ...] = ()
    released: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = ()
    dispositions: int = 0
    opened_at: Instant | None = None
    prepared: tuple[PreparedDraw, ...] = ()
    committee: Committee | None = None
    dissolved: tuple[Dissolved, ...] = ()
    clocks: tuple[Clock, ...] = ()
    choice: Choice | None = None
    invitation: InviteSuppliers | None = None
    round: int = 1
    changes: tuple[TermsChange, ...] = ()
    called: CalledOff | None = None
    replenishes: Replenishes | None = None
    open_call: InviteApplications | None = None
    prequalification: Prequalification | None = None

    @property
    def method(self) -> str:
        """The procurement method chosen; empty where the purchaser left it at the usual one."""
        if above := self.called or self.replenishes:
            return above.method
        return self.choice.deed.method if self.choice else ""

    @property
    def closed(self) -> bool:
        """Whether offers stay unknown to others until the lot is decided."""
        return self.choice is not None and self.choice.deed.closed

    @property
    def host(self) -> str:
        """The organisation that runs the procedure: the agency where one is entrusted."""
        return self.agency or self.purchaser

    @property
    def budget(self) -> Money:
        """The budget of all lots together."""
        first, *rest = (lot.budget for lot in self.lots)
        return sum(rest, start=first)

    def lot(self, lot_id: str) -> Lot | None:
        """The lot of that name, if there is one."""
        return next((lot for lot in self.lots if lot.id == lot_id), None)


class Impossible(LookupError):
    """An act speaks of what its docket does not have: a bug, or a forged journal."""


def some(named: tuple[T, ...]) -> tuple[T, ...]:
    """What an admitted act names at least one of."""
    if not named:
        raise Impossible("any lot or item")
    return named


def with_lot(case: Case, lot: Lot) -> Case:
    """The case with one lot replaced."""
    return replace(case, lots=tuple(lot if old.id == lot.id else old for old in case.lots))


def the_lot(case: Case, lot_id: str) -> Lot:
    """The lot an admitted act speaks of."""
    found = case.lot(lot_id)
    if found is None:
        raise Impossible(f"lot {lot_id!r}")
    return found


def bid_of(lot: Lot, bid_id: str) -> LotBid | None:
    """The opened bid of a docket in a lot."""
    return next((bid for bid in lot.bids if bid.bid == bid_id), None)


def with_bid(lot: Lot, bid: LotBid) -> Lot:
    """The lot with one bid replaced."""
    return replace(lot, bids=tuple(bid if old.bid == bid.bid else old for old in lot.bids))


def fulfil(clocks: Iterable[Clock], kind: str, lot: str) -> tuple[Clock, ...]:
    """The clocks that still run after an act of a kind was done for a lot."""
    return tuple(clock for clock in clocks if (clock.kind, clock.lot) not in ((kind, lot), (kind, "")))
