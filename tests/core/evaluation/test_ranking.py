"""Order and ties: what separates equal bids, and what is left to the draw."""

from dataclasses import replace
from fractions import Fraction

from core.evaluation.cases import bid, inputs_of, preference, price_terms, scoring_terms
from daylight.core.acts.evaluation_terms import (
    EvaluationMethod,
    RankOn,
    Rounding,
    RoundingMode,
    RoundingStage,
    TieBreak,
)
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.ranking import Tie, ranking
from daylight.core.evaluation.scoring import Standing
from daylight.core.values.money import Money

TERMS = scoring_terms()


def standing(name, total, price):
    return Standing(name, Money(price, "CNY"), Fraction(price), (), Fraction(total), Fraction(total))


def order(result):
    return [(line.bid, line.rank) for line in result.bids]


def test_equal_totals_are_ordered_by_the_lower_price():
    placed = (standing("A", 90, 95), standing("B", 90, 93), standing("C", 88, 80))
    got = ranking(TERMS, placed, ())
    assert got.ranks == (("B", 1), ("A", 2), ("C", 3))
    assert got.ties == (Tie(("B", "A"), (TieBreak.LOWER_PRICE,), False),)
    assert got.shared == ()


def test_bids_that_nothing_separates_share_a_rank_and_wait_for_the_draw():
    placed = (standing("A", 90, 95), standing("B", 90, 95), standing("C", 88, 80))
    waiting = ranking(TERMS, placed, ())
    assert (waiting.ranks, waiting.shared, waiting.leaders) == (
        (("A", 1), ("B", 1), ("C", 3)),
        (("A", "B"),),
        ("A", "B"),
    )
    drawn = ranking(TERMS, placed, ("C", "B", "A"))
    assert drawn.ranks == (("B", 1), ("A", 2), ("C", 3))
    assert drawn.ties == (Tie(("B", "A"), (TieBreak.DRAW,), False),)


def test_a_draw_that_leaves_out_a_tied_bid_separates_nobody():
    placed = (standing("A", 90, 95), standing("B", 90, 95))
    assert ranking(TERMS, placed, ("A",)).ranks == (("A", 1), ("B", 1))


def test_without_a_draw_in_the_terms_a_tie_stays_and_no_draw_is_asked_for():
    terms = scoring_terms(tie_breaks=(TieBreak.LOWER_PRICE,))
    result = evaluate(inputs_of(terms, (bid("A", 9), bid("B", 9)), {"A": 60, "B": 60}))
    assert (order(result), result.draw_needed) == ([("A", 1), ("B", 1)], ())
    assert result.line("A").tie == Tie(("A", "B"), (), True)


def test_the_lower_price_as_bid_and_the_lower_evaluated_price_can_choose_differently():
    placed = (standing("A", 90, 95), replace(standing("B", 90, 96), evaluated_minor=Fraction(80)))
    by_bid = replace(TERMS, tie_breaks=(TieBreak.LOWER_BID_PRICE,))
    assert ranking(TERMS, placed, ()).leaders == ("B",)
    assert ranking(by_bid, placed, ()).leaders == ("A",)


def test_lowest_evaluated_price_ranks_by_price_after_preferences():
    terms = price_terms(preferences=(preference("small", "0.10"),))
    result = evaluate(
        inputs_of(terms, (bid("A", 100_00), bid("B", 110_00, "small"), bid("C", 99_00, "small")))
    )
    assert result.method is EvaluationMethod.LOWEST_EVALUATED_PRICE
    assert [(line.bid, line.figure) for line in result.bids] == [
        ("C", Fraction(8910)),
        ("B", Fraction(9900)),
        ("A", Fraction(10000)),
    ]


def test_lowest_evaluated_price_rounds_in_major_units_where_the_terms_rank_on_rounded():
    whole_yuan = Rounding(0, RoundingMode.DOWN, RoundingStage.TOTAL)
    bids = (bid("A", 100_40), bid("B", 100_30), bid("C", 101_00))
    exact = evaluate(inputs_of(price_terms(rounding=whole_yuan), bids))
    shown = evaluate(inputs_of(price_terms(rounding=whole_yuan, rank_on=RankOn.ROUNDED), bids))
    assert order(exact) == [("B", 1), ("A", 2), ("C", 3)]
    assert order(shown) == [("A", 1), ("B", 1), ("C", 3)]
    assert (shown.draw_needed, shown.rounding_changes) == ((("A", "B"),), ("A",))


def test_the_result_says_where_rounding_changes_the_rank():
    """Exact: B leads by 0.001. Rounded to two places both have 60.00, and A has the lower price."""
    rest_of_b = 60 + Fraction(1, 1000) - Fraction(30 * 100, 110)
    inputs = inputs_of(scoring_terms(30), (bid("A", 100), bid("B", 110)), {"A": 30, "B": rest_of_b})
    exact = evaluate(inputs)
    shown = evaluate(replace(inputs, terms=replace(inputs.terms, rank_on=RankOn.ROUNDED)))
    assert (exact.leaders, shown.leaders) == (("B",), ("A",))
    assert exact.rounding_changes == shown.rounding_changes == ("A", "B")
    assert [(line.rank, line.rank_exact, line.rank_rounded) for line in shown.bids] == [(1, 2, 1), (2, 1, 2)]
