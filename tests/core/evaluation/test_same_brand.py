"""Bids of one brand count as one: the best of it is a candidate, the others are not."""

from dataclasses import replace

import pytest

from core.evaluation.cases import bid, inputs_of, price_terms, scoring_terms
from daylight.core.acts.evaluation_terms import TieBreak
from daylight.core.evaluation.evaluate import evaluate


def of(brand, name, price):
    return replace(bid(name, price), brand=brand)


def ranks(inputs):
    return {line.bid: line.rank for line in evaluate(inputs).bids}


def test_by_price_only_the_lowest_of_a_brand_competes():
    bids = (of("X", "A", 90_00), of("X", "B", 80_00), of("Y", "C", 85_00), bid("D", 95_00))
    inputs = inputs_of(price_terms(), bids)
    assert ranks(inputs) == {"B": 1, "C": 2, "D": 3, "A": 0}
    assert evaluate(inputs).ranking == ("B", "C", "D")


def test_by_points_the_best_of_a_brand_is_the_candidate_and_its_price_may_be_another():
    bids = (of("X", "A", 80_00), of("X", "B", 100_00), of("Y", "C", 90_00))
    inputs = inputs_of(scoring_terms(30), bids, {"A": 40, "B": 70, "C": 50})
    result = evaluate(inputs)
    assert ranks(inputs) == {"B": 1, "C": 2, "A": 0}
    assert result.benchmark_minor == 80_00  # who is no candidate was evaluated all the same


@pytest.mark.parametrize(("order", "candidate"), [((), ()), (("A", "B"), ("A",)), (("B", "A"), ("B",))])
def test_level_bids_of_a_brand_wait_for_the_draw(order, candidate):
    bids = (of("X", "A", 80_00), of("X", "B", 80_00), of("Y", "C", 70_00))
    result = evaluate(inputs_of(price_terms(tie_breaks=(TieBreak.DRAW,)), bids, draw_order=order))
    if order:
        assert (result.ranking, result.draw_needed) == (("C", *candidate), ())
    else:
        assert (result.draw_needed, result.ranking) == ((("A", "B"),), ("C", "A", "B"))


def test_no_draw_is_needed_where_only_one_of_the_level_bids_is_a_candidate():
    bids = (of("X", "A", 80_00), of("X", "B", 70_00), bid("C", 80_00))
    assert evaluate(inputs_of(price_terms(), bids)).draw_needed == ()


def test_bids_without_a_brand_never_stand_for_one_another():
    assert ranks(inputs_of(price_terms(), (bid("A", 80_00), bid("B", 90_00)))) == {"A": 1, "B": 2}
