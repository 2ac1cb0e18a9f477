"""Effects of negotiating acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.evaluation import CallForFinalOffers, ChangeTerms, ConfirmTerms, RecordNegotiation
from daylight.core.case.choice import TermsChange
from daylight.core.case.state import Case, bid_of, the_lot, with_bid, with_lot

DEADLINE = "bidding.deadline"


def negotiation_recorded(case: Case, act: Act) -> Case:
    """The supplier was heard."""
    deed = act.deed(RecordNegotiation)
    lot = the_lot(case, deed.lot)
    bid = bid_of(lot, deed.bid)
    assert bid is not None  # a condition of the act
    return with_lot(case, with_bid(lot, replace(bid, negotiated=True)))


def terms_changed(case: Case, act: Act) -> Case:
    """The change waits to be confirmed."""
    change = TermsChange(act_digest(act_bytes(act)), act.deed(ChangeTerms).lot)
    return replace(case, changes=(*case.changes, change))


def terms_confirmed(case: Case, act: Act) -> Case:
    """The change binds everybody who negotiates."""
    confirmed = act.deed(ConfirmTerms).change
    return replace(
        case,
        changes=tuple(replace(one, confirmed=True) if one.id == confirmed else one for one in case.changes),
    )


def final_offers_called(case: Case, act: Act) -> Case:
    """A round of its own begins: sealed, to the same holders, until its own deadline."""
    named = act.deed(CallForFinalOffers).lots
    return replace(
        case,
        round=case.round + 1,
        deadline=next(clock.at for clock in act.clocks if clock.id == DEADLINE),
        opened_at=None,
        released=(),
        lots=tuple(replace(lot, stage="tendered") if lot.id in named else lot for lot in case.lots),
    )
