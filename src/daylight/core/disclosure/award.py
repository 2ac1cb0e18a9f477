"""Releases of the award phase: who won and why, or why a lot ended without a winner."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.case.state import Case, Lot, LotBid, PassedOver, bid_of
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.occasion import Fact, Occasion, Told, public_id
from daylight.core.disclosure.parts import (
    OVER,
    bid_id,
    fact,
    items,
    lot_status,
    tender_status,
    value,
)
from daylight.core.disclosure.shown import member_id
from daylight.core.disclosure.writing import decimal_of, exactly
from daylight.core.evaluation.evaluate import EvaluatedBid, EvaluationResult, evaluate
from daylight.core.procedures.evaluation import evaluation_inputs
from daylight.core.procedures.pricing import what_counts
from daylight.core.values.money import EXPONENTS, Money
from daylight.core.values.text import Text

TEN = 10
SAME_BRAND = Text("同品牌由评审更优者代表，不作为候选人", "another bid of the same brand stands for it")
CAUSES = {
    "too_few_bidders": Text("投标人不足法定数", "too few bidders"),
    "illegality": Text("存在影响公正的违法、违规行为", "an illegality that affects fairness"),
    "over_budget": Text("报价均超过预算", "every price is above the budget"),
    "winner_did_not_sign": Text(
        "中标人未签约，重新采购", "the winner did not sign; the procurement starts anew"
    ),
}
PASSED = {
    "refused": Text("拒绝签订合同", "refused to sign the contract"),
    "cannot_perform": Text("不能履行合同", "cannot perform the contract"),
}


def award_published(occasion: Occasion) -> Told:
    """The result of a lot: winner, price, rank and points of every bid, the committee, the reasons."""
    winner = winner_of(occasion.lot)
    facts = (
        fact("采购包", "Lot", occasion.lot.title),
        *_passed_facts(occasion),
        fact("中标人", "Winner", names_of(occasion, winner)),
        fact("中标金额", "Price", price_of(winner)),
        fact("代理服务收费标准", "Basis of the agency's fee", occasion.deed.fee_basis),
    )
    lot = occasion.lot
    untold = (_fallen(occasion, number) for number, one in enumerate(lot.passed) if not one.published)
    award = award_to(occasion, winner, award_id(occasion, lot))
    return result_told(occasion, (*untold, award), facts)


def result_told(occasion: Occasion, awards: tuple[ocds.Award, ...], facts: tuple[Fact, ...]) -> Told:
    """The result of a lot with how every bid fared, and who evaluated."""
    lot, result = occasion.lot, _result(occasion.after, occasion.lot)
    valid = ocds.BidsStatistic(f"{lot.id}-validBids", "validBids", len(lot.valid_bids), lot.id)
    bids = ocds.Bids((valid,), tuple(_judged(lot, bid, result) for bid in lot.bids))
    members = _committee(occasion)
    decided = ours.Decided(result.method.value, lot.result_digest, members)
    awards = tuple(replace(one, daylight=decided) for one in awards)
    if members:
        facts = (*facts, fact("评审专家", "Committee", "、".join(member.name for member in members)))
    return Told(occasion.release("award", tender=_status(occasion), bids=bids, awards=awards), facts)


def award_to(occasion: Occasion, winner: LotBid, id: str) -> ocds.Award:
    """The award to one bid."""
    case, lot = occasion.after, occasion.lot
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


def names_of(occasion: Occasion, winner: LotBid) -> str:
    """Who stands behind a bid."""
    return "、".join(one.name for one in occasion.references(winner.bidders))


def winner_passed_over(occasion: Occasion) -> Told | None:
    """An award everybody knew of falls; one nobody was told of is told with the next, or with the failure."""
    lot, deed = occasion.lot, occasion.deed
    over = lot.passed[-1]
    if not over.published:
        return None
    facts = (fact("采购包", "Lot", lot.title), *_passed_facts(occasion), fact("说明", "Reason", deed.reason))
    award = _fallen(occasion, len(lot.passed) - 1)
    return Told(occasion.release("awardCancellation", tender=_status(occasion), awards=(award,)), facts)


def lot_failed(occasion: Occasion) -> Told:
    """A lot fails, for a cause the law names."""
    deed = occasion.deed
    facts = (
        fact("采购包", "Lot", occasion.lot.title),
        fact("废标原因", "Cause", CAUSES[deed.cause]),
        fact("说明", "Reason", deed.reason),
        *_passed_facts(occasion),
    )
    return _ended(occasion, facts, CAUSES[deed.cause])


def lot_cancelled(occasion: Occasion) -> Told:
    """A lot is cancelled before award."""
    reason: Text = occasion.deed.reason
    facts = (fact("采购包", "Lot", occasion.lot.title), fact("终止原因", "Reason", reason))
    return _ended(occasion, facts, reason)


def winner_of(lot: Lot) -> LotBid:
    """The winning bid."""
    return _bid(lot, lot.winner)


def _bid(lot: Lot, bid: str) -> LotBid:
    found = bid_of(lot, bid)
    if found is None:
        raise LookupError(f"lot {lot.id!r} has no bid {bid!r} that won")
    return found


def price_of(bid: LotBid) -> Money:
    """The price that is paid: as opened, or as corrected; never the evaluated price."""
    return Money(bid.price_minor, bid.price.total.currency)


def award_id(occasion: Occasion, lot: Lot) -> str:
    """The id of a lot's award that stands; those after one that was passed over are numbered."""
    return _award_id(occasion, lot, len(lot.passed))


