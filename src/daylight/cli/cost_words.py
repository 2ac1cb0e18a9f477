"""A life-cycle cost in lines for a terminal: price, each cost as it is worth today, the sum.

Shown by ``tests/cli/test_life_cycle.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from daylight.client.own_cost import OwnCost
from daylight.core.acts.evaluation_terms import RoundingMode
from daylight.core.acts.life_cycle_terms import LifeCycleTerms
from daylight.core.evaluation.life_cycle import LifeCycleCost
from daylight.core.evaluation.scoring import rounded
from daylight.core.values.money import EXPONENTS, Money, money_words
from daylight.core.values.text import Text

PRICE = Text("报价", "price")
TOTAL = Text("全生命周期成本", "life-cycle cost")


def cost_lines(
    life: LifeCycleTerms, cost: LifeCycleCost, currency: str, mode: RoundingMode, lang: str
) -> Iterator[str]:
    """The parts of a cost and their sum, each rounded for itself."""
    yield f"  {PRICE.of(lang)}  {money_words(Money(cost.price_minor, currency))}"
    for line in life.lines:
        yield f"  {line.name.of(lang)}  {_money(cost.present_of(line.id), currency, mode)}"
    yield f"  {TOTAL.of(lang)}  {_money(cost.total, currency, mode)}"


def form_lines(own: OwnCost) -> Iterator[str]:
    """The bidder's form of a lot, in both languages: each quantity with its bounds, and what it holds."""
    yield f"{own.lot}  {TOTAL.zh} {TOTAL.en}  [{own.life.group}]"
    for line in own.lines:
        scale = 10 ** EXPONENTS[own.currency] if line.quantity.money else 1
        low, high = (value / scale for value in (line.asked.low, line.asked.high))
        given = str(line.declared.value / scale) if line.declared else "—"
        sign = "✓" if line.sound else "✗"
        unit, name = line.quantity.unit, line.quantity.name
        yield f"  {sign} {line.quantity.id} {name.zh} {name.en}: {given} ({low}–{high} {unit.zh} {unit.en})"


def _money(minor: Fraction, currency: str, mode: RoundingMode) -> str:
    shown = int(rounded(abs(minor), 0, mode))
    return f"{'−' if minor < 0 and shown else ''}{money_words(Money(shown, currency))}"
