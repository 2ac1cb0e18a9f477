"""Rows of the opening phase."""

from daylight.core.acts.opening import CallOpening, OpenBids, ReleaseShares
from daylight.core.dockets.effects import opening as effects
from daylight.core.dockets.lenses import in_opening, in_round, in_tendering
from daylight.core.judgement.row import Row, facets_of_bids
from daylight.core.procedures import opening as may
from daylight.core.procedures.common import actor_acts_in_person, mandated, not_asked, since
from daylight.core.procedures.planning.need import host_acts
from daylight.core.procedures.solicitation.documents import case_is_solicited
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        CallOpening,
        docket=DocketKind.CASE,
        opens="no",
        role="opening.at_deadline",
        conditions=(
            mandated("opening.preside"),
            host_acts("opening.preside"),
            may.what_is_sealed_is_due,
            may.opening_is_called_once,
        ),
        effect=in_tendering(effects.opening_called),
        confirms=True,
    ),
    Row(
        ReleaseShares,
        docket=DocketKind.CASE,
        opens="no",
        role="opening.at_deadline",
        conditions=(
            actor_acts_in_person,
            case_is_solicited,
            may.deadline_has_passed,
            since("2026.12.4", may.opening_of_bids_is_called, before=not_asked),
            may.bids_are_not_opened,
            may.actor_holds_a_key,
            may.every_standing_envelope_is_covered,
            may.shares_are_those_the_bidder_sealed,
        ),
        effect=in_opening(effects.shares_released),
        facets=facets_of_bids,
    ),
    Row(
        OpenBids,
        docket=DocketKind.CASE,
        opens="no",
        role="opening.host",
        conditions=(
            mandated("opening.preside"),
            host_acts("opening.preside"),
            case_is_solicited,
            may.deadline_has_passed,
            may.bids_are_not_opened,
            may.enough_holders_released,
            may.presider_is_not_on_the_committee,
            may.every_submission_has_its_disposition,
            may.opened_parts_are_those_that_were_sealed,
            may.bidders_are_named_rightly,
            since("2026.12.4", may.bids_were_named_by_the_secret, before=not_asked),
            since("2026.12.5", may.envelopes_open_as_far_as_shares_were_released, before=not_asked),
        ),
        effect=in_round(effects.bids_opened),
        facets=facets_of_bids,
    ),
)
