"""How the bids of a lot fared, and who evaluated: what the evaluation left, under public ids."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.notices.opening import BidRead, bids_read
from daylight.core.disclosure.occasion import Occasion, bid_id, member_id
from daylight.core.disclosure.shown import ShownEvaluation, evaluation_shown
from daylight.core.disclosure.writing import decimal_of, exactly
from daylight.core.dockets.case.case import Lot
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


@dataclass(frozen=True)
class Outcome:
    """How every bid for a lot fared, who evaluated, and the inputs the result is computed from.

    ``read`` are the bids where offers were opened without reading them out.
    """

    decided: ours.Decided
    bids: tuple[ocds.Bid, ...]
    read: tuple[BidRead, ...]
    evaluation: ShownEvaluation


def outcome_of(occasion: Occasion[object]) -> Outcome:
    """What the evaluation of the lot left."""
    case, lot = occasion.after, occasion.lot
    result = evaluate(evaluation_inputs(case, lot))
    if not isinstance(result, EvaluationResult):
        raise LookupError(f"lot {lot.id!r} was concluded but can't be evaluated: {result[0].code}")
    return Outcome(
        ours.Decided(result.method, lot.evaluation.result_digest, _committee(occasion)),
        tuple(_fared(lot, bid, result) for bid in lot.evaluation.bids),
        bids_read(occasion, (lot,)) if case.closed else (),
        evaluation_shown(occasion),
    )


def _fared(lot: Lot, bid: LotBid, result: EvaluationResult) -> ocds.Bid:
    if bid.rejected:
        why = bid.reason or Text("", "")
        fared = ours.Evaluated(rejected=bid.rejected, reason=why.zh, reason_en=why.en)
        return ocds.Bid(bid_id(bid, lot), "disqualified", (lot.id,), daylight=fared)
    fared = _ranked(result.line(bid.bid), lot, result)
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


def _ranked(line: EvaluatedBid, lot: Lot, result: EvaluationResult) -> ours.Evaluated:
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
    committee, persons = occasion.after.evaluation.committee, occasion.names.persons
    return tuple(
        ours.Member(
            member_id(occasion, person),
            persons[person].name,
            "representative" if person in committee.representatives else "expert",
            person == committee.chair,
        )
        for person in occasion.lot.evaluation.evaluated_by
        if committee
    )
