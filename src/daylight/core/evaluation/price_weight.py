"""What price really weighs: the points that past prices would have lain apart, beside those of quality.

A criterion that gives everybody nearly the same points decides nothing, whatever its share of the hundred.
Exact fractions all the way. Shown by ``tests/core/evaluation/test_price_weight.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import FULL_POINTS, CriterionKind, EvaluationMethod, EvaluationTerms
from daylight.core.acts.life_cycle_terms import LifeCycleTerms
from daylight.core.evaluation.formulas import Field, points_of_price
from daylight.core.evaluation.life_cycle import life_cycle_cost
from daylight.core.evaluation.scoring import rounded
from daylight.core.rulebook.life_cycle import intervals
from daylight.core.values.money import Money


@dataclass(frozen=True)
class PriceWeight:
    """``points`` is what the terms give price; the spreads tell bids apart; ``share`` is of both."""

    points: Fraction
    price_spread: Fraction
    quality_spread: Fraction
    share: Fraction


def effective_price_weight(
    terms: EvaluationTerms, prices: tuple[Money, ...], quality: tuple[Fraction, ...] = ()
) -> PriceWeight | None:
    """The weight of price by past prices; nothing where no two are known, or price is not scored.

    ``quality`` are past points for all else together; where none are known, they may lie as far apart as the
    terms let them.
    """
    points = sum((one.points for one in terms.criteria if one.kind is CriterionKind.PRICE), Fraction())
    scored = terms.method is EvaluationMethod.COMPREHENSIVE_SCORING and points > 0
    amounts = [Fraction(price.amount_minor) for price in prices if price.amount_minor > 0]
    if not scored or len(amounts) < 2:
        return None
    field = Field(min(amounts), max(amounts))
    least, most = (
        points_of_price(points, terms.price_scale, field, at) for at in (max(amounts), min(amounts))
    )
    price_spread = most - least
    quality_spread = max(quality) - min(quality) if quality else FULL_POINTS - points
    both = price_spread + quality_spread
    return PriceWeight(points, price_spread, quality_spread, price_spread / both if both else Fraction())


@dataclass(frozen=True)
class LifeCycleWeight:
    """The ``points`` for life-cycle cost, and the most that what bidders declare can move them.

    It ``decides`` nothing where that rounds to no points at all.
    """

    points: Fraction
    spread: Fraction
    decides: bool


def effective_life_cycle_weight(terms: EvaluationTerms, prices: tuple[Money, ...]) -> LifeCycleWeight | None:
    """What life-cycle cost weighs beyond price: at the lowest past price, from bound to bound.

    Nothing where no price is known, or the cost is not scored.
    """
    points = sum((one.points for one in terms.criteria if one.kind is CriterionKind.LIFE_CYCLE), Fraction())
    amounts = [price.amount_minor for price in prices if price.amount_minor > 0]
    if terms.life_cycle is None or not points or not amounts:
        return None
    least, most = (
        life_cycle_cost(terms.life_cycle, _at_bound(terms.life_cycle, dear=dear), min(amounts)).total
        for dear in (False, True)
    )
    spread = points - points * least / most
    decides = rounded(spread, terms.rounding.places, terms.rounding.mode) > 0
    return LifeCycleWeight(points, spread, decides)


def _at_bound(life: LifeCycleTerms, *, dear: bool) -> tuple[QuantityDeclared, ...]:
    """Every quantity where it costs most, or least: what recurs sooner costs more."""
    seldom = intervals(life.lines)
    return tuple(
        QuantityDeclared(one.quantity, one.high if dear is (one.quantity not in seldom) else one.low)
        for one in life.asked
    )
