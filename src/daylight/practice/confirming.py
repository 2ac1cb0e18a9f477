"""Between the conclusion and the winner, played: the report is delivered, and a purchaser stays silent."""

from __future__ import annotations

from datetime import timedelta

from daylight.core.acts.award import DeemFirstAwarded, DeliverReport, ObjectToReport
from daylight.core.dockets.case.case import the_lot
from daylight.core.procedures.award.confirming import CONFIRM
from daylight.core.procedures.award.deciding import next_candidate
from daylight.core.values.text import Text
from daylight.practice.play import Played, document, host
from daylight.practice.stage import Stage
from daylight.practice.town import Town


def deliver_report(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The agency delivers the report of the committee."""
    report = document(stage, "评审报告", f"评审报告 {played.case} {lot_id}")
    stage.acts(host(town, played), DeliverReport(lot_id, report), played.case)


def object_to_report(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The purchaser has a lawful reason not to confirm the first in rank yet."""
    reason = Text("第一名的资格证明待核实", "a proof of the first in rank is being checked")
    evidence = (document(stage, "核实函", f"核实函 {played.case} {lot_id}"),)
    stage.confirms(town.buyer, ObjectToReport(lot_id, reason, evidence), played.case)


def stay_silent(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The purchaser's time passes; the day after it the first in rank counts as confirmed."""
    case = stage.case(played.case, town.buyer)
    until = next(clock.latest for clock in case.clocks if (clock.id, clock.lot) == (CONFIRM, lot_id))
    stage.clock.move_to(stage.clock.now().on_day(until + timedelta(days=1)))
    first = next_candidate(the_lot(case, lot_id))
    stage.confirms(host(town, played), DeemFirstAwarded(lot_id, first), played.case)
