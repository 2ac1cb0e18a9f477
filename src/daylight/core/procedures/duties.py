"""Who owes what by when and why: the clocks of a case that still run, in order of time.

Nothing here depends on a job having run; queues, reminders and overdue lists read this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from daylight.core.acts.act import Clock
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.stage import OVER
from daylight.core.procedures.matter import law_of_case
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.consequences import Consequence, sanctions_for
from daylight.core.rulebook.law import Law
from daylight.core.values.instant import Instant

Standing = Literal["running", "perhaps_overdue", "overdue"]


@dataclass(frozen=True)
class Duty:
    """A clock somebody owes, where it stands at an instant, and what follows if it is missed."""

    clock: Clock
    owed_by: str
    standing: Standing
    consequences: tuple[Consequence, ...] = ()


def duties_of(
    case: Case,
    at: Instant,
    book: Rulebook,
    asked: Iterable[Clock] = (),
    functions: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Duty, ...]:
    """The open duties of a case at an instant; the law of each was fixed when its clock was set.

    ``asked`` are clocks of dockets beneath the case that still run, such as those of its enquiries;
    ``functions`` by kind of act are those an agency may be entrusted with.
    """
    law = law_of_case(book, case, at.day)
    return tuple(
        Duty(
            clock,
            _debtor(case, clock, functions.get(clock.kind, "")),
            _standing(clock, at),
            consequences_of(law, clock.id, clock.owed_by),
        )
        for clock in sorted(owed(case, asked), key=lambda clock: (clock.latest, clock.id, clock.lot))
    )


def owed(case: Case, asked: Iterable[Clock] = ()) -> tuple[Clock, ...]:
    """The clocks that still run for somebody."""
    over = {lot.id for lot in case.lots if lot.stage in OVER}
    return tuple(clock for clock in (*case.clocks, *asked) if clock.owed_by and _is_owed(clock, over))


def consequences_of(law: Law, clock: str, who: str) -> tuple[Consequence, ...]:
    """What follows for who misses a clock: sanctions that name it, or the duty it is the time of."""
    named = [clock[:end] for end in range(len(clock), 0, -1) if end == len(clock) or clock[end] == "."]
    found = next((found for name in named if (found := sanctions_for(law, name))), ())
    return tuple(one for one in found if {who, "anyone"} & set(one.sanction.who))


def _is_owed(clock: Clock, over: set[str]) -> bool:
    """With a lot that ended its duties end, but money that was taken for it goes back."""
    return clock.lot not in over or clock.id.startswith("security.")


def _debtor(case: Case, clock: Clock, function: str) -> str:
    if clock.owed_by == "supplier":
        lot = case.lot(clock.lot)
        winner = (
            next((bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner), None) if lot else None
        )
        return winner.bidders[0] if winner else ""
    if clock.owed_by != "agency":
        return case.purchaser
    return case.host_of(function) if function else case.host


def _standing(clock: Clock, at: Instant) -> Standing:
    if at.day <= clock.earliest:
        return "running"
    return "overdue" if at.day > clock.latest else "perhaps_overdue"
