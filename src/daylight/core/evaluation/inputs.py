"""What an evaluation is computed from: the terms, the valid bids, the members' marks, the draw.

Only bids that passed qualification and conformity belong here. Objective marks must be identical across
members: where they differ the evaluation is stopped by a fault, never averaged (provision role
``evaluation.objective_marks``). Shown by ``tests/core/evaluation/test_inputs.py``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import (
    Criterion,
    CriterionKind,
    EvaluationTerms,
    terms_faults,
)
from daylight.core.acts.life_cycle_terms import not_declared
from daylight.core.values.fault import Fault, fault, repeats
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Withheld:
    """A preference that was claimed and does not count, and why."""

    preference: str
    reason: Text


@dataclass(frozen=True)
class ValidBid:
    """A bid that takes part: its price as bid (after arithmetic correction) and its preferences.

    Of bids that name one ``brand`` for the core product only the best is a candidate. ``quantities`` are what
    it declares for its life-cycle cost; none where it declares nothing that can be computed with.
    """

    bid: str
    price: Money
    claimed: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    brand: str = ""
    quantities: tuple[QuantityDeclared, ...] = ()


@dataclass(frozen=True)
class Mark:
    """The points one member gave one bid on one criterion."""

    member: str
    bid: str
    criterion: str
    points: Fraction


@dataclass(frozen=True)
class EvaluationInputs:
    """Everything ``evaluate`` reads; ``draw_order`` names bids as the verifiable draw ordered them."""

    terms: EvaluationTerms
    bids: tuple[ValidBid, ...]
    members: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    draw_order: tuple[str, ...] = ()


def input_faults(inputs: EvaluationInputs) -> tuple[Fault, ...]:
    """Everything that keeps these inputs from being evaluated, all at once; empty when they are sound."""
    return (
        *terms_faults(inputs.terms),
        *_name_faults(inputs),
        *_bid_faults(inputs),
        *_quantity_faults(inputs),
        *_mark_faults(inputs),
        *_objective_faults(inputs),
    )


def marked_criteria(terms: EvaluationTerms) -> tuple[Criterion, ...]:
    """The criteria that members mark: all but those that are computed."""
    computed = (CriterionKind.PRICE, CriterionKind.LIFE_CYCLE)
    return tuple(criterion for criterion in terms.criteria if criterion.kind not in computed)


def _name_faults(inputs: EvaluationInputs) -> Iterator[Fault]:
    bids = tuple(bid.bid for bid in inputs.bids)
    if not bids:
        yield fault(
            "evaluation.no-valid-bid",
            "没有有效投标可供评审。",
            "There is no valid bid to evaluate.",
        )
    for what, names in (("bid", bids), ("member", inputs.members), ("draw", inputs.draw_order)):
        for name in repeats(names):
            yield fault(
                f"evaluation.{what}-repeated",
                "“{id}”出现不止一次。",
                "“{id}” occurs more than once; name it once.",
                id=name,
            )
    for name in sorted(set(inputs.draw_order) - set(bids)):
        yield fault(
            "evaluation.draw-unknown-bid",
            "抽签顺序中的“{id}”不是有效投标。",
            "The draw names “{id}”, which is not a valid bid.",
            id=name,
        )
    currencies = sorted({bid.price.currency for bid in inputs.bids})
    if len(currencies) > 1:
        yield fault(
            "evaluation.currencies-differ",
            "报价币种不一({currencies});请先统一币种。",
            "Prices are in {currencies}; bring them to one currency first.",
            currencies=", ".join(currencies),
        )


def _bid_faults(inputs: EvaluationInputs) -> Iterator[Fault]:
    rates = {preference.id: preference.rate for preference in inputs.terms.preferences}
    for bid in inputs.bids:
        if bid.price.amount_minor <= 0:
            yield fault(
                "evaluation.price-not-positive",
                "投标“{bid}”的报价为 {price},应大于零。",
                "Bid “{bid}” has a price of {price}; it must be above zero.",
                bid=bid.bid,
                price=money_words(bid.price),
            )
        unfounded = sorted(set(bid.granted) - (set(bid.claimed) & set(rates)))
        for name in (*unfounded, *repeats(bid.granted)):
            yield fault(
                "evaluation.preference-unfounded",
                "投标“{bid}”获得的优惠“{preference}”未经声明、采购文件未规定或重复计算。",
                "Bid “{bid}” is granted “{preference}”, which was not claimed, is not in the terms, "
                "or counts twice.",
                bid=bid.bid,
                preference=name,
            )
        if sum((rates.get(name, Fraction()) for name in bid.granted), Fraction()) >= 1:
            yield fault(
                "evaluation.preferences-exceed-price",
                "投标“{bid}”的价格扣除合计达到或超过其报价。",
                "The preferences of bid “{bid}” add up to its whole price or more.",
                bid=bid.bid,
            )


def _quantity_faults(inputs: EvaluationInputs) -> Iterator[Fault]:
    """A bid whose life-cycle cost counts declares every quantity; where it informs, all or none."""
    life = inputs.terms.life_cycle
    for bid in inputs.bids:
        if not bid.quantities and not inputs.terms.counts_life_cycle:
            continue
        for name in not_declared(life, bid.quantities) if life else (one.quantity for one in bid.quantities):
            yield fault(
                "evaluation.quantity-not-declared",
                "投标“{bid}”的“{quantity}”未申报、超出上下限、没有证明或未被要求。",
                "Bid “{bid}” does not declare “{quantity}” within bounds and with evidence, "
                "or it was not asked.",
                bid=bid.bid,
                quantity=name,
            )


def _mark_faults(inputs: EvaluationInputs) -> Iterator[Fault]:
    most = {criterion.id: criterion.points for criterion in marked_criteria(inputs.terms)}
    if most and not inputs.members:
        yield fault(
            "evaluation.no-member",
            "有需要评分的因素,但没有评审委员会成员。",
            "There are criteria to mark, but no member of a committee.",
        )
    given = Counter((mark.member, mark.bid, mark.criterion) for mark in inputs.marks)
    expected = {
        (member, bid.bid, criterion) for member in inputs.members for bid in inputs.bids for criterion in most
    }
    for key in sorted(expected ^ set(given) | {key for key, times in given.items() if times > 1}):
        yield fault(
            "evaluation.mark-count",
            "成员“{member}”对投标“{bid}”的因素“{criterion}”有 {found} 个评分,应为 {expected} 个。",
            "Member “{member}” has {found} marks for bid “{bid}” on “{criterion}”; there must be {expected}.",
            member=key[0],
            bid=key[1],
            criterion=key[2],
            found=given[key],
            expected=int(key in expected),
        )
    for mark in inputs.marks:
        if mark.criterion in most and not 0 <= mark.points <= most[mark.criterion]:
            yield fault(
                "evaluation.mark-out-of-range",
                "成员“{member}”对投标“{bid}”的因素“{criterion}”评 {points} 分,应在 0 到 {most} 之间。",
                "Member “{member}” gave bid “{bid}” {points} points on “{criterion}”; "
                "the range is 0 to {most}.",
                member=mark.member,
                bid=mark.bid,
                criterion=mark.criterion,
                points=mark.points,
                most=most[mark.criterion],
            )


def _objective_faults(inputs: EvaluationInputs) -> Iterator[Fault]:
    objective = {
        criterion.id for criterion in inputs.terms.criteria if criterion.kind is CriterionKind.OBJECTIVE
    }
    seen: dict[tuple[str, str], set[Fraction]] = defaultdict(set)
    for mark in inputs.marks:
        if mark.criterion in objective:
            seen[mark.bid, mark.criterion].add(mark.points)
    for (bid, criterion), points in sorted(seen.items()):
        if len(points) > 1:
            yield fault(
                "evaluation.objective-marks-differ",
                "投标“{bid}”的客观因素“{criterion}”评分不一致({points});请委员会核对后更正。",
                "Members' marks for bid “{bid}” on the objective criterion “{criterion}” differ "
                "({points}); let the committee check and correct them.",
                bid=bid,
                criterion=criterion,
                points=", ".join(map(str, sorted(points))),
            )
