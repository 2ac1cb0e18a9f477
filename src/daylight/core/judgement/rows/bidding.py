"""Rows of the bidding phase."""

from daylight.core.acts.bidding import RecordBidSecurity, SubmitBid, WithdrawBid
from daylight.core.dockets import bid
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.lenses import begins_or_changes, changes
from daylight.core.judgement.row import Row, facets_of_bidder, facets_of_case
from daylight.core.procedures import bidding as may
from daylight.core.procedures.common import mandated, shown_in_documents, since
from daylight.core.procedures.contracting.security import withdrawal_clock
from daylight.core.procedures.evaluation.negotiation import (
    bid_is_of_this_round,
    final_offers_come_from_those_left,
)
from daylight.core.procedures.matter import no_clocks
from daylight.core.procedures.solicitation.documents import (
    bidders_are_suppliers_with_their_own_docket,
    bidders_do_not_run_the_case,
    case_is_solicited,
    deadline_has_not_passed,
)
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        SubmitBid,
        docket=DocketKind.BID,
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
        effect=begins_or_changes(BidFile, bid.bid_submitted),
        facets=facets_of_bidder,
        seals=lambda intent: tuple(one.manifest for one in intent.deed_of(SubmitBid).envelopes),
    ),
    Row(
        WithdrawBid,
        docket=DocketKind.BID,
        opens="no",
        role="bidding.withdrawal",
        conditions=(
            mandated("bidding.bid"),
            may.bidder_acts_in_his_own_docket,
            deadline_has_not_passed,
            may.there_is_a_bid_to_withdraw,
        ),
        effect=changes(BidFile, bid.bid_withdrawn),
        facets=facets_of_case,
        clocks=since("2026.12.2", withdrawal_clock, before=no_clocks),
    ),
    Row(
        RecordBidSecurity,
        docket=DocketKind.BID,
        opens="no",
        role="bidding.security",
        conditions=(
            mandated("bidding.bid"),
            may.bidder_acts_in_his_own_docket,
            deadline_has_not_passed,
            may.security_is_enough_and_not_cash,
            shown_in_documents,
        ),
        effect=changes(BidFile, bid.bid_security_recorded),
        facets=facets_of_case,
    ),
)
