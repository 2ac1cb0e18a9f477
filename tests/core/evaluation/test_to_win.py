"""What would have been enough to win, against brute force and against the evaluation itself."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

from core.evaluation import at_scale
from core.evaluation.cases import bid, inputs_of, preference, price_terms, scoring_terms
from daylight.core.acts.evaluation_terms import TieBreak
from daylight.core.evaluation.to_win import PointsToWin, PriceToWin, points_to_win, price_to_win


def test_a_loser_sees_the_price_that_would_have_won():
    """A has 90.90 points; B has 63 and must find more than 27.90 in its price."""
    inputs = inputs_of(scoring_terms(30), (bid("A", 100_00), bid("B", 110_00)), {"A": "60.9", "B": 63})
    got = price_to_win(inputs, "B")
    assert got == PriceToWin(107_52, 2_48)
    assert Fraction(30 * 100_00, 107_52) + 63 > Fraction("90.9") > Fraction(30 * 100_00, 107_53) + 63


def test_a_preference_counts_in_the_price_to_win():
    terms = price_terms(preferences=(preference("small", "0.20"),))
    inputs = inputs_of(terms, (bid("A", 80_00), bid("B", 110_00, "small")))
    assert price_to_win(inputs, "B") == PriceToWin(99_99, 10_01)
    assert price_to_win(replace(inputs, draw_order=("B", "A")), "B") == PriceToWin(100_00, 10_00)


def test_the_winner_needs_nothing_and_a_hopeless_bid_has_no_price():
    inputs = inputs_of(scoring_terms(10), (bid("A", 2), bid("B", 1)), {"A": 90, "B": 10})
    assert price_to_win(inputs, "A") == PriceToWin(2, 0)
    assert price_to_win(inputs, "B") is None
    assert points_to_win(inputs, "A") == ()


def test_price_to_win_agrees_with_trying_every_price():
    """Here two hundred cases; ``tests/conformance/test_evaluation.py`` has five thousand."""
    met = Counter(at_scale.price_to_win_agrees(seed) for seed in range(200))
    assert min(met["none"], met["won"], met["lower"]) > 10, met


def test_points_to_win_says_whether_the_very_number_is_enough():
    bids = (bid("A", 100), bid("B", 110))
    inputs = inputs_of(scoring_terms(30), bids, {"A": 60, "B": 50})
    level = Fraction(90) - Fraction(30 * 100, 110) - 50
    assert points_to_win(inputs, "B") == (PointsToWin("quality", level, False, True),)
    dearer_wins_ties = replace(
        inputs, terms=replace(inputs.terms, tie_breaks=inputs.terms.tie_breaks[1:]), draw_order=("B", "A")
    )
    assert points_to_win(dearer_wins_ties, "B") == (PointsToWin("quality", level, True, True),)


def test_points_to_win_are_not_feasible_beyond_the_most_points():
    inputs = inputs_of(scoring_terms(30), (bid("A", 100), bid("B", 200)), {"A": 56, "B": 50})
    assert points_to_win(inputs, "B") == (PointsToWin("quality", Fraction(21), False, False),)


def test_the_most_points_are_enough_only_where_reaching_them_wins():
    inputs = inputs_of(scoring_terms(30), (bid("A", 100), bid("B", 200)), {"A": 55, "B": 50})
    assert points_to_win(inputs, "B") == (PointsToWin("quality", Fraction(20), False, False),)
    by_draw = replace(inputs, terms=scoring_terms(30, tie_breaks=(TieBreak.DRAW,)), draw_order=("B", "A"))
    assert points_to_win(by_draw, "B") == (PointsToWin("quality", Fraction(20), True, True),)


def test_points_to_win_are_the_border_between_winning_and_losing():
    """Here some cases; ``tests/conformance/test_evaluation.py`` has six hundred."""
    met = Counter(one for seed in range(150) for one in at_scale.points_to_win_are_the_border(seed))
    assert len(met) == 4 and min(met.values()) > 4, met
