"""Rows of the award phase."""

from daylight.core.acts.award import (
    AwardLot,
    CancelLot,
    DeemFirstAwarded,
    DeliverReport,
    FailLot,
    NotifyBidders,
    ObjectToReport,
    PassOverWinner,
    PublishAward,
)
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.intent import Intent
from daylight.core.dockets.effects import award as effects
from daylight.core.dockets.effects import clocks
from daylight.core.dockets.lenses import ends_lot, in_award
from daylight.core.judgement.row import Row, facets_of_bids
from daylight.core.procedures.award import confirming
from daylight.core.procedures.award import deciding as may
from daylight.core.procedures.award.debriefing import losers_learn_their_points_and_rank
from daylight.core.procedures.common import mandated, not_asked, said_in_words, since
from daylight.core.procedures.contracting.security import termination_clock
from daylight.core.procedures.evaluation.correcting import changed_result_is_reported
from daylight.core.procedures.framework.competition import quota_is_drawn_for_the_winner
from daylight.core.procedures.framework.listing import method_awards_to_one
from daylight.core.procedures.matter import no_clocks
from daylight.core.procedures.planning.need import host_acts, purchaser_acts
from daylight.core.values.docket import DocketKind


def _counted(intent: Intent) -> dict[str, str]:
    """The bids, or what a prequalification concluded, only where they are counted: heads tell how much."""
    deed = intent.deed_of(FailLot)
    if deed.cause == "too_few_qualified":
        return {"prequalified": prequalification_docket(intent.docket)}
    return facets_of_bids(intent) if deed.cause == "too_few_bidders" else {}


def _drawn_on(intent: Intent) -> dict[str, str]:
    """The listing of the winner, where listed suppliers compete."""
    deed = intent.deed_of(AwardLot)
    return {"listing": deed.listing} if deed.listing else {}


ROWS: tuple[Row, ...] = (
    Row(
        DeliverReport,
        docket=DocketKind.CASE,
        opens="no",
        role="evaluation.report",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            may.lot_is_evaluated,
            confirming.agency_runs_the_procedure,
            confirming.report_is_sound_and_new,
        ),
        effect=in_award(effects.report_delivered),
        clocks=confirming.confirming_clocks,
    ),
    Row(
        ObjectToReport,
        docket=DocketKind.CASE,
        opens="no",
        role="award.deemed",
        conditions=(
            mandated("award.confirm"),
            purchaser_acts,
            may.lot_is_evaluated,
            confirming.law_takes_silence_for_consent,
            confirming.objection_is_in_time,
            confirming.objection_is_proven,
        ),
        effect=in_award(effects.report_objected_to),
        confirms=True,
    ),
    Row(
        DeemFirstAwarded,
        docket=DocketKind.CASE,
        opens="no",
        role="award.deemed",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            method_awards_to_one,
            may.lot_is_evaluated,
            confirming.law_takes_silence_for_consent,
            confirming.first_is_the_one_deemed,
            confirming.time_to_confirm_is_over,
            confirming.purchaser_was_silent,
            changed_result_is_reported,
        ),
        effect=in_award(effects.lot_awarded),
        clocks=may.notifying_clocks,
        confirms=True,
        answers=(DeliverReport, AwardLot),
    ),
    Row(
        AwardLot,
        docket=DocketKind.CASE,
        opens="no",
        role="award.by_rank",
        conditions=(
            mandated("award.confirm"),
            purchaser_acts,
            method_awards_to_one,
            may.lot_is_evaluated,
            may.winner_is_ranked_first,
            quota_is_drawn_for_the_winner,
            changed_result_is_reported,
            said_in_words,
        ),
        effect=in_award(effects.lot_awarded),
        facets=_drawn_on,
        clocks=may.notifying_clocks,
        confirms=True,
        answers=(DeliverReport,),
    ),
    Row(
        NotifyBidders,
        docket=DocketKind.CASE,
        opens="no",
        role="award.notify_losers",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            may.lot_is_awarded,
            may.everybody_is_told_why,
            since("2026.12.2", losers_learn_their_points_and_rank, before=not_asked),
        ),
        effect=in_award(effects.bidders_notified),
        clocks=since("2026.12.2", may.notified_clocks, before=may.contract_clocks),
    ),
    Row(
        PublishAward,
        docket=DocketKind.CASE,
        opens="no",
        role="award.notice_content",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            may.bidders_are_notified,
            said_in_words,
        ),
        effect=in_award(effects.award_published),
        clocks=since("2026.12.2", may.notice_clock, before=no_clocks),
    ),
    Row(
        PassOverWinner,
        docket=DocketKind.CASE,
        opens="no",
        role="award.next_candidate",
        conditions=(
            mandated("award.confirm"),
            purchaser_acts,
            may.winner_was_told_and_has_no_contract,
            may.only_the_winner_is_passed_over,
            may.who_signed_did_not_refuse,
            may.passing_over_is_proven,
        ),
        effect=in_award(effects.winner_passed_over),
        confirms=True,
        stops=clocks.after_an_award_fell,
    ),
    Row(
        FailLot,
        docket=DocketKind.CASE,
        opens="no",
        role="failure.causes",
        conditions=(
            mandated("award.confirm"),
            host_acts("award.confirm"),
            may.lot_is_undecided,
            may.cause_is_given_by_the_facts,
            said_in_words,
        ),
        effect=ends_lot(effects.lot_failed),
        facets=_counted,
        confirms=True,
    ),
    Row(
        CancelLot,
        docket=DocketKind.CASE,
        opens="no",
        role="cancellation.causes",
        conditions=(mandated("award.confirm"), purchaser_acts, may.lot_is_undecided, said_in_words),
        effect=ends_lot(effects.lot_cancelled),
        clocks=since("2026.12.2", termination_clock, before=no_clocks),
        confirms=True,
    ),
)
