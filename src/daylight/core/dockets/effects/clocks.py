"""Which clocks of a case still run after an act, where it is not simply those that wait for another kind."""

from __future__ import annotations

from daylight.core.acts.act import Act, Clock
from daylight.core.acts.framework import SignFramework
from daylight.core.acts.security import RefundBidSecurity
from daylight.core.acts.shapes import lot_of
from daylight.core.dockets.case.case import Case, bid_of, the_lot
from daylight.core.dockets.effects.security import to_refund
from daylight.core.dockets.stage import UNSIGNED

Clocks = tuple[Clock, ...]


def after_a_framework_is_signed(case: Case, act: Act) -> Clocks:
    """Signatures are owed until the agreement with everybody listed stands."""
    lot = the_lot(case, act.deed(SignFramework).lot)
    standing = {one.bid for one in lot.listing.agreements if one.stands}
    if standing != set(lot.listing.listed):
        return case.clocks
    return tuple(one for one in case.clocks if not (one.awaits(SignFramework) and one.lot in (lot.id, "")))


def after_a_refund(case: Case, act: Act) -> Clocks:
    """A clock of refunds runs until all of them are made."""
    lot = the_lot(case, act.deed(RefundBidSecurity).lot)
    return tuple(
        clock
        for clock in case.clocks
        if not clock.awaits(RefundBidSecurity) or clock.lot != lot.id or to_refund(lot, clock.id)
    )


def after_a_signature(case: Case, act: Act) -> Clocks:
    """Who signed owes it no longer; the other side still does."""
    lot = the_lot(case, lot_of(act.intent.deed))
    winner = bid_of(lot, lot.award.winner)
    side = "supplier" if winner and act.intent.organisation in winner.bidders else "purchaser"
    return tuple(clock for clock in case.clocks if (clock.id, clock.lot) != (f"contract.sign.{side}", lot.id))


def after_an_award_fell(case: Case, act: Act) -> Clocks:
    """Nothing is owed for the lot but money that was taken for it."""
    lot = lot_of(act.intent.deed)
    return tuple(one for one in case.clocks if one.lot != lot or one.id.startswith("security."))


def after_a_reopening(case: Case, act: Act) -> Clocks:
    """Nothing is owed for a lot that is evaluated again."""
    return tuple(clock for clock in case.clocks if clock.lot != lot_of(act.intent.deed))


def after_a_dissolution(case: Case, _: Act) -> Clocks:
    """Nothing is owed for the lots another committee evaluates."""
    again = {lot.id for lot in case.lots if lot.stage in UNSIGNED}
    return tuple(clock for clock in case.clocks if clock.lot not in again)
