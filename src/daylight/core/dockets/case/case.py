"""The case: one purchase, from the need to the contract, as a sum of lots, each with its own fate.

Each phase has a part of its own, in the case and in its lots; ``lenses.py`` says what an effect may replace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from daylight.core.acts.act import Clock
from daylight.core.acts.planning import DefineRequirement, Item
from daylight.core.acts.solicitation import LotTerms
from daylight.core.dockets.case.award import LotAward, LotContract
from daylight.core.dockets.case.evaluation import Evaluation, LotBid, LotEvaluation
from daylight.core.dockets.case.framework import Framework, LotListing
from daylight.core.dockets.case.planning import Planning
from daylight.core.dockets.case.tendering import Opening, Tendering
from daylight.core.dockets.impossible import Impossible, some
from daylight.core.dockets.stage import Stage
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Ended:
    """A lot that failed or was cancelled, and why."""

    stage: Stage
    cause: str


@dataclass(frozen=True)
class Refunds:
    """The part of a lot that acts of security replace: whose bid security went back."""

    refunded: tuple[str, ...] = ()
    unopened: bool = False


@dataclass(frozen=True)
class Lot:
    """A part of the case with its own fate."""

    id: str
    title: Text
    budget: Money
    terms: LotTerms | None = None
    evaluation: LotEvaluation = field(default_factory=LotEvaluation)
    listing: LotListing = field(default_factory=LotListing)
    refunds: Refunds = field(default_factory=Refunds)
    ended: Ended | None = None

    @property
    def award(self) -> LotAward:
        """What was awarded on the evaluation that stands."""
        return self.evaluation.award

    @property
    def contract(self) -> LotContract:
        """The contract under the award that stands."""
        return self.award.contract

    @property
    def winners(self) -> tuple[str, ...]:
        """The bids that won: the one awarded, or all that were listed."""
        return self.listing.listed or ((self.award.winner,) if self.award.winner else ())

    @property
    def stage(self) -> Stage:
        """How far the lot is: the last of what was done and still stands."""
        if self.ended:
            return self.ended.stage
        evaluation, award = self.evaluation, self.award
        stands = (
            (Stage.ADMITTING, self.listing.admitting),
            (Stage.LISTED, self.listing.listed),
            (Stage.CONTRACTED, award.contract.signed_at),
            (Stage.PUBLISHED, award.published_at),
            (Stage.NOTIFIED, award.notified_at),
            (Stage.AWARDED, award.winner),
            (Stage.EVALUATED, evaluation.concluded),
            (Stage.OPENED, evaluation.opened),
            (Stage.TENDERED, self.terms),
        )
        return next((stage for stage, done in stands if done), Stage.PLANNED)


@dataclass(frozen=True)
class Case:
    """One purchase, from the need to the contract."""

    id: str
    purchaser: str
    author: str
    requirement: DefineRequirement
    opened_on: date
    lots: tuple[Lot, ...]
    clocks: tuple[Clock, ...] = ()
    planning: Planning = field(default_factory=Planning)
    tendering: Tendering = field(default_factory=Tendering)
    evaluation: Evaluation = field(default_factory=Evaluation)
    framework: Framework = field(default_factory=Framework)

    @property
    def opening(self) -> Opening:
        """What was opened in the round of offers that runs."""
        return self.tendering.opening

    @property
    def items(self) -> tuple[Item, ...]:
        """What is needed, item by item."""
        return self.requirement.items

    @property
    def method(self) -> str:
        """The procurement method chosen; empty where the purchaser left it at the usual one."""
        if above := self.framework.called or self.framework.replenishes:
            return above.method
        return self.planning.choice.deed.method if self.planning.choice else ""

    @property
    def closed(self) -> bool:
        """Whether offers stay unknown to others until the lot is decided."""
        return self.planning.choice is not None and self.planning.choice.deed.closed

    @property
    def host(self) -> str:
        """The organisation that runs the procedure: the agency where one is entrusted."""
        return self.planning.agency or self.purchaser

    def host_of(self, function: str) -> str:
        """The organisation that runs one part of the procedure: the agency, as far as its scope goes."""
        deed = self.planning.entrusted
        within = deed is None or not deed.functions or function in deed.functions
        return self.host if within else self.purchaser

    @property
    def budget(self) -> Money:
        """The budget of all lots together."""
        first, *rest = (lot.budget for lot in self.lots)
        return sum(rest, start=first)

    def lot(self, lot_id: str) -> Lot | None:
        """The lot of that name, if there is one."""
        return next((lot for lot in self.lots if lot.id == lot_id), None)


def planned_lots(requirement: DefineRequirement) -> tuple[Lot, ...]:
    """The lots of a need, as they begin."""
    return tuple(Lot(plan.id, plan.title, plan.budget) for plan in some(requirement.lots))


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
    return next((bid for bid in lot.evaluation.bids if bid.bid == bid_id), None)


def with_bid(evaluation: LotEvaluation, bid: LotBid) -> LotEvaluation:
    """The evaluation of a lot with one bid replaced."""
    bids = (bid if old.bid == bid.bid else old for old in evaluation.bids)
    return replace(evaluation, bids=tuple(bids))


def fulfil(clocks: Iterable[Clock], kind: str, lot: str) -> tuple[Clock, ...]:
    """The clocks that still run after an act of a kind was done for a lot."""
    return tuple(clock for clock in clocks if (clock.kind, clock.lot) not in ((kind, lot), (kind, "")))
