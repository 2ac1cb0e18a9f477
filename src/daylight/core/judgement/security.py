"""Rows of securities that go back."""

from daylight.core.case import security as effects
from daylight.core.judgement.row import Row, facets_of_case
from daylight.core.procedures import security as may
from daylight.core.procedures.bidding import bidder_acts_in_his_own_docket
from daylight.core.procedures.common import mandated
from daylight.core.procedures.planning import host_acts, purchaser_acts

ROWS = {
    "RefundBidSecurity": Row(
        docket="case",
        opens="no",
        role="bidding.security",
        conditions=(
            mandated("security.refund"),
            host_acts,
            may.security_is_still_held,
            may.winner_has_a_contract,
            may.amount_is_what_was_given,
            may.refund_is_no_cash_or_becomes_performance_security,
            may.late_refund_bears_interest,
        ),
        effect=effects.bid_security_refunded,
        public_from="award",
        facets=may.facets,
    ),
    "ConfirmRefund": Row(
        docket="bid",
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
        effect=effects.refund_confirmed,
        public_from="opening",
        facets=facets_of_case,
    ),
    "RefundUnopened": Row(
        docket="case",
        opens="no",
        role="security.refund_termination",
        conditions=(mandated("security.refund"), host_acts, may.lot_ended_unopened),
        effect=effects.unopened_refunded,
        public_from="award",
    ),
    "ReturnPerformanceSecurity": Row(
        docket="case",
        opens="no",
        role="contract.performance_security",
        conditions=(
            mandated("security.refund"),
            purchaser_acts,
            may.performance_security_was_agreed,
            may.deduction_is_explained,
            may.refund_is_no_cash,
        ),
        effect=effects.performance_security_returned,
        public_from="award",
    ),
}
