"""Rows of the contracting phase."""

from daylight.core.acts.contracting import FileContract, PublishContract, SignContract
from daylight.core.acts.intent import Intent
from daylight.core.dockets.effects import clocks
from daylight.core.dockets.effects import contracting as effects
from daylight.core.dockets.lenses import in_contract
from daylight.core.judgement.row import Row
from daylight.core.procedures.common import mandated, not_asked, since
from daylight.core.procedures.contracting import signing as may
from daylight.core.procedures.planning.need import purchaser_acts
from daylight.core.values.docket import DocketKind


def _supervisor(intent: Intent) -> dict[str, str]:
    deed = intent.deed_of(FileContract)
    return {f"organisation:{deed.filed_with}": deed.filed_with}


ROWS: tuple[Row, ...] = (
    Row(
        SignContract,
        docket=DocketKind.CASE,
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
        effect=in_contract(effects.contract_signed),
        clocks=since("2026.12.2", may.signing_clocks, before=may.publishing_clock),
        confirms=True,
        stops=clocks.after_a_signature,
    ),
    Row(
        PublishContract,
        docket=DocketKind.CASE,
        opens="no",
        role="contract.publish",
        conditions=(mandated("contract.publish"), purchaser_acts, may.contract_is_signed),
        effect=in_contract(effects.contract_published),
    ),
    Row(
        FileContract,
        docket=DocketKind.CASE,
        opens="no",
        role="contract.file_copy",
        conditions=(
            mandated("contract.publish"),
            purchaser_acts,
            may.copy_is_the_text_signed,
            may.copy_goes_to_the_finance_department,
        ),
        effect=in_contract(effects.contract_filed),
        facets=_supervisor,
    ),
)
