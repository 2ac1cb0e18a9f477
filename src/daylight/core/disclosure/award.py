"""Releases of the award phase: who won and why, or why a lot ended without a winner."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from daylight.core.acts.award import CancelLot, FailLot, PublishAward
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.acts.shapes import Reasoned
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.fallen import (
    award_id,
    award_to,
    bid_that_won,
    fallen,
    fallen_facts,
    price_of,
    status_told,
)
from daylight.core.disclosure.occasion import Fact, Occasion, Told, public_id
from daylight.core.disclosure.parts import (
    OVER,
    bid_id,
    fact,
    lot_status,
    tender_status,
)
from daylight.core.disclosure.shown import member_id
from daylight.core.disclosure.writing import decimal_of, exactly
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.evaluation.evaluate import EvaluatedBid, EvaluationResult, evaluate
from daylight.core.evaluation.scoring import life_cycle_shown
from daylight.core.procedures.evaluation.pricing import what_counts
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.procedures.solicitation.life_cycle import quantities_of
from daylight.core.values.money import EXPONENTS
from daylight.core.values.text import Text

TEN = 10
SAME_BRAND = Text("同品牌由评审更优者代表，不作为候选人", "another bid of the same brand stands for it")
CAUSES = {
    "too_few_bidders": Text("投标人不足法定数", "too few bidders"),
    "too_few_qualified": Text("通过资格预审的供应商不足法定数", "too few suppliers qualify"),
    "illegality": Text("存在影响公正的违法、违规行为", "an illegality that affects fairness"),
    "over_budget": Text("报价均超过预算", "every price is above the budget"),
    "winner_did_not_sign": Text(
        "中标人未签约，重新采购", "the winner did not sign; the procurement starts anew"
    ),
}


def award_published(occasion: Occasion[PublishAward]) -> Told:
    """The result of a lot: winner, price, rank and points of every bid, the committee, the reasons."""
    lot = occasion.lot
    winner = winner_of(lot)
    facts = (
        fact("采购包", "Lot", lot.title),
        *fallen_facts(occasion, lot),
        fact("中标人", "Winner", names_of(occasion, winner)),
        fact("中标金额", "Price", price_of(winner)),
        fact("代理服务收费标准", "Basis of the agency's fee", occasion.deed.fee_basis),
    )
    untold = (
        fallen(occasion, lot, number) for number, one in enumerate(lot.award.passed) if not one.published
    )
    award = award_to(occasion, lot, winner, award_id(occasion, lot))
    return result_told(occasion, (*untold, award), facts)


def result_told(occasion: Occasion[object], awards: tuple[ocds.Award, ...], facts: tuple[Fact, ...]) -> Told:
    """The result of a lot with how every bid fared, and who evaluated."""
    lot, result = occasion.lot, _result(occasion.after, occasion.lot)
    valid = ocds.BidsStatistic(f"{lot.id}-validBids", "validBids", len(lot.evaluation.valid_bids), lot.id)
    bids = ocds.Bids((valid,), tuple(_judged(lot, bid, result) for bid in lot.evaluation.bids))
    members = _committee(occasion)
    decided = ours.Decided(result.method.value, lot.evaluation.result_digest, members)
    awards = tuple(one if _decided_before(one, lot) else replace(one, daylight=decided) for one in awards)
    if members:
        facts = (*facts, fact("评审专家", "Committee", "、".join(member.name for member in members)))
    return Told(occasion.release("award", tender=status_told(occasion, lot), bids=bids, awards=awards), facts)


def _decided_before(award: ocds.Award, lot: Lot) -> bool:
    """Whether an award follows from an evaluation that was made again since."""
    return award.daylight is not None and award.daylight.result != lot.evaluation.result_digest


def names_of(occasion: Occasion[object], winner: LotBid) -> str:
    """Who stands behind a bid."""
    return "、".join(one.name for one in occasion.references(winner.bidders))


def lot_failed(occasion: Occasion[FailLot]) -> Told:
    """A lot fails, for a cause the law names."""
    deed = occasion.deed
    facts = (
        fact("采购包", "Lot", occasion.lot.title),
        fact("废标原因", "Cause", CAUSES[deed.cause]),
        fact("说明", "Reason", deed.reason),
        *fallen_facts(occasion, occasion.lot),
    )
    return _ended(occasion, facts, CAUSES[deed.cause])


def lot_cancelled(occasion: Occasion[CancelLot]) -> Told:
    """A lot is cancelled before award."""
    reason: Text = occasion.deed.reason
    facts = (fact("采购包", "Lot", occasion.lot.title), fact("终止原因", "Reason", reason))
    return _ended(occasion, facts, reason)


def winner_of(lot: Lot) -> LotBid:
    """The winning bid."""
    return bid_that_won(lot, lot.award.winner)


def _ended(occasion: Occasion[Reasoned], facts: tuple[Fact, ...], why: Text) -> Told:
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
    return Told(
        occasion.release(tag, tender=status_told(occasion, occasion.lot, amendments=(amendment,))), facts
    )


def _awarded(case: Case) -> bool:
    return any(lot_status(lot) == "complete" for lot in case.lots)


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
    fared = replace(
        fared,
        claims=_claims(lot, bid),
        declared=_declared(bid),
        quantities=tuple(
            ours.DeclaredQuantity(one.quantity, exactly(one.value), one.evidence)
            for one in quantities_of(lot, bid)
        ),
    )
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
    rank = lot.evaluation.ranking.index(line.bid) + 1 if line.bid in lot.evaluation.ranking else None
    scale: int = TEN ** EXPONENTS[line.price.currency]
    evaluated = decimal_of(line.evaluated_minor / scale)
    cost = life_cycle_shown(lot.terms.evaluation, line.life_cycle) if lot.terms else None
    over_life = decimal_of(Fraction(cost, scale)) if cost is not None else None
    if result.method is not EvaluationMethod.COMPREHENSIVE_SCORING:
        return ours.Evaluated(rank, evaluated, life_cycle_cost=over_life)
    return ours.Evaluated(
        rank,
        evaluated,
        decimal_of(line.figure_rounded),
        exactly(line.figure),
        tuple(
            ours.CriterionPoints(one.criterion, decimal_of(one.rounded), exactly(one.exact))
            for one in line.points
        ),
        life_cycle_cost=over_life,
    )


def _committee(occasion: Occasion[object]) -> tuple[ours.Member, ...]:
    committee = occasion.after.evaluation.committee
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
        for person in occasion.lot.evaluation.evaluated_by
    )
