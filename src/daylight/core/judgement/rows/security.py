"""Rows of securities that go back."""

from daylight.core.acts.security import (
    ConfirmRefund,
    RefundBidSecurity,
    RefundUnopened,
    ReturnPerformanceSecurity,
)
from daylight.core.dockets import bid
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.effects import clocks
from daylight.core.dockets.effects import security as effects
from daylight.core.dockets.effects.contracting import performance_security_returned
from daylight.core.dockets.lenses import changes, in_contract, in_refunds
from daylight.core.judgement.row import Row, facets_of_case
from daylight.core.procedures.bidding import bidder_acts_in_his_own_docket
from daylight.core.procedures.common import mandated
from daylight.core.procedures.contracting import security as may
from daylight.core.procedures.planning.need import host_acts, purchaser_acts
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        RefundBidSecurity,
        docket=DocketKind.CASE,
        opens="no",
        role="bidding.security",
        conditions=(
            mandated("security.refund"),
            host_acts("security.refund"),
            may.security_is_still_held,
            may.winner_has_a_contract,
            may.amount_is_what_was_given,
            may.refund_is_no_cash_or_becomes_performance_security,
            may.late_refund_bears_interest,
        ),
        effect=in_refunds(effects.bid_security_refunded),
        facets=may.facets,
        stops=clocks.after_a_refund,
    ),
    Row(
        ConfirmRefund,
        docket=DocketKind.BID,
        opens="no",
        role="bidding.security",
        conditions=(
            mandated("bidding.bid"),
            bidder_acts_in_his_own_docket,
            may.bid_will_not_be_opened,
            may.bidder_gets_back_what_it_gave,
            may.refund_is_no_cash,
            may.withdrawn_refund_bears_interest,
        ),
        effect=changes(BidFile, bid.refund_confirmed),
        facets=facets_of_case,
    ),
    Row(
        RefundUnopened,
        docket=DocketKind.CASE,
        opens="no",
        role="security.refund_termination",
        conditions=(mandated("security.refund"), host_acts("security.refund"), may.lot_ended_unopened),
        effect=in_refunds(effects.unopened_refunded),
    ),
    Row(
        ReturnPerformanceSecurity,
        docket=DocketKind.CASE,
        opens="no",
        role="contract.performance_security",
        conditions=(
            mandated("security.refund"),
            purchaser_acts,
            may.performance_security_was_agreed,
            may.deduction_is_explained,
            may.refund_is_no_cash,
        ),
        effect=in_contract(performance_security_returned),
    ),
)
