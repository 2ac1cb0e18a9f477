"""Competitive negotiation, from the need to the contract, with what the law refuses on the way."""

from dataclasses import replace

import pytest

from daylight.client.session import Refused
from daylight.core.acts.act import act_digest, read_act
from daylight.core.acts.evaluation import (
    CallForFinalOffers,
    ChangeTerms,
    ConfirmTerms,
    RecordNegotiation,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.acts.solicitation import IssueClarification
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play
from daylight.practice.judging import MEETS, chair_of
from daylight.practice.script import MethodScript
from daylight.practice.town import register_supplier
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, final, to_choice, to_end, to_response, verdicts
from scripts import bidder, to_opening
from world import found

THREE_YEARS = Text("保修三年", "three years of warranty")


def reviewed(made, script=NEGOTIATED):
    """Offers are open, the committee is formed and has reviewed them."""
    played = to_response(made, script)
    judging.form_committee(made.stage, made.town, played)
    judging.review(made.stage, made.town, played, "1")
    return played


def heard(made, script=NEGOTIATED):
    """Everybody was heard."""
    played = reviewed(made, script)
    methods.negotiate(made.stage, made.town, played, "1")
    return played


def call(made, *, hours=3, lots=("1",)):
    return CallForFinalOffers(lots, made.stage.clock.now().later_by(hours * play.HOUR_MS))


def test_each_supplier_is_heard_alone_and_the_lowest_final_offer_wins():
    made = found()
    played = to_end(made, NEGOTIATED)
    done = case_of(made, played).lot("1")
    winner = next(bid for bid in done.evaluation.bids if bid.bid == done.award.winner)
    assert (done.stage, winner.price_minor, winner.first_price.total.amount_minor) == (
        "contracted", 168_000_000, 175_000_000,
    )  # fmt: skip
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_nothing_of_an_offer_is_public_before_the_result(at):
    made, played = at(heard, NEGOTIATED)
    methods.final_offers(made.stage, made.town, played)
    told = b"".join(made.office.journal.published(played.case))
    assert "甲 Ltd".encode() not in told
    assert b"168000000" not in told and b"1680000" not in told


def test_who_makes_no_final_offer_has_left_and_with_two_left_the_lot_fails():
    leaves = replace(NEGOTIATED.bidders[0], conduct="leaves")
    made = found()
    played = heard(made, replace(NEGOTIATED, bidders=(leaves, *NEGOTIATED.bidders[1:])))
    methods.final_offers(made.stage, made.town, played)
    left = case_of(made, played).lot("1")
    assert [bid.rejected for bid in left.evaluation.bids].count("no_final_offer") in (1, 3)
    judging.mark_and_conclude(made.stage, made.town, played, "1")
    assert case_of(made, played).lot("1").stage == "failed"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_two_suppliers_do_where_a_failed_tender_left_exactly_two_and_it_was_approved():
    made = found()
    tender = replace(
        NEGOTIATED,
        chosen=None,
        bid_days=25,
        bidders=(
            bidder("甲", 1_800_000),
            bidder("乙", 1_750_000),
            bidder("丙", 1_700_000, conforms=Text("技术参数不满足", "the parameters are not met")),
        ),
    )
    failed = to_opening(made, tender)
    judging.form_committee(made.stage, made.town, failed)
    assert not judging.review(made.stage, made.town, failed, "1")
    why = Text("公开招标后符合要求的只有两家", "an open tender left two")
    chosen = MethodScript(
        "competitive_negotiation", ("tender_left_two",), why, earlier=failed.case, earlier_lot="1"
    )
    two = (bidder("甲", 1_800_000, final=final(1_700_000)), bidder("乙", 1_750_000, final=final(1_690_000)))
    played = to_end(made, replace(NEGOTIATED, chosen=chosen, bidders=two))
    assert case_of(made, played).lot("1").stage == "contracted"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_failed_tender_must_be_shown():
    made = found()
    script = replace(NEGOTIATED.chosen, facts=("tender_failed",))
    played = play.prepare(made.stage, made.town, replace(NEGOTIATED, chosen=script))
    with pytest.raises(Refused) as refused:
        methods.choose(made.stage, made.town, played)
    assert [r.code for r in refused.value.note.refusals] == ["choice.not-failed"]


def test_only_technical_service_and_contract_terms_change_and_the_purchaser_confirms(at):
    made, played = at(reviewed, NEGOTIATED)
    chair = chair_of(made.stage, made.town, played)
    qualification = ChangeTerms("1", ("qualification",), THREE_YEARS)
    assert codes(made, chair, qualification, played.case) == ["negotiation.fixed-terms"]
    receipt = made.stage.acts(chair, ChangeTerms("1", ("service",), THREE_YEARS), played.case)
    confirm = ConfirmTerms("1", act_digest(receipt.act))
    members = judging.members(made.stage, made.town, played)
    expert = next(one for one in members if one.device != made.town.buyer.device)
    assert codes(made, expert, confirm, played.case, confirms=True) == ["negotiation.not-representative"]
    for bid in case_of(made, played).lot("1").evaluation.valid_bids:
        minutes, opened = made.stage.private("minutes", "纪要")
        made.stage.acts(chair, RecordNegotiation("1", bid.bid, minutes), played.case, openings=(opened,))
    assert codes(made, chair, call(made), played.case, confirms=True) == ["negotiation.unconfirmed"]
    buyer = made.town.buyer.in_person()
    assert codes(made, buyer, confirm, played.case, confirms=True) == []
    assert codes(made, buyer, confirm, played.case, confirms=True) == ["negotiation.no-change"]
    assert codes(made, chair, call(made), played.case, confirms=True) == []


def test_nobody_is_called_before_everybody_was_heard(at):
    made, played = at(reviewed, NEGOTIATED)
    chair = chair_of(made.stage, made.town, played)
    assert codes(made, chair, call(made), played.case, confirms=True) == ["negotiation.not-heard"]


def test_the_call_covers_all_lots_leaves_time_and_comes_once(at):
    made, played = at(heard, NEGOTIATED)
    chair = chair_of(made.stage, made.town, played)
    late = codes(made, chair, call(made, hours=-1), played.case, confirms=True)
    assert late == ["negotiation.no-time"]
    none = codes(made, chair, call(made, lots=()), played.case, confirms=True)
    assert none == ["negotiation.lots-differ", "negotiation.too-few"]
    other = codes(made, chair, call(made, lots=("9",)), played.case, confirms=True)
    assert other == ["negotiation.lot-not-open", "negotiation.lots-differ", "negotiation.too-few"]
    assert codes(made, chair, call(made), played.case, confirms=True) == []
    again = codes(made, chair, call(made), played.case, confirms=True)
    assert "negotiation.over" in again


def test_a_final_offer_is_of_the_round_that_runs_and_by_who_is_left(at):
    made, played = at(heard, NEGOTIATED)
    made.stage.confirms(chair_of(made.stage, made.town, played), call(made), played.case)
    case = case_of(made, played)
    docket = next(iter(played.bidders))
    with pytest.raises(Refused) as refused:
        play.submit(made.stage, played, docket, case.planning.key_set)
    assert [r.code for r in refused.value.note.refusals] == ["bidding.other-round"]
    play.submit(made.stage, played, docket, case.planning.key_set, round=2)
    deed = IssueClarification(THREE_YEARS, may_affect_preparation=False)
    assert codes(made, made.town.agent, deed, played.case) == ["negotiation.over"]


def test_who_was_put_out_makes_no_final_offer():
    fourth = bidder("丁", 1_600_000, conforms=Text("不满足", "not met"))
    made = found()
    played = heard(made, replace(NEGOTIATED, bidders=(*NEGOTIATED.bidders, fourth)))
    made.stage.confirms(chair_of(made.stage, made.town, played), call(made), played.case)
    case = case_of(made, played)
    out = next(bid.bid for bid in case.lot("1").evaluation.bids if bid.rejected)
    with pytest.raises(Refused) as refused:
        play.submit(made.stage, played, out, case.planning.key_set, round=2)
    assert [r.code for r in refused.value.note.refusals] == ["bidding.not-left"]


def test_nothing_is_concluded_on_first_offers(at):
    made, played = at(heard, NEGOTIATED)
    chair = chair_of(made.stage, made.town, played)
    bid = case_of(made, played).lot("1").evaluation.bids[0].bid
    found_codes = codes(made, chair, ScoreBid("1", bid, (), MEETS), played.case)
    assert "negotiation.no-final-offers" in found_codes


def test_the_committee_reviews_qualification_here_and_the_host_does_not():
    made = found()
    played = to_response(made, NEGOTIATED)
    judging.form_committee(made.stage, made.town, played)
    bid = case_of(made, played).lot("1").evaluation.bids[0].bid
    deed = ReviewQualification("1", bid, True, MEETS)
    assert codes(made, made.town.agent, deed, played.case) == ["acts.personal"]
    assert codes(made, chair_of(made.stage, made.town, played), deed, played.case) == []


def test_a_tender_knows_no_negotiation():
    made = found()
    played = to_opening(made, replace(NEGOTIATED, chosen=None, bid_days=25))
    judging.form_committee(made.stage, made.town, played)
    judging.review(made.stage, made.town, played, "1")
    chair = chair_of(made.stage, made.town, played)
    bid = case_of(made, played).lot("1").evaluation.bids[0].bid
    minutes, _ = made.stage.private("minutes", "纪要")
    assert codes(made, chair, RecordNegotiation("1", bid, minutes), played.case) == ["negotiation.not-here"]


def test_three_working_days_pass_before_the_first_response_or_the_act_carries_a_warning():
    """The number is not confirmed yet, so it warns and does not refuse."""
    for days, expected in ((2, ["solicitation.period-too-short"]), (3, [])):
        made = found()
        played = to_choice(made, NEGOTIATED)
        play.appoint_holders(made.stage, made.town, played)
        play.pass_days(made.stage, play.INTENTION_DAYS)
        deed, now = play.solicitation_of(made.stage, played), made.stage.clock.now()
        assert now.day.isoweekday() == 4
        deadline = now.on_day(now.day.replace(day=now.day.day + (days if days < 3 else 6)))
        asked = replace(deed, bid_deadline=deadline, documents_until=now.day)
        receipt = made.stage.confirms(made.town.agent, asked, played.case)
        warned = [warning.code for warning in read_act(receipt.act).warnings]
        assert [code for code in warned if code == "solicitation.period-too-short"] == expected


@pytest.mark.parametrize(("candidates", "told"), [(2, ["solicitation.too-few-candidates"]), (3, [])])
def test_three_candidates_at_least_are_recommended(candidates, told):
    made = found()
    played = to_choice(made, NEGOTIATED)
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    lots = tuple(replace(one, candidates=candidates) for one in deed.lots)
    assert codes(made, made.town.agent, replace(deed, lots=lots), played.case, confirms=True) == told


def test_a_stranger_who_offers_is_not_told_who_is_left(at):
    made, played = at(heard, NEGOTIATED)
    made.stage.confirms(chair_of(made.stage, made.town, played), call(made), played.case)
    curious = register_supplier(made.stage, NEGOTIATED.title, territory="CN-37")
    left, free = next(iter(played.bidders)), made.office.bid_docket(played.case, ("org-nobody",))
    play.submit(made.stage, played, left, case_of(made, played).planning.key_set, round=2)
    offer = next(act.intent.deed for act in reversed(made.acts) if act.intent.kind == "SubmitBid")
    for docket in (left, free):
        assert "bidding.not-left" in codes(made, curious, offer, docket)
