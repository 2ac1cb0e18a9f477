"""Why this bid won and not that one: gaps, what would have been enough, what the result hangs on.

The contribution table is the result itself (points per bid and criterion). All figures are exact; nothing
here changes a result. Shown by ``tests/core/evaluation/test_explain.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from daylight.core.acts.evaluation_terms import (
    FULL_POINTS,
    CriterionKind,
    EvaluationMethod,
    EvaluationTerms,
)
from daylight.core.evaluation.evaluate import EvaluatedBid, EvaluationResult, evaluate
from daylight.core.evaluation.inputs import EvaluationInputs
from daylight.core.evaluation.ranking import ranking
from daylight.core.evaluation.scoring import mean_marks, standings
from daylight.core.evaluation.to_win import PointsToWin, PriceToWin, points_to_win, price_to_win
from daylight.core.values.fault import Fault


class Left(StrEnum):
    """What is left out to see whether the result hangs on it."""

    BID = "bid"
    MEMBER = "member"
    CRITERION = "criterion"


@dataclass(frozen=True)
class Gap:
    """By how many points the winner is ahead on one criterion; negative where it is behind."""

    criterion: str
    points: Fraction


@dataclass(frozen=True)
class SwitchingWeight:
    """The share of price in all points at which two bids are level, and who leads where price weighs more."""

    price_share: Fraction
    leads_above: str


@dataclass(frozen=True)
class Comparison:
    """One bid against the winner: gaps, the margin they sum to, and what would have been enough."""

    bid: str
    winner: str
    gaps: tuple[Gap, ...]
    margin: Fraction
    price_to_win: PriceToWin | None
    points_to_win: tuple[PointsToWin, ...]
    switching_weight: SwitchingWeight | None


@dataclass(frozen=True)
class WithoutOne:
    """Leaving out this one bid, member or criterion gives these leaders instead."""

    left: Left
    id: str
    leaders: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """Every other bid against the first of the leaders, and everything whose absence changes the leaders."""

    leaders: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    hangs_on: tuple[WithoutOne, ...]


def explain(inputs: EvaluationInputs) -> Explanation | tuple[Fault, ...]:
    """Explain the evaluation of these inputs, or say what keeps them from being evaluated."""
    result = evaluate(inputs)
    if not isinstance(result, EvaluationResult):
        return result
    winner, *others = result.bids
    comparisons = (_compare(inputs, winner, other) for other in others)
    return Explanation(result.leaders, tuple(comparisons), leave_one_out(inputs))


def gaps(winner: EvaluatedBid, other: EvaluatedBid) -> tuple[Gap, ...]:
    """The winner's points less the other's, criterion by criterion; they sum to the exact margin."""
    return tuple(
        Gap(own.criterion, own.exact - rival.exact)
        for own, rival in zip(winner.points, other.points, strict=True)
    )


def switching_weight(
    terms: EvaluationTerms, winner: EvaluatedBid, other: EvaluatedBid
) -> SwitchingWeight | None:
    """Where price against all the rest would have to weigh for the two to be level, if anywhere."""
    price = next((one for one in terms.criteria if one.kind is CriterionKind.PRICE), None)
    if price is None or price.points == FULL_POINTS:
        return None
    (own_price, own_rest), (price_of, rest_of) = (
        _unit_scores(line, price.id, price.points) for line in (winner, other)
    )
    ahead_on_price, behind_on_rest = own_price - price_of, rest_of - own_rest
    if ahead_on_price + behind_on_rest == 0:
        return None
    share = behind_on_rest / (ahead_on_price + behind_on_rest)
    if not 0 <= share <= 1:
        return None
    return SwitchingWeight(share, winner.bid if ahead_on_price + behind_on_rest > 0 else other.bid)


def leave_one_out(inputs: EvaluationInputs) -> tuple[WithoutOne, ...]:
    """Each loser, member and criterion whose absence alone would change who leads."""
    leaders = _leaders(inputs)
    found = ((left, name, _leaders(without)) for left, name, without in _without_each(inputs, leaders))
    return tuple(WithoutOne(left, name, others) for left, name, others in found if others != leaders)


def _compare(inputs: EvaluationInputs, winner: EvaluatedBid, other: EvaluatedBid) -> Comparison:
    ahead = winner.figure - other.figure
    scored = inputs.terms.method is EvaluationMethod.COMPREHENSIVE_SCORING
    return Comparison(
        other.bid,
        winner.bid,
        gaps(winner, other),
        ahead if scored else -ahead,
        price_to_win(inputs, other.bid),
        points_to_win(inputs, other.bid),
        switching_weight(inputs.terms, winner, other),
    )


def _unit_scores(line: EvaluatedBid, price: str, most: Fraction) -> tuple[Fraction, Fraction]:
    own = next(part.exact for part in line.points if part.criterion == price)
    return own / most, (line.figure - own) / (FULL_POINTS - most)


def _leaders(inputs: EvaluationInputs) -> tuple[str, ...]:
    placed = standings(inputs.terms, inputs.bids, mean_marks(inputs.marks))
    return ranking(inputs.terms, placed, inputs.draw_order).leaders


def _without_each(
    inputs: EvaluationInputs, leaders: tuple[str, ...]
) -> Iterator[tuple[Left, str, EvaluationInputs]]:
    for bid in inputs.bids:
        if bid.bid not in leaders:
            yield Left.BID, bid.bid, replace(inputs, bids=tuple(b for b in inputs.bids if b != bid))
    for member in inputs.members if inputs.members[1:] else ():
        marks = tuple(mark for mark in inputs.marks if mark.member != member)
        yield Left.MEMBER, member, replace(inputs, marks=marks)
    for criterion in inputs.terms.criteria if inputs.terms.criteria[1:] else ():
        criteria = tuple(one for one in inputs.terms.criteria if one != criterion)
        yield Left.CRITERION, criterion.id, replace(inputs, terms=replace(inputs.terms, criteria=criteria))
