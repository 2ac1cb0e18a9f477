"""How many points a price gives: the formulas, as pure functions of the terms and of the prices at hand.

The ratio to the lowest price is the usual one. Formulas that measure against other bids can turn two bids
around because a third one, which cannot win, comes or goes; the absolute one cannot. A formula built on a
mean price is not offered: bids that cannot win move it most. Which formulas a method admits is data of the
country (``Method.price_formulas``; provision role ``scoring.price``). Under none of them does a lower own
price lower the own rank. Shown by ``tests/core/evaluation/test_formulas.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from daylight.core.acts.evaluation_terms import PriceFormula, PriceScale
from daylight.core.values.text import Text

#: Each formula in words; ``{full}`` and ``{none}`` are the prices the documents name.
FORMULAS: dict[PriceFormula, Text] = {
    PriceFormula.RATIO: Text(
        "价格分 = 分值 × 评标基准价 ÷ 评审价;最低评审价为评标基准价",
        "Price points: the most points × the lowest evaluated price ÷ this evaluated price",
    ),
    PriceFormula.LINEAR_FROM_LOWEST: Text(
        "价格分 = 分值 ×（2 − 评审价 ÷ 最低评审价），不低于零",
        "Price points: the most points × (2 − this evaluated price ÷ the lowest), never below zero",
    ),
    PriceFormula.LINEAR_BETWEEN: Text(
        "价格分 = 分值 ×（最高评审价 − 评审价）÷（最高评审价 − 最低评审价）",
        "Price points: the most points × (the highest − this evaluated price) ÷ (the highest − the lowest)",
    ),
    PriceFormula.ABSOLUTE: Text(
        "价格分 = 分值 ×（零分价 − 评审价）÷（零分价 − 满分价），在零与满分之间；与其他投标无关",
        "Price points: the most points × (price of no points − this evaluated price) ÷ (price of no points − "
        "price of all points), between none and all; other bids don't matter",
    ),
}


@dataclass(frozen=True)
class Field:
    """The evaluated prices at hand: the lowest and the highest, in minor units."""

    lowest: Fraction
    highest: Fraction


def points_of_price(most: Fraction, scale: PriceScale, field: Field, evaluated: Fraction) -> Fraction:
    """The points of an evaluated price, exact; never below zero or above the most."""
    match scale.formula:
        case PriceFormula.RATIO:
            return most * field.lowest / evaluated
        case PriceFormula.LINEAR_FROM_LOWEST:
            return most * max(Fraction(), 2 - evaluated / field.lowest)
        case PriceFormula.LINEAR_BETWEEN:
            apart = field.highest - field.lowest
            return most * (field.highest - evaluated) / apart if apart else most
        case PriceFormula.ABSOLUTE:
            assert scale.full is not None and scale.none is not None  # terms are sound
            apart = Fraction(scale.none.amount_minor - scale.full.amount_minor)
            return most * min(Fraction(1), max(Fraction(), (scale.none.amount_minor - evaluated) / apart))
        case _:
            assert_never(scale.formula)
