"""Opened prices as the formulas read them: correction of arithmetic, triggers of low prices."""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.evaluation_terms import Policy
from daylight.core.dockets.case.case import Lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.evaluation.arithmetic import PriceLine, PriceStatement, correct
from daylight.core.evaluation.inputs import Withheld
from daylight.core.evaluation.low_price import low_price_triggers
from daylight.core.values.text import Text

NO_OTHERS = Text("没有非本国产品参与竞争", "no other than domestic products compete")


def correction_of(lot: Lot, bid: LotBid) -> int:
    """The price in minor units after correction in the order of law, under the reading of the documents.

    What was agreed on a list, or called off from it, was never evaluated and stands as it is.
    """
    if lot.terms is None:
        return bid.price.total.amount_minor
    return correct(price_statement(bid), lot.terms.evaluation.arithmetic).corrected_minor


def price_statement(bid: LotBid) -> PriceStatement:
    """The price in every place where the bid states it."""
    price = bid.price
    lines = tuple(
        PriceLine(line.item, Fraction(line.unit_price_minor), Fraction(line.quantity), line.total_minor)
        for line in price.lines
    )
    return PriceStatement(price.total.amount_minor, price.body_total_minor, price.words_total_minor, lines)


def brand_of(lot: Lot, bid: LotBid) -> str:
    """The brand a bid declares for the core product; empty where the documents name none."""
    core = lot.terms.core_item if lot.terms else ""
    found = (one.brand.strip() for one in bid.declaration.items if core and one.item == core)
    return next(found, "")


def competitors(lot: Lot) -> int:
    """How many compete: valid bids, those of one brand counted as one."""
    return len({brand_of(lot, bid) or f"bid\n{bid.bid}" for bid in lot.evaluation.valid_bids})


def what_counts(lot: Lot, bid: LotBid) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Withheld, ...]]:
    """The preferences a bid claims, those that count, and why the others don't.

    Where no policy is named a claim is a grant. What is granted to domestic products counts only where
    others compete with them.
    """
    offered = {one.id: one for one in lot.terms.evaluation.preferences} if lot.terms else {}
    claimed = bid.declaration.preferences
    granted = {name for name in claimed if name in offered and offered[name].policy is None}
    withheld: dict[str, Text] = {}
    if judged := bid.preferences:
        granted |= set(judged.granted)
        withheld |= {one.preference: one.reason for one in judged.refused}
    if all(one.preferences and one.preferences.domestic for one in lot.evaluation.valid_bids):
        alone = {name for name in granted if offered[name].policy is Policy.DOMESTIC}
        granted -= alone
        withheld |= dict.fromkeys(alone, NO_OTHERS)
    reasons = (Withheld(name, withheld[name]) for name in sorted(withheld))
    return claimed, tuple(sorted(granted)), tuple(reasons)


def low_price_triggers_of(lot: Lot) -> dict[str, tuple[str, ...]]:
    """For each bid that conforms, the triggers its price as bid meets, in the order of the rule.

    Bids that were put out for their low price still count: the measure is all prices that passed conformity.
    """
    if lot.terms is None or lot.terms.evaluation.low_price is None:
        return {}
    prices = tuple(
        (bid.bid, bid.price_minor)
        for bid in lot.evaluation.bids
        if bid.conforming and bid.rejected != "no_final_offer"  # who left names no price any more
    )
    met: dict[str, tuple[str, ...]] = {}
    for found in low_price_triggers(prices, lot.terms.ceiling.amount_minor, lot.terms.evaluation.low_price):
        met[found.bid] = (*met.get(found.bid, ()), found.trigger.value)
    return met
