"""Who owes what by when and why: the clocks of a case that still run, in order of time.

Nothing here depends on a job having run; queues, reminders and overdue lists read this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.acts.act import Clock
from daylight.core.case.state import OVER, Case
from daylight.core.values.instant import Instant

Standing = Literal["running", "perhaps_overdue", "overdue"]


@dataclass(frozen=True)
class Duty:
    """A clock somebody owes, with where it stands at an instant."""

    clock: Clock
    owed_by: str
    standing: Standing


def duties_of(case: Case, at: Instant) -> tuple[Duty, ...]:
    """The open duties of a case at an instant; the law of each was fixed when its clock was set."""
    over = {lot.id for lot in case.lots if lot.stage in OVER}
    open_clocks = [clock for clock in case.clocks if clock.owed_by and clock.lot not in over]
    open_clocks.sort(key=lambda clock: (clock.latest, clock.id, clock.lot))
    return tuple(Duty(clock, _debtor(case, clock), _standing(clock, at)) for clock in open_clocks)


def _debtor(case: Case, clock: Clock) -> str:
    if clock.owed_by == "supplier":
        lot = case.lot(clock.lot)
        winner = next((bid for bid in lot.bids if bid.bid == lot.winner), None) if lot else None
        return winner.bidders[0] if winner else ""
    return case.host if clock.owed_by == "agency" else case.purchaser


def _standing(clock: Clock, at: Instant) -> Standing:
    if at.day <= clock.earliest:
        return "running"
    return "overdue" if at.day > clock.latest else "perhaps_overdue"
