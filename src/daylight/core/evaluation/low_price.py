"""Which prices are so low that the committee must ask for an explanation.

Prices are raw, as bid by those that passed conformity, before any preference; every comparison is a strict
“below”; the shares come from the terms (provision role ``evaluation.abnormally_low``). A trigger is a duty to
ask, never a rejection. Shown by ``tests/core/evaluation/test_low_price.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from daylight.core.acts.evaluation_terms import LowPriceRule


class LowPriceTrigger(StrEnum):
    """What a price is measured against."""

    MEAN = "mean"
    SECOND_LOWEST = "second_lowest"
    CEILING = "ceiling"


@dataclass(frozen=True)
class LowPrice:
    """A bid below a threshold: ``threshold_minor`` is ``rate`` of ``measure_minor``, exactly."""

    bid: str
    price_minor: int
    trigger: LowPriceTrigger
    measure_minor: Fraction
    rate: Fraction
    threshold_minor: Fraction


def low_price_triggers(
    prices: tuple[tuple[str, int], ...], ceiling_minor: int | None, rule: LowPriceRule
) -> tuple[LowPrice, ...]:
    """Every trigger that every bid meets, by price and then by trigger; ``prices`` pairs bid and amount.

    Shares lie below one, so only the lowest price can be below a share of the second lowest.
    """
    ordered = sorted(prices, key=lambda one: (one[1], one[0]))
    return tuple(
        LowPrice(bid, price, trigger, measure, rate, measure * rate)
        for bid, price in ordered
        for trigger, measure, rate in _measures(ordered, ceiling_minor, rule)
        if price < measure * rate
    )


def _measures(
    ordered: list[tuple[str, int]], ceiling_minor: int | None, rule: LowPriceRule
) -> Iterator[tuple[LowPriceTrigger, Fraction, Fraction]]:
    amounts = [price for _, price in ordered]
    if amounts and rule.mean_rate is not None:
        yield LowPriceTrigger.MEAN, Fraction(sum(amounts), len(amounts)), rule.mean_rate
    if amounts[1:] and rule.second_rate is not None:
        yield LowPriceTrigger.SECOND_LOWEST, Fraction(amounts[1]), rule.second_rate
    if ceiling_minor is not None and rule.ceiling_rate is not None:
        yield LowPriceTrigger.CEILING, Fraction(ceiling_minor), rule.ceiling_rate
