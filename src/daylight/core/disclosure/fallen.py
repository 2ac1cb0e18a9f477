"""Releases of awards that fall: a winner who does not sign, an evaluation made again, a committee dissolved.

An award everybody read of falls for everybody; one nobody was told of is told with the next or the failure.
"""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.award import PassOverWinner
from daylight.core.acts.evaluation import DissolveCommittee, ReopenEvaluation
from daylight.core.acts.shapes import Reasoned
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.occasion import Fact, Occasion, Told
from daylight.core.disclosure.parts import bid_id, fact, items, lot_status, tender_status, value
from daylight.core.dockets.case.award import PassedOver
from daylight.core.dockets.case.case import Lot, bid_of
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.values.money import Money
from daylight.core.values.text import Text

CAUSES = {
    "refused": Text("拒绝签订合同", "refused to sign the contract"),
    "cannot_perform": Text("不能履行合同", "cannot perform the contract"),
    "sum_wrong": Text("分值汇总计算错误", "points were summed wrongly"),
    "mark_out_of_range": Text("分项评分超出评分标准范围", "a mark lies outside its range"),
    "objective_marks_differ": Text("客观评审因素评分不一致", "marks on an objective criterion differ"),
    "abnormal_mark": Text("评分畸高、畸低", "a mark is abnormally high or low"),
    "qualification_wrong": Text("资格性审查认定错误", "a qualification was found wrongly"),
    "price_wrong": Text("价格计算错误", "a price was computed wrongly"),
    "dissolved": Text("评标委员会被解散", "the committee was dissolved"),
    "composition": Text("评标委员会组成不符合规定", "its composition was unlawful"),
    "recusal": Text("成员应当回避", "a member had to step down"),
    "interference": Text("独立评审受到非法干预", "its evaluation was interfered with"),
    "misconduct": Text("成员有违法行为", "a member misbehaved"),
}


def winner_passed_over(occasion: Occasion[PassOverWinner]) -> Told | None:
    """The award of a winner who did not sign falls."""
    lot = occasion.lot
    facts = (fact("采购包", "Lot", lot.title), *fallen_facts(occasion, lot), _reason(occasion))
    return _awards_fall(occasion, (lot,), facts) if lot.award.passed[-1].published else None


def evaluation_reopened(occasion: Occasion[ReopenEvaluation]) -> Told | None:
    """An award everybody read of falls, because the evaluation is made again."""
    lot, before = occasion.lot, occasion.before.lot(occasion.deed.lot)
    if before is None or before.award.published_at is None:
        return None
    facts = (
        fact("采购包", "Lot", lot.title),
        fact("事由", "Cause", CAUSES[occasion.deed.cause]),
        _reason(occasion),
    )
    return _awards_fall(occasion, (lot,), facts)


def committee_dissolved(occasion: Occasion[DissolveCommittee]) -> Told | None:
    """Awards everybody read of fall, because another committee evaluates."""
    was = {lot.id for lot in occasion.before.lots if lot.award.published_at}
    fell = tuple(lot for lot in occasion.after.lots if lot.id in was and lot.award.published_at is None)
    if not fell:
        return None
    lots = (fact("采购包", "Lot", lot.title) for lot in fell)
    facts = (*lots, fact("事由", "Cause", CAUSES[occasion.deed.cause]), _reason(occasion))
    return _awards_fall(occasion, fell, facts)


def fallen(occasion: Occasion[object], lot: Lot, number: int) -> ocds.Award:
    """An award of a lot that fell, as it stood."""
    over = lot.award.passed[number]
    winner = bid_that_won(lot, over.bid)
    award = award_to(occasion, lot, winner, _award_id(occasion, lot, number))
    if lot.terms is None:  # called off from a list: nothing was bid or evaluated
        return replace(award, status="cancelled", date=over.awarded_at, related_bid="")
    decided = ours.Decided(lot.terms.evaluation.method.value, over.result or lot.evaluation.result_digest, ())
    price = Money(over.price_minor, lot.budget.currency) if over.price_minor else price_of(winner)
    return replace(award, status="cancelled", date=over.awarded_at, value=value(price), daylight=decided)


def fallen_facts(occasion: Occasion[object], lot: Lot) -> tuple[Fact, ...]:
    """Whose award fell before, and why."""
    return tuple(
        fact("未签约的中标人", "Won and did not sign", _who_and_why(occasion, lot, one))
        if one.out
        else fact("已撤销的结果", "Result that fell", _who_and_why(occasion, lot, one))
        for one in lot.award.passed
    )


def award_to(occasion: Occasion[object], lot: Lot, winner: LotBid, id: str) -> ocds.Award:
    """The award of a lot to one bid."""
    case = occasion.after
    return ocds.Award(
        id=id,
        title=lot.title.zh,
        title_en=lot.title.en,
        status="active",
        date=occasion.act.received_at,
        value=value(price_of(winner)),
        suppliers=occasion.references(winner.bidders),
        items=items(case, lot.id),
        related_lots=(lot.id,),
        related_bid=bid_id(winner, lot),
    )


def price_of(bid: LotBid) -> Money:
    """The price that is paid: as opened, or as corrected; never the evaluated price."""
    return Money(bid.price_minor, bid.price.total.currency)


def status_told(
    occasion: Occasion[object], *lots: Lot, amendments: tuple[ocds.Amendment, ...] = ()
) -> ocds.Tender:
    """How the procedure and these lots stand."""
    changed = tuple(ocds.Lot(lot.id, status=lot_status(lot)) for lot in lots)
    return ocds.Tender(
        occasion.ocid, status=tender_status(occasion.after), lots=changed, amendments=amendments
    )


def bid_that_won(lot: Lot, bid: str) -> LotBid:
    """A bid of the lot, as it stands."""
    found = bid_of(lot, bid)
    if found is None:
        raise LookupError(f"lot {lot.id!r} has no bid {bid!r} that won")
    return found


def award_id(occasion: Occasion[object], lot: Lot) -> str:
    """The id of a lot's award that stands; those after one that fell are numbered."""
    return _award_id(occasion, lot, len(lot.award.passed))


def _award_id(occasion: Occasion[object], lot: Lot, before: int) -> str:
    first = f"{occasion.ocid}-award-{lot.id}"
    return f"{first}-{before + 1}" if before else first


def _awards_fall(occasion: Occasion[object], lots: tuple[Lot, ...], facts: tuple[Fact, ...]) -> Told:
    awards = tuple(fallen(occasion, lot, len(lot.award.passed) - 1) for lot in lots)
    return Told(
        occasion.release("awardCancellation", tender=status_told(occasion, *lots), awards=awards), facts
    )


def _reason(occasion: Occasion[Reasoned]) -> Fact:
    return fact("说明", "Reason", occasion.deed.reason)


def _who_and_why(occasion: Occasion[object], lot: Lot, over: PassedOver) -> Text:
    known, why = occasion.names.organisations, CAUSES[over.cause]
    names = [known[one].registration.name for one in bid_that_won(lot, over.bid).bidders]
    zh, en = "、".join(one.zh for one in names), ", ".join(one.en for one in names)
    return Text(f"{zh}：{why.zh}", f"{en}: {why.en}")