def _award_id(occasion: Occasion, lot: Lot, before: int) -> str:
    first = f"{occasion.ocid}-award-{lot.id}"
    return f"{first}-{before + 1}" if before else first


def _fallen(occasion: Occasion, number: int) -> ocds.Award:
    """An award whose winner was passed over."""
    lot, over = occasion.lot, occasion.lot.passed[number]
    award = award_to(occasion, _bid(lot, over.bid), _award_id(occasion, lot, number))
    award = replace(award, status="cancelled", date=over.awarded_at)
    if lot.terms is None:
        return replace(award, related_bid="")  # called off from a list: nothing was bid or evaluated
    return replace(award, daylight=ours.Decided(lot.terms.evaluation.method.value, lot.result_digest, ()))


def _passed_facts(occasion: Occasion) -> tuple[Fact, ...]:
    """Who won before and did not sign, and why."""
    return tuple(
        fact("未签约的中标人", "Won and did not sign", _who_and_why(occasion, one))
        for one in occasion.lot.passed
    )


def _who_and_why(occasion: Occasion, over: PassedOver) -> Text:
    known, why = occasion.names.organisations, PASSED[over.cause]
    names = [known[one].registration.name for one in _bid(occasion.lot, over.bid).bidders]
    zh, en = "、".join(one.zh for one in names), ", ".join(one.en for one in names)
    return Text(f"{zh}：{why.zh}", f"{en}: {why.en}")


def _ended(occasion: Occasion, facts: tuple[Fact, ...], why: Text) -> Told:
    nothing_left = tender_status(occasion.after) in OVER
    amendment = ocds.Amendment(
        public_id("ending", occasion.release_id),
        occasion.act.received_at,
        f"{occasion.deed.reason.zh} / {occasion.deed.reason.en}",
        why.zh,
        why.en,
        occasion.release_id,
    )
    tag: ocds.Tag = "tenderCancellation" if nothing_left and not _awarded(occasion.after) else "tenderUpdate"
    return Told(occasion.release(tag, tender=_status(occasion, amendment)), facts)


def _awarded(case: Case) -> bool:
    return any(lot_status(lot) == "complete" for lot in case.lots)


def _status(occasion: Occasion, *amendments: ocds.Amendment) -> ocds.Tender:
    changed = ocds.Lot(occasion.lot.id, status=lot_status(occasion.lot))
    return ocds.Tender(
        occasion.ocid, status=tender_status(occasion.after), lots=(changed,), amendments=amendments
    )


def _result(case: Case, lot: Lot) -> EvaluationResult:
    result = evaluate(evaluation_inputs(case, lot))
    if not isinstance(result, EvaluationResult):
        raise LookupError(f"lot {lot.id!r} was concluded but can't be evaluated: {result[0].code}")
    return result


def _judged(lot: Lot, bid: LotBid, result: EvaluationResult) -> ocds.Bid:
    if bid.rejected:
        why = bid.reason or Text("", "")
        fared = ours.Evaluated(rejected=bid.rejected, reason=why.zh, reason_en=why.en)
        return ocds.Bid(bid_id(bid, lot), "disqualified", (lot.id,), daylight=fared)
    fared = _fared(result.line(bid.bid), lot, result)
    if fared.rank is None:
        fared = replace(fared, reason=SAME_BRAND.zh, reason_en=SAME_BRAND.en)
    fared = replace(fared, claims=_claims(lot, bid), declared=_declared(bid))
    return ocds.Bid(bid_id(bid, lot), "valid", (lot.id,), daylight=fared)


def _claims(lot: Lot, bid: LotBid) -> tuple[ours.Claim, ...]:
    """What was claimed, what counts, and why the rest does not: declarations are public with the result."""
    claimed, granted, withheld = what_counts(lot, bid)
    why = {one.preference: one.reason for one in withheld}
    return tuple(
        ours.Claim(name, name in granted, *((why[name].zh, why[name].en) if name in why else ("", "")))
        for name in dict.fromkeys(claimed)
        if name in granted or name in why
    )


def _declared(bid: LotBid) -> tuple[ours.DeclaredItem, ...]:
    return tuple(
        ours.DeclaredItem(one.item, one.maker, one.scale, exactly(one.share), one.brand, one.domestic)
        for one in bid.declaration.items
    )


def _fared(line: EvaluatedBid, lot: Lot, result: EvaluationResult) -> ours.Evaluated:
    # the standing ranking: a draw may have broken a tie; who is not in it stands behind its brand's best
    rank = lot.ranking.index(line.bid) + 1 if line.bid in lot.ranking else None
    evaluated = decimal_of(line.evaluated_minor / TEN ** EXPONENTS[line.price.currency])
    if result.method is EvaluationMethod.LOWEST_EVALUATED_PRICE:
        return ours.Evaluated(rank, evaluated)
    return ours.Evaluated(
        rank,
        evaluated,
        decimal_of(line.figure_rounded),
        exactly(line.figure),
        tuple(
            ours.CriterionPoints(one.criterion, decimal_of(one.rounded), exactly(one.exact))
            for one in line.points
        ),
    )


def _committee(occasion: Occasion) -> tuple[ours.Member, ...]:
    committee = occasion.after.committee
    if committee is None:
        return ()
    persons = occasion.names.persons
    return tuple(
        ours.Member(
            member_id(occasion, person),
            persons[person].name,
            "representative" if person in committee.representatives else "expert",
            person == committee.chair,
        )
        for person in occasion.lot.evaluated_by
    )
