"""What is reserved, up to which amount, and for whom."""

from dataclasses import replace
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


def law(day, territory="CN-37", book=None):
    return law_in_force(book or china(), territory, date.fromisoformat(day))


def without(id):
    book = china()
    return replace(book, parameters=tuple(one for one in book.parameters if one.id != id))


@pytest.mark.parametrize(
    ("object", "budget", "day", "reserved"),
    [
        ("goods", 2_000_000, "2026-03-02", True),
        ("services", 2_000_001, "2026-03-02", False),
        ("works", 4_000_000, "2026-03-02", True),
        ("works", 4_000_001, "2026-03-02", False),
        ("goods", 1, "2020-12-31", False),
        ("goods", 500_000, "2026-03-02", True),
        ("goods", 499_999, "2026-03-02", False),
        ("works", 600_000, "2026-03-02", True),
        ("works", 599_999, "2026-03-02", False),
    ],
)
def test_the_threshold_is_included(object, budget, day, reserved):
    assert must_be_reserved(object, yuan(budget), law(day)) == reserved


@pytest.mark.parametrize(
    ("territory", "least"),
    [("CN-35-p", 1_000_000), ("CN-35-c", 300_000), ("CN-35", 1_000_000), ("CN-37-s", 300_000)],
)
def test_only_from_the_limit_of_its_own_budget_is_a_purchase_reserved(territory, least):
    here = law("2026-03-02", territory)
    found = [must_be_reserved("goods", yuan(budget), here) for budget in (least - 1, least)]
    assert found == [False, True]


def test_a_rulebook_that_does_not_say_so_reserves_from_the_first_fen():
    old = law("2026-03-02", book=without("sme.reserve_from_limit"))
    assert must_be_reserved("goods", yuan(1), old)


def test_the_share_of_a_lot_is_what_the_documents_fix():
    assert [least_share(one, law("2026-03-02")) for one in ("goods", "works")] == [0, 0]


def test_a_rulebook_that_asked_a_share_of_each_lot_is_read_as_it_was():
    book = china()
    year = book.parameter_by_id["sme.department_share"]
    lot = replace(year, id="sme.reserve_share", anchor="procurement_planned")
    old = replace(book, parameters=(*book.parameters, lot))
    assert least_share("goods", law("2026-03-02", book=old)) == Fraction(30, 100)
    assert least_share("works", law("2026-03-02", book=old)) == 0


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
