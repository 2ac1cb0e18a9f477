"""Working days: exact where announced, an honest interval where not."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.values.plain import Misshapen, build, plain
from daylight.core.values.workdays import (
    Calendar,
    CalendarYear,
    DueDay,
    days,
    rest_days,
    unknown_years,
    working_day_from,
    working_days_after,
    working_days_before,
)
from law_samples import CALENDAR, OUTLOOK

DAY = timedelta(days=1)
KNOWN_DAY = st.dates(date(2026, 2, 1), date(2026, 11, 1))
NOTHING_KNOWN = Calendar("XX", (6, 7), OUTLOOK)


def works_by_hand(day):
    """The sample year of ``law_samples``, said anew without its code."""
    if day in (date(2026, 9, 20), date(2026, 10, 10)):
        return True
    return day.weekday() < 5 and not date(2026, 10, 1) <= day <= date(2026, 10, 7)


def by_hand(start, count, step, works=works_by_hand):
    day = start
    while count:
        day += step
        count -= works(day)
    return day


@given(KNOWN_DAY, st.integers(0, 20))
@settings(max_examples=60)
def test_an_announced_year_is_counted_like_days_on_fingers(start, count):
    later, earlier = by_hand(start, count, DAY), by_hand(start, count, -DAY)
    assert working_days_after(CALENDAR, start, count) == DueDay(later, later)
    assert working_days_before(CALENDAR, start, count) == DueDay(earlier, earlier)


def test_a_day_of_rest_rolls_over_the_whole_closure():
    assert working_day_from(CALENDAR, date(2026, 9, 30)) == DueDay(date(2026, 9, 30), date(2026, 9, 30))
    assert working_day_from(CALENDAR, date(2026, 10, 1)) == DueDay(date(2026, 10, 8), date(2026, 10, 8))


def test_a_weekend_that_is_worked_counts():
    assert CALENDAR.works(date(2026, 10, 10)) is True
    assert CALENDAR.works(date(2026, 10, 11)) is False
    assert working_days_after(CALENDAR, date(2026, 10, 9), 1).latest == date(2026, 10, 10)


def test_days_of_rest_and_their_closure_are_named():
    assert rest_days(CALENDAR, date(2026, 9, 30), date(2026, 10, 11)) == (
        *days(date(2026, 10, 1), date(2026, 10, 7)),
        date(2026, 10, 11),
    )
    assert CALENDAR.closure_on(date(2026, 10, 3)).name.en == "feast"
    assert CALENDAR.closure_on(date(2026, 10, 8)) is None


def test_a_year_not_announced_is_not_guessed():
    assert CALENDAR.works(date(2027, 1, 4)) is None
    assert unknown_years(CALENDAR, date(2026, 12, 1), date(2028, 1, 1)) == (2027, 2028)
    answer = working_days_after(CALENDAR, date(2026, 12, 31), 2)
    assert answer == DueDay(date(2027, 1, 2), date(2027, 1, 6))
    assert not answer.certain


def test_only_what_fails_under_all_calendars_is_too_late_or_too_soon():
    answer = DueDay(date(2027, 1, 2), date(2027, 1, 6))
    days_around = [date(2027, 1, day) for day in (1, 2, 6, 7)]
    assert [answer.over_on(day) for day in days_around] == [False, False, False, True]
    assert [answer.to_come_on(day) for day in days_around] == [True, False, False, False]


def test_a_day_closed_every_year_rests_in_a_year_not_announced_too():
    calendar = replace(NOTHING_KNOWN, outlook=replace(OUTLOOK, closed_yearly=("03-01",)))
    assert (calendar.works(date(2027, 3, 1)), calendar.works(date(2027, 3, 2))) == (False, None)
    assert working_days_after(calendar, date(2027, 2, 28), 1) == DueDay(date(2027, 3, 2), date(2027, 3, 3))


@cache
def every_calendar_possible(first, last):
    """All ways the sample outlook lets two weeks differ from ordinary ones: the slow reference."""
    ordinary = [day for day in days(first, last) if day.weekday() < 5]
    weekend = [day for day in days(first, last) if day.weekday() >= 5]

    def sets(candidates, limit):
        for size in range(limit.per_year + 1):
            for chosen in combinations(candidates, size):
                windows = [sum(0 <= (b - a).days < OUTLOOK.window_days for b in chosen) for a in chosen]
                if max(windows, default=0) <= limit.per_window:
                    yield frozenset(chosen)

    return [
        lambda day, c=closed, w=worked: day in w or (day.weekday() < 5 and day not in c)
        for closed in sets(ordinary, OUTLOOK.closed)
        for worked in sets(weekend, OUTLOOK.worked)
    ]


@pytest.mark.parametrize("start", [date(2027, 3, day) for day in range(1, 8)])
@pytest.mark.parametrize("step", [DAY, -DAY], ids=["after", "before"])
@pytest.mark.parametrize("count", [1, 4, 8])
def test_the_interval_is_exactly_the_span_over_all_calendars_possible(start, step, count):
    ends = sorted((start + step, start + 17 * step))
    reached = [by_hand(start, count, step, works) for works in every_calendar_possible(*ends)]
    counted = working_days_after if step == DAY else working_days_before
    assert counted(NOTHING_KNOWN, start, count) == DueDay(min(reached), max(reached))


def test_a_calendar_survives_the_way_to_plain_and_back():
    assert build(Calendar, plain(CALENDAR)) == CALENDAR


def test_a_day_of_another_year_is_refused():
    with pytest.raises(ValueError, match="2027-01-01 stands in the calendar of 2026"):
        CalendarYear(2026, "notice", "V-law", (), (date(2027, 1, 1),))


def test_a_closure_that_ends_before_it_begins_is_refused():
    shape = plain(CALENDAR)
    shape["years"][0]["closures"][0]["last"] = "2026-09-30"
    with pytest.raises(Misshapen, match="before it begins"):
        build(Calendar, shape)
