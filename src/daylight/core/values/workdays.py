"""Working days. What a government has announced is counted exactly; what it has not is an interval.

A calendar carries the years it knows. For any other year it knows only its *outlook*: how many
exceptions to the ordinary week that year may bring at most. Every count then has two ends, one under the
busiest calendar the outlook allows and one under the idlest; nobody is told a day that isn't known.
Shown by ``tests/core/values/test_workdays.py``, against a slow reference and a published calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from daylight.core.values.text import Text

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Closure:
    """Days of rest in a row, first and last included, and what is celebrated."""

    name: Text
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a closure ends on {self.last}, before it begins on {self.first}")


@dataclass(frozen=True)
class CalendarYear:
    """One announced year: the closures, the days of the weekend that are worked, and the notice."""

    year: int
    notice: str
    confidence: str
    closures: tuple[Closure, ...] = ()
    worked: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        said = [*self.worked, *(day for closure in self.closures for day in (closure.first, closure.last))]
        if strays := [day for day in said if day.year != self.year]:
            raise ValueError(f"{strays[0]} stands in the calendar of {self.year}")


@dataclass(frozen=True)
class Limit:
    """At most so many exceptions in a year, and at most so many in any window of days."""

    per_year: int
    per_window: int


@dataclass(frozen=True)
class Outlook:
    """What a year not yet announced may bring at most. An assumption: dated, and it says what it rests on.

    ``closed_yearly`` holds the days, as ``10-01``, that rest in every year by statute.
    """

    assumed_on: date
    window_days: int
    closed: Limit
    worked: Limit
    grounds: Text
    closed_yearly: tuple[str, ...] = ()


@dataclass(frozen=True)
class DueDay:
    """A day, or the two ends between which it falls while a calendar is not known."""

    earliest: date
    latest: date

    @property
    def certain(self) -> bool:
        """Whether the day is one and the same under every calendar possible."""
        return self.earliest == self.latest

    def over_on(self, day: date) -> bool:
        """Whether a day is surely too late: after this under every calendar possible."""
        return day > self.latest

    def to_come_on(self, day: date) -> bool:
        """Whether a day is surely too soon: before this under every calendar possible."""
        return day < self.earliest


@dataclass(frozen=True)
class Calendar:
    """The working days of a territory. ``weekend`` holds ISO weekdays (7 is Sunday)."""

    territory: str
    weekend: tuple[int, ...]
    outlook: Outlook
    years: tuple[CalendarYear, ...] = ()

    def works(self, day: date) -> bool | None:
        """Whether people work on this day; nothing where its year has not been announced."""
        year = self._known.get(day.year)
        if year is None:
            return False if day.isoformat()[5:] in self.outlook.closed_yearly else None
        return day in year[1] or (day not in year[0] and self.is_weekday(day))

    def is_weekday(self, day: date) -> bool:
        """Whether an ordinary week works on this day."""
        return day.isoweekday() not in self.weekend

    def closure_on(self, day: date) -> Closure | None:
        """The announced closure that holds this day."""
        years = (year for year in self.years if year.year == day.year)
        return next((c for year in years for c in year.closures if c.first <= day <= c.last), None)

    @cached_property
    def _known(self) -> dict[int, tuple[frozenset[date], frozenset[date]]]:
        return {
            year.year: (
                frozenset(day for closure in year.closures for day in days(closure.first, closure.last)),
                frozenset(year.worked),
            )
            for year in self.years
        }


def days(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    return (first + timedelta(days=passed) for passed in range((last - first).days + 1))


def working_days_after(calendar: Calendar, start: date, count: int) -> DueDay:
    """The ``count``-th working day after a day that is itself not counted."""
    return _counted(calendar, start, count, ONE_DAY)


def working_days_before(calendar: Calendar, start: date, count: int) -> DueDay:
    """The ``count``-th working day before a day that is itself not counted."""
    return _counted(calendar, start, count, -ONE_DAY)


def working_day_from(calendar: Calendar, day: date) -> DueDay:
    """The day itself if it is worked, else the first working day after it."""
    return working_days_after(calendar, day - ONE_DAY, 1)


def rest_days(calendar: Calendar, first: date, last: date) -> tuple[date, ...]:
    """The days known to be days of rest between two days, both included."""
    return tuple(day for day in days(first, last) if calendar.works(day) is False)


def unknown_years(calendar: Calendar, first: date, last: date) -> tuple[int, ...]:
    """The years between two days that have not been announced."""
    known = {year.year for year in calendar.years}
    return tuple(year for year in range(first.year, last.year + 1) if year not in known)


def _counted(calendar: Calendar, start: date, count: int, step: timedelta) -> DueDay:
    if count == 0:
        return DueDay(start, start)
    ends = [
        next(islice(_working_days(calendar, start, step, busy=busy), count - 1, None))
        for busy in (True, False)
    ]
    return DueDay(min(ends), max(ends))


def _working_days(calendar: Calendar, start: date, step: timedelta, *, busy: bool) -> Iterator[date]:
    """Working days under the extreme calendar that spends its exceptions as soon as the outlook lets it."""
    spent: list[date] = []
    day = start
    while True:
        day += step
        works = calendar.works(day)
        if works is None:
            works = busy if _may_differ(calendar.outlook, day, spent, busy=busy) else calendar.is_weekday(day)
        if works == busy != calendar.is_weekday(day):
            spent.append(day)
        if works:
            yield day


def _may_differ(outlook: Outlook, day: date, spent: list[date], *, busy: bool) -> bool:
    limit = outlook.worked if busy else outlook.closed
    of_year = sum(other.year == day.year for other in spent)
    of_window = sum(abs((day - other).days) < outlook.window_days for other in spent)
    return of_year < limit.per_year and of_window < limit.per_window
