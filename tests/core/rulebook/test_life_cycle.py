"""Groups of products: since when they stand, what they propose, and one planted fault of each kind."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from daylight.core.rulebook.life_cycle import CostLine, ProductGroup, Quantity, Usual, needed_by, unsound
from daylight.core.values.text import Text

NAME = Text("名", "name")
ENERGY = Quantity("energy", NAME, NAME, "bidder", evidence="certificate")
TARIFF = Quantity("tariff", NAME, NAME, "documents", money=True)
SHARE = Quantity("share", NAME, NAME, "documents")
POWER = CostLine("power", NAME, "energy", "yearly", ("energy", "tariff"))
REST = CostLine("rest", NAME, "residual", "end", ("share",))
LINES, QUANTITIES = (POWER, REST), (ENERGY, TARIFF, SHARE)
GROUP = ProductGroup(
    "kettles", NAME, NAME, date(2026, 2, 1), (), "unverified", QUANTITIES, LINES,
    (
        Usual("tariff", date(2026, 1, 1), Fraction(60), NAME, "unverified"),
        Usual("tariff", date(2026, 7, 1), Fraction(65), NAME, "unverified"),
    ),
    until_day=date(2027, 1, 1),
)  # fmt: skip


def test_a_sound_group_has_no_fault():
    assert list(unsound(LINES, QUANTITIES)) == []
    assert needed_by(LINES) == ("energy", "tariff", "share")


@pytest.mark.parametrize(
    ("lines", "quantities", "expected"),
    [
        ((POWER, REST, POWER), QUANTITIES, ["life-cycle.repeated"]),
        (LINES, (*QUANTITIES, TARIFF), ["life-cycle.repeated"]),
        ((REST,), (SHARE, TARIFF), ["life-cycle.quantity-unmatched"]),
        (LINES, (ENERGY, TARIFF), ["life-cycle.quantity-unmatched"]),
        (LINES, (replace(ENERGY, evidence="none"), TARIFF, SHARE), ["life-cycle.evidence"]),
        (LINES, (ENERGY, replace(TARIFF, evidence="certificate"), SHARE), ["life-cycle.evidence"]),
        ((), (), ["life-cycle.empty"]),
        (LINES, (ENERGY, replace(TARIFF, money=False), SHARE), ["life-cycle.money"]),
        ((replace(POWER, factors=("energy", "tariff", "tariff")), REST), QUANTITIES, ["life-cycle.money"]),
        (LINES, (ENERGY, TARIFF, replace(SHARE, money=True)), ["life-cycle.money"]),
        ((replace(POWER, per=Fraction()), REST), QUANTITIES, ["life-cycle.timing"]),
        ((replace(POWER, timing="every"), REST), QUANTITIES, ["life-cycle.timing"]),
        ((POWER, replace(REST, timing="yearly")), QUANTITIES, ["life-cycle.timing"]),
        ((POWER, REST, replace(REST, id="more")), QUANTITIES, ["life-cycle.residuals"]),
    ],
)
def test_each_fault_of_a_group_is_named(lines, quantities, expected):
    assert [one.code for one in unsound(lines, quantities)] == expected


def test_a_group_stands_from_its_day_until_the_day_before_its_end():
    days = (date(2026, 1, 31), date(2026, 2, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [GROUP.stands_on(day) for day in days] == [False, True, True, False]


def test_a_proposal_holds_until_the_next_begins():
    days = (date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1))
    found = [GROUP.proposed("tariff", day) for day in days]
    assert [one and one.value for one in found] == [None, 60, 65]
    assert GROUP.proposed("years", days[2]) is None
