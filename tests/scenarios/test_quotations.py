"""Request for quotations: one quotation that does not change, and the lowest wins."""

from dataclasses import replace

from daylight.core.acts.evaluation import RecordNegotiation
from daylight.practice import judging, play
from daylight.practice.judging import chair_of
from daylight.practice.script import SCORING
from scenarios.asking import case_of, codes
from scenarios.bought import QUOTED, lot, to_choice, to_end, to_response, verdicts
from world import found


def test_the_lowest_quotation_wins():
    made = found()
    played = to_end(made, QUOTED)
    done = case_of(made, played).lot("1")
    winner = next(bid for bid in done.evaluation.bids if bid.bid == done.award.winner)
    assert (done.stage, winner.price_minor, winner.first_price) == ("contracted", 170_000_000, None)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_quotations_are_not_negotiated():
    made = found()
    played = to_response(made, QUOTED)
    judging.form_committee(made.stage, made.town, played)
    judging.review(made.stage, made.town, played, "1")
    bid = case_of(made, played).lot("1").evaluation.bids[0].bid
    minutes, _ = made.stage.private("minutes", "纪要")
    chair = chair_of(made.stage, made.town, played)
    assert codes(made, chair, RecordNegotiation("1", bid, minutes), played.case) == ["negotiation.not-here"]


def test_quotations_are_compared_by_price_alone():
    made = found()
    played = to_choice(made, replace(QUOTED, standard=False, lots=lot(SCORING, 1_900_000)))
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["choice.evaluation"]


def test_with_two_quotations_nothing_is_opened_and_the_lot_fails():
    made = found()
    played = to_response(made, replace(QUOTED, bidders=QUOTED.bidders[:2]))
    assert case_of(made, played).lot("1").evaluation.bids == ()
    judging.fail(made.stage, made.town, played, "1")
    assert case_of(made, played).lot("1").stage == "failed"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
