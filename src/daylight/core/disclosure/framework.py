"""Releases of framework agreements: who is listed at which price, and what was called off."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.agreements import PublishCallOffSummary, SummaryLine
from daylight.core.acts.framework import BuyOffList, OpenCompetition
from daylight.core.acts.replenishment import OpenReplenishment
from daylight.core.acts.shapes import OfPurchase, UnderFramework
from daylight.core.disclosure import ocds
from daylight.core.disclosure.award import names_of, result_told, winner_of
from daylight.core.disclosure.fallen import award_id, award_to, price_of
from daylight.core.disclosure.occasion import Fact, Occasion, Told, ocid_of
from daylight.core.disclosure.parts import (
    both,
    fact,
    items,
    lot_status,
    tender_of,
    tender_status,
    value,
)
from daylight.core.dockets.case.case import bid_of
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text


def suppliers_listed(occasion: Occasion[object]) -> Told:
    """The list: an award to each supplier on it, at its price of one unit."""
    lot = occasion.lot
    winners = [bid for id in lot.listing.listed if (bid := bid_of(lot, id))]
    awards = tuple(
        award_to(occasion, lot, bid, f"{award_id(occasion, lot)}-{place}")
        for place, bid in enumerate(winners, 1)
    )
    listed = (f"{names_of(occasion, bid)} {money_words(price_of(bid))}" for bid in winners)
    facts = (
        fact("采购包", "Lot", lot.title),
        fact("入围供应商和协议单价", "Suppliers listed, with the price of one unit", "；".join(listed)),
    )
    return result_told(occasion, awards, facts)


def summary_published(occasion: Occasion[PublishCallOffSummary]) -> Told:
    """What was bought from each on the list, when its agreements are over."""
    lot, deed = occasion.lot, occasion.deed
    lines = tuple(
        fact(
            "、".join(one.name for one in occasion.references(line.suppliers)),
            ", ".join(_english(occasion, line.suppliers)),
            _bought(line),
        )
        for line in deed.lines
    )
    total = sum(line.amount.amount_minor for line in deed.lines)
    facts = (
        fact("采购包", "Lot", lot.title),
        *lines,
        fact("成交总额", "Altogether", Money(total, lot.budget.currency)),
    )
    tender = ocds.Tender(occasion.ocid, status=tender_status(occasion.after))
    return Told(occasion.release("tenderUpdate", tender=tender), facts)


def bought_off_list(occasion: Occasion[BuyOffList]) -> Told:
    """A purchase off the list: who supplies more cheaply than those on it, and that they were asked."""
    told = call_off_opened(occasion)
    asked = len(occasion.deed.asked)
    return Told(told.release, (*told.facts, fact("已征询的入围供应商", "Listed suppliers asked", asked)))


def call_off_opened(occasion: Occasion[OfPurchase]) -> Told:
    """A call-off: who supplies, how much at which price, and the framework it belongs to."""
    case, deed = occasion.after, occasion.deed
    lot = case.lots[0]
    won = winner_of(lot)
    tender = replace(
        tender_of(occasion),
        lots=(ocds.Lot(lot.id, both(lot.title), "complete", value(lot.budget)),),
    )
    above = _above(occasion)
    release = occasion.release("award", tender=tender, awards=(_award(occasion),), related_processes=(above,))
    facts = (
        fact("采购包", "Lot", lot.title),
        fact("成交供应商", "Supplier", names_of(occasion, won)),
        fact("数量", "Quantity", case.items[0].quantity),
        fact("成交单价", "Price of one unit", deed.price),
        fact("成交金额", "Price", price_of(won)),
        fact("框架协议", "Framework", above.identifier),
    )
    return Told(release, facts)


def competition_opened(occasion: Occasion[OpenCompetition]) -> Told:
    """Listed suppliers are to compete: for what, who is invited at which price, and who is not and why."""
    case, deed = occasion.after, occasion.deed
    invited = (f"{_together(occasion, one.suppliers)} {money_words(one.price)}" for one in deed.invited)
    facts = (
        fact("预算", "Budget", case.budget),
        fact("数量", "Quantity", case.items[0].quantity),
        fact("被邀请的供应商及其单价上限", "Invited, each with its ceiling for one unit", "；".join(invited)),
        *(fact("未邀请的理由", "Why one is not invited", one.reason) for one in deed.left_out),
    )
    return _begun(occasion, facts)


def replenishment_opened(occasion: Occasion[OpenReplenishment]) -> Told:
    """More suppliers are to be called for a lot of a framework, and why."""
    deed, lot = occasion.deed, occasion.after.lots[0]
    facts = (
        fact("采购包", "Lot", lot.title),
        fact("最高限制单价", "Ceiling for one unit", deed.terms.ceiling),
        fact("补充征集的理由", "Why more are called", deed.reason),
    )
    return _begun(occasion, facts)


def _begun(occasion: Occasion[UnderFramework], facts: tuple[Fact, ...]) -> Told:
    """A case under a framework begins: what it is about, and the framework it belongs to."""
    case = occasion.after
    lots = (ocds.Lot(lot.id, both(lot.title), lot_status(lot), value(lot.budget)) for lot in case.lots)
    tender = replace(
        tender_of(occasion),
        lots=tuple(lots),
    )
    above = _above(occasion)
    release = occasion.release("planning", tender=tender, related_processes=(above,))
    return Told(release, (*facts, fact("框架协议", "Framework", above.identifier)))


def _bought(line: SummaryLine) -> Text:
    """How often, how much, for how much."""
    cost = money_words(line.amount)
    return Text(
        f"成交 {line.calls} 次，数量 {line.quantity}，金额 {cost}",
        f"call-offs: {line.calls}, units: {line.quantity}, {cost}",
    )


def _english(occasion: Occasion[object], suppliers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(occasion.names.organisations[one].registration.name.en for one in suppliers)


def _above(occasion: Occasion[UnderFramework]) -> ocds.RelatedProcess:
    identifier = ocid_of(occasion.deed.framework, occasion.prefix)
    return ocds.RelatedProcess("framework", ("framework",), "ocid", identifier)


def _together(occasion: Occasion[object], suppliers: tuple[str, ...]) -> str:
    return "、".join(one.name for one in occasion.references(suppliers))


def _award(occasion: Occasion[object]) -> ocds.Award:
    lot = occasion.after.lots[0]
    won = winner_of(lot)
    return ocds.Award(
        id=award_id(occasion, lot),
        title=lot.title.zh,
        title_en=lot.title.en,
        status="active",
        date=occasion.act.received_at,
        value=value(price_of(won)),
        suppliers=occasion.references(won.bidders),
        items=items(occasion.after, lot.id),
        related_lots=(lot.id,),
    )
