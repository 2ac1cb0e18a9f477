"""What is reserved, up to which amount, and for whom."""

from datetime import date
from fractions import Fraction

import pytest

from core.policy.claiming import line, partner, who
from daylight.core.acts.solicitation import SetAside
from daylight.core.policy import claims
from daylight.core.policy.set_aside import least_share, must_be_reserved, why_outside
from daylight.core.rulebook.law import law_in_force
from scripts import yuan
from world import china


def law(day, territory="CN"):
    return law_in_force(china(), territory, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("object", "budget", "day", "reserved"),
    [
        ("goods", 2_000_000, "2026-03-02", True),
        ("services", 2_000_001, "2026-03-02", False),
        ("works", 4_000_000, "2026-03-02", True),
        ("works", 4_000_001, "2026-03-02", False),
        ("goods", 1, "2020-12-31", False),
    ],
)
def test_the_threshold_is_included(object, budget, day, reserved):
    assert must_be_reserved(object, yuan(budget), law(day)) == reserved


def test_the_least_share_is_that_of_the_law():
    assert least_share("goods", law("2026-03-02")) == Fraction(30, 100)


@pytest.mark.parametrize(
    ("reserved", "claimant", "reason"),
    [
        (SetAside(), who(line(scale="medium")), None),
        (SetAside(), who(line(scale="large")), claims.NOT_SMALL),
        (SetAside(scale="small_micro"), who(line(scale="medium")), claims.NOT_SMALL),
        (SetAside("subcontract", share=Fraction(2, 5)), who(line(scale="medium")), None),
        (
            SetAside("subcontract", share=Fraction(2, 5)),
            who(line(scale="large"), partners=[partner(Fraction(2, 5), scale="medium")]),
            None,
        ),
        (
            SetAside("subcontract", share=Fraction(2, 5)),
            who(line(scale="large"), partners=[partner(Fraction(39, 100))]),
            claims.SHARE_TOO_LOW,
        ),
        (
            SetAside("subcontract", "small_micro", Fraction(2, 5)),
            who(line(scale="large"), partners=[partner(Fraction(1, 2), scale="medium")]),
            claims.SHARE_TOO_LOW,
        ),
    ],
)
def test_only_those_within_are_within(reserved, claimant, reason):
    assert why_outside(reserved, claimant) == reason
