"""What solicitation documents say of life-cycle cost: the method, the data asked, and every value they fix.

The terms carry the costs of their product group whole, so who holds the documents computes with nothing
else. Rates are stated as real or nominal, costs stand at the end of their year. What a bidder declares must
be complete, within bounds, and shown. Read by ``daylight.core.evaluation.life_cycle``.
Shown by ``tests/core/acts/test_life_cycle_terms.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Literal

from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.rulebook.life_cycle import CostLine, Quantity, intervals, unsound
from daylight.core.values.fault import Fault, fault

MOST_YEARS = 100


@dataclass(frozen=True)
class Fixed:
    """A value the documents fix for all bids; ``growth`` is by how much it rises each year."""

    quantity: str
    value: Fraction
    growth: Fraction = Fraction()


@dataclass(frozen=True)
class Asked:
    """A quantity each bidder declares, between the two, both included."""

    quantity: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class LifeCycleTerms:
    """How the life-cycle cost of each bid for a lot is computed, for one ``group`` of products."""

    group: str
    quantities: tuple[Quantity, ...]
    lines: tuple[CostLine, ...]
    years: int
    discount: Fraction
    rates: Literal["real", "nominal"]
    fixed: tuple[Fixed, ...]
    asked: tuple[Asked, ...]
    timing: Literal["end_of_year"] = "end_of_year"

    def quantity(self, id: str) -> Quantity | None:
        """The quantity of that name."""
        return next((one for one in self.quantities if one.id == id), None)


def life_cycle_faults(life: LifeCycleTerms) -> Iterator[Fault]:
    """Everything that keeps these terms from giving a cost, all at once."""
    yield from unsound(life.lines, life.quantities)
    yield from _unmatched(life, "documents", [one.quantity for one in life.fixed])
    yield from _unmatched(life, "bidder", [one.quantity for one in life.asked])
    if not (1 <= life.years <= MOST_YEARS and 0 <= life.discount < 1):
        yield fault(
            "life-cycle.rates",
            "使用年限为 {years} 年、折现率为 {discount}；年限应为 1 至 {most} 年，折现率不小于 0 且小于 1。",
            "A life of {years} years at a discount of {discount}; a life has 1 to {most} years, "
            "a discount is 0 or more and below 1.",
            years=life.years,
            discount=life.discount,
            most=MOST_YEARS,
        )
        return
    for name in _out_of_bounds(life):
        yield fault(
            "life-cycle.bounds",
            "“{id}”的数值或上下限无效：不得为负，间隔至少一年，残值低于价格。",
            "The value or the bounds of “{id}” are not sound: none is negative, "
            "an interval is a year or more, a residual stays below the price.",
            id=name,
        )


def not_declared(life: LifeCycleTerms, declared: tuple[QuantityDeclared, ...]) -> Iterator[str]:
    """The quantities a bid does not declare as asked: once, within bounds, with the evidence; no others."""
    given = Counter(one.quantity for one in declared)
    bounds = {one.quantity: one for one in life.asked}
    yield from sorted(name for name in set(given) ^ set(bounds))
    for one in declared:
        asked, quantity = bounds.get(one.quantity), life.quantity(one.quantity)
        if asked is None or quantity is None:
            continue
        whole = one.value.denominator == 1 or not (quantity.money or one.quantity in intervals(life.lines))
        within = asked.low <= one.value <= asked.high
        if given[one.quantity] > 1 or not (whole and within and one.evidence.strip()):
            yield one.quantity


def _unmatched(life: LifeCycleTerms, by: str, given: list[str]) -> Iterator[Fault]:
    wanted = Counter(one.id for one in life.quantities if one.by == by)
    for name in sorted(((wanted - Counter(given)) + (Counter(given) - wanted)).keys()):
        yield fault(
            "life-cycle.data",
            "“{id}”应由采购文件或供应商恰好给出一次。",
            "“{id}” is to be given exactly once, by the documents or by the bidder as its group says.",
            id=name,
        )


def _out_of_bounds(life: LifeCycleTerms) -> Iterator[str]:
    most = {one.quantity: one.value for one in life.fixed} | {one.quantity: one.high for one in life.asked}
    least = {one.quantity: one.value for one in life.fixed} | {one.quantity: one.low for one in life.asked}
    recurring = intervals(life.lines)
    for name in sorted(most):
        whole = least[name].denominator == most[name].denominator == 1
        if not 0 <= least[name] <= most[name] or (name in recurring and not (whole and least[name] >= 1)):
            yield name
    yield from (one.quantity for one in life.fixed if not -1 < one.growth < 1)
    yield from (one.quantity for one in life.fixed if one.growth and one.quantity in recurring)
    for line in life.lines:
        if line.kind == "residual" and _highest(life, line, most) >= 1:
            yield line.id


def _highest(life: LifeCycleTerms, line: CostLine, most: dict[str, Fraction]) -> Fraction:
    """The share of the price a residual can reach by the end of the life."""
    grown = {one.quantity: max(Fraction(1), (1 + one.growth) ** life.years) for one in life.fixed}
    factors = (most.get(name, Fraction()) * grown.get(name, Fraction(1)) for name in line.factors)
    return prod(factors, start=Fraction(1)) / line.per if line.per > 0 else Fraction()
