"""What a bid costs over its life: exact fractions of minor units from whole prices, rounded once, when shown.

Price plus the costs of each year at the end of that year, less the residual value, all discounted:
``I + Σ C_t/(1+d)^t + (D_n − V_n)/(1+d)^n``. The cost is linear in the price, so a lower price is always a
lower cost. The bidder's form is drawn by the same function. Against slow arithmetic that shares no code:
``tests/core/evaluation/test_life_cycle.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import prod

from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.life_cycle_terms import LifeCycleTerms
from daylight.core.evaluation.inputs import ValidBid
from daylight.core.rulebook.life_cycle import CostLine

Declared = tuple[QuantityDeclared, ...]


@dataclass(frozen=True)
class CostOfYear:
    """What a cost amounts to in one year, and what that is worth today; a residual is below zero."""

    line: str
    year: int
    amount: Fraction
    present: Fraction


@dataclass(frozen=True)
class LifeCycleCost:
    """The price, every cost of every year, and their exact sum today, in minor units."""

    price_minor: int
    costs: tuple[CostOfYear, ...]
    total: Fraction

    def present_of(self, line: str) -> Fraction:
        """What one cost is worth today over all years."""
        return sum((one.present for one in self.costs if one.line == line), Fraction())

    def present_in(self, year: int) -> Fraction:
        """What all costs of a year are worth today."""
        return sum((one.present for one in self.costs if one.year == year), Fraction())


def life_cycle_cost(life: LifeCycleTerms, declared: Declared, price_minor: int) -> LifeCycleCost:
    """The cost of an offer year by year; terms and quantities are taken as sound."""
    given = {one.quantity: one.value for one in declared}
    costs = tuple(
        _in_year(life, line, year, given, price_minor)
        for line in life.lines
        for year in _years_of(life, line, given)
    )
    total = sum((one.present for one in costs), Fraction(price_minor))
    return LifeCycleCost(price_minor, costs, total)


def life_cycle_of(life: LifeCycleTerms | None, bid: ValidBid) -> Fraction | None:
    """The life-cycle cost of a bid; nothing where none is asked, or the bid declares nothing."""
    if life is None or (life.asked and not bid.quantities):
        return None
    per_unit, rest = _of_price(life, bid.quantities)
    return per_unit * bid.price.amount_minor + rest


@lru_cache(maxsize=4096)
def _of_price(life: LifeCycleTerms, declared: Declared) -> tuple[Fraction, Fraction]:
    """What one minor unit of price costs over the life, and what the rest does."""
    rest = life_cycle_cost(life, declared, 0).total
    return life_cycle_cost(life, declared, 1).total - rest, rest


def _in_year(
    life: LifeCycleTerms, line: CostLine, year: int, given: dict[str, Fraction], price_minor: int
) -> CostOfYear:
    fixed = {one.quantity: one.value * (1 + one.growth) ** year for one in life.fixed}
    product = prod(((fixed | given)[name] for name in line.factors), start=Fraction(1)) / line.per
    amount = -product * price_minor if line.kind == "residual" else product
    return CostOfYear(line.id, year, amount, amount / (1 + life.discount) ** year)


def _years_of(life: LifeCycleTerms, line: CostLine, given: dict[str, Fraction]) -> Iterator[int]:
    """At the end of which years a cost arises; what recurs is not renewed at the end of the life."""
    if line.timing == "end":
        yield life.years
    elif line.timing == "yearly":
        yield from range(1, life.years + 1)
    else:
        every = int(({one.quantity: one.value for one in life.fixed} | given)[line.every])
        yield from range(every, life.years, every)
