"""Small builders for evaluation cases, so that a test shows only what it is about."""

from fractions import Fraction

from daylight.core.acts.evaluation_terms import (
    Criterion,
    CriterionKind,
    EvaluationMethod,
    EvaluationTerms,
    Preference,
    RankOn,
    Rounding,
    RoundingMode,
    RoundingStage,
    TieBreak,
)
from daylight.core.evaluation.inputs import EvaluationInputs, Mark, ValidBid
from daylight.core.values.money import Money
from daylight.core.values.text import Text

TWO_PLACES = Rounding(2, RoundingMode.HALF_UP, RoundingStage.EACH_CRITERION)


def criterion(name, kind, points):
    return Criterion(name, Text(name, name), CriterionKind(kind), Fraction(points))


def preference(name, rate):
    return Preference(name, Fraction(rate), Text(name, name))


def scoring_terms(price=30, *, rank_on=RankOn.EXACT, rounding=TWO_PLACES, rest=None, **more):
    criteria = (
        criterion("price", "price", price),
        *(rest or (criterion("quality", "subjective", 100 - price),)),
    )
    more.setdefault("tie_breaks", (TieBreak.LOWER_PRICE, TieBreak.DRAW))
    return EvaluationTerms(EvaluationMethod.COMPREHENSIVE_SCORING, criteria, rounding, rank_on, **more)


def price_terms(*, rank_on=RankOn.EXACT, rounding=TWO_PLACES, **more):
    more.setdefault("tie_breaks", (TieBreak.DRAW,))
    return EvaluationTerms(EvaluationMethod.LOWEST_EVALUATED_PRICE, (), rounding, rank_on, **more)


def bid(name, amount_minor, *granted):
    return ValidBid(name, Money(amount_minor, "CNY"), granted, granted)


def inputs_of(terms, bids, quality=None, **more):
    """``quality``: bid → points on “quality”, by a single member."""
    marks = tuple(Mark("m1", name, "quality", Fraction(points)) for name, points in (quality or {}).items())
    return EvaluationInputs(terms, tuple(bids), ("m1",) if marks else (), marks, **more)
