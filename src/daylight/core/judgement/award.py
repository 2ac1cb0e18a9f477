"""Rows of the award phase."""

from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.intent import Intent
from daylight.core.case import award as effects
from daylight.core.judgement.row import Row, facets_of_bids
from daylight.core.procedures import award as may
from daylight.core.procedures import confirming
from daylight.core.procedures.common import mandated, said_in_words
from daylight.core.procedures.competition import quota_is_drawn_for_the_winner
from daylight.core.procedures.correcting import changed_result_is_reported
from daylight.core.procedures.debriefing import losers_learn_their_points_and_rank
from daylight.core.procedures.editions import not_asked, since
from daylight.core.procedures.framework import method_awards_to_one
from daylight.core.procedures.matter import no_clocks
from daylight.core.procedures.planning import host_acts, purchaser_acts
from daylight.core.procedures.security import termination_clock


def _counted(intent: Intent) -> dict[str, str]:
    """The bids, or what a prequalification concluded, only where they are counted: heads tell how much."""
    if intent.deed.cause == "too_few_qualified":
        return {"prequalified": prequalification_docket(intent.docket)}
    return facets_of_bids(intent) if intent.deed.cause == "too_few_bidders" else {}


def _drawn_on(intent: Intent) -> dict[str, str]:
    """The listing of the winner, where listed suppliers compete."""
    return {"listing": intent.deed.listing} if intent.deed.listing else {}


ROWS = {
    "DeliverReport": Row(
        docket="case",
        opens="no",
        role="evaluation.report",
        conditions=(
            mandated("award.notify"),
            host_acts,
            may.lot_is_evaluated,
            confirming.agency_runs_the_procedure,
            confirming.report_is_sound_and_new,
        ),
        effect=effects.report_delivered,
        public_from="award",
        clocks=confirming.confirming_clocks,
    ),
    "ObjectToReport": Row(
        docket="case",
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
        effect=effects.report_objected_to,
        public_from="award",
        confirms=True,
    ),
    "DeemFirstAwarded": Row(
        docket="case",
        opens="no",
        role="award.deemed",
        conditions=(
            mandated("award.notify"),
            host_acts,
            method_awards_to_one,
            may.lot_is_evaluated,
            confirming.law_takes_silence_for_consent,
            confirming.first_is_the_one_deemed,
            confirming.time_to_confirm_is_over,
            confirming.purchaser_was_silent,
            changed_result_is_reported,
        ),
        effect=effects.lot_awarded,
        public_from="award",
        clocks=may.notifying_clocks,
        confirms=True,
    ),
    "AwardLot": Row(
        docket="case",
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
        effect=effects.lot_awarded,
        public_from="award",
        facets=_drawn_on,
        clocks=may.notifying_clocks,
        confirms=True,
    ),
    "NotifyBidders": Row(
        docket="case",
        opens="no",
        role="award.notify_losers",
        conditions=(
            mandated("award.notify"),
            host_acts,
            may.lot_is_awarded,
            may.everybody_is_told_why,
            since("2026.12.2", losers_learn_their_points_and_rank, before=not_asked),
        ),
        effect=effects.bidders_notified,
        public_from="award",
        clocks=since("2026.12.2", may.notified_clocks, before=may.contract_clocks),
    ),
    "PublishAward": Row(
        docket="case",
        opens="no",
        role="award.notice_content",
        conditions=(
            mandated("award.notify"),
            host_acts,
            may.bidders_are_notified,
            said_in_words,
        ),
        effect=effects.award_published,
        public_from="at_once",
        clocks=since("2026.12.2", may.notice_clock, before=no_clocks),
    ),
    "PassOverWinner": Row(
        docket="case",
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
        effect=effects.winner_passed_over,
        public_from="award",
        confirms=True,
    ),
    "FailLot": Row(
        docket="case",
        opens="no",
        role="failure.causes",
        conditions=(
            mandated("award.confirm"),
            host_acts,
            may.lot_is_undecided,
            may.cause_is_given_by_the_facts,
            said_in_words,
        ),
        effect=effects.lot_failed,
        public_from="at_once",
        facets=_counted,
        confirms=True,
    ),
    "CancelLot": Row(
        docket="case",
        opens="no",
        role="cancellation.causes",
        conditions=(
            mandated("award.confirm"),
            purchaser_acts,
            may.lot_is_undecided,
            said_in_words,
        ),
        effect=effects.lot_cancelled,
        public_from="at_once",
        clocks=since("2026.12.2", termination_clock, before=no_clocks),
        confirms=True,
    ),
}
