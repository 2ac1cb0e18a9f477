"""The calendar of China against one published by others, day by day, and what it says of years to come."""

from datetime import date, timedelta

import chinese_calendar

from daylight.core.values.workdays import DueDay, days, working_days_after
from daylight.store.countries import country_folder, load_rulebook

BOOK = load_rulebook(country_folder("daylight_cn"))
CALENDAR = BOOK.calendar_by_territory["CN"]
FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)


def test_every_day_from_2019_to_2026_is_as_published():
    differ = [day for day in days(FIRST, LAST) if CALENDAR.works(day) != chinese_calendar.is_workday(day)]
    assert differ == []


def test_the_holidays_that_fall_on_weekdays_have_their_published_names():
    named = {
        day: chinese_calendar.get_holiday_detail(day)[1] for day in days(FIRST, LAST) if day.weekday() < 5
    }
    closed = {day for day in named if CALENDAR.closure_on(day)}
    assert closed == {day for day, name in named.items() if name and not chinese_calendar.is_workday(day)}


def test_a_year_has_as_many_working_days_as_people_say():
    counts = {year: sum(bool(CALENDAR.works(day)) for day in year_of(year)) for year in (2019, 2026)}
    assert counts == {2019: 250, 2026: 248}


def test_2027_is_an_interval():
    assert (CALENDAR.works(date(2027, 1, 1)), CALENDAR.works(date(2027, 1, 4))) == (False, None)
    answer = working_days_after(CALENDAR, date(2026, 12, 31), 7)
    assert answer == DueDay(date(2027, 1, 8), date(2027, 1, 21))
    assert not answer.certain


def test_what_is_supposed_of_an_unknown_year_is_the_most_any_published_year_brought():
    outlook = CALENDAR.outlook
    every = [chosen_days(year) for year in range(2004, 2027)]
    closed, worked = [year[0] for year in every], [year[1] for year in every]
    window = outlook.window_days
    assert (outlook.closed.per_year, outlook.worked.per_year) == (
        max(map(len, closed)),
        max(map(len, worked)),
    )
    assert outlook.closed.per_window == max(most_in_window(year, window) for year in closed)
    assert outlook.worked.per_window == max(most_in_window(year, window) for year in worked)


def year_of(year):
    return days(date(year, 1, 1), date(year, 12, 31))


def chosen_days(year):
    closed = [day for day in year_of(year) if day.weekday() < 5 and not chinese_calendar.is_workday(day)]
    worked = [day for day in year_of(year) if day.weekday() >= 5 and chinese_calendar.is_workday(day)]
    return closed, worked


def most_in_window(chosen, window):
    return max(sum(day <= other < day + timedelta(days=window) for other in chosen) for day in chosen)
