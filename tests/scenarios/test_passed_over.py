"""A winner who does not sign is passed over; the next candidate is awarded, or the lot fails."""

import json
from dataclasses import replace

import pytest

from daylight.core.acts.act import act_bytes, read_act
from daylight.core.acts.award import (
    AwardLot,
    FailLot,
    NotifyBidders,
    PassOverWinner,
    PublishAward,
)
from daylight.core.disclosure.visibility import public_length
from daylight.core.judgement.fold import fold
from daylight.core.values.text import Text
from daylight.practice import judging, methods
from scenarios import judged
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, to_response, verdicts
from scenarios.judged import FINE, LOT, PAPER, awarded, evaluated, lot_of, signing


def passing(made, played, **changes):
    """The deed that passes over the winner in hand."""
    deed = PassOverWinner(LOT, lot_of(made, played).award.winner, "refused", FINE, (PAPER,))
    return replace(deed, **changes)


def tried(made, played, deed, party=None):
    return codes(made, party or made.town.buyer, deed, played.case, confirms=True)


def notified(made, script):
    """Everybody who bid was told; the public was not."""
    played = evaluated(made, script)
    winner, *losers = lot_of(made, played).evaluation.ranking
    made.stage.confirms(made.town.buyer, AwardLot(LOT, winner, FINE), played.case)
    deed = NotifyBidders(LOT, winner, judged.told(made, played, losers))
    made.stage.acts(made.town.agent, deed, played.case)
    return played


def passed(made, script):
    """The result was published, and its winner passed over."""
    played = awarded(made, script)
    judging.pass_over(made.stage, made.town, played, LOT)
    return played


def acts_of(made, played):
    return [act for act in made.acts if act.docket == played.case]


def running(made, played):
    """Until when each clock of the lot runs that somebody owes."""
    clocks = (clock for clock in case_of(made, played).clocks if clock.lot == LOT and clock.owed_by)
    return {clock.id: clock.latest for clock in clocks}


def told(made, played):
    """The releases of the case with the kinds of the acts that told them."""
    releases = [json.loads(one) for one in made.office.journal.published(played.case)]
    return {one["daylight"]["acts"][0]["kind"]: one for one in releases}


@pytest.mark.parametrize("stage", [awarded, notified])
def test_the_next_candidate_is_awarded_told_published_and_signs(at, stage):
    made, played = at(stage)
    first, second, *_ = lot_of(made, played).evaluation.ranking
    judging.pass_over(made.stage, made.town, played, LOT)
    lot = lot_of(made, played)
    assert (lot.stage, lot.award.winner, lot.award.notified_at, lot.award.published_at) == (
        "evaluated",
        "",
        None,
        None,
    )
    assert tried(made, played, AwardLot(LOT, first, FINE)) == ["award.not-first"]
    judging.award(made.stage, made.town, played, LOT)
    assert lot_of(made, played).award.winner == second
    judging.contract(made.stage, made.town, played, LOT)
    assert lot_of(made, played).contract.signed_at is not None
    assert {clock.rpartition(".")[0] for clock in running(made, played)} == {"contract", "security"}
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
    acts = acts_of(made, played)
    assert fold(read_act(act_bytes(act)) for act in acts) == case_of(made, played)
    awards = [one for release in told(made, played).values() for one in release.get("awards", ())]
    contract = told(made, played)["PublishContract"]["contracts"][0]
    assert {one["id"].rpartition("award-")[2]: one["status"] for one in awards} == {
        "1": "cancelled",
        "1-2": "active",
    }
    assert contract["awardID"].endswith("award-1-2")


def test_all_others_are_told_again_also_the_one_passed_over(at):
    made, played = at(passed)
    first, second, *_ = lot_of(made, played).evaluation.ranking
    made.stage.confirms(made.town.buyer, AwardLot(LOT, second, FINE), played.case)
    others = judged.told(
        made, played, [bid.bid for bid in lot_of(made, played).evaluation.bids if bid.bid != second]
    )
    short = tuple(one for one in others if one.bid != first)
    agent = made.town.agent
    assert codes(made, agent, NotifyBidders(LOT, second, short), played.case) == ["award.somebody-not-told"]
    assert codes(made, agent, PublishAward(LOT, FINE), played.case) == ["award.not-notified"]
    assert codes(made, agent, NotifyBidders(LOT, second, others), played.case) == []
    assert codes(made, agent, PublishAward(LOT, FINE), played.case) == []


def test_the_clocks_of_the_first_notification_stop_and_new_ones_run(at):
    made, played = at(awarded)
    before = running(made, played)
    both = {"contract.sign.purchaser", "contract.sign.supplier"}
    assert set(before) == {*both, "security.refund_losers"}
    judging.pass_over(made.stage, made.town, played, LOT)
    assert set(running(made, played)) == {"security.refund_losers"}
    made.clock.move_to(made.clock.now().on_day(before["contract.sign.purchaser"]))
    judging.award(made.stage, made.town, played, LOT)
    after = running(made, played)
    assert set(after) == set(before)
    assert after["contract.sign.purchaser"] > before["contract.sign.purchaser"]


