"""Competitive consultation, from the need to the contract: final offers are scored."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.values.text import Text
from daylight.practice import judging, methods, play
from daylight.practice.script import LOWEST_PRICE, MethodScript
from scenarios.asking import case_of, codes
from scenarios.bought import CONSULTED, lot, scored, to_choice, to_end, to_response, verdicts
from world import found


def asked(script, *, days=12):
    """What the law says to a solicitation on these terms."""
    made = found()
    played = to_choice(made, script)
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed, now = play.solicitation_of(made.stage, played), made.stage.clock.now()
    deadline = now.on_day(play.pass_days(made.stage, days).day)
    made.stage.clock.move_to(now)
    return codes(made, made.town.agent, replace(deed, bid_deadline=deadline), played.case, confirms=True)


def test_final_offers_are_scored_by_all_criteria_and_the_best_wins():
    made = found()
    played = to_end(made, CONSULTED)
    done = case_of(made, played).lot("1")
    assert done.stage == "contracted"
    assert all(bid.first_price for bid in done.evaluation.bids)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


@pytest.mark.parametrize(
    ("points", "expected"),
    [(9, ["solicitation.price-weight"]), (10, []), (30, []), (31, ["choice.price-weight-high"])],
)
def test_price_weighs_ten_to_thirty_points_for_services(points, expected):
    assert asked(replace(CONSULTED, lots=lot(scored(points), 1_900_000))) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [(29, ["solicitation.price-weight"]), (30, []), (60, []), (61, ["choice.price-weight-high"])],
)
def test_price_weighs_thirty_to_sixty_points_for_goods(points, expected):
    complex_goods = MethodScript(
        "competitive_consultation", ("no_detailed_specification",), Text("技术复杂", "complex")
    )
    script = replace(CONSULTED, object="goods", chosen=complex_goods, lots=lot(scored(points), 1_900_000))
    assert asked(script) == expected


def test_consultation_is_never_decided_by_price_alone():
    assert asked(replace(CONSULTED, lots=lot(LOWEST_PRICE, 1_900_000))) == ["choice.evaluation"]


@pytest.mark.parametrize(("days", "expected"), [(10, ["solicitation.period-too-short"]), (11, [])])
def test_the_first_response_has_ten_days_and_a_sunday_does_not_end_them(days, expected):
    assert asked(CONSULTED, days=days) == expected


def test_two_suppliers_do_for_services_the_government_buys_for_the_public():
    made = found()
    played = to_end(made, replace(CONSULTED, bidders=CONSULTED.bidders[:2]))
    assert case_of(made, played).lot("1").stage == "contracted"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_with_two_suppliers_any_other_consultation_fails():
    made = found()
    complex_services = replace(CONSULTED.chosen, facts=("no_detailed_specification",))
    played = to_response(made, replace(CONSULTED, chosen=complex_services, bidders=CONSULTED.bidders[:2]))
    assert case_of(made, played).lot("1").evaluation.bids == ()
    judging.form_committee(made.stage, made.town, played)
    assert not judging.review(made.stage, made.town, played, "1")
    assert case_of(made, played).lot("1").stage == "failed"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_single_response_ends_even_a_purchase_for_the_public():
    made = found()
    played = to_response(made, replace(CONSULTED, bidders=CONSULTED.bidders[:1]))
    assert case_of(made, played).lot("1").evaluation.bids == ()


def test_one_who_leaves_before_the_final_offer_is_out_and_the_others_go_on():
    leaves = replace(CONSULTED.bidders[0], conduct="leaves")
    made = found()
    played = to_response(made, replace(CONSULTED, bidders=(leaves, *CONSULTED.bidders[1:])))
    methods.judge_and_contract(made.stage, made.town, played)
    done = case_of(made, played).lot("1")
    assert sorted(bid.rejected for bid in done.evaluation.bids) == ["", "", "no_final_offer"]
    assert done.stage == "contracted"
    assert sum(c.points for c in scored(30).criteria) == Fraction(100)
