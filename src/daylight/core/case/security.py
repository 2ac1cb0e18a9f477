"""Effects of securities that go back, and which of them are still to go."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, Clock
from daylight.core.acts.security import (
    ConfirmRefund,
    RefundBidSecurity,
    RefundUnopened,
    ReturnPerformanceSecurity,
)
from daylight.core.case.state import BidFile, Case, Lot, the_lot, with_lot

LOSERS, WINNER, TERMINATED = "security.refund_losers", "security.refund_winner", "security.refund_termination"


def bid_security_refunded(case: Case, act: Act) -> Case:
    """The bid's security is back."""
    deed = act.deed(RefundBidSecurity)
    lot = the_lot(case, deed.lot)
    return with_lot(case, replace(lot, refunded=(*lot.refunded, deed.bid)))


def refund_confirmed(file: BidFile, act: Act) -> BidFile:
    """The bidder has it back."""
    return replace(file, refunded=(*file.refunded, act.deed(ConfirmRefund).lot))


def unopened_refunded(case: Case, act: Act) -> Case:
    """Whoever gave a security for the lot has it back."""
    return with_lot(case, replace(the_lot(case, act.deed(RefundUnopened).lot), unopened_refunded=True))


def performance_security_returned(case: Case, act: Act) -> Case:
    """The supplier has it back."""
    deed = act.deed(ReturnPerformanceSecurity)
    return with_lot(case, replace(the_lot(case, deed.lot), performance_security_returned=True))


def still_held(lot: Lot) -> tuple[str, ...]:
    """The bids whose security may still be held: not refunded, and not forfeited by refusing to sign."""
    forfeited = {one.bid for one in lot.passed if one.cause == "refused"}
    return tuple(bid.bid for bid in lot.bids if bid.bid not in forfeited | set(lot.refunded))


def to_refund(lot: Lot, clock: str) -> tuple[str, ...]:
    """The bids a clock of refunds waits for."""
    held = still_held(lot)
    if clock == LOSERS:
        return tuple(bid for bid in held if bid != lot.winner)
    return tuple(bid for bid in held if bid == lot.winner) if clock == WINNER else held


def still_to_refund(case: Case, lot_id: str) -> tuple[Clock, ...]:
    """The clocks of a case without those of refunds that are all made."""
    lot = the_lot(case, lot_id)
    return tuple(
        clock
        for clock in case.clocks
        if clock.kind != "RefundBidSecurity" or clock.lot != lot_id or to_refund(lot, clock.id)
    )
