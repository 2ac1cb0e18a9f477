"""What a bid would have needed to win: a lower price, or more points on one criterion.

A lower own price never worsens the own rank while the set of valid bids stays (a property test shows it), so
the least reduction is found by halving; trying every price agrees (``tests/core/evaluation/test_to_win.py``).
Preferences, rounding, what is ranked on and ties are those of the evaluation itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from daylight.core.acts.evaluation_terms import RankOn, Rounding, RoundingMode, RoundingStage
from daylight.core.evaluation.inputs import EvaluationInputs, marked_criteria
from daylight.core.evaluation.ranking import ranking
from daylight.core.evaluation.scoring import (
    CriterionPoints,
    Means,
    Standing,
    added,
    mean_marks,
    rounded,
    standings,
)
from daylight.core.values.money import Money


@dataclass(frozen=True)
class PriceToWin:
    """The highest price, not above the one bid, at which the bid wins; ``less_minor`` is the reduction."""

    price_minor: int
    less_minor: int


@dataclass(frozen=True)
class PointsToWin:
    """Points missing on one criterion: this many or more, or (not ``inclusive``) anything above this many."""

    criterion: str
    more: Fraction
    inclusive: bool
    feasible: bool


def price_to_win(inputs: EvaluationInputs, bid: str) -> PriceToWin | None:
    """The least reduction of a bid's price that makes it the only winner, if there is one."""
    inputs, means = _quality_summed(inputs)
    offered = next(one.price.amount_minor for one in inputs.bids if one.bid == bid)
    if _wins_at(inputs, means, bid, price_minor=offered):
        return PriceToWin(offered, 0)
    if not _wins_at(inputs, means, bid, price_minor=1):
        return None
    wins, loses = 1, offered
    while loses - wins > 1:
        middle = (wins + loses) // 2
        if _wins_at(inputs, means, bid, price_minor=middle):
            wins = middle
        else:
            loses = middle
    return PriceToWin(wins, offered - wins)


def points_to_win(inputs: EvaluationInputs, bid: str) -> tuple[PointsToWin, ...]:
    """For each marked criterion, the points this bid lacks to be the only winner, all else being equal."""
    terms = inputs.terms
    placed = standings(terms, inputs.bids, mean_marks(inputs.marks))
    own = next(one for one in placed if one.bid == bid)
    if not marked_criteria(terms) or ranking(terms, placed, inputs.draw_order).leaders == (bid,):
        return ()
    most = {criterion.id: criterion.points for criterion in marked_criteria(terms)}
    target, inclusive = _target(inputs, placed, own)
    return tuple(
        _lacking(inputs, own, part, goal=(target, inclusive), most=most[part.criterion])
        for part in own.points
        if part.criterion in most
    )


def _quality_summed(inputs: EvaluationInputs) -> tuple[EvaluationInputs, Means]:
    """The same race with one mark for each bid: no price moves a mark, so their sum can stand for them."""
    terms, marked = inputs.terms, marked_criteria(inputs.terms)
    means = mean_marks(inputs.marks)
    if not marked:
        return inputs, means
    by_steps = terms.rank_on is RankOn.ROUNDED and terms.rounding.stage is RoundingStage.EACH_CRITERION
    places, mode = terms.rounding.places, terms.rounding.mode

    def summed(bid: str) -> Fraction:
        points = [means[bid, one.id] for one in marked]
        return added(rounded(each, places, mode) if by_steps else each for each in points)

    one, *_ = marked
    criteria = tuple(each for each in terms.criteria if each not in marked[1:])
    return (
        replace(inputs, terms=replace(terms, criteria=criteria), marks=()),
        {(bid.bid, one.id): summed(bid.bid) for bid in inputs.bids},
    )


def _wins_at(inputs: EvaluationInputs, means: Means, bid: str, *, price_minor: int) -> bool:
    bids = tuple(
        replace(one, price=Money(price_minor, one.price.currency)) if one.bid == bid else one
        for one in inputs.bids
    )
    placed = standings(inputs.terms, bids, means)
    return ranking(inputs.terms, placed, inputs.draw_order).leaders == (bid,)


def _target(inputs: EvaluationInputs, placed: tuple[Standing, ...], own: Standing) -> tuple[Fraction, bool]:
    """The total to reach, and whether reaching it is enough; on rounded totals the next step always is."""
    rounding, on_rounded = inputs.terms.rounding, inputs.terms.rank_on is RankOn.ROUNDED
    rivals = [one for one in placed if one.bid != own.bid]
    best = max(one.figure_rounded if on_rounded else one.figure for one in rivals)
    level = (*rivals, replace(own, figure=best, figure_rounded=best))
    if ranking(inputs.terms, level, inputs.draw_order).leaders == (own.bid,):
        return best, True
    return (best + _step(rounding), True) if on_rounded else (best, False)


def _lacking(
    inputs: EvaluationInputs,
    own: Standing,
    part: CriterionPoints,
    *,
    goal: tuple[Fraction, bool],
    most: Fraction,
) -> PointsToWin:
    target, inclusive = goal
    rounding = inputs.terms.rounding
    if inputs.terms.rank_on is RankOn.EXACT:
        needed = target - (own.figure - part.exact)
    elif rounding.stage is RoundingStage.EACH_CRITERION:
        needed, inclusive = _before_rounding(target - (own.figure_rounded - part.rounded), rounding)
    else:
        needed, inclusive = _before_rounding(target, rounding)
        needed -= own.figure - part.exact
    feasible = needed < most or (needed == most and inclusive)
    return PointsToWin(part.criterion, needed - part.exact, inclusive, feasible)


def _before_rounding(target: Fraction, rounding: Rounding) -> tuple[Fraction, bool]:
    """The least value that rounds to the target or above, and whether that very value does."""
    step = _step(rounding)
    match rounding.mode:
        case RoundingMode.HALF_UP:
            return target - step / 2, True
        case RoundingMode.HALF_EVEN:
            return target - step / 2, (target / step) % 2 == 0
        case RoundingMode.DOWN:
            return target, True
        case _:
            assert_never(rounding.mode)


def _step(rounding: Rounding) -> Fraction:
    scale: int = 10**rounding.places
    return Fraction(1, scale)
