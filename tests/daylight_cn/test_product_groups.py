"""Groups of products: each computes, each cites, and what nobody confirmed is marked."""

from datetime import date

import pytest

from daylight.core.acts.life_cycle_terms import life_cycle_faults
from daylight.core.procedures.solicitation.life_cycle import proposed_terms
from daylight.core.rulebook.check import check
from world import china

BOOK = china()
DAY = date(2026, 11, 28)
GROUPS = {one.id: one for one in BOOK.product_groups}


def test_six_groups_of_products_have_a_life_cycle_cost():
    assert sorted(GROUPS) == [
        "air-conditioners",
        "computers",
        "imaging-equipment",
        "indoor-lighting",
        "outdoor-lighting",
        "vehicles",
    ]


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_the_usual_values_of_a_group_make_sound_terms(group):
    assert list(life_cycle_faults(proposed_terms(group, DAY))) == []
    assert {"years", "discount"} <= {one.of for one in group.usual}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_energy_comes_from_a_certificate_or_a_test_never_from_free_text(group):
    energy = {name for line in group.lines if line.kind == "energy" for name in line.factors}
    told = {one.evidence for one in group.quantities if one.id in energy and one.by == "bidder"}
    assert told and told <= {"certificate", "test_report"}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_a_group_rests_on_the_notice_that_lets_it_be_scored_from_that_day(group):
    (ref,) = group.cites
    assert BOOK.instrument_by_id[ref.instrument].in_force_on == group.from_day
    roles = {role for one in BOOK.provisions if one.at == ref for role in one.roles}
    assert "scoring.life_cycle" in roles


def test_no_group_has_a_fault_and_what_is_unconfirmed_is_marked():
    told = [one for one in check(BOOK) if one.subject.startswith("group ")]
    assert [one for one in told if one.fault] == []
    marked = {one.subject.split(":")[0] for one in told if one.code == "unconfirmed"}
    assert marked == {f"group {id}" for id in GROUPS}


def test_no_group_counts_carbon_because_no_source_here_gives_its_price():
    assert [line.id for one in GROUPS.values() for line in one.lines if line.kind == "externality"] == []
