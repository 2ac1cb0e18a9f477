"""Prices, points and rounding, by the worked examples."""

from fractions import Fraction

import pytest

from core.evaluation.cases import bid, inputs_of, preference, scoring_terms
from daylight.core.acts.evaluation_terms import RoundingMode
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.scoring import evaluated_price, rounded
from daylight.core.values.money import Money


def test_preferences_add_up_on_the_price_as_bid():
    """100 − 20 − 15 = 65, not 100 × 0.80 × 0.85 = 68."""
    assert evaluated_price(Money(100, "CNY"), (Fraction(20, 100), Fraction(15, 100))) == 65


@pytest.mark.parametrize(
    ("value", "half_up", "half_even", "down"),
    [
        ("1.005", "1.01", "1.00", "1.00"),
        ("1.015", "1.02", "1.02", "1.01"),
        ("2.0049", "2.00", "2.00", "2.00"),
    ],
)
def test_each_rounding_mode_treats_the_half_as_it_says(value, half_up, half_even, down):
    got = [rounded(Fraction(value), 2, mode) for mode in RoundingMode]
    assert got == [Fraction(half_up), Fraction(half_even), Fraction(down)]


def test_worked_example_of_price_points_with_two_preferences():
    terms = scoring_terms(30, preferences=(preference("domestic", "0.20"), preference("small", "0.15")))
    bids = (
        bid("A", 1_000_000_00, "domestic", "small"),
        bid("B", 880_000_00),
        bid("C", 1_100_000_00, "domestic"),
    )
    result = evaluate(inputs_of(terms, bids, {"A": "52.5", "B": 60, "C": 58}))
    lines = [
        (line.bid, line.evaluated_minor, line.points[0].rounded, line.figure_rounded, line.rank)
        for line in result.bids
    ]
    assert lines == [
        ("A", 650_000_00, Fraction("30.00"), Fraction("82.50"), 1),
        ("B", 880_000_00, Fraction("22.16"), Fraction("82.16"), 2),
        ("C", 880_000_00, Fraction("22.16"), Fraction("80.16"), 3),
    ]
    assert result.line("A").price == Money(1_000_000_00, "CNY")


def test_a_hopeless_bid_can_swap_the_first_two():
    """The known paradox of the ratio formula: C cannot win, yet decides between A and B."""
    quality = {"A": 87 * Fraction(7, 10), "B": 90 * Fraction(7, 10), "C": 20 * Fraction(7, 10)}
    bids = (bid("A", 100), bid("B", 110), bid("C", 50))
    two = evaluate(inputs_of(scoring_terms(30), bids[:2], {name: quality[name] for name in "AB"}))
    three = evaluate(inputs_of(scoring_terms(30), bids, quality))
    assert [(line.bid, line.figure_rounded) for line in two.bids] == [
        ("A", Fraction("90.90")),
        ("B", Fraction("90.27")),
    ]
    assert [(line.bid, line.figure_rounded) for line in three.bids] == [
        ("B", Fraction("76.64")),
        ("A", Fraction("75.90")),
        ("C", Fraction("44.00")),
    ]
