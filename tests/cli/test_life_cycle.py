"""``daylight law life-cycle`` and ``daylight bidder cost``: groups, sheets, forms, and figures that agree."""

import json
from fractions import Fraction

import pytest
from click.testing import CliRunner

import costed
from daylight.cli.bidder import costs_of, read_offers
from daylight.cli.cost_words import form_lines
from daylight.cli.law import law
from daylight.core.evaluation.life_cycle import life_cycle_cost
from daylight.core.values.instant import instant_of
from daylight.core.values.plain import plain
from daylight.practice import play
from daylight.practice.draft import sample_draft
from scenarios.asking import case_of
from scripts import to_issue
from world import found

CHINA = ["--country", "daylight_cn"]
ON = ["--on", "2026-11-28"]


def said(*arguments, given=None):
    return CliRunner().invoke(law, ["life-cycle", *arguments], input=json.dumps(given) if given else None)


def sheet(offers=costed.THREE):
    return {
        "currency": "CNY",
        "rounding": "half_up",
        "terms": plain(costed.computers()),
        "offers": [
            {"name": one.name.zh, "price_minor": one.prices[0][1], "quantities": plain(one.quantities)}
            for one in offers
        ],
    }


def test_groups_are_listed_as_they_stand_on_a_day():
    told = said("list", *CHINA, *ON, "--json")
    assert len(json.loads(told.stdout)["groups"]) == 6
    assert json.loads(said("list", *CHINA, "--on", "2026-01-31", "--json").stdout) == {"groups": []}


def test_a_group_is_told_with_its_sources_and_how_sure_they_are():
    told = said("show", "vehicles", *CHINA, *ON, "--lang", "en").stdout
    assert "fuel  Fuel  yearly  units × distance × fuel × fuel_price ÷ 100" in told
    assert "residual  Residual value  end  price × residual_share" in told
    assert (
        "tariff = 7/10  a round figure for commercial users; use the bill of the purchaser  [unverified]"
        in told
    )
    assert said("show", "kettles", *CHINA, *ON).exit_code == 1


def test_the_sample_of_every_group_can_be_computed():
    for group in ("air-conditioners", "computers", "imaging-equipment", "vehicles", "indoor-lighting"):
        sample = json.loads(said("sample", group, *CHINA, *ON).stdout)
        told = said("cost", "-", *CHINA, "--json", given=sample)
        assert (told.exit_code, json.loads(told.stdout)["offers"][0]["name"]) == (0, "A")


def test_the_costs_of_a_sheet_are_exact_for_a_program_and_rounded_for_a_person():
    told = json.loads(said("cost", "-", *CHINA, "--json", given=sheet()).stdout)["offers"]
    for one, script in zip(told, costed.THREE, strict=True):
        cost = life_cycle_cost(costed.computers(), script.quantities, script.prices[0][1])
        assert Fraction(one["total"]) == cost.total
        assert abs(one["total_minor"] - cost.total) <= Fraction(1, 2)
        assert sum(map(Fraction, one["present"].values())) == cost.total - script.prices[0][1]
        assert sum(map(Fraction, one["years"].values())) == cost.total - script.prices[0][1]
    words = said("cost", "-", *CHINA, "--lang", "en", given=sheet()).stdout
    assert "甲\n  price  520,000.00 CNY\n  Electricity  29,124.14 CNY\n" in words


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda given: given["offers"][0]["quantities"].pop(0), "energy"),
        (lambda given: given["terms"]["fixed"].pop(0), "units"),
        (lambda given: given.update(currency="ZZZ"), "currency"),
        (lambda given: given.update(rounding="up"), "rounding"),
    ],
)
def test_a_sheet_that_cannot_be_computed_says_why(change, named):
    given = sheet()
    change(given)
    told = said("cost", "-", *CHINA, "--lang", "en", given=given)
    assert told.exit_code == 1
    assert named in told.stderr


def test_a_bidder_reads_its_form_before_anything_is_sealed(tmp_path):
    made = found()
    played = to_issue(made, costed.COSTED)
    offer = play.offer_of(played.script, costed.THREE[0], "1", 52_000_000)
    for quantities in (costed.THREE[0].quantities, costed.THREE[0].quantities[1:]):
        place = tmp_path / "offers.json"
        declaration = plain(offer.declaration) | {"quantities": plain(quantities)}
        place.write_text(
            json.dumps(
                [{"lot": "1", "price": plain(offer.price), "declaration": declaration, "technical": "-"}]
            )
        )
        (own,) = costs_of(case_of(made, played), read_offers(place))
        told = "\n".join(form_lines(own))
        assert "maintenance 质保期外维护费 Maintenance beyond the warranty: 20 (0–1000" in told
        assert ("✗ energy" in told) is bool(own.missing) is (own.shown_minor is None)


def test_lint_tells_what_life_cycle_cost_weighs_and_warns_where_it_weighs_nothing():
    at = instant_of("2026-11-28T09:00:00+08:00")
    draft = plain(sample_draft("CN-37", "CNY", at))
    draft["solicitation"]["qualification"].pop()
    terms = costed.computers()
    for asked, decides in ((terms.asked, True), (tuple(_tight(one) for one in terms.asked), False)):
        life = {**plain(terms), "asked": plain(asked)}
        draft["solicitation"]["lots"][0]["evaluation"] = {**plain(costed.SCORED), "life_cycle": life}
        arguments = ["lint", *CHINA, *ON, "-"]
        told = CliRunner().invoke(law, [*arguments, "--json"], input=json.dumps(draft))
        found_costs = json.loads(told.stdout)["costs"]
        assert (told.exit_code, [one["decides"] for one in found_costs]) == (0, [decides])
        words = CliRunner().invoke(law, [*arguments, "--lang", "en"], input=json.dumps(draft)).stdout
        assert ("warning: in lot 1 life-cycle cost has 20 points" in words) is not decides


def _tight(one):
    return type(one)(one.quantity, one.high, one.high)
