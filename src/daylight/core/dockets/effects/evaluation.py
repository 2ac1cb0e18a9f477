"""Effects of evaluation acts: on who evaluates, on the bids of a lot, on its ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.evaluation import (
    AskAboutLowPrice,
    ChangeTerms,
    ConcludeEvaluation,
    ConfirmTerms,
    CorrectArithmetic,
    ExpertSeat,
    FormCommittee,
    JudgeLowPrice,
    JudgePreferences,
    PrepareDraw,
    ReviewConformity,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.acts.shapes import OfBid, OfMember
from daylight.core.dockets.case.case import Case, Lot, bid_of, with_bid
from daylight.core.dockets.case.evaluation import (
    Committee,
    Evaluation,
    LotBid,
    LotEvaluation,
    LowPriceInquiry,
    MemberMarks,
    PreparedDraw,
    TermsChange,
)
from daylight.core.dockets.impossible import Impossible
from daylight.core.dockets.stage import Stage
from daylight.core.draw.chance import Commitment
from daylight.core.values.text import Text

NOT_CONFIRMED = Text("投标人不确认算术修正", "the bidder does not confirm the corrected arithmetic")


def draw_prepared(case: Case, act: Act) -> Evaluation:
    """Rules, pool and commitments are fixed; the digest of the act is the beacon nobody can choose."""
    deed = act.deed(PrepareDraw)
    commitments = tuple(Commitment(one.person, one.commit) for one in deed.commitments)
    beacon = bytes.fromhex(act_digest(act_bytes(act)))
    draw = PreparedDraw(deed.rules, deed.pool_root, commitments, beacon)
    return replace(case.evaluation, prepared=(*case.evaluation.prepared, draw))


def committee_formed(case: Case, act: Act) -> Evaluation:
    """The committee takes office."""
    deed = act.deed(FormCommittee)
    committee = Committee(act.received_at, deed.experts, deed.alternates, deed.representatives, deed.chair)
    return replace(case.evaluation, committee=committee)


def member_left(case: Case, act: Act) -> tuple[Evaluation, Mapping[str, LotEvaluation]]:
    """The member leaves, the next of the permutation takes the seat; marks for open lots are void."""
    committee, gone = the_committee(case), act.deed(OfMember).member
    experts = tuple(seat for seat in committee.experts if seat.person != gone)
    taken = committee.alternates[:1]
    stay = tuple(person for person in committee.representatives if person != gone)
    members = (*experts, *taken)
    after = replace(
        committee,
        experts=members,
        alternates=committee.alternates[len(taken) :],
        representatives=stay,
        chair=committee.chair if committee.chair != gone else _first(members, stay),
        recused=(*committee.recused, gone),
    )
    opened = (lot for lot in case.lots if lot.stage is Stage.OPENED)  # what was concluded stays as it was
    return replace(case.evaluation, committee=after), {
        lot.id: _without_marks(lot.evaluation, gone) for lot in opened
    }


def qualification_reviewed(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """A bidder who is not qualified is out."""
    deed = act.deed(ReviewQualification)
    bid = replace(_bid(lot, act), qualified=deed.passed)
    return with_bid(lot.evaluation, bid if deed.passed else _out(bid, "not_qualified", deed.reason))


def conformity_reviewed(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """A bid that does not meet a substantive requirement is out."""
    deed = act.deed(ReviewConformity)
    bid = replace(_bid(lot, act), conforming=deed.passed)
    return with_bid(lot.evaluation, bid if deed.passed else _out(bid, "not_conforming", deed.reason))


def preferences_judged(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """What is granted counts; judging again before the conclusion replaces it."""
    return with_bid(lot.evaluation, replace(_bid(lot, act), preferences=act.deed(JudgePreferences)))


def arithmetic_corrected(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """The corrected price counts where the bidder confirms it, else the bid is out."""
    deed, bid = act.deed(CorrectArithmetic), _bid(lot, act)
    if deed.confirmed_by_bidder:
        return with_bid(lot.evaluation, replace(bid, corrected_minor=deed.corrected_minor))
    return with_bid(lot.evaluation, _out(bid, "correction_refused", NOT_CONFIRMED))


def low_price_asked(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """The bidder has to explain."""
    asked = LowPriceInquiry(act.deed(AskAboutLowPrice).triggers, act.received_at)
    return with_bid(lot.evaluation, replace(_bid(lot, act), low_price=asked))


def low_price_answered(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """The explanation is in."""
    bid = _bid(lot, act)
    return with_bid(lot.evaluation, replace(bid, low_price=replace(_asked(bid), answered_at=act.received_at)))


def low_price_judged(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """An explanation that does not convince puts the bid out."""
    deed, bid = act.deed(JudgeLowPrice), _bid(lot, act)
    bid = replace(bid, low_price=replace(_asked(bid), accepted=deed.accepted))
    return with_bid(lot.evaluation, bid if deed.accepted else _out(bid, "abnormally_low", deed.reason))


def bid_scored(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """A member's marks stand; marking again before the conclusion replaces them."""
    bid = _bid(lot, act)
    marks = tuple((mark.criterion, mark.points) for mark in act.deed(ScoreBid).marks)
    given = MemberMarks(act.intent.person, marks)
    others = tuple(old for old in bid.marks if old.member != given.member)
    return with_bid(lot.evaluation, replace(bid, marks=(*others, given)))


