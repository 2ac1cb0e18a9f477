"""Which preferences the law gives, on which day, for goods, services and works."""

from datetime import date
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation_terms import Policy
from daylight.core.policy.preferences import bounds_of, may_stack
from daylight.core.rulebook.law import law_in_force
from world import china


def law(day):
    return law_in_force(china(), "CN-37", date.fromisoformat(day))


@pytest.mark.parametrize(
    ("policy", "object", "day", "least", "most"),
    [
        (Policy.SMALL_MICRO, "goods", "2022-06-30", "0.06", "0.10"),
        (Policy.SMALL_MICRO, "goods", "2022-07-01", "0.10", "0.20"),
        (Policy.SMALL_MICRO, "services", "2026-03-02", "0.10", "0.20"),
        (Policy.SMALL_MICRO, "works", "2026-03-02", "0.03", "0.05"),
        (Policy.MIXED, "goods", "2022-06-30", "0.02", "0.03"),
        (Policy.MIXED, "goods", "2026-03-02", "0.04", "0.06"),
        (Policy.MIXED, "works", "2026-03-02", "0.01", "0.02"),
        (Policy.DOMESTIC, "goods", "2026-01-01", "0.20", "0.20"),
    ],
)
def test_the_law_of_the_day_bounds_a_deduction(policy, object, day, least, most):
    found = bounds_of(policy, object, law(day))
    assert (found.least, found.most) == (Fraction(least), Fraction(most))


@pytest.mark.parametrize(
    ("policy", "day"),
    [
        (Policy.SMALL_MICRO, "2020-12-31"),
        (Policy.DOMESTIC, "2025-12-31"),
        (Policy.ENERGY_SAVING, "2026-03-02"),
    ],
)
def test_where_law_gives_no_rate_there_is_none(policy, day):
    assert bounds_of(policy, "goods", law(day)) is None


def test_kinds_add_up_from_the_day_the_law_says_so():
    assert not may_stack(law("2025-12-31"))
    assert may_stack(law("2026-01-01"))
