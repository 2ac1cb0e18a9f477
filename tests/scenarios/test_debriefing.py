"""Each bidder who did not win learns why, and where points were given its own points and its rank."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.award import AwardLot, LoserNotice, NotifyBidders
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.practice import methods
from scenarios.asking import case_of, codes
from scenarios.bought import CONSULTED, to_response, verdicts
from scenarios.judged import FINE, LOT, LOWEST, awarded, evaluated, lot_of, told
from scripts import SMALL, bidder

FOUR = replace(SMALL, bidders=(*SMALL.bidders, bidder("低", 1_000_000, explains=False)))


def confirmed(made, script):
    """The purchaser has confirmed the first; nobody is told yet."""
    played = evaluated(made, script)
    made.stage.confirms(
        made.town.buyer, AwardLot(LOT, lot_of(made, played).evaluation.ranking[0], FINE), played.case
    )
    return played


def consulted(made, script):
    """The same in a consultation."""
    played = to_response(made, script)
    methods.judge(made.stage, made.town, played)
    made.stage.confirms(
        made.town.buyer, AwardLot(LOT, lot_of(made, played).evaluation.ranking[0], FINE), played.case
    )
    return played


def notifying(made, played, losers):
    deed = NotifyBidders(LOT, lot_of(made, played).award.winner, tuple(losers))
    return codes(made, made.town.agent, deed, played.case)


def others(made, played):
    lot = lot_of(made, played)
    return told(made, played, [bid.bid for bid in lot.evaluation.bids if bid.bid != lot.award.winner])


def test_what_a_loser_learns_is_what_anybody_computes(at):
    made, played = at(confirmed)
    case = case_of(made, played)
    result = evaluate(evaluation_inputs(case, case.lots[0]))
    notices = others(made, played)
    assert {(one.bid, one.points) for one in notices} == {
        (line.bid, line.figure_rounded) for line in result.bids if line.bid != case.lots[0].award.winner
    }
    assert sorted(one.rank for one in notices) == [2, 3]
    assert notifying(made, played, notices) == []


@pytest.mark.parametrize("changes", [{"rank": 3}, {"rank": 0}, {"points": None}, {"points": "more"}])
def test_a_point_a_rank_or_nothing_at_all_is_not_what_was_found(at, changes):
    made, played = at(confirmed)
    second, *rest = sorted(others(made, played), key=lambda one: one.rank)
    if changes.get("points") == "more":
        changes = {"points": second.points + Fraction(1, 100)}
    assert notifying(made, played, (replace(second, **changes), *rest)) == ["award.not-debriefed"]


def test_whose_bid_was_out_learns_the_reason_and_no_points(at):
    made, played = at(confirmed, FOUR)
    notices = others(made, played)
    out = next(bid.bid for bid in lot_of(made, played).evaluation.bids if bid.rejected)
    assert next((one.rank, one.points) for one in notices if one.bid == out) == (0, None)
    invented = tuple(replace(one, rank=4) if one.bid == out else one for one in notices)
    assert notifying(made, played, invented) == ["award.not-debriefed"]
    assert notifying(made, played, notices) == []


def test_where_no_points_are_given_none_are_told(at):
    made, played = at(confirmed, LOWEST)
    assert {(one.rank, one.points) for one in others(made, played)} == {(0, None)}
    first, *rest = others(made, played)
    assert notifying(made, played, (replace(first, rank=2), *rest)) == ["award.not-debriefed"]
    plain = tuple(LoserNotice(one.bid, FINE) for one in (first, *rest))
    assert notifying(made, played, plain) == []


def test_where_law_asks_for_a_reason_only_points_may_be_told_but_no_wrong_ones(at):
    made, played = at(consulted, CONSULTED)
    first, *rest = others(made, played)
    plain = tuple(LoserNotice(one.bid, FINE) for one in (first, *rest))
    invented = (replace(first, rank=first.rank + 1), *rest)
    assert notifying(made, played, invented) == ["award.not-debriefed"]
    assert notifying(made, played, plain) == []


def test_strangers_verify_what_losers_were_told(at):
    made, played = at(awarded)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