def evaluation_concluded(case: Case, lot: Lot, act: Act) -> LotEvaluation:
    """The ranking stands."""
    deed, committee = act.deed(ConcludeEvaluation), case.evaluation.committee
    return replace(
        lot.evaluation,
        concluded=True,
        ranking=deed.ranking,
        result_digest=deed.result_digest,
        evaluated_by=committee.members if committee else (),
    )


def negotiation_recorded(_: Case, lot: Lot, act: Act) -> LotEvaluation:
    """The supplier was heard."""
    return with_bid(lot.evaluation, replace(_bid(lot, act), negotiated=True))


def terms_changed(case: Case, act: Act) -> Evaluation:
    """The change waits to be confirmed."""
    change = TermsChange(act_digest(act_bytes(act)), act.deed(ChangeTerms).lot)
    return replace(case.evaluation, changes=(*case.evaluation.changes, change))


def terms_confirmed(case: Case, act: Act) -> Evaluation:
    """The change binds everybody who negotiates."""
    confirmed = act.deed(ConfirmTerms).change
    changes = (
        replace(one, confirmed=True) if one.id == confirmed else one for one in case.evaluation.changes
    )
    return replace(case.evaluation, changes=tuple(changes))


def the_committee(case: Case) -> Committee:
    """The committee in office."""
    committee = case.evaluation.committee
    if committee is None:
        raise Impossible("a committee")
    return committee


def _first(experts: tuple[ExpertSeat, ...], representatives: tuple[str, ...]) -> str:
    return (*(seat.person for seat in experts), *representatives)[0]


def _bid(lot: Lot, act: Act) -> LotBid:
    named = act.deed(OfBid).bid
    bid = bid_of(lot, named)
    if bid is None:
        raise Impossible(f"bid {named!r} for lot {lot.id!r}")
    return bid


def _asked(bid: LotBid) -> LowPriceInquiry:
    if bid.low_price is None:
        raise Impossible("a question about its price")
    return bid.low_price


def _out(bid: LotBid, why: str, reason: Text) -> LotBid:
    return replace(bid, rejected=why, reason=reason)


def _without_marks(evaluation: LotEvaluation, member: str) -> LotEvaluation:
    bids = (
        replace(bid, marks=tuple(one for one in bid.marks if one.member != member)) for bid in evaluation.bids
    )
    return replace(evaluation, bids=tuple(bids))
