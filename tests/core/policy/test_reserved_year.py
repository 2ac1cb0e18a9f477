"""What a department reserved in a year, summed by hand."""

from datetime import date
from fractions import Fraction

import pytest

from daylight.core.acts.solicitation import SetAside
from daylight.core.policy.reserved_year import Bought, reserved_year
from daylight.core.rulebook.law import law_in_force
from world import china

LAW = law_in_force(china(), "CN", date(2026, 3, 2))
PART = SetAside("subcontract", "small_micro", Fraction(29, 100))
YEAR = [
    Bought("below what is reserved whole", "goods", 150_000_000, SetAside()),
    Bought("a third of it", "goods", 600_000_000, SetAside("consortium", share=Fraction(1, 3))),
    Bought("29 per cent", "services", 400_000_000, PART),
    Bought("suits none", "goods", 900_000_000, None, suits=False),
    Bought("works", "works", 1_000_000_000, SetAside("subcontract", share=Fraction(2, 5))),
]


def of(bought, law=LAW):
    return {one.parameter: (one.share, one.met) for one in reserved_year(bought, law)}


def test_each_share_is_that_of_the_year_and_not_of_a_lot():
    assert of(YEAR) == {
        "sme.department_share": (Fraction(316, 1000), True),
        "sme.department_share.works": (Fraction(2, 5), True),
        "sme.small_micro_share": (Fraction(116, 716), False),
        "sme.yearly_share": (Fraction(866, 3050), False),
        "sme.yearly_small_micro_share": (Fraction(116, 866), False),
    }


@pytest.mark.parametrize(("share", "met"), [(Fraction(3, 10), True), (Fraction(299, 1000), False)])
def test_the_least_share_itself_is_enough(share, met):
    bought = [Bought("one", "goods", 500_000_000, SetAside("consortium", share=share))]
    assert of(bought)["sme.department_share"] == (share, met)


def test_a_province_that_asks_more_is_measured_by_its_own_law():
    bought = [Bought("one", "goods", 500_000_000, SetAside("consortium", share=Fraction(39, 100)))]
    fujian = law_in_force(china(), "CN-35-c", date(2026, 3, 2))
    (meter, *_) = reserved_year(bought, fujian)
    assert (meter.met, meter.least) == (False, Fraction(2, 5))
    assert meter.because.cites[0].instrument == "cn-35-sme-share"
    assert "reached 39/100" in meter.because.text.en


def test_what_counts_into_nothing_has_no_share_and_breaks_nothing():
    assert of([])["sme.department_share"] == (None, True)


def test_where_the_law_asks_no_share_there_is_no_meter():
    assert of(YEAR, LAW.on(date(2017, 12, 31))) == {}
