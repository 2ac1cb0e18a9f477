"""Effects of securities that go back, and which of them are still to go."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.security import RefundBidSecurity
from daylight.core.dockets.case.case import Lot, Refunds

LOSERS, WINNER, TERMINATED = "security.refund_losers", "security.refund_winner", "security.refund_termination"


def bid_security_refunded(lot: Lot, act: Act) -> Refunds:
    """The bid's security is back."""
    return replace(lot.refunds, refunded=(*lot.refunds.refunded, act.deed(RefundBidSecurity).bid))


def unopened_refunded(lot: Lot, _: Act) -> Refunds:
    """Anyone who gave a security for the lot has it back."""
    return replace(lot.refunds, unopened=True)


def still_held(lot: Lot) -> tuple[str, ...]:
    """The bids whose security may still be held: not refunded, and not forfeited by refusing to sign."""
    forfeited = {one.bid for one in lot.award.passed if one.cause == "refused"}
    return tuple(
        bid.bid for bid in lot.evaluation.bids if bid.bid not in forfeited | set(lot.refunds.refunded)
    )


def to_refund(lot: Lot, clock: str) -> tuple[str, ...]:
    """The bids a clock of refunds waits for."""
    held = still_held(lot)
    if clock == LOSERS:
        return tuple(bid for bid in held if bid != lot.award.winner)
    return tuple(bid for bid in held if bid == lot.award.winner) if clock == WINNER else held
