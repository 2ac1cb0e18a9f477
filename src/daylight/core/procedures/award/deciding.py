"""Conditions and clocks of award acts."""

from __future__ import annotations

from datetime import date

from daylight.core.acts.act import Clock
from daylight.core.acts.award import AwardLot, FailLot, NotifyBidders, PassOverWinner, PublishAward
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.kinds import kind_name
from daylight.core.dockets.case.case import Lot, bid_of
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.prequalified import Prequalified
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.common import acts_by_right, in_both_languages, mandated, unsaid
from daylight.core.procedures.contracting.security import losers_clock
from daylight.core.procedures.contracting.signing import AFTER_NOTICE
from daylight.core.procedures.evaluation.pricing import competitors
from daylight.core.procedures.evaluation.reviewing import minimum_conforming
from daylight.core.procedures.matter import Matter, bar, numbered, owed
from daylight.core.procedures.opening import minimum_bidders
from daylight.core.procedures.planning.need import host_acts
from daylight.core.rulebook.deadlines import due, not_before
from daylight.core.rulebook.law import Law
from daylight.core.values.refusal import Refusal, refuse

UNDECIDED = ("planned", "tendered", "opened", "evaluated")


def lot_is_evaluated(m: Matter) -> Refusal | None:
    """An award follows an evaluation."""
    stage = m.lot.stage
    return None if stage is Stage.EVALUATED else refuse("award.not-evaluated", "award.by_rank", stage=stage)


def winner_is_ranked_first(m: Matter) -> Refusal | None:
    """The purchaser awards in the order of rank, after those who were passed over, and to nobody else."""
    first = next_candidate(m.lot)
    if first and m.deed(AwardLot).bid == first:
        return None
    if m.lot.award.over and not first:
        return refuse("award.no-candidate-left", "award.next_candidate", lot=m.lot.id)
    return refuse("award.not-first", "award.by_rank", first=numbered(m.lot, first) if first else None)


def next_candidate(lot: Lot) -> str:
    """The first of the candidates whom nobody passed over; empty where none is left."""
    candidates = lot.evaluation.ranking[: lot.terms.candidates] if lot.terms else lot.evaluation.ranking
    return next((bid for bid in candidates if bid not in lot.award.over), "")


def lot_is_awarded(m: Matter) -> Refusal | None:
    """People are notified of an award that was made."""
    stage = m.lot.stage
    return None if stage is Stage.AWARDED else refuse("award.not-awarded", "award.notify_losers", stage=stage)


def everybody_is_told_why(m: Matter) -> tuple[Refusal, ...]:
    """The winner is the one awarded, and each other bidder gets reasons."""
    deed, winner, role = m.deed(NotifyBidders), m.lot.award.winner, "award.notify_losers"
    told = sorted(loser.bid for loser in deed.losers if in_both_languages(loser.reason))
    others = sorted(bid.bid for bid in m.lot.evaluation.bids if bid.bid != winner)
    found = (
        deed.winner != winner and refuse("award.not-the-winner", role, winner=numbered(m.lot, winner)),
        told != others and refuse("award.somebody-not-told", role, told=len(told), others=len(others)),
    )
    return tuple(one for one in found if one)


def bidders_are_notified(m: Matter) -> Refusal | None:
    """The notice follows the notification, once."""
    if not m.lot.award.notified_at:
        return refuse("award.not-notified", "award.notice_content", stage=m.lot.stage)
    if m.lot.award.published_at is None:
        return None
    return refuse("award.published-before", "award.notice_content", lot=m.lot.id)


def winner_was_told_and_has_no_contract(m: Matter) -> Refusal | None:
    """Only who was told that he won can fail to sign, and only until both have signed."""
    stage = m.lot.stage
    if stage in AFTER_NOTICE:
        return None
    return refuse("award.nobody-to-pass-over", "award.next_candidate", stage=stage)


def only_the_winner_is_passed_over(m: Matter) -> Refusal | None:
    """Nobody but the winner in hand is passed over."""
    bid, winner = m.deed(PassOverWinner).bid, m.lot.award.winner
    if not winner or bid == winner:
        return None
    return refuse("award.not-the-winner", "award.next_candidate", winner=numbered(m.lot, winner))


def who_signed_did_not_refuse(m: Matter) -> Refusal | None:
    """A winner whose signature stands may be unable to perform, but has not refused."""
    winner = bid_of(m.lot, m.lot.award.winner)
    signed = {signature.organisation for signature in m.lot.contract.signatures}
    if m.deed(PassOverWinner).cause != "refused" or winner is None or not signed & set(winner.bidders):
        return None
    return refuse("award.winner-has-signed", "award.next_candidate", lot=m.lot.id)


