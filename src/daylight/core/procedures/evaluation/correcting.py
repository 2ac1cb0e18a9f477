"""Conditions of opening an evaluation again: by those who made it, for a cause of law, before both signed.

Which causes a method admits is data: each has a role of its own.
Shown by ``tests/scenarios/test_reopening.py``
and ``tests/scenarios/test_errors_the_record_shows.py``.
"""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.evaluation import ReopenEvaluation
from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod
from daylight.core.dockets.case.case import Lot, bid_of
from daylight.core.dockets.stage import Stage
from daylight.core.evaluation.evaluate import EvaluationResult, evaluate
from daylight.core.procedures.common import unsaid
from daylight.core.procedures.evaluation.pricing import correction_of
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs, objective_marks_are_identical
from daylight.core.procedures.matter import Matter, numbered
from daylight.core.values.fact import Code
from daylight.core.values.refusal import Refusal, refuse

ON_THE_SPOT = ("evaluated", "awarded")
CORRECTABLE = ("evaluated", "awarded", "notified", "published")


def no_contract_stands_yet(m: Matter) -> Refusal | None:
    """Between its conclusion and the second signature an evaluation is corrected."""
    stage = m.lot.stage
    return None if stage in CORRECTABLE else refuse("evaluation.too-late", "evaluation.again", stage=stage)


def result_is_not_told_yet(m: Matter) -> Refusal | None:
    """Between the conclusion and the first notification the evaluation is corrected on the spot."""
    stage = m.lot.stage
    if stage in ON_THE_SPOT and not m.lot.award.passed:
        return None
    return refuse("evaluation.too-late", "evaluation.again", stage=stage)


def committee_is_the_one_that_evaluated(m: Matter) -> Refusal | None:
    """Who evaluated corrects, and nobody else."""
    committee = m.case.evaluation.committee
    if committee and committee.members == m.lot.evaluation.evaluated_by:
        return None
    return refuse("evaluation.other-committee", "evaluation.again", lot=m.lot.id)


def cause_is_one_the_method_admits(m: Matter) -> Refusal | None:
    """The law of the method names the causes; for no other is an evaluation opened again."""
    cause = m.deed(ReopenEvaluation).cause
    if m.law.cites(f"evaluation.again.{cause}"):
        return None
    return refuse("evaluation.no-cause-here", "evaluation.again", cause=Code("again", cause))


def cause_is_one_the_record_shows(m: Matter) -> tuple[Refusal, ...]:
    """What is computed is wrong only where computing it again says so; marks are the committee's to judge."""
    deed, role = m.deed(ReopenEvaluation), "evaluation.again"
    said = unsaid("reason", deed.reason, role)
    if _SHOWN[deed.cause](m):
        return said
    return (refuse("evaluation.nothing-to-correct", role, cause=Code("again", deed.cause)), *said)


def bids_named_were_reviewed(m: Matter) -> Refusal | None:
    """A qualification found wrongly is that of a bid, and bids are named for nothing else."""
    deed = m.deed(ReopenEvaluation)
    known = [found for bid in deed.bids if (found := bid_of(m.lot, bid)) and found.qualified is not None]
    wanted = deed.cause == "qualification_wrong"
    if len(known) == len(set(deed.bids)) == len(deed.bids) and bool(deed.bids) == wanted:
        return None
    return refuse(
        "evaluation.bids-misnamed", "evaluation.again", bids=tuple(numbered(m.lot, bid) for bid in deed.bids)
    )


def who_is_let_in_again_made_a_final_offer(m: Matter) -> Refusal | None:
    """Who was wrongly left out of the talks can't be heard afterwards."""
    out = [bid for bid in m.lot.evaluation.bids if bid.bid in m.deed(ReopenEvaluation).bids and bid.rejected]
    if m.method is None or not m.method.negotiated or not out:
        return None
    return refuse("evaluation.never-heard", "negotiation.one_by_one", bid=numbered(m.lot, out[0].bid))


def changed_result_is_reported(m: Matter) -> Refusal | None:
    """Where another evaluation changed the result, the finance department is told before it is confirmed."""
    lot = m.lot
    if (
        not result_changed(lot)
        or lot.evaluation.change_reported
        or not m.law.cites("evaluation.again.report")
    ):
        return None
    return refuse("award.change-unreported", "evaluation.again.report", lot=lot.id)


def result_changed_and_is_unreported(m: Matter) -> Refusal | None:
    """Only a result that another evaluation changed is reported, once."""
    lot = m.lot
    if lot.stage is Stage.EVALUATED and result_changed(lot) and not lot.evaluation.change_reported:
        return None
    return refuse("evaluation.nothing-changed", "evaluation.again.report", lot=lot.id)


def result_changed(lot: Lot) -> bool:
    """Whether a lot was evaluated again and is ranked otherwise than before."""
    return (
        bool(lot.evaluation.ranked_before and lot.evaluation.ranking)
        and lot.evaluation.ranking != lot.evaluation.ranked_before
    )


def _marks_are_given(m: Matter) -> bool:
    terms = m.lot.terms
    return terms is not None and terms.evaluation.method is EvaluationMethod.COMPREHENSIVE_SCORING


def _sum_is_wrong(m: Matter) -> bool:
    """Whether the ranking concluded is not the one computed, the draw being what it was."""
    behind = tuple(bid.bid for bid in m.lot.evaluation.valid_bids if bid.bid not in m.lot.evaluation.ranking)
    result = evaluate(evaluation_inputs(m.case, m.lot, (*m.lot.evaluation.ranking, *behind)))
    return not (isinstance(result, EvaluationResult) and result.ranking == m.lot.evaluation.ranking)


def _mark_is_out_of_range(m: Matter) -> bool:
    criteria = m.lot.terms.evaluation.criteria if m.lot.terms else ()
    most = {one.id: one.points for one in criteria if one.kind is not CriterionKind.PRICE}
    given = (mark for bid in m.lot.evaluation.valid_bids for member in bid.marks for mark in member.marks)
    return any(not Fraction() <= points <= most.get(criterion, Fraction()) for criterion, points in given)


def _objective_marks_differ(m: Matter) -> bool:
    return objective_marks_are_identical(m) is not None


def _price_is_wrong(m: Matter) -> bool:
    """Whether a price that counts is not the one the order of correction gives."""
    return _sum_is_wrong(m) or any(
        bid.price_minor != correction_of(m.lot, bid) for bid in m.lot.evaluation.valid_bids
    )


def _is_for_people_to_find(_: Matter) -> bool:
    """Who is qualified is found by those who read the proofs; the reason says what was overlooked."""
    return True


_SHOWN = {
    "sum_wrong": _sum_is_wrong,
    "mark_out_of_range": _mark_is_out_of_range,
    "objective_marks_differ": _objective_marks_differ,
    "abnormal_mark": _marks_are_given,
    "qualification_wrong": _is_for_people_to_find,
    "price_wrong": _price_is_wrong,
}
