"""The size that follows from figures: at each bound, where a figure lacks, and by every industry."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.bid_content import ItemDeclared
from daylight.core.policy.size import is_larger, size_of
from daylight.core.rulebook.industry import Industry, Step
from daylight.core.rulebook.provision import Ref
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from world import china


def yuan(amount):
    return Money(amount * 100, "CNY")


MADE = Industry(
    "made",
    Text("工业", "industry"),
    (
        Step("large", 1000, yuan(400)),
        Step("medium", 300, yuan(20)),
        Step("small", 20, yuan(3)),
    ),
    (Ref("xx", ""),),
    "unverified",
)
LINE = ItemDeclared("1-1", "厂", "small", Fraction(1))


@pytest.mark.parametrize(
    ("staff", "turnover", "size"),
    [
        (1000, 400, "large"),
        (999, 400, "medium"),
        (1000, 399, "medium"),
        (300, 20, "medium"),
        (299, 400, "small"),
        (5000, 19, "small"),
        (20, 3, "small"),
        (19, 400, "micro"),
        (5000, 2, "micro"),
        (0, 0, "micro"),
    ],
)
def test_all_figures_of_a_step_are_reached(staff, turnover, size):
    assert size_of(MADE, replace(LINE, staff=staff, turnover=yuan(turnover))) == size


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"staff": 5},
        {"turnover": yuan(5)},
        {"staff": 5, "assets": yuan(5)},
        {"staff": 5, "turnover": Money(5, "USD")},
    ],
)
def test_nothing_is_told_where_a_figure_that_counts_is_not_given(figures):
    assert size_of(MADE, replace(LINE, **figures)) is None


def test_a_figure_the_industry_does_not_ask_for_changes_nothing():
    assert size_of(MADE, replace(LINE, staff=300, turnover=yuan(20), assets=yuan(10**9))) == "medium"


def test_sizes_are_in_order_and_units_that_count_as_small_may_be_of_any():
    assert is_larger("medium", "small")
    assert not is_larger("small", "small")
    assert not is_larger("micro", "small")
    assert not is_larger("large", "prison")
    assert not is_larger("large", "unknown")


@pytest.mark.parametrize("industry", china().industries, ids=lambda one: one.id)
def test_every_industry_falls_in_steps(industry):
    for greater, less in zip(industry.steps, industry.steps[1:], strict=False):
        for name in ("staff", "turnover", "assets"):
            high, low = getattr(greater, name), getattr(less, name)
            assert low is None or high is None or low < high
    assert [step.size for step in industry.steps] == ["large", "medium", "small"]
    assert {one.instrument for one in industry.cites} == {"cn-gongxin-2011-300"}