def test_only_after_the_notification(at):
    made, played = at(evaluated)
    deed = passing(made, played, bid=lot_of(made, played).evaluation.ranking[0])
    assert tried(made, played, deed) == ["award.nobody-to-pass-over"]
    made.stage.confirms(made.town.buyer, AwardLot(LOT, deed.bid, FINE), played.case)
    assert tried(made, played, deed) == ["award.nobody-to-pass-over"]
    assert tried(*at(notified), passing(*at(notified))) == []


def test_who_signed_has_not_refused_and_after_both_signed_nobody_is_passed_over(at):
    made, played = at(awarded)
    contract, supplier = signing(made, played)
    unable = passing(made, played, cause="cannot_perform")
    assert codes(made, supplier, contract, played.case, confirms=True) == []
    assert tried(made, played, passing(made, played)) == ["award.winner-has-signed"]
    other, play = at(awarded)
    assert codes(other, other.town.buyer, contract, play.case, confirms=True) == []
    assert tried(other, play, passing(other, play)) == []
    assert lot_of(other, play).contract.signatures == ()
    assert codes(made, made.town.buyer, contract, played.case, confirms=True) == []
    assert tried(made, played, unable) == ["award.nobody-to-pass-over"]


def test_a_winner_who_signed_may_turn_out_unable_to_perform(at):
    made, played = at(awarded)
    contract, supplier = signing(made, played)
    assert codes(made, supplier, contract, played.case, confirms=True) == []
    assert tried(made, played, passing(made, played, cause="cannot_perform")) == []


def test_only_the_purchaser_and_only_the_winner_for_a_reason_on_evidence(at):
    made, played = at(awarded)
    deed, second = passing(made, played), lot_of(made, played).evaluation.ranking[1]
    assert tried(made, played, deed, made.town.agent) == ["planning.not-the-purchaser"]
    assert tried(made, played, replace(deed, bid=second)) == ["award.not-the-winner"]
    assert tried(made, played, replace(deed, evidence=())) == ["acts.no-evidence"]
    assert tried(made, played, replace(deed, reason=Text("拒签", " "))) == ["acts.one-language"]
    assert codes(made, made.town.buyer, deed, played.case) == ["acts.state-moved"]
    assert tried(made, played, deed) == []
    assert tried(made, played, deed) == ["award.nobody-to-pass-over"]


def test_the_lot_may_fail_instead_and_only_then_for_that(at):
    made, played = at(evaluated)
    deed = FailLot(LOT, "winner_did_not_sign", FINE)
    assert tried(made, played, deed, made.town.agent) == ["award.nobody-passed-over"]
    for stage in (awarded, notified):
        made, played = at(stage)
        judging.pass_over(made.stage, made.town, played, LOT, "cannot_perform")
        assert tried(made, played, deed, made.town.agent) == []
        assert lot_of(made, played).ended.cause == "winner_did_not_sign"
        assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_after_the_last_candidate_there_is_none_to_award(at):
    made, played = at(passed)
    candidates = lot_of(made, played).terms.candidates
    while len(lot_of(made, played).award.passed) < min(
        candidates, len(lot_of(made, played).evaluation.ranking)
    ):
        judging.award(made.stage, made.town, played, LOT)
        judging.pass_over(made.stage, made.town, played, LOT)
    again = AwardLot(LOT, lot_of(made, played).evaluation.ranking[0], FINE)
    assert tried(made, played, again) == ["award.no-candidate-left"]
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_what_nobody_read_stays_unread_until_the_next_award(at):
    made, played = at(notified)
    judging.pass_over(made.stage, made.town, played, LOT)
    acts = acts_of(made, played)
    kinds = [act.intent.kind for act in acts[: public_length(acts)]]
    assert "PassOverWinner" not in kinds and "PassOverWinner" not in told(made, played)
    made, played = at(passed)
    acts = acts_of(made, played)
    assert public_length(acts) == len(acts)
    release = told(made, played)["PassOverWinner"]
    assert (release["tag"], release["tender"]["status"]) == (["awardCancellation"], "active")


def negotiated(made, script):
    """A purchase whose offers are never read out; its winner was passed over."""
    played = to_response(made, script)
    methods.judge(made.stage, made.town, played)
    judging.award(made.stage, made.town, played, LOT)
    judging.pass_over(made.stage, made.town, played, LOT)
    return played


def test_where_offers_stay_closed_the_next_candidate_follows_as_well(at):
    made, played = at(negotiated, NEGOTIATED)
    judging.award(made.stage, made.town, played, LOT)
    judging.contract(made.stage, made.town, played, LOT)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
