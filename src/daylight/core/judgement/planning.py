"""Rows of the planning phase."""

from daylight.core.acts.intent import Intent
from daylight.core.case import planning as effects
from daylight.core.judgement.row import Row
from daylight.core.procedures import method as choice
from daylight.core.procedures import planning as may
from daylight.core.procedures.common import mandated, said_in_words, shown_in_documents
from daylight.core.procedures.competition import method_is_not_settled_by_a_framework
from daylight.core.procedures.editions import since
from daylight.core.procedures.registry import territory_is_known


def _holders(intent: Intent) -> dict[str, str]:
    persons = {f"person:{holder.person}": holder.person for holder in intent.deed.holders}
    bodies = {f"organisation:{holder.organisation}": holder.organisation for holder in intent.deed.holders}
    return persons | bodies


ROWS = {
    "DefineRequirement": Row(
        docket="case",
        opens="yes",
        role="requirement.defined",
        conditions=(
            mandated("planning.define"),
            may.organisation_is_a_purchaser,
            territory_is_known,
            may.requirement_is_complete,
            may.budgets_are_sound,
            since(
                "2026.12.2",
                may.market_was_surveyed_where_law_asks,
                before=may.market_was_surveyed_as_for_goods,
            ),
            may.survey_still_holds,
            said_in_words,
        ),
        effect=effects.requirement_defined,
        public_from="intention",
    ),
    "ReviewRequirement": Row(
        docket="case",
        opens="no",
        role="requirement.review",
        conditions=(
            mandated("planning.review"),
            may.purchaser_acts,
            may.reviewer_is_not_the_author,
            may.solicitation_is_not_issued,
            said_in_words,
        ),
        effect=effects.requirement_reviewed,
        public_from="intention",
    ),
    "PublishIntention": Row(
        docket="case",
        opens="no",
        role="intention.published",
        conditions=(
            mandated("planning.publish"),
            may.purchaser_acts,
            may.intention_is_not_published,
            may.intention_names_a_month,
            may.solicitation_is_not_issued,
            said_in_words,
        ),
        effect=effects.intention_published,
        public_from="at_once",
    ),
    "ChooseMethod": Row(
        docket="case",
        opens="no",
        role="method.default",
        conditions=(
            mandated("planning.choose"),
            may.purchaser_acts,
            may.solicitation_is_not_issued,
            method_is_not_settled_by_a_framework,
            choice.method_is_known,
            choice.facts_are_shown,
            choice.sole_supplier_is_named,
            choice.method_is_open,
            choice.purchases_are_added_up,
            shown_in_documents,
        ),
        effect=effects.method_chosen,
        public_from="intention",
        facets=choice.choice_facets,
        confirms=True,
    ),
    "ApproveMethod": Row(
        docket="case",
        opens="no",
        role="method.approval",
        conditions=(
            mandated("oversight.approve"),
            may.solicitation_is_not_issued,
            choice.method_is_chosen,
            choice.actor_is_a_finance_department,
            choice.choice_waits_for_approval,
            choice.sole_source_was_public,
            said_in_words,
        ),
        effect=effects.method_approved,
        public_from="intention",
        confirms=True,
    ),
    "PublishSoleSource": Row(
        docket="case",
        opens="no",
        role="single_source.publicity",
        conditions=(
            mandated("planning.publish"),
            may.purchaser_acts,
            may.solicitation_is_not_issued,
            choice.method_is_chosen,
            choice.choice_rests_on_an_only_supplier,
        ),
        effect=effects.sole_source_published,
        public_from="intention",
        clocks=choice.publicity_clock,
    ),
    "ObjectToSoleSource": Row(
        docket="case",
        opens="no",
        role="single_source.publicity",
        conditions=(
            mandated("bidding.bid"),
            choice.method_is_chosen,
            choice.publicity_runs,
            choice.objector_is_not_the_purchaser,
        ),
        effect=effects.sole_source_objected,
        public_from="intention",
        clocks=choice.objection_clock,
    ),
    "AnswerObjection": Row(
        docket="case",
        opens="no",
        role="single_source.publicity",
        conditions=(
            mandated("planning.choose"),
            may.purchaser_acts,
            choice.method_is_chosen,
            choice.objection_is_open,
        ),
        effect=effects.objection_answered,
        public_from="intention",
    ),
    "EntrustAgency": Row(
        docket="case",
        opens="no",
        role="agency.entrusted",
        conditions=(
            mandated("planning.entrust"),
            may.purchaser_acts,
            may.agency_is_registered,
            may.solicitation_is_not_issued,
        ),
        effect=effects.agency_entrusted,
        public_from="at_once",
        facets=lambda intent: {f"organisation:{intent.deed.agency}": intent.deed.agency},
    ),
    "AppointKeyHolders": Row(
        docket="case",
        opens="no",
        role="keyholders.sealing",
        conditions=(
            mandated("planning.keys"),
            may.host_acts,
            may.solicitation_is_not_issued,
            may.holders_belong_to_different_bodies,
            may.threshold_spares_a_holder,
            may.holders_prove_their_keys,
        ),
        effect=effects.key_holders_appointed,
        public_from="at_once",
        facets=_holders,
    ),
}
