"""Notices of framework agreements: who is listed at which price, who is to compete, what was called off."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Annotated

from daylight.core.acts.agreements import PublishCallOffSummary, SummaryLine
from daylight.core.acts.framework import BuyOffList, OpenCompetition
from daylight.core.acts.replenishment import OpenReplenishment
from daylight.core.acts.shapes import OfPurchase, UnderFramework
from daylight.core.disclosure import ocds
from daylight.core.disclosure.notices.award import OutcomeShown, Result
from daylight.core.disclosure.notices.fallen import Awarded, Offered, award_id, awarded, price_of, winner_of
from daylight.core.disclosure.notices.known import ActBehind, CaseKnown, LotKnown, Named, names
from daylight.core.disclosure.notices.notice import OWN, Fact, Line, LotNotice, Notice, Says
from daylight.core.disclosure.notices.outcome import outcome_of
from daylight.core.disclosure.occasion import Occasion, ocid_of
from daylight.core.disclosure.parts import lot_of, status_of, tender_of
from daylight.core.dockets.case.case import bid_of
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text


@dataclass(frozen=True)
class SuppliersListed(Result):
    """The list: an award to each supplier on it, at its price of one unit."""

    listed: Annotated[
        tuple[Awarded, ...],
        Says("入围供应商和协议单价", "Suppliers listed, with the price of one unit", between="；"),
    ]
    outcome: OutcomeShown

    def release(self) -> ocds.Release:
        return self.awarding(*(one.award(self, self.lot, self.outcome.decided) for one in self.listed))


@dataclass(frozen=True)
class Bought(Line):
    """What was bought from suppliers on a list."""

    suppliers: tuple[Named, ...]
    line: SummaryLine

    def fact(self) -> Fact:
        line, cost = self.line, money_words(self.line.amount)
        bought = Text(
            f"成交 {line.calls} 次，数量 {line.quantity}，金额 {cost}",
            f"call-offs: {line.calls}, units: {line.quantity}, {cost}",
        )
        return Fact(names(self.suppliers), bought)


@dataclass(frozen=True)
class CallOffSummary(LotNotice):
    """What was bought from each on the list, when its agreements are over."""

    lines: Annotated[tuple[Bought, ...], OWN]
    total: Annotated[Money, Says("成交总额", "Altogether")]

    def release(self) -> ocds.Release:
        return replace(self.released("tenderUpdate"), tender=status_of(self.case))


@dataclass(frozen=True)
class Supply(Awarded):
    """An award of so many units, at a price of one."""

    quantity: int = field(kw_only=True)
    unit_price: Money = field(kw_only=True)


@dataclass(frozen=True)
class CalledOff(LotNotice):
    """A purchase under a framework: who supplies, how much at which price, and the framework."""

    supply: Annotated[
        Supply,
        Says("成交供应商", "Supplier", of="suppliers"),
        Says("数量", "Quantity", of="quantity"),
        Says("成交单价", "Price of one unit", of="unit_price"),
        Says("成交金额", "Price", of="price"),
    ]
    framework: Annotated[str, Says("框架协议", "Framework")]

    shows_lots = True

    def release(self) -> ocds.Release:
        tender = replace(tender_of(self.case), lots=(replace(lot_of(self.lot), status="complete"),))
        awards = (self.supply.award(self, self.lot),)
        return replace(
            self.released("award"), tender=tender, awards=awards, related_processes=above(self.framework)
        )


@dataclass(frozen=True)
class BoughtOffList(CalledOff):
    """A purchase from who supplies more cheaply than those on the list, and that they were asked."""

    asked: Annotated[int, Says("已征询的入围供应商", "Listed suppliers asked")]

    shows_lots = False


@dataclass(frozen=True)
class Begun(Notice):
    """A case under a framework begins: what it is about, and the framework it belongs to."""

    framework: str

    def release(self) -> ocds.Release:
        tender = replace(tender_of(self.case), lots=tuple(lot_of(lot) for lot in self.case.lots))
        return replace(self.released("planning"), tender=tender, related_processes=above(self.framework))


@dataclass(frozen=True)
class Competition(Begun):
    """Listed suppliers are to compete: for what, who is invited at which price, and who is not and why."""

    case: Annotated[CaseKnown, Says("预算", "Budget", of="budget")]
    quantity: Annotated[int, Says("数量", "Quantity")]
    invited: Annotated[
        tuple[Offered, ...],
        Says("被邀请的供应商及其单价上限", "Invited, each with its ceiling for one unit", between="；"),
    ]
    left_out: Annotated[tuple[Text, ...], Says("未邀请的理由", "Why one is not invited", each=True)]
    framework: Annotated[str, Says("框架协议", "Framework")]


@dataclass(frozen=True)
class Replenishment(Begun):
    """More suppliers are to be called for a lot of a framework, and why."""

    lot: Annotated[LotKnown, Says("采购包", "Lot")]
    ceiling: Annotated[Money, Says("最高限制单价", "Ceiling for one unit")]
    reason: Annotated[Text, Says("补充征集的理由", "Why more are called")]
    framework: Annotated[str, Says("框架协议", "Framework")]


def above(framework: str) -> tuple[ocds.RelatedProcess, ...]:
    """The framework a case belongs to."""
    return (ocds.RelatedProcess("framework", ("framework",), "ocid", framework),)


def suppliers_listed(occasion: Occasion[object]) -> SuppliersListed:
    """Suppliers are listed."""
    lot = occasion.lot
    first, winners = award_id(occasion, lot), [bid for id in lot.listing.listed if (bid := bid_of(lot, id))]
    listed = (awarded(occasion, lot, bid, f"{first}-{place}") for place, bid in enumerate(winners, 1))
    return SuppliersListed(*occasion.about_lot, outcome_of(occasion), tuple(listed))


def summary_published(occasion: Occasion[PublishCallOffSummary]) -> CallOffSummary:
    """All that was bought under a framework is published."""
    lines = occasion.deed.lines
    bought = tuple(Bought(occasion.named(line.suppliers), line) for line in lines)
    total = Money(sum(line.amount.amount_minor for line in lines), occasion.lot.budget.currency)
    return CallOffSummary(*occasion.about_lot, bought, total)


def call_off_opened(occasion: Occasion[OfPurchase]) -> CalledOff:
    """A call-off becomes a case."""
    return CalledOff(*_purchase(occasion))


def bought_off_list(occasion: Occasion[BuyOffList]) -> BoughtOffList:
    """A purchase off the list becomes a case."""
    return BoughtOffList(*_purchase(occasion), len(occasion.deed.asked))


def competition_opened(occasion: Occasion[OpenCompetition]) -> Competition:
    """Listed suppliers are to compete."""
    case, deed = occasion.after, occasion.deed
    invited = tuple(Offered(occasion.named(one.suppliers), one.price) for one in deed.invited)
    left_out = tuple(one.reason for one in deed.left_out)
    return Competition(*occasion.about, _above(occasion), case.items[0].quantity, invited, left_out)


def replenishment_opened(occasion: Occasion[OpenReplenishment]) -> Replenishment:
    """More suppliers are to be called."""
    deed = occasion.deed
    act, case = occasion.about
    return Replenishment(act, case, _above(occasion), case.lots[0], deed.terms.ceiling, deed.reason)


def _purchase(occasion: Occasion[OfPurchase]) -> tuple[ActBehind, CaseKnown, LotKnown, Supply, str]:
    act, case = occasion.about
    lot, quantity = occasion.after.lots[0], occasion.after.items[0].quantity
    won = winner_of(lot)
    supplier, id = occasion.named(won.bidders), award_id(occasion, lot)
    supply = Supply(supplier, price_of(won), id, quantity=quantity, unit_price=occasion.deed.price)
    return act, case, case.lots[0], supply, _above(occasion)


def _above(occasion: Occasion[UnderFramework]) -> str:
    return ocid_of(occasion.deed.framework, occasion.prefix)
