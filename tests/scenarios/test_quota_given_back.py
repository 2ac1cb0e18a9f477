"""A quota goes back where nothing comes of a call-off, and only there."""

from dataclasses import replace

import pytest

from daylight.core.acts.award import AwardLot, CancelLot, FailLot, PassOverWinner
from daylight.core.acts.framework import GiveBackQuota, ListSuppliers
from daylight.core.values.text import Text
from daylight.practice import framework
from scenarios.asking import codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, PAPER
from scenarios.listed import FIVE, LOT, SERVICES, listings, opened, supplier_of
from scenarios.test_call_offs import PENS, called, calling, in_turn

PROVEN = {"public": 0, "auditor": 0}
GONE = Text("供应商书面放弃", "the supplier gave it up in writing")


def giving_back(made, played, call, cause="passed_over", *, place=0, by=None):
    """The codes of an attempt to give back what a call-off drew."""
    deed = GiveBackQuota(played.case, LOT, call, cause, GONE)
    return codes(made, by or made.town.buyer, deed, listings(made, played)[place].id)


def unsigned(made, call, cause="refused"):
    """The supplier of a call-off does not sign."""
    listing = made.stage.case(call, made.town.buyer).lots[0].award.winner
    deed = PassOverWinner("1", listing, cause, GONE, (PAPER,))
    made.stage.confirms(made.town.buyer, deed, call)


def test_what_a_supplier_does_not_sign_goes_back_and_the_case_fails(at):
    made, played = at(opened, FIVE)
    call, listing = called(made, played)
    assert giving_back(made, played, call) == ["framework.call-stands"]
    unsigned(made, call)
    assert listings(made, played)[0].left.quantity == 0
    assert giving_back(made, played, call) == []
    assert listings(made, played)[0].left.quantity == 10
    anew = FailLot("1", "winner_did_not_sign", FINE)
    assert codes(made, made.town.buyer, anew, call, confirms=True) == []
    deed, listing = calling(made, played)
    assert codes(made, made.town.buyer, deed, listing.id) == []
    assert verdicts(made, played) == verdicts(made, replace(played, case=call)) == PROVEN


def test_a_call_off_whose_supplier_was_passed_over_names_no_other_and_lists_nobody(at):
    made, played = at(opened, FIVE)
    call, listing = called(made, played)
    unsigned(made, call)
    again, nobody = AwardLot("1", listing.id, FINE), ListSuppliers("1", (), ())
    assert "award.no-candidate-left" in codes(made, made.town.buyer, again, call, confirms=True)
    assert "framework.no-list" in codes(made, made.town.buyer, nobody, call, confirms=True)


def test_the_notice_of_a_supplier_that_does_not_sign_cancels_the_award(at):
    made, played = at(opened, FIVE)
    call, _ = called(made, played)
    unsigned(made, call, "cannot_perform")
    release = made.office.journal.published(call)[-1]
    assert b'"tag":["awardCancellation"]' in release and b'"status":"cancelled"' in release


def test_a_call_off_that_is_cancelled_gives_its_quota_back(at):
    made, played = at(opened, FIVE)
    call, _ = called(made, played)
    unsigned(made, call)
    gone = CancelLot("1", Text("任务取消", "the task is gone"))
    made.stage.confirms(made.town.buyer, gone, call)
    assert giving_back(made, played, call) == []
    assert verdicts(made, replace(played, case=call)) == PROVEN


def test_a_call_off_that_never_became_a_case_gives_its_quota_back_and_becomes_none_later(at):
    made, played = at(opened, FIVE)
    deed, listing = calling(made, played)
    buyer = made.town.buyer
    made.stage.acts(buyer, deed, listing.id)
    case = framework.opening_of(played, listing, deed, PENS)
    for wrong in ("ended", "passed_over"):
        assert giving_back(made, played, deed.call, wrong) == ["framework.call-stands"]
    assert giving_back(made, played, deed.call, "not_opened") == []
    assert codes(made, buyer, case, deed.call) == ["framework.no-call"]
    assert "framework.no-call" in giving_back(made, played, deed.call, "not_opened")


def test_the_purchaser_gives_back_or_the_supplier_takes_back_with_a_reason(at):
    made, played = at(opened, FIVE)
    call, listing = called(made, played)
    unsigned(made, call)
    other = supplier_of(played, listings(made, played)[1])
    for stranger in (made.town.agent, other):
        assert giving_back(made, played, call, by=stranger) == ["framework.no-call"]
    silent = GiveBackQuota(played.case, LOT, call, "passed_over", Text("", ""))
    assert codes(made, made.town.buyer, silent, listing.id) == ["acts.nothing-said"]
    elsewhere = replace(silent, lot="2", reason=GONE)
    assert codes(made, made.town.buyer, elsewhere, listing.id) == ["framework.other-lot"]
    assert giving_back(made, played, call, by=supplier_of(played, listing)) == []


def test_what_stands_under_contract_stays_drawn(at):
    made, played = at(opened, FIVE)
    call, listing = called(made, played)
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier_of(played, listing), call)
    for cause in ("not_opened", "passed_over", "ended"):
        assert giving_back(made, played, call, cause) == ["framework.call-stands"]


@pytest.mark.parametrize(("opens", "turns"), [(False, 0), (True, 1)])
def test_a_turn_that_came_to_nothing_counts_only_if_the_supplier_did_not_sign(at, opens, turns):
    made, played = at(opened, SERVICES)
    deed, listing = in_turn(made, played, 0)
    made.stage.acts(made.town.buyer, deed, listing.id)
    if opens:
        made.stage.acts(made.town.buyer, framework.opening_of(played, listing, deed, PENS), deed.call)
        unsigned(made, deed.call)
    assert giving_back(made, played, deed.call, "passed_over" if opens else "not_opened") == []
    assert listings(made, played)[0].turns == turns
    following, listing = in_turn(made, played, turns)
    assert codes(made, made.town.buyer, following, listing.id) == []


def test_quotas_add_up_whatever_is_drawn_and_given_back(at):
    made, played = at(opened, FIVE)
    spent = []
    for quantity in (4, 3, 2):
        deed, listing = calling(made, played, quantity=quantity)
        made.stage.acts(made.town.buyer, deed, listing.id)
        spent.append((deed.call, quantity))
    for call, quantity in spent[::2]:
        before = listings(made, played)[0].left.quantity
        assert giving_back(made, played, call, "not_opened") == []
        assert listings(made, played)[0].left.quantity == before + quantity
    stand = listings(made, played)[0]
    assert stand.left.quantity + sum(one.quantity for one in stand.calls if not one.returned) == 10
