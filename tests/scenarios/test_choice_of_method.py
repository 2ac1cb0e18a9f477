"""Choosing a method: by the facts, with what was bought before, once for all who read it."""

from dataclasses import replace

import pytest

from daylight.client.session import Refused
from daylight.core.acts.planning import ApproveMethod
from daylight.core.values.text import Text
from daylight.practice import methods, play
from daylight.practice.town import register_supplier
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, ONLY, QUOTED, lot, to_choice
from scripts import yuan
from world import found


def told(made, script, supplier=""):
    """The codes of a refused choice; none where it is admitted."""
    played = play.prepare(made.stage, made.town, script)
    try:
        methods.choose(made.stage, made.town, played, supplier)
    except Refused as refused:
        return sorted(refusal.code for refusal in refused.note.refusals)
    return []


def chosen(**fields):
    return replace(NEGOTIATED, chosen=replace(NEGOTIATED.chosen, **fields))


def test_a_fact_that_opens_another_method_does_not_open_this_one():
    assert told(found(), chosen(facts=("uniform_with_stock",))) == ["choice.no-ground"]


def test_quotations_are_for_goods():
    assert told(found(), replace(QUOTED, object="services")) == ["choice.object"]


def test_unknown_facts_and_a_choice_without_reason_are_refused():
    assert told(found(), chosen(facts=("urgent_need", "because"))) == ["choice.unknown-facts"]
    assert told(found(), chosen(reason=Text("", ""))) == ["choice.no-reason"]


def test_an_addition_is_at_most_a_tenth_of_the_contract_it_adds_to():
    made = found()
    supplier = register_supplier(made.stage, Text("甲", "A"), territory="CN-37").organisation
    addition = replace(ONLY.chosen, facts=("consistent_addition",))
    for original, expected in ((18_999_999, ["choice.addition-too-large"]), (19_000_000, [])):
        script = replace(ONLY, chosen=replace(addition, original_contract=yuan(original)))
        assert told(made, script, supplier) == expected


def test_works_that_must_be_tendered_are_opened_to_no_other_method():
    """The four million are not confirmed: the act carries a warning."""
    untendered = replace(NEGOTIATED.chosen, facts=("works_untendered",))
    for budget, expected in ((3_999_999, []), (4_000_000, ["choice.works-tendered"])):
        made, lots = found(), lot(NEGOTIATED.lots[0].terms, budget)
        to_choice(made, replace(NEGOTIATED, object="works", chosen=untendered, lots=lots))
        last = made.office.journal.drafts[-1].act
        assert [warning.code for warning in last.warnings] == expected


def test_works_have_a_tendering_law_of_their_own():
    made = found()
    played = play.prepare(made.stage, made.town, replace(NEGOTIATED, object="works", chosen=None))
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    assert "choice.object" in codes(made, made.town.agent, deed, played.case, confirms=True)


def test_what_was_bought_before_in_the_year_is_added_up_and_stated():
    made = found(territory="CN-central")
    central = replace(NEGOTIATED, territory="CN-central")
    first = to_choice(made, central)
    assert told(made, central) == ["choice.not-added-up"]
    second = replace(central, chosen=replace(central.chosen, bought_before=190_000_000))
    played = to_choice(made, second)
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["choice.not-approved"]
    methods.approve(made.stage, made.town, played)
    deed = play.solicitation_of(made.stage, played)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == []
    assert case_of(made, first).planning.choice.approved is None


def test_nothing_is_approved_before_a_method_is_chosen_or_where_none_is_needed():
    made = found()
    deed = ApproveMethod(True, Text("同意", "agreed"))
    played = play.prepare(made.stage, made.town, NEGOTIATED)
    first = codes(made, made.town.finance, deed, played.case, confirms=True)
    assert first == ["choice.none-made", "choice.nothing-to-approve"]
    methods.choose(made.stage, made.town, played)
    assert codes(made, made.town.finance, deed, played.case, confirms=True) == ["choice.nothing-to-approve"]


def test_a_choice_that_is_not_approved_ends_there():
    made = found(territory="CN-central")
    large = replace(NEGOTIATED, territory="CN-central", lots=lot(NEGOTIATED.lots[0].terms, 2_000_000))
    played = to_choice(made, large)
    play.appoint_holders(made.stage, made.town, played)
    methods.approve(made.stage, made.town, played, approved=False)
    with pytest.raises(Refused) as refused:
        play.solicit(made.stage, made.town, played)
    assert [r.code for r in refused.value.note.refusals] == ["choice.not-approved"]
