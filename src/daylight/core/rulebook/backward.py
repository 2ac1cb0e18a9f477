"""A period counted backwards: which days of the event fit a day at its other end.

``deadlines`` asks "the event was on that day: until when?"; here it is "it is to be done on that day: when
may, or must, the event have been?". Found by trying days of the event, so both directions agree by
construction. Shown by ``tests/core/rulebook/test_backward.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal

from daylight.core.rulebook.deadlines import due, latest_start, not_before
from daylight.core.rulebook.law import Law, LawGap
from daylight.core.values.because import Derived
from daylight.core.values.workdays import ONE_DAY, DueDay

FORWARD: dict[str, Callable[[Law, str, date], Derived[DueDay]]] = {
    "max_after": due,
    "min_after": not_before,
    "min_length": not_before,
    "max_before": not_before,
    "min_before": latest_start,
}
"""The question each mode answers when it is asked forwards."""
DAYS_OF_UNIT = {"day": 1, "working_day": 2, "month": 31, "year": 366}
MARGIN = 60
"""Days added for holidays around either end; no calendar closes for so long."""


@dataclass(frozen=True)
class Fitting:
    """The ``first`` or ``last`` day of the event that fits, and the forward answer of that day."""

    bound: Literal["first", "last"]
    day: DueDay
    of: Derived[DueDay]


def backward(law: Law, id: str, day: date) -> Fitting:
    """The day of the event that fits the other end of a period; the law is that of the event's day.

    Of ``max_after`` and ``min_before`` it is the earliest that fits, of the others the latest.
    Raises ``LawGap`` where no day near enough fits, ``ValueError`` where the parameter is no period.
    """
    parameter = law.on(day).value(id).parameter
    ask = FORWARD.get(str(parameter.mode))
    if ask is None:
        raise ValueError(f"{id} is no period")
    first = parameter.mode in ("max_after", "min_before")
    span = max(value.value for value in parameter.values if isinstance(value.value, int))
    reach = timedelta(days=span * DAYS_OF_UNIT[parameter.unit] + MARGIN)

    def fits(event: date, *, surely: bool) -> bool:
        try:
            answer = ask(law, id, event).value
        except LawGap:
            return False
        if first:
            return (answer.earliest if surely else answer.latest) >= day
        return (answer.latest if surely else answer.earliest) <= day

    days = [day - reach + ONE_DAY * passed for passed in range(2 * reach.days + 1)]
    sure, possible = (_end(days, partial(fits, surely=surely), first=first) for surely in (True, False))
    between = DueDay(min(sure, possible), max(sure, possible))
    return Fitting("first" if first else "last", between, ask(law, id, sure))


def _end(days: list[date], fits: Callable[[date], bool], *, first: bool) -> date:
    """The first, or the last, of the days that fits; what fits grows, or falls, with the days."""
    low, high = 0, len(days)
    while low < high:
        middle = (low + high) // 2
        if fits(days[middle]) == first:
            high = middle
        else:
            low = middle + 1
    return days[low if first else low - 1]
