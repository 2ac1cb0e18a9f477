"""Effects of opening an evaluation again, and of a committee that is dissolved."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.edition import reaches
from daylight.core.acts.evaluation import DissolveCommittee, ReopenEvaluation, ReportChangedResult
from daylight.core.case.outcome import Dissolved, PassedOver
from daylight.core.case.state import Case, Lot, LotBid, bid_of, the_lot, with_bid, with_lot

OPINIONS = ("not_conforming", "correction_refused", "abnormally_low")
UNSIGNED = ("opened", "evaluated", "awarded", "notified", "published")


def evaluation_reopened(case: Case, act: Act) -> Case:
    """The lot is under evaluation again: reviews and marks stay to be corrected, ranking and award fall."""
    deed = act.deed(ReopenEvaluation)
    lot = the_lot(case, deed.lot)
    again = _evaluated_again(lot, deed.cause)
    if reaches(act.edition, "2026.12.2"):
        again = replace(again, ranked_before=_ranked_before(lot))
    for bid in again.bids:
        if bid.bid in deed.bids:
            again = with_bid(again, _unreviewed(bid))
    return _without_clocks(with_lot(case, again), lot)


def change_reported(case: Case, act: Act) -> Case:
    """The finance department knows."""
    return with_lot(case, replace(the_lot(case, act.deed(ReportChangedResult).lot), change_reported=True))


def committee_dissolved(case: Case, act: Act) -> Case:
    """Nobody is in office; of what the committee found in lots without a contract, nothing stands."""
    committee, deed = case.committee, act.deed(DissolveCommittee)
    assert committee is not None  # a condition of the act
    gone = Dissolved((*committee.members, *committee.recused), deed.cause, act.received_at)
    for lot in case.lots:
        if lot.stage in UNSIGNED:
            case = _without_clocks(with_lot(case, _without_opinions(lot)), lot)
    return replace(case, committee=None, dissolved=(*case.dissolved, gone))


def _evaluated_again(lot: Lot, cause: str) -> Lot:
    """The lot before its conclusion; an award somebody was told of is remembered as one that fell."""
    return replace(
        lot,
        stage="opened",
        ranking=(),
        result_digest="",
        evaluated_by=(),
        winner="",
        notified_at=None,
        award_published_at=None,
        signatures=(),
        passed=(*lot.passed, *_fell(lot, cause)),
        change_reported=False,
        report_at=None,
        objected=False,
    )


def _fell(lot: Lot, cause: str) -> tuple[PassedOver, ...]:
    told_at, public, winner = lot.notified_at, lot.award_published_at, bid_of(lot, lot.winner)
    if told_at is None or winner is None:
        return ()
    at = public or told_at
    return (PassedOver(lot.winner, cause, at, public is not None, lot.result_digest, winner.price_minor),)


def _without_opinions(lot: Lot) -> Lot:
    """What the committee found of the bids is void; what the host found of them stands."""
    again = _evaluated_again(lot, "dissolved")
    return replace(again, bids=tuple(_unjudged(bid) for bid in lot.bids), ranked_before=())


def _ranked_before(lot: Lot) -> tuple[str, ...]:
    """The ranking the finance department knows of, or was never told had changed."""
    return lot.ranked_before if lot.ranked_before and not lot.change_reported else lot.ranking


def _unjudged(bid: LotBid) -> LotBid:
    if bid.rejected in OPINIONS:
        bid = replace(bid, rejected="", reason=None)
    return replace(bid, conforming=None, corrected_minor=None, low_price=None, marks=(), preferences=None)


def _unreviewed(bid: LotBid) -> LotBid:
    """Its qualification is open again, and so is what follows from it."""
    return replace(_unjudged(bid), qualified=None, rejected="", reason=None)


def _without_clocks(case: Case, lot: Lot) -> Case:
    return replace(case, clocks=tuple(clock for clock in case.clocks if clock.lot != lot.id))
