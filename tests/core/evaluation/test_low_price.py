"""Abnormally low prices, by the worked examples: strictly below, on raw prices."""

from fractions import Fraction

import pytest

from daylight.core.acts.evaluation_terms import LowPriceRule
from daylight.core.evaluation.low_price import LowPrice, LowPriceTrigger, low_price_triggers

RULE = LowPriceRule(Fraction(50, 100), Fraction(50, 100), Fraction(45, 100))


def met(amounts, ceiling=100_00, rule=RULE):
    prices = tuple((f"b{amount}", amount) for amount in amounts)
    return [
        (low.bid, low.trigger.value, low.threshold_minor) for low in low_price_triggers(prices, ceiling, rule)
    ]


def test_only_the_ceiling_line_is_crossed_by_41():
    """Mean 72 → 36, second lowest 78 → 39, ceiling 100 → 45."""
    assert low_price_triggers((("D", 89_00), ("A", 41_00), ("B", 78_00), ("C", 80_00)), 100_00, RULE) == (
        LowPrice("A", 41_00, LowPriceTrigger.CEILING, Fraction(100_00), Fraction(45, 100), Fraction(45_00)),
    )


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((45_00, 90_00, 95_00), []),
        ((44_99, 90_00, 95_00), [("b4499", "second_lowest", 45_00), ("b4499", "ceiling", 45_00)]),
        ((35_99, 80_00, 100_00), [
            ("b3599", "mean", Fraction(35_99 + 180_00, 6)),
            ("b3599", "second_lowest", 40_00),
            ("b3599", "ceiling", 45_00),
        ]),
        ((30_00, 40_00, 99_00), [("b3000", "ceiling", 45_00), ("b4000", "ceiling", 45_00)]),
        ((), []),
        ((50_00,), []),
    ],
)  # fmt: skip
def test_every_comparison_is_strictly_below(amounts, expected):
    assert met(amounts) == expected


def test_two_equal_lowest_prices_are_each_others_second_lowest():
    assert met((30_00, 30_00, 99_00), ceiling=None) == []


def test_a_share_left_out_of_the_rule_or_a_missing_ceiling_measures_nothing():
    assert met((1_00, 80_00), rule=LowPriceRule(None, None, Fraction(45, 100)), ceiling=None) == []
    assert met((1_00, 80_00), rule=LowPriceRule(None, None, None)) == []


def test_the_purchaser_may_set_higher_shares():
    raised = LowPriceRule(*[Fraction(65, 100)] * 3)
    assert met((58_00, 90_00, 95_00), rule=raised) == [
        ("b5800", "second_lowest", Fraction(58_50)),
        ("b5800", "ceiling", Fraction(65_00)),
    ]
