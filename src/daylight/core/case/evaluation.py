"""Effects of evaluation acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.evaluation import ExpertSeat
from daylight.core.case.state import (
    Case,
    Committee,
    Impossible,
    Lot,
    LotBid,
    LowPriceInquiry,
    MemberMarks,
    PreparedDraw,
    bid_of,
    the_lot,
    with_bid,
    with_lot,
)
from daylight.core.draw.chance import Commitment
from daylight.core.values.text import Text


def draw_prepared(case: Case, act: Act) -> Case:
    """Rules, pool and commitments are fixed; the digest of the act is the beacon nobody can choose."""
    deed = act.intent.deed
    commitments = tuple(Commitment(one.person, one.commit) for one in deed.commitments)
    beacon = bytes.fromhex(act_digest(act_bytes(act)))
    return replace(
        case, prepared=(*case.prepared, PreparedDraw(deed.rules, deed.pool_root, commitments, beacon))
    )


def committee_formed(case: Case, act: Act) -> Case:
    """The committee takes office."""
    deed = act.intent.deed
    committee = Committee(act.received_at, deed.experts, deed.alternates, deed.representatives, deed.chair)
    return replace(case, committee=committee)


def recusal_declared(case: Case, act: Act) -> Case:
    """The member leaves, the next of the permutation takes the seat; marks for open lots are void."""
    committee, gone = case.committee, act.intent.deed.member
    assert committee is not None  # a condition of the act
    experts = tuple(seat for seat in committee.experts if seat.person != gone)
    taken = committee.alternates[:1]
    stay = tuple(person for person in committee.representatives if person != gone)
    members = (*experts, *taken)
    return replace(
        case,
        committee=replace(
            committee,
            experts=members,
            alternates=committee.alternates[len(taken) :],
            representatives=stay,
            chair=committee.chair if committee.chair != gone else _first(members, stay),
            recused=(*committee.recused, gone),
        ),
        lots=tuple(_without_marks(lot, gone) for lot in case.lots),
    )


def _first(experts: tuple[ExpertSeat, ...], representatives: tuple[str, ...]) -> str:
    return (*(seat.person for seat in experts), *representatives)[0]


def qualification_reviewed(case: Case, act: Act) -> Case:
    """A bidder who is not qualified is out."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    bid = replace(bid, qualified=deed.passed)
    return _put(case, lot, bid if deed.passed else _out(bid, "not_qualified", deed.reason))


def conformity_reviewed(case: Case, act: Act) -> Case:
    """A bid that does not meet a substantive requirement is out."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    bid = replace(bid, conforming=deed.passed)
    return _put(case, lot, bid if deed.passed else _out(bid, "not_conforming", deed.reason))


def preferences_judged(case: Case, act: Act) -> Case:
    """What is granted counts; judging again before the conclusion replaces it."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    return _put(case, lot, replace(bid, preferences=deed))


def arithmetic_corrected(case: Case, act: Act) -> Case:
    """The corrected price counts where the bidder confirms it, else the bid is out."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    if deed.confirmed_by_bidder:
        return _put(case, lot, replace(bid, corrected_minor=deed.corrected_minor))
    reason = Text("投标人不确认算术修正", "the bidder does not confirm the corrected arithmetic")
    return _put(case, lot, _out(bid, "correction_refused", reason))


def low_price_asked(case: Case, act: Act) -> Case:
    """The bidder has to explain."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    return _put(case, lot, replace(bid, low_price=LowPriceInquiry(deed.triggers, act.received_at)))


def low_price_answered(case: Case, act: Act) -> Case:
    """The explanation is in."""
    lot, bid = _place(case, act.intent.deed.lot, act.intent.deed.bid)
    assert bid.low_price is not None  # a condition of the act
    return _put(case, lot, replace(bid, low_price=replace(bid.low_price, answered_at=act.received_at)))


def low_price_judged(case: Case, act: Act) -> Case:
    """An explanation that does not convince puts the bid out."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    assert bid.low_price is not None  # a condition of the act
    bid = replace(bid, low_price=replace(bid.low_price, accepted=deed.accepted))
    return _put(case, lot, bid if deed.accepted else _out(bid, "abnormally_low", deed.reason))


def bid_scored(case: Case, act: Act) -> Case:
    """A member's marks stand; marking again before the conclusion replaces them."""
    deed = act.intent.deed
    lot, bid = _place(case, deed.lot, deed.bid)
    given = MemberMarks(act.intent.person, tuple((mark.criterion, mark.points) for mark in deed.marks))
    others = tuple(old for old in bid.marks if old.member != given.member)
    return _put(case, lot, replace(bid, marks=(*others, given)))


def evaluation_concluded(case: Case, act: Act) -> Case:
    """The ranking stands."""
    deed, committee = act.intent.deed, case.committee
    lot = replace(
        the_lot(case, deed.lot),
        stage="evaluated",
        ranking=deed.ranking,
        result_digest=deed.result_digest,
        evaluated_by=committee.members if committee else (),
    )
    return with_lot(case, lot)


def _place(case: Case, lot_id: str, bid_id: str) -> tuple[Lot, LotBid]:
    lot = the_lot(case, lot_id)
    bid = bid_of(lot, bid_id)
    if bid is None:
        raise Impossible(f"bid {bid_id!r} for lot {lot_id!r}")
    return lot, bid


def _put(case: Case, lot: Lot, bid: LotBid) -> Case:
    return with_lot(case, with_bid(lot, bid))


def _out(bid: LotBid, why: str, reason: Text) -> LotBid:
    return replace(bid, rejected=why, reason=reason)


def _without_marks(lot: Lot, member: str) -> Lot:
    """What was concluded stays as it was concluded."""
    if lot.stage != "opened":
        return lot
    bids = (replace(bid, marks=tuple(m for m in bid.marks if m.member != member)) for bid in lot.bids)
    return replace(lot, bids=tuple(bids))
