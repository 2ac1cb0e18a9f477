"""What price really weighs, by hand."""

from fractions import Fraction

import pytest

from daylight.core.evaluation.price_weight import PriceWeight, effective_price_weight
from daylight.core.values.money import Money
from daylight.practice.script import LOWEST_PRICE, SCORING


def prices(*amounts):
    return tuple(Money(amount, "CNY") for amount in amounts)


def test_near_prices_weigh_little_whatever_their_share():
    # 40 points; 90 against 100: 40 - 40 * 90/100 = 4 points apart, and 60 for all else.
    found = effective_price_weight(SCORING, prices(100, 90, 95))
    assert found == PriceWeight(Fraction(40), Fraction(4), Fraction(60), Fraction(4, 64))


def test_known_points_for_quality_take_the_place_of_the_widest():
    found = effective_price_weight(SCORING, prices(100, 90), (Fraction(50), Fraction(54)))
    assert found.share == Fraction(1, 2)


def test_equal_prices_and_equal_quality_weigh_nothing():
    assert effective_price_weight(SCORING, prices(90, 90), (Fraction(50),)).share == 0


@pytest.mark.parametrize(("terms", "known"), [(SCORING, prices(90)), (LOWEST_PRICE, prices(90, 100))])
def test_one_price_or_no_points_tell_nothing(terms, known):
    assert effective_price_weight(terms, known) is None
