"""From prices and marks to the figure each bid is ranked by; exact fractions all the way.

Price points follow one of the ``formulas``; life-cycle cost is scored by the ratio to the lowest. Nothing is
rounded before the place the terms name.
Shown by ``tests/core/evaluation/test_scoring.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm
from typing import assert_never

from daylight.core.acts.evaluation_terms import (
    Criterion,
    CriterionKind,
    EvaluationMethod,
    EvaluationTerms,
    Preference,
    PriceScale,
    RoundingMode,
    RoundingStage,
)
from daylight.core.evaluation.formulas import Field, points_of_price
from daylight.core.evaluation.inputs import Mark, ValidBid
from daylight.core.evaluation.life_cycle import life_cycle_of
from daylight.core.values.money import EXPONENTS, Money

Means = Mapping[tuple[str, str], Fraction]


@dataclass(frozen=True)
class CriterionPoints:
    """What a bid gets on one criterion, before and after rounding."""

    criterion: str
    exact: Fraction
    rounded: Fraction


@dataclass(frozen=True)
class Standing:
    """A bid with the figure it is ranked by: total points, or an amount in minor units.

    The amount is its evaluated price, or its ``life_cycle`` cost where that ranks.
    """

    bid: str
    price: Money
    evaluated_minor: Fraction
    points: tuple[CriterionPoints, ...]
    figure: Fraction
    figure_rounded: Fraction
    life_cycle: Fraction | None = None


def evaluated_price(price: Money, rates: Iterable[Fraction]) -> Fraction:
    """The price used for evaluation, in minor units: each rate is taken off the price as bid, additively."""
    return price.amount_minor * (1 - sum(rates, Fraction()))


def added(parts: Iterable[Fraction]) -> Fraction:
    """The exact sum, over one common denominator: adding one by one reduces at every step."""
    terms = [part.as_integer_ratio() for part in parts]
    whole = lcm(*(below for _, below in terms))
    return Fraction(sum(above * (whole // below) for above, below in terms), whole)


def mean_marks(marks: Iterable[Mark]) -> Means:
    """The mean of the members' marks, by bid and criterion."""
    given: dict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for mark in marks:
        given[mark.bid, mark.criterion].append(mark.points)
    return {key: added(points) / len(points) for key, points in given.items()}


def rounded(value: Fraction, places: int, mode: RoundingMode) -> Fraction:
    """The value at so many decimal places; figures here are never negative, so down is towards zero."""
    scale: int = 10**places
    scaled = value * scale
    match mode:
        case RoundingMode.HALF_UP:
            whole = floor(scaled + Fraction(1, 2))
        case RoundingMode.HALF_EVEN:
            whole = round(scaled)
        case RoundingMode.DOWN:
            whole = floor(scaled)
        case _:
            assert_never(mode)
    return Fraction(whole, scale)


def standings(terms: EvaluationTerms, bids: tuple[ValidBid, ...], means: Means) -> tuple[Standing, ...]:
    """The figure of every bid, in the order the bids are given; inputs are taken as sound."""
    rates = _rates(terms.preferences)
    costs = [life_cycle_of(terms.life_cycle, bid) for bid in bids]
    offered = [
        _Offered(bid, evaluated_price(bid.price, (rates[name] for name in bid.granted)), cost)
        for bid, cost in zip(bids, costs, strict=True)
    ]
    if terms.method is not EvaluationMethod.COMPREHENSIVE_SCORING:
        return tuple(_by_amount(terms, one) for one in offered)
    prices = [one.evaluated for one in offered]
    least = _Least(Field(min(prices), max(prices)), benchmark_of(costs))
    return tuple(_by_points(terms, one, _points_of(terms, one, least, means)) for one in offered)


def life_cycle_shown(terms: EvaluationTerms, cost: Fraction | None) -> int | None:
    """A life-cycle cost in whole minor units, rounded as the terms round."""
    return None if cost is None else int(rounded(cost, 0, terms.rounding.mode))


def benchmark_of(costs: Iterable[Fraction | None]) -> Fraction | None:
    """The lowest life-cycle cost of those that are known."""
    return min((cost for cost in costs if cost is not None), default=None)


@dataclass(frozen=True)
class _Offered:
    bid: ValidBid
    evaluated: Fraction
    life_cycle: Fraction | None


@dataclass(frozen=True)
class _Least:
    price: Field
    life_cycle: Fraction | None


def _rates(preferences: tuple[Preference, ...]) -> dict[str, Fraction]:
    return {preference.id: preference.rate for preference in preferences}


def _points_of(
    terms: EvaluationTerms, one: _Offered, least: _Least, means: Means
) -> tuple[CriterionPoints, ...]:
    exact = ((each.id, _exact_points(terms.price_scale, each, one, least, means)) for each in terms.criteria)
    each = terms.rounding.stage is RoundingStage.EACH_CRITERION
    places, mode = terms.rounding.places, terms.rounding.mode
    return tuple(
        CriterionPoints(name, points, rounded(points, places, mode) if each else points)
        for name, points in exact
    )


def _exact_points(
    scale: PriceScale, criterion: Criterion, one: _Offered, least: _Least, means: Means
) -> Fraction:
    if criterion.kind is CriterionKind.PRICE:
        return points_of_price(criterion.points, scale, least.price, one.evaluated)
    if criterion.kind is CriterionKind.LIFE_CYCLE:
        assert least.life_cycle is not None and one.life_cycle is not None  # inputs are sound
        return criterion.points * least.life_cycle / one.life_cycle
    return means[one.bid.bid, criterion.id]


def _by_points(terms: EvaluationTerms, one: _Offered, points: tuple[CriterionPoints, ...]) -> Standing:
    total = added(part.exact for part in points)
    if terms.rounding.stage is RoundingStage.TOTAL:
        shown = rounded(total, terms.rounding.places, terms.rounding.mode)
    else:
        shown = added(part.rounded for part in points)
    return Standing(one.bid.bid, one.bid.price, one.evaluated, points, total, shown, one.life_cycle)


def _by_amount(terms: EvaluationTerms, one: _Offered) -> Standing:
    figure = one.evaluated
    if terms.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST:
        assert one.life_cycle is not None  # inputs are sound
        figure = one.life_cycle
    scale: int = 10 ** EXPONENTS[one.bid.price.currency]
    shown = rounded(figure / scale, terms.rounding.places, terms.rounding.mode) * scale
    return Standing(one.bid.bid, one.bid.price, one.evaluated, (), figure, shown, one.life_cycle)
