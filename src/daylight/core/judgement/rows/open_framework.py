"""Rows of open frameworks: the call, applications, reviews, notices of listings."""

from daylight.core.acts.open_framework import (
    ApplyForListing,
    InviteApplications,
    PublishListing,
    ReviewApplication,
)
from daylight.core.dockets import listing
from daylight.core.dockets.effects import framework as effects
from daylight.core.dockets.lenses import begins_or_changes, calls_for_applications, changes, lists
from daylight.core.dockets.listing import Listing
from daylight.core.judgement.row import Row, facets_of_case
from daylight.core.procedures.common import mandated
from daylight.core.procedures.framework import open_list as may
from daylight.core.procedures.framework.agreements import agreement_clocks_of_the_call
from daylight.core.procedures.framework.call_off import listing_is_of_this_lot
from daylight.core.procedures.planning import method as choice
from daylight.core.procedures.planning.need import host_acts, solicitation_is_not_issued
from daylight.core.procedures.registry import organisation_is_not_replaced
from daylight.core.procedures.solicitation.documents import (
    intention_was_published_in_time,
    requirement_is_approved,
)
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        InviteApplications,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.open",
        conditions=(
            mandated("solicitation.issue"),
            host_acts("solicitation.issue"),
            solicitation_is_not_issued,
            choice.method_admits_the_need,
            choice.approval_is_given,
            may.method_admits_at_any_time,
            requirement_is_approved,
            intention_was_published_in_time,
            may.call_covers_every_lot_at_a_price,
            may.call_says_what_it_asks,
            may.call_ends_within_the_law,
        ),
        effect=calls_for_applications(effects.applications_invited),
        confirms=True,
    ),
    Row(
        ApplyForListing,
        docket=DocketKind.LISTING,
        opens="may",
        role="framework.open",
        conditions=(
            mandated("bidding.bid"),
            organisation_is_not_replaced,
            may.call_is_open,
            may.applicants_are_suppliers_with_their_own_docket,
            may.no_application_stands,
            may.applicant_takes_the_terms_as_they_are,
        ),
        effect=begins_or_changes(Listing, listing.listing_applied_for),
        facets=may.applying_facets,
        clocks=may.review_clock,
    ),
    Row(
        ReviewApplication,
        docket=DocketKind.LISTING,
        opens="no",
        role="framework.open",
        conditions=(
            mandated("evaluation.qualify"),
            host_acts("evaluation.qualify"),
            listing_is_of_this_lot,
            may.application_waits_for_review,
        ),
        effect=changes(Listing, listing.listing_reviewed),
        facets=facets_of_case,
        clocks=may.publishing_clock,
    ),
    Row(
        PublishListing,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.open",
        conditions=(mandated("award.notify"), host_acts("award.notify"), may.listing_was_accepted),
        effect=lists(effects.listing_published),
        facets=may.publishing_facets,
        clocks=agreement_clocks_of_the_call,
    ),
)
