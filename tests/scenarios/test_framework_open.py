"""An open framework: the call stays open, whoever meets it is listed, and purchasers choose among them."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from daylight.core.acts.award import AwardLot
from daylight.core.acts.dockets import listing_docket
from daylight.core.acts.framework import EndListing, GiveBackQuota, Quota
from daylight.core.acts.open_framework import ReviewApplication
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.office.duties import owed_in
from daylight.practice import framework, methods, open_framework, play
from daylight.practice.framework import Wanted
from daylight.practice.play import solicitation_of
from daylight.practice.script import LOWEST_PRICE, MethodScript
from daylight.practice.town import register_supplier
from scenarios.asking import case_of, codes
from scenarios.bought import PLAIN, lot, verdicts
from scenarios.judged import FINE
from scenarios.listed import LOT, TEN, UNTIL
from world import found

PROVEN = {"public": 0, "auditor": 0}
CARE = MethodScript(
    "open_framework",
    ("fixed_fee_users_choose",),
    Text("社区养老服务付费标准统一，老人自主选择", "care at one fee; the elderly choose who gives it"),
    category="C20",
)
OPEN = replace(PLAIN, object="services", lots=lot(LOWEST_PRICE, 80), bidders=(), chosen=CARE)
HOUR = Text("上门照护二百小时", "two hundred hours of care at home")


def ready(made, script):
    """All is ready for the call."""
    played = play.prepare(made.stage, made.town, script)
    methods.choose(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    return played


def called(made, script):
    """The call is open."""
    played = ready(made, script)
    call = open_framework.call_of(made.stage, played, UNTIL, TEN)
    made.stage.confirms(made.town.agent, call, played.case)
    return played


def two_listed(made, script):
    """Two suppliers are listed."""
    played = called(made, script)
    for name in "甲乙":
        party = supplier(made, name)
        docket = open_framework.admit(made.stage, made.town, played, LOT, party)
        played.bidders[docket] = (None, party)
    return played


def supplier(made, name):
    return register_supplier(made.stage, Text(name, name), territory="CN-37")


def listing(made, docket):
    return made.office.views.of(docket, fresh=True).state


def publishing(made, played, docket, **other):
    deed = replace(open_framework.notice_of(listing(made, docket)), **other)
    return codes(made, made.town.agent, deed, played.case)


def calling(made, played, docket, **wanted):
    """The codes of an attempt to call off from a listing, and what was signed."""
    asked = Wanted(**({"quantity": 2, "price": Money(8_000, "CNY")} | wanted))
    deed = framework.call_off(made.stage, listing(made, docket), asked)
    return codes(made, made.town.buyer, deed, docket), deed


def owed(made, played):
    found = owed_in(made.office.journal, made.stage.book, (played.case,), made.clock.now())
    return [(one.duty.clock.id, one.duty.clock.latest, one.duty.standing) for one in found]


def test_from_the_call_to_the_contract_and_judged_again_offline(at):
    made, played = at(two_listed, OPEN)
    docket, (_, party) = next(iter(played.bidders.items()))
    told, drawn = calling(made, played, docket)
    assert told == []
    case = framework.opening_of(played, listing(made, docket), drawn, HOUR)
    made.stage.acts(made.town.buyer, case, drawn.call)
    framework.contract_of_call_off(made.stage, made.town.buyer, party, drawn.call)
    assert listing(made, docket).left.quantity == 8
    assert verdicts(made, played) == verdicts(made, replace(played, case=drawn.call)) == PROVEN


def test_the_notices_tell_the_price_of_the_call_and_who_is_listed(at):
    made, played = at(two_listed, OPEN)
    call, *notices = [json.loads(one) for one in made.office.journal.published(played.case)][-3:]
    assert call["tender"]["lots"][0]["value"]["amount"] == 80
    assert [one["awards"][0]["value"]["amount"] for one in notices] == [80, 80]
    assert [one["awards"][0]["suppliers"][0]["name"] for one in notices] == ["甲", "乙"]


def test_suppliers_are_admitted_as_long_as_the_call_is_open(at):
    made, played = at(two_listed, OPEN)
    late, later = supplier(made, "丙"), supplier(made, "丁")
    made.clock.move_to(made.clock.now().on_day(UNTIL))
    open_framework.admit(made.stage, made.town, played, LOT, late)
    made.clock.move_to(made.clock.now().on_day(UNTIL + timedelta(days=1)))
    call = case_of(made, played).framework.open_call
    deed = open_framework.application_of(made.stage, call, played.case, LOT, later)
    docket = listing_docket(played.case, LOT, (later.organisation,))
    assert codes(made, later, deed, docket) == ["framework.call-over"]


def test_an_application_is_reviewed_within_seven_working_days_and_published_within_two(at):
    made, played = at(called, OPEN)
    docket = open_framework.apply(made.stage, made.town, played, LOT, supplier(made, "甲"))
    applied = made.clock.now().day
    assert applied == date(2026, 4, 2)
    # 4 to 6 April are closed for a festival, so the seventh working day after 2 April is the 14th
    assert owed(made, played) == [("framework.application_review", date(2026, 4, 14), "running")]
    play.pass_days(made.stage, 12)
    assert owed(made, played)[0][2] == "running"
    play.pass_days(made.stage, 1)
    assert owed(made, played)[0][2] == "overdue"
    open_framework.review(made.stage, made.town, played, docket)
    assert owed(made, played) == [("framework.listing_publish", date(2026, 4, 17), "running")]
    assert publishing(made, played, docket) == []
    assert "framework.listing_publish" not in {id for id, _, _ in owed(made, played)}


def test_nothing_is_called_off_before_the_notice_that_makes_the_agreement(at):
    made, played = at(called, OPEN)
    docket = open_framework.apply(made.stage, made.town, played, LOT, supplier(made, "甲"))
    assert calling(made, played, docket)[0] == ["framework.ended", "framework.unpublished"]
    assert publishing(made, played, docket) == ["framework.not-accepted"]
    open_framework.review(made.stage, made.town, played, docket)
    assert calling(made, played, docket)[0] == ["framework.unpublished"]
    assert publishing(made, played, docket) == []
    assert publishing(made, played, docket) == ["framework.not-accepted"]
    assert calling(made, played, docket)[0] == []


def test_who_is_refused_is_told_why_and_may_apply_again(at):
    made, played = at(called, OPEN)
    party = supplier(made, "甲")
    docket = open_framework.apply(made.stage, made.town, played, LOT, party)
    silent = ReviewApplication(played.case, LOT, False, Text("无许可证", ""))
    agent = made.town.agent
    assert codes(made, agent, silent, docket) == ["acts.one-language"]
    why = Text("缺少养老机构备案", "no entry in the register of care homes")
    open_framework.review(made.stage, made.town, played, docket, why, passed=False)
    assert owed(made, played) == []
    assert publishing(made, played, docket) == ["framework.not-accepted"]
    assert codes(made, agent, replace(silent, reason=why), docket) == ["framework.nothing-to-review"]
    open_framework.admit(made.stage, made.town, played, LOT, party)
    assert calling(made, played, docket)[0] == []
    assert verdicts(made, played) == PROVEN


def test_a_supplier_leaves_at_any_time_and_comes_back_by_a_new_application(at):
    made, played = at(two_listed, OPEN)
    docket, (_, party) = next(iter(played.bidders.items()))
    assert calling(made, played, docket)[0] == []
    made.stage.acts(party, EndListing(played.case, LOT, "left", FINE), docket)
    assert calling(made, played, docket)[0] == ["framework.ended"]
    assert open_framework.apply(made.stage, made.town, played, LOT, party) == docket
    assert publishing(made, played, docket) == ["framework.not-accepted"]
    open_framework.review(made.stage, made.town, played, docket)
    assert calling(made, played, docket)[0] == ["framework.unpublished"]
    assert publishing(made, played, docket) == []
    assert listing(made, docket).left.quantity == 8
    assert calling(made, played, docket)[0] == []
    assert verdicts(made, played) == PROVEN


def test_an_applicant_may_withdraw_before_the_review(at):
    made, played = at(called, OPEN)
    party = supplier(made, "甲")
    docket = open_framework.apply(made.stage, made.town, played, LOT, party)
    made.stage.acts(party, EndListing(played.case, LOT, "left", FINE), docket)
    deed = ReviewApplication(played.case, LOT, True, FINE)
    assert codes(made, made.town.agent, deed, docket) == ["framework.nothing-to-review"]
    assert owed(made, played) == []


def test_one_application_stands_at_a_time(at):
    made, played = at(called, OPEN)
    party = supplier(made, "甲")
    docket = open_framework.apply(made.stage, made.town, played, LOT, party)
    call = case_of(made, played).framework.open_call
    deed = open_framework.application_of(made.stage, call, played.case, LOT, party)
    assert codes(made, party, deed, docket) == ["framework.applied-before"]
    open_framework.review(made.stage, made.town, played, docket)
    assert codes(made, party, deed, docket) == ["framework.applied-before"]


def test_an_applicant_takes_the_terms_of_the_call_and_shows_what_it_asks(at):
    made, played = at(called, OPEN)
    party, other = supplier(made, "甲"), supplier(made, "乙")
    call = case_of(made, played).framework.open_call
    deed = open_framework.application_of(made.stage, call, played.case, LOT, party)
    docket = listing_docket(played.case, LOT, (party.organisation,))
    for wrong in (
        {"terms": replace(deed.terms, price=Money(8_001, "CNY"))},
        {"terms": replace(deed.terms, quota=Quota(11))},
        {"agreement_sha256": "0" * 64},
        {"valid_until": UNTIL - timedelta(days=1)},
    ):
        assert codes(made, party, replace(deed, **wrong), docket) == ["framework.application-differs"]
    assert codes(made, party, replace(deed, evidence=()), docket) == ["acts.no-evidence"]
    assert codes(made, other, deed, docket) == ["framework.no-applicant"]
    assert codes(made, party, deed, listing_docket(played.case, LOT, (other.organisation,))) == [
        "framework.no-applicant"
    ]
    assert codes(made, party, deed, docket) == []


def test_suppliers_are_only_chosen_directly_and_at_the_price_of_the_call(at):
    made, played = at(two_listed, OPEN)
    docket = next(iter(played.bidders))
    turn = {"way": "rotation"}
    assert "framework.other-way" in calling(made, played, docket, **turn)[0]
    for minor, told in ((7_999, ["framework.fixed-price"]), (8_000, [])):
        assert calling(made, played, docket, price=Money(minor, "CNY"))[0] == told
    told, _ = calling(made, played, docket, price=Money(8_001, "CNY"))
    assert told == ["framework.above-agreed", "framework.fixed-price"]


def test_a_quota_given_back_is_there_again(at):
    made, played = at(two_listed, OPEN)
    docket = next(iter(played.bidders))
    _, drawn = calling(made, played, docket, quantity=10)
    assert calling(made, played, docket, quantity=1)[0] == ["framework.quota"]
    back = GiveBackQuota(played.case, LOT, drawn.call, "not_opened", FINE)
    assert codes(made, made.town.buyer, back, docket) == []
    assert calling(made, played, docket, quantity=10)[0] == []


def test_the_call_says_at_which_price_and_ends_within_the_law(at):
    made, played = at(ready, OPEN)
    agent = made.town.agent
    call = open_framework.call_of(made.stage, played, UNTIL, TEN)
    (terms,) = call.lots
    today = made.clock.now().day
    last = today.replace(year=today.year + 2)
    for wrong, told in (
        ({"lots": ()}, "framework.open-terms"),
        ({"lots": (terms, terms)}, "framework.open-terms"),
        ({"lots": (replace(terms, price=Money(8_001, "CNY")),)}, "framework.open-terms"),
        ({"lots": (replace(terms, price=Money(0, "CNY")),)}, "framework.open-terms"),
        ({"lots": (replace(terms, quota=Quota(0)),)}, "framework.open-terms"),
        ({"documents": ()}, "solicitation.no-documents"),
        ({"qualification": ()}, "solicitation.no-qualification"),
        ({"valid_until": last + timedelta(days=1)}, "framework.term-too-long"),
        ({"valid_until": today - timedelta(days=1)}, "framework.term-too-long"),
    ):
        assert codes(made, agent, replace(call, **wrong), played.case, confirms=True) == [told]
    just = replace(call, valid_until=last)
    assert codes(made, agent, just, played.case, confirms=True) == []
    assert codes(made, agent, just, played.case, confirms=True) == ["planning.already-issued"]


def test_an_open_framework_issues_no_solicitation_and_others_invite_no_applications(at):
    made, played = at(ready, OPEN)
    play.appoint_holders(made.stage, made.town, played)
    issued = solicitation_of(made.stage, played)
    assert "choice.evaluation" in codes(made, made.town.agent, issued, played.case, confirms=True)
    closed = replace(OPEN, chosen=replace(CARE, method="framework_agreement", facts=("own_system_services",)))
    made, played = at(ready, closed)
    call = open_framework.call_of(made.stage, played, UNTIL, TEN)
    assert codes(made, made.town.agent, call, played.case, confirms=True) == ["framework.not-open"]


def test_what_precedes_the_call_cannot_follow_it_and_nobody_is_awarded_alone(at):
    made, played = at(two_listed, OPEN)
    agency = play.agreement(made.stage, made.town, OPEN, ("all",))
    assert codes(made, made.town.buyer, agency, played.case) == ["planning.already-issued"]
    alone = AwardLot(LOT, next(iter(played.bidders)), FINE)
    told = codes(made, made.town.buyer, alone, played.case, confirms=True)
    assert "framework.lists" in told


@pytest.mark.parametrize("fact", ["policy_keeps_all", "few_and_restricted", "fixed_fee_users_choose"])
def test_each_ground_opens_the_open_kind(fact):
    made = found()
    script = replace(OPEN, chosen=replace(CARE, facts=(fact,)))
    assert case_of(made, called(made, script)).lots[0].stage == "admitting"


def test_without_a_ground_there_is_no_open_framework(at):
    made, played = at(ready, OPEN)
    for facts in ((), ("catalogue_small_repeated",)):
        deed = methods.choice_of(replace(CARE, facts=facts), made.stage.book.method_by_id["open_framework"])
        told = codes(made, made.town.buyer, deed, played.case, confirms=True)
        assert told == ["choice.no-ground"]
