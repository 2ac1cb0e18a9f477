"""The report is delivered, the purchaser has his time; if he stays silent, the first in rank is confirmed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from daylight.core.acts.award import AwardLot, DeemFirstAwarded, DeliverReport, ObjectToReport
from daylight.core.values.text import Text
from daylight.practice import confirming, judging, methods
from scenarios.asking import case_of, codes
from scenarios.bought import CONSULTED, NEGOTIATED, QUOTED, to_response, verdicts
from scenarios.judged import FINE, LOT, PAPER, evaluated, lot_of, reviewed
from scripts import SMALL

OWN = replace(SMALL, agency=False)


def clocks(made, played):
    return {one.id: one for one in case_of(made, played).clocks if one.lot == LOT}


def first(made, played):
    return lot_of(made, played).evaluation.ranking[0]


def deem(made, played, bid="", party=None):
    deed = DeemFirstAwarded(LOT, bid or first(made, played))
    return codes(made, party or made.town.agent, deed, played.case, confirms=True)


def to_day(made, day):
    made.clock.move_to(made.clock.now().on_day(day))


def last_day(made, played):
    return clocks(made, played)["award.confirm"].latest


def objecting(made, played, **changes):
    deed = ObjectToReport(
        LOT, Text("第一名被列入失信名单", "the first is on the list of the dishonest"), (PAPER,)
    )
    return codes(made, made.town.buyer, replace(deed, **changes), played.case, confirms=True)


def test_the_agency_owes_the_report_and_the_purchaser_the_winner(at):
    made, played = at(evaluated)
    owed = clocks(made, played)
    assert {(id, one.owed_by, one.kind) for id, one in owed.items()} == {
        ("award.report", "agency", "DeliverReport"),
        ("award.confirm", "purchaser", "AwardLot"),
    }
    assert owed["award.report"].latest < owed["award.confirm"].latest


def test_a_report_delivered_early_begins_the_purchasers_time(at):
    made, played = at(evaluated)
    before = last_day(made, played)
    confirming.deliver_report(made.stage, made.town, played, LOT)
    assert set(clocks(made, played)) == {"award.confirm"}
    assert last_day(made, played) < before
    deed = DeliverReport(LOT, PAPER)
    assert codes(made, made.town.agent, deed, played.case) == ["award.report-delivered"]


def test_only_a_sound_report_of_an_evaluated_lot_is_delivered_by_who_runs_the_procedure(at):
    made, played = at(evaluated)
    empty = DeliverReport(LOT, replace(PAPER, size=0))
    assert codes(made, made.town.agent, empty, played.case) == ["acts.no-document"]
    stranger = codes(made, made.town.finance, DeliverReport(LOT, PAPER), played.case)
    assert stranger == ["planning.not-the-host"]
    made, played = at(reviewed)
    assert codes(made, made.town.agent, DeliverReport(LOT, PAPER), played.case) == ["award.not-evaluated"]


def test_who_buys_without_an_agency_only_confirms(at):
    made, played = at(evaluated, OWN)
    assert set(clocks(made, played)) == {"award.confirm"}
    deed = DeliverReport(LOT, PAPER)
    assert codes(made, made.town.buyer, deed, played.case) == ["award.no-agency"]


def test_an_award_answers_the_report_as_well(at):
    made, played = at(evaluated)
    deed = AwardLot(LOT, first(made, played), FINE)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == []
    assert not {"award.report", "award.confirm"} & set(clocks(made, played))


@pytest.mark.parametrize(("days", "told"), [(0, ["award.time-runs"]), (1, [])])
def test_the_last_day_is_the_purchasers_and_the_day_after_silence_speaks(at, days, told):
    made, played = at(evaluated)
    confirming.deliver_report(made.stage, made.town, played, LOT)
    to_day(made, last_day(made, played) + timedelta(days=days))
    assert deem(made, played) == told
    assert lot_of(made, played).award.winner == ("" if told else first(made, played))


def test_the_silent_purchasers_winner_is_told_published_and_signs(at):
    made, played = at(evaluated)
    confirming.deliver_report(made.stage, made.town, played, LOT)
    confirming.stay_silent(made.stage, made.town, played, LOT)
    assert set(clocks(made, played)) == {"award.publish.NotifyBidders", "award.publish.PublishAward"}
    judging.tell(made.stage, made.town, played, LOT)
    judging.contract(made.stage, made.town, played, LOT)
    assert lot_of(made, played).contract.signed_at is not None
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_only_the_first_is_deemed_and_only_by_who_runs_the_procedure(at):
    made, played = at(evaluated)
    to_day(made, last_day(made, played) + timedelta(days=1))
    assert deem(made, played, lot_of(made, played).evaluation.ranking[1]) == ["award.not-first"]
    assert deem(made, played, party=made.town.finance) == ["planning.not-the-host"]
    assert deem(made, played) == []
    assert deem(made, played) == ["award.not-evaluated", "award.time-runs"]


def test_who_objected_in_time_was_not_silent(at):
    made, played = at(evaluated)
    assert objecting(made, played, evidence=()) == ["acts.no-evidence"]
    assert objecting(made, played, reason=Text("有", "")) == ["acts.one-language"]
    assert objecting(made, played) == []
    assert objecting(made, played) == ["award.objected"]
    to_day(made, last_day(made, played) + timedelta(days=1))
    assert deem(made, played) == ["award.objected"]


@pytest.mark.parametrize(("days", "told"), [(0, []), (1, ["award.objection-late"])])
def test_an_objection_comes_on_the_last_day_at_the_latest(at, days, told):
    made, played = at(evaluated)
    to_day(made, last_day(made, played) + timedelta(days=days))
    assert objecting(made, played) == told


def concluded(made, script):
    played = to_response(made, script)
    methods.judge(made.stage, made.town, played)
    return played


@pytest.mark.parametrize("script", [NEGOTIATED, CONSULTED, QUOTED])
def test_methods_that_do_not_tender_know_the_silent_purchaser_too(at, script):
    made, played = at(concluded, script)
    confirming.stay_silent(made.stage, made.town, played, LOT)
    assert lot_of(made, played).award.winner == first(made, played)
