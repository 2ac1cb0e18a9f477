"""Limits by the level of the budget: a Fujian county, city and provincial body each get their own."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from daylight.cli.law import law
from daylight.core.rulebook.authority import authority_for
from daylight.core.rulebook.law import LevelNeeded, law_in_force, levels_of, place_at
from daylight.core.values.money import Money
from daylight.store.countries import country_folder, load_rulebook

BOOK = load_rulebook(country_folder("daylight_cn"))
DAY = date(2026, 11, 23)
GOODS = "procurement.threshold.dispersed.goods_services"
WORKS = "procurement.threshold.dispersed.works"
OPEN = "procurement.threshold.open_tender.goods_services"


def yuan(place, parameter):
    return law_in_force(BOOK, place, DAY).value(parameter).value


def asked(*arguments):
    options = ["--country", "daylight_cn", "--on", "2026-11-23", "--json", *arguments]
    answer = CliRunner().invoke(law, ["methods", *options])
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


@pytest.mark.parametrize(
    ("place", "goods", "works", "tender"),
    [
        ("CN-central", 1_000_000, 1_200_000, 2_000_000),
        ("CN-35-p", 1_000_000, 1_200_000, 4_000_000),
        ("CN-35-s", 300_000, 600_000, 2_000_000),
        ("CN-35-c", 300_000, 600_000, 2_000_000),
        ("CN-3502", 300_000, 600_000, 2_000_000),
        ("CN-44-p", 500_000, 600_000, 2_000_000),
        ("CN-44-c", 300_000, 600_000, 2_000_000),
        ("CN-31-p", 500_000, 600_000, 2_000_000),
    ],
)
def test_each_level_has_its_own_limits(place, goods, works, tender):
    found = [yuan(place, parameter) for parameter in (GOODS, WORKS, OPEN)]
    assert found == [Money(100 * one, "CNY") for one in (goods, works, tender)]


@pytest.mark.parametrize(
    ("level", "budget", "outside"),
    [
        ("county", "299999", True),
        ("county", "350000", False),
        ("city", "350000", False),
        ("provincial", "350000", True),
        ("provincial", "600000", True),
        ("provincial", "1000000", False),
    ],
)
def test_whether_the_law_binds_in_fujian_depends_on_the_level(level, budget, outside):
    told = asked("--territory", "CN-35", "--level", level, "--budget", budget)
    assert (told["outside"] is not None) is outside


@pytest.mark.parametrize(
    ("level", "budget", "approved_first"),
    [
        ("provincial", "3000000", False),
        ("provincial", "3999999", False),
        ("provincial", "4000000", True),
        ("city", "3000000", True),
        ("county", "1999999", False),
    ],
)
def test_who_needs_approval_in_fujian_depends_on_the_level(level, budget, approved_first):
    told = asked("--territory", "CN-35", "--level", level, "--budget", budget, "--fact", "uniform_with_stock")
    quotations = next(one for one in told["options"] if one["method"] == "request_for_quotations")
    assert bool(quotations["approvals"]) is approved_first


def test_a_province_named_alone_is_never_answered_with_one_of_its_levels():
    told = asked("--territory", "CN-35", "--budget", "350000")
    assert told["level_needed"]
    found = [([p["id"] for p in one["places"]], bool(one["outside"])) for one in told["by_level"]]
    assert found == [(["CN-35-p"], True), (["CN-35-s", "CN-35-c"], False)]
    assert law_in_force(BOOK, "CN-35", DAY).maybe(GOODS) is None
    with pytest.raises(LevelNeeded, match=r"Fujian, county level: 300,000\.00 CNY"):
        yuan("CN-35", GOODS)


def test_where_all_levels_agree_the_province_alone_is_answered():
    assert yuan("CN-37", OPEN) == Money(200_000_000, "CNY")
    assert "level_needed" not in asked("--territory", "CN-35", "--budget", "5000000")


def test_the_whole_country_is_answered_level_by_level():
    told = asked("--budget", "350000")
    assert [[p["level"] for p in one["places"]] for one in told["by_level"]] == [
        ["central"],
        ["provincial"],
        ["city", "county"],
    ]


def test_every_province_has_its_levels_and_a_municipality_has_no_cities():
    heads = [one for one in BOOK.territories if one.parent == "CN" and one.id[3:].isdigit()]
    levels = {one.id: tuple(part.level for part in levels_of(BOOK, one)) for one in heads}
    municipal = {"CN-11", "CN-12", "CN-31", "CN-50"}
    assert {id for id, found in levels.items() if found == ("provincial", "county")} == municipal
    assert {found for id, found in levels.items() if id not in municipal} == {
        ("provincial", "city", "county")
    }
    assert len(levels) == 32
    names = [one.name for one in levels_of(BOOK, BOOK.territory_by_id["CN-35"])]
    assert [one.zh for one in names] == ["福建省级", "福建市级", "福建县级"]
    assert [one.en for one in names] == [
        "Fujian, provincial level",
        "Fujian, city level",
        "Fujian, county level",
    ]


def test_a_level_that_is_not_there_is_refused_with_those_that_are():
    answer = CliRunner().invoke(
        law, ["show", GOODS, "--country", "daylight_cn", "--territory", "CN-11", "--level", "city"]
    )
    assert answer.exit_code == 1
    assert "provincial, county" in answer.output or "provincial、county" in answer.output
    assert place_at(BOOK, "CN-11", "county").id == "CN-11-c"


@pytest.mark.parametrize(
    ("matter", "whose", "decides"),
    [
        ("complaint.authority", "CN-35-c", "CN-35-c"),
        ("complaint.authority", "CN-central", "CN-central"),
        ("method.approval", "CN-35-c", "CN-35-s"),
        ("method.approval", "CN-35-s", "CN-35-s"),
        ("method.approval", "CN-35-p", "CN-35-p"),
        ("method.approval", "CN-11-c", "CN-11-p"),
    ],
)
def test_who_decides_follows_from_the_level(matter, whose, decides):
    assert authority_for(law_in_force(BOOK, whose, DAY), matter).value.place.id == decides


def test_without_a_level_nobody_is_named_as_the_one_who_decides():
    with pytest.raises(LevelNeeded, match="Fujian, county level: the finance department of Fujian, city"):
        authority_for(law_in_force(BOOK, "CN-35", DAY), "method.approval")
    assert authority_for(law_in_force(BOOK, "CN-35-c", DAY), "bidding.sealed") is None