def passing_over_is_proven(m: Matter) -> tuple[Refusal, ...]:
    """A right that was won is lost only for a reason in both languages and on evidence."""
    deed, role = m.deed(PassOverWinner), "award.next_candidate"
    bare = () if deed.evidence else (refuse("acts.no-evidence", role),)
    return (*unsaid("reason", deed.reason, role), *bare)


def lot_is_undecided(m: Matter) -> Refusal | None:
    """A lot that is awarded or over can no longer fail or be cancelled."""
    stage = m.lot.stage
    return None if stage in UNDECIDED else refuse("award.already-decided", "failure.causes", stage=stage)


def cause_is_given_by_the_facts(m: Matter) -> Refusal | None:
    """What can be counted, or stands in the record, must agree with the cause."""
    cause, lot = m.deed(FailLot).cause, m.lot
    if cause == "too_few_bidders":
        return _too_few(m)
    if cause == "too_few_qualified":
        return _enough_qualified(m)
    if cause == "winner_did_not_sign" and not lot.award.over:
        return refuse("award.nobody-passed-over", "award.next_candidate", lot=lot.id)
    if cause == "over_budget" and (
        not lot.evaluation.valid_bids
        or any(bid.price_minor <= lot.budget.amount_minor for bid in lot.evaluation.valid_bids)
    ):
        return refuse("award.within-budget", "failure.causes", lot=lot.id)
    return None


def notifying_clocks(m: Matter) -> tuple[Clock, ...]:
    """Notice and publication are due together."""
    if m.law.maybe("award.publish") is None:
        return ()
    until = due(m.law, "award.publish", m.at.day)
    return tuple(
        owed(f"award.publish.{kind_name(kind)}", "agency", kind, until, lot=m.lot.id)
        for kind in (NotifyBidders, PublishAward)
    )


def contract_clocks(m: Matter) -> tuple[Clock, ...]:
    """Both parties owe their signature from the notification on, after a standstill where law knows one."""
    return contract_clocks_of(m.law, m.at.day, m.lot.id)


def notified_clocks(m: Matter) -> tuple[Clock, ...]:
    """The same, and the losers' securities go back."""
    return (*contract_clocks(m), *losers_clock(m))


def notice_clock(m: Matter) -> tuple[Clock, ...]:
    """For how long the result is given notice of; from its end on time runs for anyone who queries it."""
    period = "award.notice_period"
    if m.law.maybe(period) is None:
        return ()
    return (bar(period, not_before(m.law, period, m.at.day), lot=m.lot.id),)


def contract_clocks_of(law: Law, day: date, lot: str) -> tuple[Clock, ...]:
    """The same for a lot whose parties knew from that day on."""
    clocks = []
    if law.maybe("award.standstill"):
        clocks.append(bar("award.standstill", not_before(law, "award.standstill", day), lot=lot))
    if law.maybe("contract.sign"):
        until = due(law, "contract.sign", day)
        for side in ("purchaser", "supplier"):
            clocks.append(owed(f"contract.sign.{side}", side, SignContract, until, lot=lot))
    return tuple(clocks)


def _may_be_told(m: Matter) -> bool:
    """Whether the actor runs the case; of anybody else another condition says that he does not."""
    return host_acts("award.confirm")(m) is None and acts_by_right(m, mandated("award.confirm"))


def _enough_qualified(m: Matter) -> Refusal | None:
    lot, concluded = m.lot, m.facets.get("prequalified")
    few = isinstance(concluded, Prequalified) and not concluded.enough and lot.stage is Stage.PLANNED
    if few or not _may_be_told(m):
        return None
    return refuse("award.enough-qualified", "failure.causes", lot=lot.id)


def _too_few(m: Matter) -> Refusal | None:
    if not _may_be_told(m):
        return None  # how many bids there are is not for this actor
    lot, index = m.lot, m.facets.get("bids")
    if lot.stage in (Stage.PLANNED, Stage.TENDERED):
        deadline = m.case.tendering.deadline
        if deadline is None or m.at.utc_ms < deadline.utc_ms or not isinstance(index, BidIndex):
            return refuse("award.deadline-not-passed", "failure.causes", lot=lot.id)
        files = (file.in_round(m.case.tendering.round) for file in index.files)
        standing = [file.standing for file in files if file.standing]
        left, least = sum(any(e.lot == lot.id for e in one.envelopes) for one in standing), minimum_bidders(m)
    else:
        left, least = competitors(lot), minimum_conforming(m)
    return None if left < least else refuse("award.enough-bidders", "failure.causes", left=left, least=least)
