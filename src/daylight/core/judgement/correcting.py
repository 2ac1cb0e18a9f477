"""Rows of the evaluation phase for what went wrong in it: errors, members, a whole committee."""

from daylight.core.acts.intent import Intent
from daylight.core.case import correcting as effects
from daylight.core.case.evaluation import recusal_declared
from daylight.core.judgement.row import Row
from daylight.core.procedures import correcting, dissolving
from daylight.core.procedures.common import actor_acts_in_person, mandated, shown_in_documents
from daylight.core.procedures.editions import not_asked, since
from daylight.core.procedures.evaluation import actor_is_the_chair
from daylight.core.procedures.planning import host_acts


def _member(intent: Intent) -> dict[str, str]:
    return {f"person:{intent.deed.member}": intent.deed.member}


def _members(intent: Intent) -> dict[str, str]:
    return {f"person:{one}": one for one in intent.deed.members}


ROWS = {
    "ReopenEvaluation": Row(
        docket="case",
        opens="no",
        role="evaluation.again",
        conditions=(
            actor_acts_in_person,
            actor_is_the_chair,
            since(
                "2026.12.2", correcting.no_contract_stands_yet, before=correcting.result_is_not_told_yet
            ),
            correcting.committee_is_the_one_that_evaluated,
            since("2026.12.2", correcting.cause_is_one_the_method_admits, before=not_asked),
            correcting.cause_is_one_the_record_shows,
            correcting.bids_named_were_reviewed,
            correcting.who_is_let_in_again_made_a_final_offer,
        ),
        effect=effects.evaluation_reopened,
        public_from="award",
        confirms=True,
    ),
    "ReportChangedResult": Row(
        docket="case",
        opens="no",
        role="evaluation.again.report",
        conditions=(
            mandated("award.notify"),
            host_acts,
            correcting.result_changed_and_is_unreported,
            shown_in_documents,
        ),
        effect=effects.change_reported,
        public_from="award",
    ),
    "ReplaceMember": Row(
        docket="case",
        opens="no",
        role="committee.recusal",
        conditions=(
            mandated("evaluation.form"),
            host_acts,
            dissolving.member_can_be_replaced,
            dissolving.nothing_is_concluded,
            dissolving.replacing_is_proven,
        ),
        effect=recusal_declared,
        public_from="award",
        facets=_member,
    ),
    "DissolveCommittee": Row(
        docket="case",
        opens="no",
        role="committee.new",
        conditions=(
            mandated("evaluation.form"),
            host_acts,
            dissolving.method_knows_a_new_committee,
            dissolving.committee_is_in_office,
            dissolving.only_members_are_named,
            dissolving.dissolving_is_proven,
            dissolving.something_is_left_to_evaluate,
            dissolving.replacing_does_not_suffice,
        ),
        effect=effects.committee_dissolved,
        public_from="award",
        facets=_members,
        confirms=True,
    ),
}
