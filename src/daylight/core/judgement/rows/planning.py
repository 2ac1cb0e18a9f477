"""Rows of the planning phase."""

from daylight.core.acts.intent import Intent
from daylight.core.acts.planning import (
    AnswerObjection,
    AppointKeyHolders,
    ApproveImports,
    ApproveMethod,
    ChooseMethod,
    DefineRequirement,
    EntrustAgency,
    FilePlan,
    ObjectToSoleSource,
    PublishIntention,
    PublishSoleSource,
    ReviewRequirement,
)
from daylight.core.dockets.effects import planning as effects
from daylight.core.dockets.lenses import begins, in_planning
from daylight.core.judgement.row import Row, looks_at
from daylight.core.procedures.common import mandated, not_asked, said_in_words, shown_in_documents, since
from daylight.core.procedures.framework.competition import method_is_not_settled_by_a_framework
from daylight.core.procedures.planning import method as choice
from daylight.core.procedures.planning import need as may
from daylight.core.procedures.planning import plan
from daylight.core.procedures.registry import organisation_is_not_replaced, territory_is_known
from daylight.core.values.docket import DocketKind, IndexKind, index_name


def _holders(intent: Intent) -> dict[str, str]:
    deed = intent.deed_of(AppointKeyHolders)
    persons = {f"person:{holder.person}": holder.person for holder in deed.holders}
    bodies = {f"organisation:{holder.organisation}": holder.organisation for holder in deed.holders}
    return persons | bodies


ROWS: tuple[Row, ...] = (
    Row(
        DefineRequirement,
        docket=DocketKind.CASE,
        opens="yes",
        role="requirement.defined",
        conditions=(
            mandated("planning.define"),
            organisation_is_not_replaced,
            may.organisation_is_a_purchaser,
            territory_is_known,
            may.requirement_is_complete,
            may.budgets_are_sound,
            may.industries_are_known,
            since(
                "2026.12.2",
                may.market_was_surveyed_where_law_asks,
                before=may.market_was_surveyed_as_for_goods,
            ),
            may.survey_still_holds,
            said_in_words,
        ),
        effect=begins(effects.requirement_defined),
    ),
    Row(
        ReviewRequirement,
        docket=DocketKind.CASE,
        opens="no",
        role="requirement.review",
        conditions=(
            mandated("planning.review"),
            may.purchaser_acts,
            may.reviewer_is_not_the_author,
            may.solicitation_is_not_issued,
            said_in_words,
        ),
        effect=in_planning(effects.requirement_reviewed),
    ),
    Row(
        PublishIntention,
        docket=DocketKind.CASE,
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
        effect=in_planning(effects.intention_published),
    ),
    Row(
        ChooseMethod,
        docket=DocketKind.CASE,
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
        effect=in_planning(effects.method_chosen),
        facets=choice.choice_facets,
        confirms=True,
        enters=lambda intent: (index_name(IndexKind.PURCHASES, intent.organisation),),
    ),
    Row(
        ApproveMethod,
        docket=DocketKind.CASE,
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
        effect=in_planning(effects.method_approved),
        confirms=True,
    ),
    Row(
        PublishSoleSource,
        docket=DocketKind.CASE,
        opens="no",
        role="single_source.publicity",
        conditions=(
            mandated("planning.publish"),
            may.purchaser_acts,
            may.solicitation_is_not_issued,
            choice.method_is_chosen,
            choice.choice_rests_on_an_only_supplier,
        ),
        effect=in_planning(effects.sole_source_published),
        clocks=choice.publicity_clock,
    ),
    Row(
        ObjectToSoleSource,
        docket=DocketKind.CASE,
        opens="no",
        role="single_source.publicity",
        conditions=(
            mandated("bidding.bid"),
            choice.method_is_chosen,
            choice.publicity_runs,
            choice.objector_is_not_the_purchaser,
        ),
        effect=in_planning(effects.sole_source_objected),
        clocks=choice.objection_clock,
    ),
    Row(
        AnswerObjection,
        docket=DocketKind.CASE,
        opens="no",
        role="single_source.publicity",
        conditions=(
            mandated("planning.choose"),
            may.purchaser_acts,
            choice.method_is_chosen,
            choice.objection_is_open,
        ),
        effect=in_planning(effects.objection_answered),
    ),
    Row(
        FilePlan,
        docket=DocketKind.CASE,
        opens="no",
        role="procurement.plan",
        conditions=(
            mandated("planning.choose"),
            may.purchaser_acts,
            may.solicitation_is_not_issued,
            plan.plan_is_numbered_and_dated,
            plan.plan_covers_every_lot_once,
            plan.plan_pays_no_more_than_the_budget,
            plan.plan_has_the_method_chosen,
        ),
        effect=in_planning(effects.plan_filed),
        confirms=True,
    ),
    Row(
        ApproveImports,
        docket=DocketKind.CASE,
        opens="no",
        role="method.imports",
        conditions=(
            mandated("oversight.approve"),
            may.solicitation_is_not_issued,
            choice.actor_is_a_finance_department,
            plan.approval_names_items_of_the_case,
            plan.approval_has_a_number_and_opinions,
            said_in_words,
        ),
        effect=in_planning(effects.imports_decided),
        confirms=True,
    ),
    Row(
        EntrustAgency,
        docket=DocketKind.CASE,
        opens="no",
        role="agency.entrusted",
        conditions=(
            mandated("planning.entrust"),
            may.purchaser_acts,
            may.agency_is_registered,
            since("2026.12.6", may.agency_has_functions_and_time, before=not_asked),
            may.solicitation_is_not_issued,
        ),
        effect=in_planning(effects.agency_entrusted),
        facets=looks_at(EntrustAgency, lambda deed: {f"organisation:{deed.agency}": deed.agency}),
    ),
    Row(
        AppointKeyHolders,
        docket=DocketKind.CASE,
        opens="no",
        role="keyholders.sealing",
        conditions=(
            mandated("planning.keys"),
            may.host_acts("planning.keys"),
            may.solicitation_is_not_issued,
            may.holders_belong_to_different_bodies,
            may.threshold_spares_a_holder,
            may.holders_prove_their_keys,
        ),
        effect=in_planning(effects.key_holders_appointed),
        facets=_holders,
    ),
)
