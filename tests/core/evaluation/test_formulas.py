"""Points for a price: worked figures, the paradox of relative formulas, the immunity of the absolute one."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from core.evaluation.cases import bid, inputs_of, scoring_terms
from core.evaluation.generated import random_inputs
from daylight.core.acts.evaluation_terms import (
    EvaluationMethod,
    PriceFormula,
    PriceScale,
    RankOn,
    TieBreak,
    terms_faults,
)
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.formulas import FORMULAS, Field, points_of_price
from daylight.core.values.money import Money

ABSOLUTE = PriceScale(PriceFormula.ABSOLUTE, Money(10, "CNY"), Money(60, "CNY"))
SCALES = (*(PriceScale(one) for one in PriceFormula if one is not PriceFormula.ABSOLUTE), ABSOLUTE)
FIELD = Field(Fraction(65), Fraction(130))


@pytest.mark.parametrize(
    ("scale", "evaluated", "points"),
    [
        (PriceScale(), 65, 30),
        (PriceScale(), 88, Fraction(975, 44)),
        (PriceScale(PriceFormula.LINEAR_FROM_LOWEST), 65, 30),
        (PriceScale(PriceFormula.LINEAR_FROM_LOWEST), 91, 18),
        (PriceScale(PriceFormula.LINEAR_FROM_LOWEST), 130, 0),
        (PriceScale(PriceFormula.LINEAR_FROM_LOWEST), 131, 0),
        (PriceScale(PriceFormula.LINEAR_BETWEEN), 65, 30),
        (PriceScale(PriceFormula.LINEAR_BETWEEN), 91, 18),
        (PriceScale(PriceFormula.LINEAR_BETWEEN), 130, 0),
        (ABSOLUTE, 9, 30),
        (ABSOLUTE, 10, 30),
        (ABSOLUTE, 35, 15),
        (ABSOLUTE, 60, 0),
        (ABSOLUTE, 61, 0),
    ],
)
def test_each_formula_gives_the_points_it_says(scale, evaluated, points):
    assert points_of_price(Fraction(30), scale, FIELD, Fraction(evaluated)) == points


def test_where_all_prices_are_equal_everybody_has_all_points():
    scale = PriceScale(PriceFormula.LINEAR_BETWEEN)
    assert points_of_price(Fraction(30), scale, Field(Fraction(7), Fraction(7)), Fraction(7)) == 30


def test_a_hopeless_bid_turns_two_others_around_under_the_ratio_and_not_under_the_absolute_formula():
    """A 90.90 is before B 90.27; with C at half the price A has 75.90 and B 76.64."""
    two = (bid("A", 100), bid("B", 110))
    three = (*two, bid("C", 50))
    marks = {"A": "60.9", "B": "63", "C": "14"}

    def order(bids, **scale):
        terms = replace(scoring_terms(30), **scale)
        found = evaluate(inputs_of(terms, bids, {one.bid: marks[one.bid] for one in bids}))
        return [line.bid for line in sorted(found.bids, key=lambda line: line.rank) if line.bid != "C"]

    assert order(two) == ["A", "B"] and order(three) == ["B", "A"]
    fixed = PriceScale(PriceFormula.ABSOLUTE, Money(40, "CNY"), Money(140, "CNY"))
    assert order(two, price_scale=fixed) == order(three, price_scale=fixed)


def scored(seed, scale):
    """A generated case of comprehensive scoring by a formula, ranked exactly, ties left to the draw."""
    inputs = random_inputs(seed, most_bids=5)
    terms = inputs.terms
    if terms.method is not EvaluationMethod.COMPREHENSIVE_SCORING:
        return None
    names = tuple(one.bid for one in inputs.bids)
    terms = replace(terms, price_scale=scale, rank_on=RankOn.EXACT, tie_breaks=(TieBreak.DRAW,))
    bids = tuple(replace(one, brand="") for one in inputs.bids)
    return replace(inputs, terms=terms, bids=bids, draw_order=names)


def test_under_the_absolute_formula_no_other_bid_moves_two_bids_against_each_other():
    cases = [inputs for inputs in (scored(seed, ABSOLUTE) for seed in range(100)) if inputs]
    for inputs in (one for one in cases if len(one.bids) > 2):
        whole = {line.bid: line.figure for line in evaluate(inputs).bids}
        for gone in inputs.bids:
            fewer = replace(
                inputs,
                bids=tuple(one for one in inputs.bids if one != gone),
                marks=tuple(one for one in inputs.marks if one.bid != gone.bid),
                draw_order=tuple(one for one in inputs.draw_order if one != gone.bid),
            )
            left = {name: figure for name, figure in whole.items() if name != gone.bid}
            assert {line.bid: line.figure for line in evaluate(fewer).bids} == left


@pytest.mark.parametrize("scale", SCALES)
def test_a_lower_own_price_never_worsens_the_own_rank_under_any_formula(scale):
    for seed in range(40):
        if inputs := scored(seed, scale):
            rng = random.Random(seed)
            own = rng.choice(inputs.bids)
            cheaper = replace(own, price=Money(max(1, own.price.amount_minor - rng.randint(1, 59)), "CNY"))
            after = replace(inputs, bids=tuple(cheaper if one == own else one for one in inputs.bids))
            assert evaluate(after).line(own.bid).rank <= evaluate(inputs).line(own.bid).rank, seed


@pytest.mark.parametrize(
    "scale",
    [
        PriceScale(PriceFormula.ABSOLUTE),
        PriceScale(PriceFormula.ABSOLUTE, Money(60, "CNY"), Money(60, "CNY")),
        PriceScale(PriceFormula.ABSOLUTE, Money(10, "CNY"), Money(60, "USD")),
        PriceScale(PriceFormula.RATIO, Money(10, "CNY"), Money(60, "CNY")),
    ],
)
def test_a_scale_that_cannot_be_computed_is_a_fault_of_the_terms(scale):
    found = [fault.code for fault in terms_faults(replace(scoring_terms(30), price_scale=scale))]
    assert found == ["terms.price-scale"]


def test_every_formula_has_its_words():
    assert set(FORMULAS) == set(PriceFormula)
