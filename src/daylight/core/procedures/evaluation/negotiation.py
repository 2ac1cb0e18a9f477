"""Conditions and clocks of negotiation: with each supplier alone, on open terms, then one final offer."""

from __future__ import annotations

from daylight.core.acts.act import Clock
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.evaluation import CallForFinalOffers, ChangeTerms, ConfirmTerms
from daylight.core.dockets.case.case import Case, bid_of
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.bidding import own_file
from daylight.core.procedures.common import actor_acts_in_person, mandated
from daylight.core.procedures.evaluation.reviewing import actor_is_a_member, minimum_conforming
from daylight.core.procedures.matter import Matter, fixed
from daylight.core.procedures.planning.need import host_acts
from daylight.core.values.because import Because
from daylight.core.values.fact import codes
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text

DEADLINE = "bidding.deadline"
NEGOTIABLE = ("technical", "service", "contract")
qualifier_is_mandated = mandated("evaluation.qualify")


def method_negotiates(m: Matter) -> Refusal | None:
    """Only some methods know negotiation."""
    if m.method and m.method.negotiated:
        return None
    return refuse("negotiation.not-here", "negotiation.one_by_one", method=m.method_named(m.law.method))


def round_is_the_first(m: Matter) -> Refusal | None:
    """Before the call for final offers."""
    return None if m.case.tendering.round == 1 else refuse("negotiation.over", "final_offer.once")


def final_offers_are_in(m: Matter) -> Refusal | None:
    """Where terms are negotiated, only final offers are compared."""
    if m.method is None or not m.method.negotiated or m.case.tendering.round > 1:
        return None
    return refuse("negotiation.no-final-offers", "final_offer.once", lot=m.lot.id)


def qualification_is_reviewed_by_whom_the_method_says(m: Matter) -> Refusal | None:
    """The purchaser's side in a tender, the committee where it negotiates or compares quotations."""
    if m.method and m.method.reviewer == "committee":
        return actor_acts_in_person(m) or actor_is_a_member(m)
    return qualifier_is_mandated(m) or host_acts("evaluation.qualify")(m)


def terms_are_open_to_negotiation(m: Matter) -> Refusal | None:
    """Technical and service requirements and the draft contract may change, and nothing else."""
    deed = m.deed(ChangeTerms)
    if deed.parts and set(deed.parts) <= set(NEGOTIABLE) and deed.text.zh.strip():
        return None
    return refuse("negotiation.fixed-terms", "negotiation.terms", parts=codes("part", deed.parts))


def actor_represents_the_purchaser(m: Matter) -> Refusal | None:
    """The purchaser's representative on the committee confirms."""
    committee = m.case.evaluation.committee
    if committee and m.intent.person in committee.representatives:
        return None
    return refuse("negotiation.not-representative", "negotiation.terms", person=m.named(m.intent.person))


def change_waits_to_be_confirmed(m: Matter) -> Refusal | None:
    """There is such a change, and it is not yet confirmed."""
    named = m.deed(ConfirmTerms).change
    if any(
        one.id == named and one.lot == m.lot.id and not one.confirmed for one in m.case.evaluation.changes
    ):
        return None
    return refuse("negotiation.no-change", "negotiation.terms", change=named or None)


def everybody_left_was_heard(m: Matter) -> Refusal | None:
    """Each supplier that is still in was reviewed and negotiated with, on changes that are confirmed."""
    for id in m.deed(CallForFinalOffers).lots:
        lot = m.case.lot(id)
        if lot is None or lot.stage is not Stage.OPENED:
            return refuse("negotiation.lot-not-open", "negotiation.one_by_one", lot=id)
        if any(one.lot == id and not one.confirmed for one in m.case.evaluation.changes):
            return refuse("negotiation.unconfirmed", "negotiation.terms", lot=id)
        if not all(bid.qualified and bid.conforming and bid.negotiated for bid in lot.evaluation.valid_bids):
            return refuse("negotiation.not-heard", "negotiation.one_by_one", lot=id)
    return None


def enough_are_left_to_offer(m: Matter) -> Refusal | None:
    """With too few left the lot fails instead."""
    least, lots = minimum_conforming(m), m.deed(CallForFinalOffers).lots
    left = [len(lot.evaluation.valid_bids) for lot in m.case.lots if lot.id in lots]
    if left and min(left) >= least:
        return None
    return refuse("negotiation.too-few", "failure.causes", left=min(left, default=0), least=least)


def every_open_lot_is_called(m: Matter) -> Refusal | None:
    """One call covers every lot that is not over, each once: the round is that of the case."""
    lots = m.deed(CallForFinalOffers).lots
    opened = sorted(lot.id for lot in m.case.lots if lot.stage is Stage.OPENED)
    if list(lots) == opened:
        return None
    return refuse("negotiation.lots-differ", "final_offer.once", lots=tuple(opened))


def time_is_left_for_final_offers(m: Matter) -> Refusal | None:
    """The deadline lies ahead."""
    deadline = m.deed(CallForFinalOffers).deadline
    if deadline.utc_ms > m.at.utc_ms:
        return None
    return refuse("negotiation.no-time", "final_offer.once", deadline=deadline)


def bid_is_of_this_round(m: Matter) -> Refusal | None:
    """A bid says which round it is made in, and it is the one that runs."""
    named = m.deed(SubmitBid).round
    if named == m.case.tendering.round:
        return None
    return refuse("bidding.other-round", "bidding.deadline", named=named, round=m.case.tendering.round)


def final_offers_come_from_those_left(m: Matter) -> Refusal | None:
    """Who was put out, or never responded, makes no final offer; who is left is told to nobody else."""
    envelopes = m.deed(SubmitBid).envelopes
    left = own_file(m) is not None and all(_is_left(m.case, e.lot, m.intent.docket) for e in envelopes)
    if m.case.tendering.round == 1 or left:
        return None
    return refuse("bidding.not-left", "final_offer.once")


def final_offer_clock(m: Matter) -> tuple[Clock, ...]:
    """The deadline of the final offers."""
    deadline = m.deed(CallForFinalOffers).deadline
    text = Text(f"最后报价截止 {deadline.iso()}", f"final offers until {deadline.iso()}")
    return (fixed(DEADLINE, deadline, Because(DEADLINE, text, m.law.cites("final_offer.once"))),)


def _is_left(case: Case, lot_id: str, docket: str) -> bool:
    lot = case.lot(lot_id)
    bid = bid_of(lot, docket) if lot else None
    return bid is not None and not bid.rejected
