"""Effects of award acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.award import (
    FailLot,
    PassOverWinner,
)
from daylight.core.acts.shapes import OfBid
from daylight.core.dockets.case.award import LotAward, PassedOver
from daylight.core.dockets.case.case import Ended, Lot
from daylight.core.dockets.impossible import Impossible
from daylight.core.dockets.stage import Stage


def lot_awarded(lot: Lot, act: Act) -> LotAward:
    """The lot has a winner."""
    return replace(lot.award, winner=act.deed(OfBid).bid)


def report_delivered(lot: Lot, act: Act) -> LotAward:
    """The purchaser has the report."""
    return replace(lot.award, report_at=act.received_at)


def report_objected_to(lot: Lot, _: Act) -> LotAward:
    """The purchaser was not silent."""
    return replace(lot.award, objected=True)


def bidders_notified(lot: Lot, act: Act) -> LotAward:
    """Winner and losers know, and the clock of the contract runs."""
    return replace(lot.award, notified_at=act.received_at)


def award_published(lot: Lot, act: Act) -> LotAward:
    """Everybody knows."""
    return replace(lot.award, published_at=act.received_at)


def winner_passed_over(lot: Lot, act: Act) -> LotAward:
    """The award falls with its signatures; the lot waits for the next award."""
    deed, award = act.deed(PassOverWinner), lot.award
    if award.notified_at is None:
        raise Impossible("an award that was told")
    public = award.published_at
    over = PassedOver(deed.bid, deed.cause, public or award.notified_at, public is not None)
    return LotAward(report_at=award.report_at, objected=award.objected, passed=(*award.passed, over))


def lot_failed(act: Act) -> Ended:
    """The lot ends without a winner."""
    return Ended(Stage.FAILED, act.deed(FailLot).cause)


def lot_cancelled(_: Act) -> Ended:
    """The lot ends because its task is gone."""
    return Ended(Stage.CANCELLED, "task_cancelled")
