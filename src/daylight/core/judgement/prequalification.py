"""Rows of prequalification. What concerns one applicant lies in its bid docket, the conclusion in its own."""

from daylight.core.case import prequalification as effects
from daylight.core.judgement.row import Row, facets_of_bidder, facets_of_case
from daylight.core.procedures import method as choice
from daylight.core.procedures import prequalification as may
from daylight.core.procedures import prequalifying as host
from daylight.core.procedures import solicitation as offered
from daylight.core.procedures.common import actor_acts_in_person, mandated
from daylight.core.procedures.opening import actor_holds_a_key
from daylight.core.procedures.planning import host_acts

ROWS = {
    "IssuePrequalification": Row(
        docket="case",
        opens="no",
        role="prequalification.notice",
        conditions=(
            mandated("solicitation.issue"),
            host_acts,
            may.method_knows_prequalification,
            may.nothing_was_called_for_yet,
            choice.method_admits_the_need,
            choice.approval_is_given,
            offered.requirement_is_approved,
            offered.intention_was_published_in_time,
            offered.key_holders_are_appointed,
            may.documents_and_qualifications_are_stated,
            may.number_invited_is_lawful,
            may.applicants_get_the_time_the_law_gives,
            may.prequalification_documents_are_offered_long_enough,
            may.qualifications_keep_nobody_out,
        ),
        effect=effects.prequalification_issued,
        public_from="at_once",
        clocks=may.issuing_clocks,
        confirms=True,
    ),
    "ClarifyPrequalification": Row(
        docket="case",
        opens="no",
        role="clarification.to_all",
        conditions=(
            mandated("solicitation.issue"),
            host_acts,
            may.applications_are_called_for,
            may.applications_are_still_taken,
            may.deadline_for_applying_only_moves_later,
            may.clarified_qualifications_keep_nobody_out,
        ),
        effect=effects.prequalification_clarified,
        public_from="at_once",
        clocks=may.clarifying_clocks,
    ),
    "SubmitApplication": Row(
        docket="bid",
        opens="may",
        role="bidding.sealed",
        conditions=(
            mandated("bidding.bid"),
            may.applications_are_called_for,
            may.applications_are_still_taken,
            offered.bidders_are_suppliers_with_their_own_docket,
            offered.bidders_do_not_run_the_case,
            may.consortium_may_apply,
            may.application_is_sealed_to_the_key_set,
            may.application_is_stored,
        ),
        effect=effects.application_submitted,
        public_from="opening",
        facets=facets_of_bidder,
    ),
    "WithdrawApplication": Row(
        docket="bid",
        opens="no",
        role="bidding.withdrawal",
        conditions=(
            mandated("bidding.bid"),
            may.applications_are_called_for,
            may.applications_are_still_taken,
            may.applicant_has_an_application,
        ),
        effect=effects.application_withdrawn,
        public_from="opening",
        facets=facets_of_case,
    ),
    "ReleaseApplication": Row(
        docket="bid",
        opens="no",
        role="keyholders.sealing",
        conditions=(
            actor_acts_in_person,
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            actor_holds_a_key,
            host.share_is_the_one_sealed,
        ),
        effect=effects.application_released,
        public_from="opening",
        facets=facets_of_case,
    ),
    "OpenApplication": Row(
        docket="bid",
        opens="no",
        role="opening.host",
        conditions=(
            mandated("opening.preside"),
            host_acts,
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            host.application_opens_as_it_was_sealed,
        ),
        effect=effects.application_opened,
        public_from="opening",
        facets=facets_of_case,
    ),
    "ReviewApplicant": Row(
        docket="bid",
        opens="no",
        role="prequalification.result",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts,
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            host.opened_application_is_reviewed_once,
        ),
        effect=effects.application_reviewed,
        public_from="opening",
        facets=facets_of_case,
    ),
    "ConcludePrequalification": Row(
        docket="prequalification",
        opens="yes",
        role="prequalification.result",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts,
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            host.conclusion_is_in_its_docket,
            host.every_application_is_reviewed,
            host.enough_is_what_was_counted,
            host.admitted_are_those_who_passed,
        ),
        effect=effects.prequalification_concluded,
        public_from="opening",
        facets=host.conclusion_facets,
    ),
    "TellApplicant": Row(
        docket="bid",
        opens="no",
        role="prequalification.result",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts,
            may.applications_are_called_for,
            host.applicant_is_told_what_was_concluded,
        ),
        effect=effects.applicant_told,
        public_from="opening",
        facets=host.told_facets,
    ),
}
