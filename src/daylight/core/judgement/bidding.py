"""Rows of the bidding phase."""

from daylight.core.case import bidding as effects
from daylight.core.judgement.row import Row, facets_of_bidder, facets_of_case
from daylight.core.procedures import bidding as may
from daylight.core.procedures.common import mandated, shown_in_documents
from daylight.core.procedures.editions import since
from daylight.core.procedures.matter import no_clocks
from daylight.core.procedures.negotiation import bid_is_of_this_round, final_offers_come_from_those_left
from daylight.core.procedures.security import withdrawal_clock
from daylight.core.procedures.solicitation import (
    bidders_are_suppliers_with_their_own_docket,
    bidders_do_not_run_the_case,
    case_is_solicited,
    deadline_has_not_passed,
)

ROWS = {
    "SubmitBid": Row(
        docket="bid",
        opens="may",
        role="bidding.sealed",
        conditions=(
            mandated("bidding.bid"),
            case_is_solicited,
            deadline_has_not_passed,
            bidders_are_suppliers_with_their_own_docket,
            bidders_do_not_run_the_case,
            may.bidder_obtained_the_documents,
            may.case_is_open_for_bids,
            bid_is_of_this_round,
            final_offers_come_from_those_left,
            may.one_envelope_for_a_lot,
            may.consortium_may_bid_for_the_lot,
            may.envelopes_are_sealed_to_the_key_set,
            may.envelopes_carry_the_parts_to_be_opened,
            may.body_and_shares_are_stored,
        ),
        effect=effects.bid_submitted,
        public_from="opening",
        facets=facets_of_bidder,
    ),
    "WithdrawBid": Row(
        docket="bid",
        opens="no",
        role="bidding.withdrawal",
        conditions=(
            mandated("bidding.bid"),
            may.bidder_acts_in_his_own_docket,
            deadline_has_not_passed,
            may.there_is_a_bid_to_withdraw,
        ),
        effect=effects.bid_withdrawn,
        public_from="opening",
        facets=facets_of_case,
        clocks=since("2026.12.2", withdrawal_clock, before=no_clocks),
    ),
    "RecordBidSecurity": Row(
        docket="bid",
        opens="no",
        role="bidding.security",
        conditions=(
            mandated("bidding.bid"),
            may.bidder_acts_in_his_own_docket,
            deadline_has_not_passed,
            may.security_is_enough_and_not_cash,
            shown_in_documents,
        ),
        effect=effects.bid_security_recorded,
        public_from="opening",
        facets=facets_of_case,
    ),
}
