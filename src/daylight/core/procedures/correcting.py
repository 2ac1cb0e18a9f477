"""Conditions of opening an evaluation again: by those who made it, for a cause of law, before it is told."""

from __future__ import annotations

from daylight.core.acts.evaluation import ReopenEvaluation
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.evaluation.evaluate import EvaluationResult, evaluate
from daylight.core.procedures.evaluation import evaluation_inputs
from daylight.core.procedures.matter import Matter
from daylight.core.values.refusal import Refusal, refuse

CORRECTABLE = ("evaluated", "awarded")


def result_is_not_told_yet(m: Matter) -> Refusal | None:
    """Between the conclusion and the first notification the evaluation is corrected on the spot."""
    stage = m.lot.stage
    if stage in CORRECTABLE and not m.lot.passed:
        return None
    return refuse("evaluation.too-late", "evaluation.again", stage=stage)


def committee_is_the_one_that_evaluated(m: Matter) -> Refusal | None:
    """Who evaluated corrects, and nobody else."""
    committee = m.case.committee
    if committee and committee.members == m.lot.evaluated_by:
        return None
    return refuse("evaluation.other-committee", "evaluation.again", lot=m.lot.id)


def cause_is_one_the_record_shows(m: Matter) -> Refusal | None:
    """What is computed is wrong only where computing it again says so; marks are the committee's to judge."""
    deed, terms = m.deed(ReopenEvaluation), m.lot.terms
    marked = terms is not None and terms.evaluation.method is EvaluationMethod.COMPREHENSIVE_SCORING
    reasoned = bool(deed.reason.zh.strip() and deed.reason.en.strip())
    if reasoned and (marked if deed.cause == "abnormal_mark" else not _stands(m)):
        return None
    return refuse("evaluation.nothing-to-correct", "evaluation.again", cause=deed.cause)


def _stands(m: Matter) -> bool:
    """Whether the ranking concluded is the one computed, the draw being what it was."""
    behind = tuple(bid.bid for bid in m.lot.valid_bids if bid.bid not in m.lot.ranking)
    result = evaluate(evaluation_inputs(m.case, m.lot, (*m.lot.ranking, *behind)))
    return isinstance(result, EvaluationResult) and result.ranking == m.lot.ranking
