"""Planning: from the need to the key holders, and what the law does not admit on the way."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.client.holder import new_case_key, take_key
from daylight.core.acts.planning import (
    AppointKeyHolders,
    PublishIntention,
    ReviewRequirement,
)
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import play
from scenarios.asking import case_of, codes
from scripts import SMALL, to_issue

FINE = Text("可以", "fine")
LARGE = 10_000_000_00


def to_plan(made, script):
    return play.prepare(made.stage, made.town, script)


def nothing(made, script):
    return None


@pytest.fixture
def begun(at):
    return at(to_plan)


@pytest.fixture
def empty(at):
    return at(nothing)[0]


def test_a_requirement_opens_a_case_with_its_lots(begun):
    made, played = begun
    case = case_of(made, played)
    assert [(lot.id, lot.stage) for lot in case.lots] == [("1", "planned")]
    assert (case.author, case.planning.reviewed_by) == (
        made.town.author.device.person,
        made.town.reviewer.device.person,
    )


def define(made, **changes):
    deed = replace(play.requirement_of(SMALL), **changes)
    return codes(made, made.town.author, deed, made.stage.new_docket("case"))


def test_only_a_purchaser_defines_a_requirement(empty):
    deed = play.requirement_of(SMALL)
    assert codes(empty, empty.town.agent, deed, empty.stage.new_docket("case")) == [
        "planning.not-a-purchaser"
    ]


def test_a_lot_without_items_is_incomplete(empty):
    assert define(empty, items=()) == ["planning.empty-lot"]


def test_a_budget_of_nothing_is_not_sound(empty):
    lot = play.requirement_of(SMALL).lots[0]
    assert define(empty, lots=(replace(lot, budget=Money(0, "CNY")),)) == ["planning.no-budget"]


def test_a_budget_that_no_column_can_hold_is_not_sound(empty):
    lot = play.requirement_of(SMALL).lots[0]
    assert define(empty, lots=(replace(lot, budget=Money(10**17 + 1, "CNY")),)) == [
        "planning.budget-too-large"
    ]


def test_a_territory_nobody_knows_has_no_law(empty):
    assert define(empty, territory="ZZ-1") == ["registry.unknown-territory"]


@pytest.mark.parametrize(
    ("budget", "surveyed", "told"),
    [(LARGE, 2, ["planning.no-survey"]), (LARGE, 3, []), (LARGE - 1, 0, [])],
)
def test_a_purchase_of_ten_million_starts_with_a_survey_of_three(empty, budget, surveyed, told):
    lot = replace(play.requirement_of(SMALL).lots[0], budget=Money(budget, "CNY"))
    assert define(empty, lots=(lot,), suppliers_surveyed=surveyed) == told


WORKS = 3_000_000_000


@pytest.mark.parametrize(
    ("budget", "surveyed", "told"), [(WORKS, 2, ["planning.no-survey"]), (WORKS, 3, []), (WORKS - 1, 0, [])]
)
def test_works_are_surveyed_from_thirty_million(empty, budget, surveyed, told):
    lot = replace(play.requirement_of(SMALL).lots[0], budget=Money(budget, "CNY"))
    assert define(empty, lots=(lot,), suppliers_surveyed=surveyed, object="works") == told


@pytest.mark.parametrize(
    ("made_on", "told"),
    [
        (date(2025, 3, 1), ["planning.survey-too-old"]),
        (date(2025, 3, 2), []),
        (date(2026, 3, 2), []),
        (date(2026, 3, 3), ["planning.survey-too-old"]),
    ],
)
def test_a_survey_holds_for_a_year(empty, made_on, told):
    assert define(empty, surveyed_on=made_on) == told


def test_nobody_reviews_his_own_requirement(begun):
    made, played = begun
    deed = ReviewRequirement(True, FINE, FINE)
    assert codes(made, made.town.author, deed, played.case) == ["planning.reviewer-is-author"]
    assert codes(made, made.town.reviewer, deed, played.case) == []


def test_the_purchaser_cannot_pass_the_review_to_the_agency(begun):
    made, played = begun
    deed = ReviewRequirement(True, FINE, FINE)
    assert codes(made, made.town.agent, deed, played.case) == ["planning.not-the-purchaser"]


def test_after_the_solicitation_the_requirement_is_not_reviewed_again(at):
    made, played = at(to_issue)
    deed = ReviewRequirement(True, FINE, FINE)
    assert codes(made, made.town.reviewer, deed, played.case) == ["planning.already-issued"]


@pytest.mark.parametrize(
    ("month", "told"), [("2026-13", ["planning.no-month"]), ("春", ["planning.no-month"])]
)
def test_an_intention_names_a_month(empty, month, told):
    made = empty
    docket = made.stage.new_docket("case")
    made.stage.acts(made.town.author, play.requirement_of(SMALL), docket)
    assert codes(made, made.town.buyer, PublishIntention(month, False, FINE), docket) == told


def test_an_intention_is_published_once(begun):
    made, played = begun
    deed = PublishIntention("2026-05", False, FINE)
    assert codes(made, made.town.buyer, deed, played.case) == ["planning.intention-repeated"]


def test_only_a_registered_agency_is_entrusted(begun):
    made, played = begun
    agreed = play.agreement(made.stage, made.town, SMALL, ("开标",))
    deed = replace(agreed, agency=made.town.institute)
    assert codes(made, made.town.buyer, deed, played.case) == ["planning.no-such-agency"]


def entries(made, played, holders):
    return tuple(
        take_key(
            new_case_key(made.stage.randomness, made.stage.crypto),
            case=played.case,
            device=holder.device,
            organisation=holder.organisation,
            crypto=made.stage.crypto,
        )
        for holder in holders
    )


@pytest.mark.parametrize(
    ("threshold", "holders", "told"),
    [
        (1, 3, ["planning.threshold-too-low"]),
        (3, 3, ["planning.threshold-too-high"]),
        (2, 3, []),
        (4, 5, []),
    ],
)
def test_two_holders_at_least_must_agree_and_one_may_be_lost(begun, threshold, holders, told):
    made, played = begun
    deed = AppointKeyHolders(threshold, entries(made, played, made.town.holders[:holders]))
    assert codes(made, made.town.agent, deed, played.case) == told


def test_two_keys_never_lie_with_one_body(begun):
    made, played = begun
    first, second, third = entries(made, played, made.town.holders[:3])
    deed = AppointKeyHolders(2, (first, replace(second, organisation=first.organisation), third))
    assert codes(made, made.town.agent, deed, played.case) == ["planning.holders-of-one-body"]


def test_a_holder_proves_his_key(begun):
    made, played = begun
    first, second, third = entries(made, played, made.town.holders[:3])
    deed = AppointKeyHolders(2, (first, second, replace(third, proof=second.proof)))
    assert codes(made, made.town.agent, deed, played.case) == ["planning.holder-not-proven"]


def test_a_holder_nobody_knows_holds_nothing(begun):
    made, played = begun
    first, second, third = entries(made, played, made.town.holders[:3])
    deed = AppointKeyHolders(2, (first, second, replace(third, person="person-" + "0" * 32)))
    assert codes(made, made.town.agent, deed, played.case) == ["planning.unknown-holder"]


def test_only_who_runs_the_procedure_appoints_holders(begun):
    made, played = begun
    supplier = play.register_supplier(made.stage, Text("外人", "stranger"), territory="CN-37")
    deed = AppointKeyHolders(2, entries(made, played, made.town.holders[:3]))
    assert codes(made, supplier, deed, played.case) == ["planning.not-the-host"]
