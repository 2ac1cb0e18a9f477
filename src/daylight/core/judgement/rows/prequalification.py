"""Rows of prequalification. What concerns one applicant lies in its bid docket, the conclusion in its own."""

from daylight.core.acts.prequalification import (
    ClarifyPrequalification,
    ConcludePrequalification,
    IssuePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    SubmitApplication,
    TellApplicant,
    WithdrawApplication,
)
from daylight.core.dockets import bid, prequalified
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.effects import solicitation as effects
from daylight.core.dockets.lenses import begins, begins_or_changes, changes, in_tendering
from daylight.core.judgement.row import Row, facets_of_bidder, facets_of_case
from daylight.core.procedures.common import actor_acts_in_person, mandated, not_asked, said_in_words, since
from daylight.core.procedures.opening import actor_holds_a_key, opening_of_applications_is_called
from daylight.core.procedures.planning import method as choice
from daylight.core.procedures.planning.need import host_acts
from daylight.core.procedures.prequalification import calling as may
from daylight.core.procedures.prequalification import reviewing as host
from daylight.core.procedures.registry import organisation_is_not_replaced
from daylight.core.procedures.solicitation import documents as offered
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        IssuePrequalification,
        docket=DocketKind.CASE,
        opens="no",
        role="prequalification.notice",
        conditions=(
            mandated("solicitation.issue"),
            host_acts("solicitation.issue"),
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
        effect=in_tendering(effects.prequalification_issued),
        clocks=may.issuing_clocks,
        confirms=True,
    ),
    Row(
        ClarifyPrequalification,
        docket=DocketKind.CASE,
        opens="no",
        role="clarification.to_all",
        conditions=(
            mandated("solicitation.issue"),
            host_acts("solicitation.issue"),
            may.applications_are_called_for,
            may.applications_are_still_taken,
            may.deadline_for_applying_only_moves_later,
            may.clarified_qualifications_keep_nobody_out,
            said_in_words,
        ),
        effect=in_tendering(effects.prequalification_clarified),
        clocks=may.clarifying_clocks,
    ),
    Row(
        SubmitApplication,
        docket=DocketKind.BID,
        opens="may",
        role="bidding.sealed",
        conditions=(
            mandated("bidding.bid"),
            organisation_is_not_replaced,
            may.applications_are_called_for,
            may.applications_are_still_taken,
            offered.bidders_are_suppliers_with_their_own_docket,
            offered.bidders_do_not_run_the_case,
            may.consortium_may_apply,
            may.application_is_sealed_to_the_key_set,
            may.application_is_stored,
        ),
        effect=begins_or_changes(BidFile, bid.application_submitted),
        facets=facets_of_bidder,
        seals=lambda intent: (intent.deed_of(SubmitApplication).manifest,),
    ),
    Row(
        WithdrawApplication,
        docket=DocketKind.BID,
        opens="no",
        role="bidding.withdrawal",
        conditions=(
            mandated("bidding.bid"),
            may.applications_are_called_for,
            may.applications_are_still_taken,
            may.applicant_has_an_application,
        ),
        effect=changes(BidFile, bid.application_withdrawn),
        facets=facets_of_case,
    ),
    Row(
        ReleaseApplication,
        docket=DocketKind.BID,
        opens="no",
        role="keyholders.sealing",
        conditions=(
            actor_acts_in_person,
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            since("2026.12.4", opening_of_applications_is_called, before=not_asked),
            actor_holds_a_key,
            host.share_is_the_one_sealed,
        ),
        effect=changes(BidFile, bid.application_released),
        facets=facets_of_case,
    ),
    Row(
        OpenApplication,
        docket=DocketKind.BID,
        opens="no",
        role="opening.host",
        conditions=(
            mandated("opening.preside"),
            host_acts("opening.preside"),
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            host.application_opens_as_it_was_sealed,
            since("2026.12.5", host.application_opens_as_far_as_shares_were_released, before=not_asked),
        ),
        effect=changes(BidFile, bid.application_opened),
        facets=facets_of_case,
    ),
    Row(
        ReviewApplicant,
        docket=DocketKind.BID,
        opens="no",
        role="prequalification.result",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts("evaluation.qualify"),
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            host.opened_application_is_reviewed_once,
        ),
        effect=changes(BidFile, bid.application_reviewed),
        facets=facets_of_case,
    ),
    Row(
        ConcludePrequalification,
        docket=DocketKind.PREQUALIFICATION,
        opens="yes",
        role="prequalification.result",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts("evaluation.qualify"),
            may.applications_are_called_for,
            host.applications_are_no_longer_taken,
            host.conclusion_is_in_its_docket,
            host.every_application_is_reviewed,
            host.enough_is_what_was_counted,
            host.admitted_are_those_who_passed,
        ),
        effect=begins(prequalified.prequalification_concluded),
        facets=host.conclusion_facets,
    ),
    Row(
        TellApplicant,
        docket=DocketKind.BID,
        opens="no",
        role="prequalification.result",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts("evaluation.qualify"),
            may.applications_are_called_for,
            host.applicant_is_told_what_was_concluded,
        ),
        effect=changes(BidFile, bid.applicant_told),
        facets=host.told_facets,
    ),
)
