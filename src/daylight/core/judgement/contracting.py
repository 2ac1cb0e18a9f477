"""Rows of the contracting phase."""

from daylight.core.acts.intent import Intent
from daylight.core.case import contracting as effects
from daylight.core.judgement.row import Row
from daylight.core.procedures import contracting as may
from daylight.core.procedures.common import mandated
from daylight.core.procedures.editions import not_asked, since
from daylight.core.procedures.planning import purchaser_acts


def _supervisor(intent: Intent) -> dict[str, str]:
    return {f"organisation:{intent.deed.filed_with}": intent.deed.filed_with}


ROWS = {
    "SignContract": Row(
        docket="case",
        opens="no",
        role="contract.terms_unchanged",
        conditions=(
            mandated("contract.sign"),
            may.bidders_were_notified,
            may.actor_is_a_party_that_has_not_signed,
            may.standstill_is_over,
            may.price_is_the_price_bid,
            may.both_sign_the_same_text,
            since("2026.12.3", may.both_perform_until_the_same_day, before=not_asked),
            since("2026.12.2", may.performance_security_is_agreed, before=not_asked),
            may.performance_security_stays_below_the_ceiling,
        ),
        effect=effects.contract_signed,
        public_from="award",
        clocks=since("2026.12.2", may.signing_clocks, before=may.publishing_clock),
        confirms=True,
    ),
    "PublishContract": Row(
        docket="case",
        opens="no",
        role="contract.publish",
        conditions=(mandated("contract.publish"), purchaser_acts, may.contract_is_signed),
        effect=effects.contract_published,
        public_from="at_once",
    ),
    "FileContract": Row(
        docket="case",
        opens="no",
        role="contract.file_copy",
        conditions=(
            mandated("contract.publish"),
            purchaser_acts,
            may.copy_is_the_text_signed,
            may.copy_goes_to_the_finance_department,
        ),
        effect=effects.contract_filed,
        public_from="award",
        facets=_supervisor,
    ),
}
