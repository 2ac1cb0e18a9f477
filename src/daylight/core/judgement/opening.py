"""Rows of the opening phase."""

from daylight.core.case import opening as effects
from daylight.core.judgement.row import Row, facets_of_bids
from daylight.core.procedures import opening as may
from daylight.core.procedures.common import actor_acts_in_person, mandated
from daylight.core.procedures.planning import host_acts
from daylight.core.procedures.solicitation import case_is_solicited

ROWS = {
    "ReleaseShares": Row(
        docket="case",
        opens="no",
        role="opening.at_deadline",
        conditions=(
            actor_acts_in_person,
            case_is_solicited,
            may.deadline_has_passed,
            may.bids_are_not_opened,
            may.actor_holds_a_key,
            may.every_standing_envelope_is_covered,
            may.shares_are_those_the_bidder_sealed,
        ),
        effect=effects.shares_released,
        public_from="opening",
        facets=facets_of_bids,
    ),
    "OpenBids": Row(
        docket="case",
        opens="no",
        role="opening.host",
        conditions=(
            mandated("opening.preside"),
            host_acts,
            case_is_solicited,
            may.deadline_has_passed,
            may.bids_are_not_opened,
            may.enough_holders_released,
            may.presider_is_not_on_the_committee,
            may.every_submission_has_its_disposition,
            may.opened_parts_are_those_that_were_sealed,
            may.bidders_are_named_rightly,
        ),
        effect=effects.bids_opened,
        public_from="at_once",
        facets=facets_of_bids,
    ),
}
