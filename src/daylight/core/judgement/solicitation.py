"""Rows of the solicitation phase."""

from daylight.core.case import solicitation as effects
from daylight.core.judgement.row import Row, facets_of_bidder, facets_of_case
from daylight.core.procedures import solicitation as may
from daylight.core.procedures.common import mandated
from daylight.core.procedures.planning import host_acts

ROWS = {
    "IssueSolicitation": Row(
        docket="case",
        opens="no",
        role="solicitation.documents_complete",
        conditions=(
            mandated("solicitation.issue"),
            host_acts,
            may.case_is_not_yet_solicited,
            may.requirement_is_approved,
            may.intention_was_published_in_time,
            may.key_holders_are_appointed,
            may.terms_cover_every_lot_once,
            may.documents_are_attached,
            may.criteria_are_sound,
            may.ceilings_stay_within_the_budget,
            may.no_minimum_price_is_set,
            may.price_weighs_enough,
            may.standard_objects_are_bought_by_price,
            may.low_price_rule_is_lawful,
            may.explanation_time_is_enough,
            may.securities_stay_below_the_ceiling,
            may.bidders_get_the_time_the_law_gives,
            may.documents_are_offered_long_enough,
        ),
        effect=effects.solicitation_issued,
        public_from="at_once",
        clocks=may.issuing_clocks,
        confirms=True,
    ),
    "ObtainDocuments": Row(
        docket="bid",
        opens="may",
        role="documents.obtain",
        conditions=(
            mandated("bidding.bid"),
            may.case_is_solicited,
            may.deadline_has_not_passed,
            may.documents_are_still_offered,
            may.bidders_are_suppliers_with_their_own_docket,
            may.bidders_do_not_run_the_case,
            may.consortium_is_admitted,
        ),
        effect=effects.documents_obtained,
        public_from="opening",
        facets=facets_of_bidder,
    ),
    "RaiseEnquiry": Row(
        docket="enquiry",
        opens="yes",
        role="enquiry.ask",
        conditions=(
            mandated("bidding.bid"),
            may.case_is_solicited,
            may.deadline_has_not_passed,
            may.question_is_asked,
        ),
        effect=effects.enquiry_raised,
        public_from="never",
        facets=facets_of_case,
        clocks=may.answering_clock,
    ),
    "AnswerEnquiry": Row(
        docket="case",
        opens="no",
        role="enquiry.answer",
        conditions=(
            mandated("solicitation.answer"),
            host_acts,
            may.case_is_solicited,
            may.enquiry_belongs_here_and_is_open,
        ),
        effect=effects.enquiry_answered,
        public_from="at_once",
        facets=lambda intent: {"enquiry": intent.deed.enquiry},
    ),
    "IssueClarification": Row(
        docket="case",
        opens="no",
        role="clarification.to_all",
        conditions=(
            mandated("solicitation.issue"),
            host_acts,
            may.case_is_solicited,
            may.deadline_has_not_passed,
            may.deadline_only_moves_later,
        ),
        effect=effects.clarification_issued,
        public_from="at_once",
        clocks=may.clarifying_clocks,
    ),
}
