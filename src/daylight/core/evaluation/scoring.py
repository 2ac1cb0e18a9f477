"""From prices and marks to the figure each bid is ranked by; exact fractions all the way.

The price formula is the ratio to the lowest evaluated price, the benchmark (provision role
``evaluation.price_formula``). Formulas built on a mean price are not offered: bids that cannot win move them
most. Nothing is rounded before the place the terms name. Shown by ``tests/core/evaluation/test_scoring.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm
from typing import assert_never

from daylight.core.acts.evaluation_terms import (
    CriterionKind,
    EvaluationMethod,
    EvaluationTerms,
    Preference,
    Rounding,
    RoundingMode,
    RoundingStage,
)
from daylight.core.evaluation.inputs import Mark, ValidBid
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
    """A bid with the figure it is ranked by: total points, or its evaluated price in minor units."""

    bid: str
    price: Money
    evaluated_minor: Fraction
    points: tuple[CriterionPoints, ...]
    figure: Fraction
    figure_rounded: Fraction


def evaluated_price(price: Money, rates: Iterable[Fraction]) -> Fraction:
    """The price used for evaluation, in minor units: each rate is taken off the price as bid, additively."""
    return price.amount_minor * (1 - sum(rates, Fraction()))


def price_points(most: Fraction, benchmark: Fraction, evaluated: Fraction) -> Fraction:
    """The ratio formula: all points at the benchmark, the same share less as the price is higher."""
    return most * benchmark / evaluated


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
    evaluated = [evaluated_price(bid.price, (rates[name] for name in bid.granted)) for bid in bids]
    if terms.method is EvaluationMethod.LOWEST_EVALUATED_PRICE:
        return tuple(_by_price(terms.rounding, *pair) for pair in zip(bids, evaluated, strict=True))
    benchmark = min(evaluated)
    return tuple(
        _by_points(terms, bid, price, _points_of(terms, bid.bid, (benchmark, price), means))
        for bid, price in zip(bids, evaluated, strict=True)
    )


def _rates(preferences: tuple[Preference, ...]) -> dict[str, Fraction]:
    return {preference.id: preference.rate for preference in preferences}


def _points_of(
    terms: EvaluationTerms, bid: str, prices: tuple[Fraction, Fraction], means: Means
) -> tuple[CriterionPoints, ...]:
    exact = (
        (
            criterion.id,
            price_points(criterion.points, *prices)
            if criterion.kind is CriterionKind.PRICE
            else means[bid, criterion.id],
        )
        for criterion in terms.criteria
    )
    each = terms.rounding.stage is RoundingStage.EACH_CRITERION
    places, mode = terms.rounding.places, terms.rounding.mode
    return tuple(
        CriterionPoints(name, points, rounded(points, places, mode) if each else points)
        for name, points in exact
    )


def _by_points(
    terms: EvaluationTerms, bid: ValidBid, evaluated: Fraction, points: tuple[CriterionPoints, ...]
) -> Standing:
    total = added(part.exact for part in points)
    if terms.rounding.stage is RoundingStage.TOTAL:
        shown = rounded(total, terms.rounding.places, terms.rounding.mode)
    else:
        shown = added(part.rounded for part in points)
    return Standing(bid.bid, bid.price, evaluated, points, total, shown)


def _by_price(rounding: Rounding, bid: ValidBid, evaluated: Fraction) -> Standing:
    scale: int = 10 ** EXPONENTS[bid.price.currency]
    shown = rounded(evaluated / scale, rounding.places, rounding.mode) * scale
    return Standing(bid.bid, bid.price, evaluated, (), evaluated, shown)
