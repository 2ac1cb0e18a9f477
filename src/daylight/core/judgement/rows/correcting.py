"""Rows of the evaluation phase for what went wrong in it: errors, members, a whole committee."""

from daylight.core.acts.evaluation import (
    DissolveCommittee,
    ReopenEvaluation,
    ReplaceMember,
    ReportChangedResult,
)
from daylight.core.acts.intent import Intent
from daylight.core.dockets.effects import clocks
from daylight.core.dockets.effects import correcting as effects
from daylight.core.dockets.effects.evaluation import member_left
from daylight.core.dockets.lenses import in_evaluations, in_lot_evaluation
from daylight.core.judgement.row import Row
from daylight.core.procedures.common import (
    actor_acts_in_person,
    mandated,
    not_asked,
    shown_in_documents,
    since,
)
from daylight.core.procedures.evaluation import correcting, dissolving
from daylight.core.procedures.evaluation.reviewing import actor_is_the_chair
from daylight.core.procedures.planning.need import host_acts
from daylight.core.values.docket import DocketKind


def _member(intent: Intent) -> dict[str, str]:
    deed = intent.deed_of(ReplaceMember)
    return {f"person:{deed.member}": deed.member}


def _members(intent: Intent) -> dict[str, str]:
    return {f"person:{one}": one for one in intent.deed_of(DissolveCommittee).members}


ROWS: tuple[Row, ...] = (
    Row(
        ReopenEvaluation,
        docket=DocketKind.CASE,
        opens="no",
        role="evaluation.again",
        conditions=(
            actor_acts_in_person,
            actor_is_the_chair,
            since("2026.12.2", correcting.no_contract_stands_yet, before=correcting.result_is_not_told_yet),
            correcting.committee_is_the_one_that_evaluated,
            since("2026.12.2", correcting.cause_is_one_the_method_admits, before=not_asked),
            correcting.cause_is_one_the_record_shows,
            correcting.bids_named_were_reviewed,
            correcting.who_is_let_in_again_made_a_final_offer,
        ),
        effect=in_lot_evaluation(effects.evaluation_reopened),
        confirms=True,
        stops=clocks.after_a_reopening,
    ),
    Row(
        ReportChangedResult,
        docket=DocketKind.CASE,
        opens="no",
        role="evaluation.again.report",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            correcting.result_changed_and_is_unreported,
            shown_in_documents,
        ),
        effect=in_lot_evaluation(effects.change_reported),
    ),
    Row(
        ReplaceMember,
        docket=DocketKind.CASE,
        opens="no",
        role="committee.recusal",
        conditions=(
            mandated("evaluation.form"),
            host_acts("evaluation.form"),
            dissolving.member_can_be_replaced,
            dissolving.nothing_is_concluded,
            dissolving.replacing_is_proven,
        ),
        effect=in_evaluations(member_left),
        facets=_member,
    ),
    Row(
        DissolveCommittee,
        docket=DocketKind.CASE,
        opens="no",
        role="committee.new",
        conditions=(
            mandated("evaluation.form"),
            host_acts("evaluation.form"),
            dissolving.method_knows_a_new_committee,
            dissolving.committee_is_in_office,
            dissolving.only_members_are_named,
            dissolving.dissolving_is_proven,
            dissolving.something_is_left_to_evaluate,
            dissolving.replacing_does_not_suffice,
        ),
        effect=in_evaluations(effects.committee_dissolved),
        facets=_members,
        confirms=True,
        stops=clocks.after_a_dissolution,
    ),
)
