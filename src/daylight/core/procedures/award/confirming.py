"""Conditions and clocks between the conclusion and the winner: the report, the purchaser's time, his silence.

Shown by ``tests/scenarios/test_silent_purchaser.py``.
"""

from __future__ import annotations

from daylight.core.acts.act import Clock
from daylight.core.acts.award import AwardLot, DeemFirstAwarded, DeliverReport, ObjectToReport
from daylight.core.procedures.award.deciding import next_candidate
from daylight.core.procedures.common import partial, unproven, unsaid
from daylight.core.procedures.evaluation.reviewing import award_clock
from daylight.core.procedures.matter import Matter, numbered, owed
from daylight.core.rulebook.deadlines import due
from daylight.core.values.refusal import Refusal, refuse

CONFIRM = "award.confirm"


def agency_runs_the_procedure(m: Matter) -> Refusal | None:
    """A purchaser who runs the procedure has the report at once."""
    if _is_reported_by_an_agency(m):
        return None
    return refuse("award.no-agency", "evaluation.report", lot=m.lot.id)


def report_is_sound_and_new(m: Matter) -> tuple[Refusal, ...]:
    """The report is a document, delivered once."""
    role, before = "evaluation.report", m.lot.award.report_at
    again = () if before is None else (refuse("award.report-delivered", role, lot=m.lot.id),)
    return (*again, *partial(role, m.deed(DeliverReport).report))


def law_takes_silence_for_consent(m: Matter) -> Refusal | None:
    """Only where the law of the method says so does silence confirm the first."""
    if (
        m.law.cites("award.deemed") and m.case.framework.called is None
    ):  # a call-off stands on a quota that is drawn
        return None
    return refuse("award.silence-means-nothing", "award.by_rank", lot=m.lot.id)


def first_is_the_one_deemed(m: Matter) -> Refusal | None:
    """Who counts as confirmed is first in rank of those nobody passed over."""
    first = next_candidate(m.lot)
    if first and m.deed(DeemFirstAwarded).bid == first:
        return None
    return refuse("award.not-first", "award.by_rank", first=numbered(m.lot, first) if first else None)


def time_to_confirm_is_over(m: Matter) -> Refusal | None:
    """The last day is the purchaser's; the day after it his silence speaks, whatever the calendar brings."""
    clock = confirming_clock(m)
    if clock is not None and m.at.day > clock.latest:
        return None
    return refuse("award.time-runs", "award.deemed", until=clock.latest if clock else None)


def purchaser_was_silent(m: Matter) -> Refusal | None:
    """Who objected with a lawful reason was not silent."""
    if not m.lot.award.objected:
        return None
    return refuse("award.objected", "award.deemed", lot=m.lot.id)


def objection_is_in_time(m: Matter) -> Refusal | None:
    """A purchaser objects in the time he has to confirm, once."""
    clock = confirming_clock(m)
    if m.lot.award.objected:
        return refuse("award.objected", "award.deemed", lot=m.lot.id)
    if clock is None:
        return refuse("award.time-not-running", "award.deemed", lot=m.lot.id)
    if m.at.day <= clock.latest:
        return None
    return refuse("award.objection-late", "award.deemed", until=clock.latest)


def objection_is_proven(m: Matter) -> tuple[Refusal, ...]:
    """The order of rank is left for a reason in both languages, on evidence."""
    deed, role = m.deed(ObjectToReport), "award.deemed"
    return (*unsaid("reason", deed.reason, role), *unproven(deed.evidence, role))


def confirming_clock(m: Matter) -> Clock | None:
    """The time in which the purchaser confirms, while it is owed."""
    return next((one for one in m.case.clocks if (one.id, one.lot) == (CONFIRM, m.lot.id)), None)


def report_clocks(m: Matter) -> tuple[Clock, ...]:
    """The agency delivers, then the purchaser confirms; who runs the procedure himself only confirms."""
    both = award_clock(m)
    listed = m.method is not None and m.method.lists
    if not both or listed:
        return both
    if _is_reported_by_an_agency(m):
        report = due(m.law, "award.report", m.at.day)
        return (owed("award.report", "agency", DeliverReport, report, lot=m.lot.id), *both)
    if m.law.maybe("award.confirm_self_organised") is None:
        return both
    until = due(m.law, "award.confirm_self_organised", m.at.day)
    return (owed(CONFIRM, "purchaser", AwardLot, until, lot=m.lot.id),)


def _is_reported_by_an_agency(m: Matter) -> bool:
    return m.case.host_of("award.notify") != m.case.purchaser


def confirming_clocks(m: Matter) -> tuple[Clock, ...]:
    """From the day the report is there the purchaser has his time."""
    if m.law.maybe(CONFIRM) is None:
        return ()
    return (owed(CONFIRM, "purchaser", AwardLot, due(m.law, CONFIRM, m.at.day), lot=m.lot.id),)
