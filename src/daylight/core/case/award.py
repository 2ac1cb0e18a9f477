"""Effects of award acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.award import (
    CancelLot,
    DeliverReport,
    FailLot,
    NotifyBidders,
    ObjectToReport,
    PassOverWinner,
    PublishAward,
)
from daylight.core.acts.shapes import OfBid
from daylight.core.case.outcome import PassedOver
from daylight.core.case.state import Case, the_lot, with_lot


def lot_awarded(case: Case, act: Act) -> Case:
    """The lot has a winner."""
    deed = act.deed(OfBid)
    return with_lot(case, replace(the_lot(case, deed.lot), stage="awarded", winner=deed.bid))


def report_delivered(case: Case, act: Act) -> Case:
    """The purchaser has the report."""
    return with_lot(case, replace(the_lot(case, act.deed(DeliverReport).lot), report_at=act.received_at))


def report_objected_to(case: Case, act: Act) -> Case:
    """The purchaser was not silent."""
    return with_lot(case, replace(the_lot(case, act.deed(ObjectToReport).lot), objected=True))


def bidders_notified(case: Case, act: Act) -> Case:
    """Winner and losers know, and the clock of the contract runs."""
    lot = the_lot(case, act.deed(NotifyBidders).lot)
    return with_lot(case, replace(lot, stage="notified", notified_at=act.received_at))


def award_published(case: Case, act: Act) -> Case:
    """Everybody knows."""
    lot = the_lot(case, act.deed(PublishAward).lot)
    stage = "published" if lot.stage == "notified" else lot.stage  # the contract may be signed by now
    return with_lot(case, replace(lot, stage=stage, award_published_at=act.received_at))


def winner_passed_over(case: Case, act: Act) -> Case:
    """The award falls with its signatures and clocks; the lot is evaluated and waits for the next award."""
    deed = act.deed(PassOverWinner)
    lot = the_lot(case, deed.lot)
    assert lot.notified_at is not None  # a condition of the act
    told_at = lot.award_published_at
    over = PassedOver(deed.bid, deed.cause, told_at or lot.notified_at, told_at is not None)
    again = replace(
        lot,
        stage="evaluated",
        winner="",
        notified_at=None,
        signatures=(),
        award_published_at=None,
        passed=(*lot.passed, over),
    )
    kept = (clock for clock in case.clocks if clock.lot != lot.id or clock.id.startswith("security."))
    running = tuple(kept)
    return with_lot(replace(case, clocks=running), again)


def lot_failed(case: Case, act: Act) -> Case:
    """The lot ends without a winner."""
    deed = act.deed(FailLot)
    return with_lot(case, replace(the_lot(case, deed.lot), stage="failed", cause=deed.cause))


def lot_cancelled(case: Case, act: Act) -> Case:
    """The lot ends because its task is gone."""
    lot = the_lot(case, act.deed(CancelLot).lot)
    return with_lot(case, replace(lot, stage="cancelled", cause="task_cancelled"))
