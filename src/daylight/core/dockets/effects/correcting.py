"""Effects of opening an evaluation again, and of a committee that is dissolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.edition import reaches
from daylight.core.acts.evaluation import DissolveCommittee, ReopenEvaluation
from daylight.core.dockets.case.award import LotAward, PassedOver
from daylight.core.dockets.case.case import Case, Lot, bid_of, with_bid
from daylight.core.dockets.case.evaluation import Dissolved, Evaluation, LotBid, LotEvaluation
from daylight.core.dockets.effects.evaluation import the_committee
from daylight.core.dockets.stage import UNSIGNED

OPINIONS = ("not_conforming", "correction_refused", "abnormally_low")


def evaluation_reopened(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """The lot is under evaluation again: reviews and marks stay to be corrected, ranking and award fall."""
    deed = act.deed(ReopenEvaluation)
    again = _evaluated_again(lot, deed.cause)
    if reaches(act.edition, "2026.12.2"):
        again = replace(again, ranked_before=_ranked_before(lot.evaluation))
    for bid in again.bids:
        if bid.bid in deed.bids:
            again = with_bid(again, _unreviewed(bid))
    return again


def change_reported(_: Case, lot: Lot, __: Act) -> LotEvaluation:
    """The finance department knows."""
    return replace(lot.evaluation, change_reported=True)


def committee_dissolved(case: Case, act: Act) -> tuple[Evaluation, Mapping[str, LotEvaluation]]:
    """Nobody is in office; of what the committee found in lots without a contract, nothing stands."""
    committee, deed = the_committee(case), act.deed(DissolveCommittee)
    gone = Dissolved((*committee.members, *committee.recused), deed.cause, act.received_at)
    evaluation = replace(case.evaluation, committee=None, dissolved=(*case.evaluation.dissolved, gone))
    return evaluation, {lot.id: _without_opinions(lot) for lot in case.lots if lot.stage in UNSIGNED}


def _evaluated_again(lot: Lot, cause: str) -> LotEvaluation:
    """The evaluation before its conclusion; an award somebody was told of is remembered as one that fell."""
    return LotEvaluation(
        opened=True,
        bids=lot.evaluation.bids,
        ranked_before=lot.evaluation.ranked_before,
        award=LotAward(passed=(*lot.award.passed, *_fell(lot, cause))),
    )


def _fell(lot: Lot, cause: str) -> tuple[PassedOver, ...]:
    told_at, public, winner = lot.award.notified_at, lot.award.published_at, bid_of(lot, lot.award.winner)
    if told_at is None or winner is None:
        return ()
    at, result = public or told_at, lot.evaluation.result_digest
    return (PassedOver(lot.award.winner, cause, at, public is not None, result, winner.price_minor),)


def _without_opinions(lot: Lot) -> LotEvaluation:
    """What the committee found of the bids is void; what the host found of them stands."""
    bids = tuple(_unjudged(bid) for bid in lot.evaluation.bids)
    return replace(_evaluated_again(lot, "dissolved"), bids=bids, ranked_before=())


def _ranked_before(evaluation: LotEvaluation) -> tuple[str, ...]:
    """The ranking the finance department knows of, or was never told had changed."""
    untold = evaluation.ranked_before and not evaluation.change_reported
    return evaluation.ranked_before if untold else evaluation.ranking


def _unjudged(bid: LotBid) -> LotBid:
    if bid.rejected in OPINIONS:
        bid = replace(bid, rejected="", reason=None)
    return replace(bid, conforming=None, corrected_minor=None, low_price=None, marks=(), preferences=None)


def _unreviewed(bid: LotBid) -> LotBid:
    """Its qualification is open again, and so is what follows from it."""
    return replace(_unjudged(bid), qualified=None, rejected="", reason=None)
