"""Opened prices as the formulas read them: correction of arithmetic, triggers of low prices."""

from __future__ import annotations

from fractions import Fraction

from daylight.core.case.state import Lot, LotBid
from daylight.core.evaluation.arithmetic import PriceLine, PriceStatement, correct
from daylight.core.evaluation.low_price import low_price_triggers


def correction_of(lot: Lot, bid: LotBid) -> int:
    """The price in minor units after correction in the order of law, under the reading of the documents."""
    if lot.terms is None:
        raise LookupError(f"lot {lot.id!r} has no terms")
    return correct(price_statement(bid), lot.terms.evaluation.arithmetic).corrected_minor


def price_statement(bid: LotBid) -> PriceStatement:
    """The price in every place where the bid states it."""
    price = bid.price
    lines = tuple(
        PriceLine(line.item, Fraction(line.unit_price_minor), Fraction(line.quantity), line.total_minor)
        for line in price.lines
    )
    return PriceStatement(price.total.amount_minor, price.body_total_minor, price.words_total_minor, lines)


def low_price_triggers_of(lot: Lot) -> dict[str, tuple[str, ...]]:
    """For each bid that conforms, the triggers its price as bid meets, in the order of the rule.

    Bids that were put out for their low price still count: the measure is all prices that passed conformity.
    """
    if lot.terms is None or lot.terms.evaluation.low_price is None:
        return {}
    prices = tuple(
        (bid.bid, bid.price_minor)
        for bid in lot.bids
        if bid.conforming and bid.rejected != "no_final_offer"  # who left names no price any more
    )
    met: dict[str, tuple[str, ...]] = {}
    for found in low_price_triggers(prices, lot.terms.ceiling.amount_minor, lot.terms.evaluation.low_price):
        met[found.bid] = (*met.get(found.bid, ()), found.trigger.value)
    return met
