"""Rows of the solicitation phase."""

from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    InviteSuppliers,
    IssueClarification,
    IssueSolicitation,
    ObtainDocuments,
    RaiseEnquiry,
)
from daylight.core.dockets import bid, enquiry
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.effects import solicitation as effects
from daylight.core.dockets.lenses import begins, begins_or_changes, in_tendering, in_terms
from daylight.core.judgement.row import Row, facets_of_bidder, facets_of_case, looks_at
from daylight.core.procedures.common import mandated, not_asked, said_in_words, since
from daylight.core.procedures.evaluation.negotiation import round_is_the_first
from daylight.core.procedures.framework import listing
from daylight.core.procedures.framework.competition import (
    bidder_is_on_the_list,
    competition_goes_by_price,
    of_first_stage,
)
from daylight.core.procedures.framework.replenishment import (
    bidder_is_not_on_the_list_yet,
    documents_are_those_of_the_first_call,
)
from daylight.core.procedures.matter import Condition
from daylight.core.procedures.planning import method as choice
from daylight.core.procedures.planning.need import host_acts
from daylight.core.procedures.planning.plan import solicitation_follows_the_plan
from daylight.core.procedures.policy import fairness, preferences, set_asides
from daylight.core.procedures.prequalification import calling as qualifying
from daylight.core.procedures.registry import organisation_is_not_replaced
from daylight.core.procedures.solicitation import documents as may
from daylight.core.procedures.solicitation import life_cycle, terms
from daylight.core.values.docket import DocketKind

#: What the documents themselves must satisfy: of a draft the same is asked before it is signed.
OF_DOCUMENTS: tuple[Condition, ...] = (
    may.terms_cover_every_lot_once,
    may.documents_are_attached,
    may.criteria_are_sound,
    listing.terms_of_the_list_are_stated,
    listing.suppliers_take_turns_in_services_only,
    listing.each_lot_asks_for_one_unit_of_one_product,
    of_first_stage(listing.quality_comes_first_only_where_law_lets_it),
    listing.enough_are_dropped,
    may.ceilings_stay_within_the_budget,
    may.no_minimum_price_is_set,
    may.price_weighs_enough,
    choice.price_weighs_not_too_much,
    choice.evaluation_is_one_the_method_admits,
    choice.price_formula_is_one_the_method_admits,
    life_cycle.price_is_adjusted_as_law_admits,
    life_cycle.life_cycle_follows_its_group,
    may.standard_objects_are_bought_by_price,
    may.low_price_rule_is_lawful,
    since("2026.12.3", may.raised_rates_are_announced, before=not_asked),
    may.explanation_time_is_enough,
    terms.explanations_end_while_bids_hold,
    terms.ties_end_in_the_draw,
    terms.core_product_is_an_item,
    since("2026.12.2", terms.enough_candidates_are_recommended, before=not_asked),
    terms.amounts_are_in_one_currency,
    may.securities_stay_below_the_ceiling,
    preferences.preferences_serve_a_policy,
    preferences.rates_are_those_of_the_law,
    of_first_stage(set_asides.small_purchases_are_reserved),
    competition_goes_by_price,
    set_asides.set_asides_are_sound,
    set_asides.nothing_is_both_reserved_and_deducted,
    may.bidders_get_the_time_the_law_gives,
    may.documents_are_offered_long_enough,
    fairness.words_keep_nobody_out,
    fairness.what_was_found_is_answered,
)

ROWS: tuple[Row, ...] = (
    Row(
        InviteSuppliers,
        docket=DocketKind.CASE,
        opens="no",
        role="invitation.random",
        conditions=(
            mandated("solicitation.issue"),
            host_acts("solicitation.issue"),
            choice.method_takes_invitations,
            choice.enough_suppliers_are_invited,
            choice.chance_invites,
            choice.pool_is_large_enough,
            choice.purchaser_recommends_no_more_than_its_share,
        ),
        effect=in_tendering(effects.suppliers_invited),
    ),
    Row(
        IssueSolicitation,
        docket=DocketKind.CASE,
        opens="no",
        role="solicitation.documents_complete",
        conditions=(
            mandated("solicitation.issue"),
            host_acts("solicitation.issue"),
            may.case_is_not_yet_solicited,
            of_first_stage(choice.method_admits_the_need),
            choice.approval_is_given,
            choice.sole_source_was_public,
            choice.suppliers_are_invited,
            solicitation_follows_the_plan,
            qualifying.solicitation_rests_on_the_prequalification,
            of_first_stage(may.requirement_is_approved),
            of_first_stage(may.intention_was_published_in_time),
            may.key_holders_are_appointed,
            documents_are_those_of_the_first_call,
            *OF_DOCUMENTS,
        ),
        effect=in_terms(effects.solicitation_issued),
        facets=qualifying.issuing_facets,
        clocks=may.issuing_clocks,
        confirms=True,
    ),
    Row(
        ObtainDocuments,
        docket=DocketKind.BID,
        opens="may",
        role="documents.obtain",
        conditions=(
            mandated("bidding.bid"),
            organisation_is_not_replaced,
            may.case_is_solicited,
            may.deadline_has_not_passed,
            may.documents_are_still_offered,
            may.bidders_are_suppliers_with_their_own_docket,
            may.bidders_do_not_run_the_case,
            may.consortium_is_admitted,
            choice.bidder_is_invited,
            bidder_is_on_the_list,
            bidder_is_not_on_the_list_yet,
            qualifying.bidder_was_admitted,
            round_is_the_first,
        ),
        effect=begins_or_changes(BidFile, bid.documents_obtained),
        facets=facets_of_bidder,
    ),
    Row(
        RaiseEnquiry,
        docket=DocketKind.ENQUIRY,
        opens="yes",
        role="enquiry.ask",
        conditions=(
            mandated("bidding.bid"),
            may.case_is_solicited,
            may.deadline_has_not_passed,
            may.question_is_asked,
        ),
        effect=begins(enquiry.enquiry_raised),
        facets=facets_of_case,
        clocks=may.answering_clock,
    ),
    Row(
        AnswerEnquiry,
        docket=DocketKind.CASE,
        opens="no",
        role="enquiry.answer",
        conditions=(
            mandated("solicitation.answer"),
            host_acts("solicitation.answer"),
            may.case_is_solicited,
            may.enquiry_belongs_here_and_is_open,
        ),
        effect=in_tendering(effects.enquiry_answered),
        facets=looks_at(AnswerEnquiry, lambda deed: {"enquiry": deed.enquiry}),
    ),
    Row(
        IssueClarification,
        docket=DocketKind.CASE,
        opens="no",
        role="clarification.to_all",
        conditions=(
            mandated("solicitation.issue"),
            host_acts("solicitation.issue"),
            may.case_is_solicited,
            may.deadline_has_not_passed,
            round_is_the_first,
            may.deadline_only_moves_later,
            fairness.clarification_keeps_nobody_out,
            fairness.what_a_clarification_says_is_answered,
            said_in_words,
        ),
        effect=in_tendering(effects.clarification_issued),
        clocks=may.clarifying_clocks,
    ),
)
