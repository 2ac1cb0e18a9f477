"""Both directions agree: the day found backwards fits, and the next one to it does not."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.rulebook.backward import FORWARD, backward
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.workdays import DueDay
from law_samples import BOOK
from world import china

LAW = law_in_force(BOOK, "XX", date(2026, 3, 2))
DAY = timedelta(days=1)
PERIODS = ["answer", "sign", "bid", "supply", "lead", "lead_working", "draw", "inclusive", "keep"]
OF_CHINA = sorted(one.id for one in china().parameters if one.mode)


@pytest.mark.parametrize(
    ("id", "day", "bound", "event"),
    [
        ("answer", date(2026, 10, 8), "first", date(2026, 9, 24)),
        ("sign", date(2026, 10, 8), "first", date(2026, 9, 1)),
        ("bid", date(2026, 10, 8), "last", date(2026, 9, 18)),
        ("supply", date(2026, 9, 24), "last", date(2026, 9, 19)),
        ("lead", date(2026, 10, 1), "first", date(2026, 10, 16)),
        ("lead_working", date(2026, 9, 28), "first", date(2026, 10, 10)),
        ("draw", date(2026, 9, 30), "last", date(2026, 10, 9)),
        ("keep", date(2041, 3, 2), "last", date(2026, 3, 2)),
    ],
)
def test_the_event_is_found_from_the_other_end(id, day, bound, event):
    found = backward(LAW, id, day)
    assert (found.bound, found.day) == (bound, DueDay(event, event))


def _fits(law, id, first, event, day):
    answer = FORWARD[law.book.parameter_by_id[id].mode](law, id, event).value
    return answer.latest >= day if first else answer.earliest <= day


@settings(deadline=None)
@given(st.sampled_from(PERIODS), st.dates(date(2026, 2, 1), date(2026, 11, 30)))
def test_the_day_found_is_the_outermost_that_fits(id, day):
    found = backward(LAW, id, day)
    outer = found.day.earliest if found.bound == "first" else found.day.latest
    step = -DAY if found.bound == "first" else DAY
    assert _fits(LAW, id, found.bound == "first", outer, day)
    assert not _fits(LAW, id, found.bound == "first", outer + step, day)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(OF_CHINA), st.dates(date(2025, 7, 1), date(2026, 11, 30)))
def test_every_period_of_the_law_of_china_is_counted_both_ways(id, day):
    law = law_in_force(china(), "CN", day)
    if law.maybe(id) is None:
        return
    found = backward(law, id, day)
    assert found.day.earliest <= found.day.latest
    assert _fits(
        law,
        id,
        found.bound == "first",
        found.day.earliest if found.bound == "first" else found.day.latest,
        day,
    )


def test_what_is_no_period_is_not_counted():
    with pytest.raises(ValueError, match="no period"):
        backward(LAW, "security", date(2026, 3, 2))


def test_where_a_year_is_not_announced_both_ends_are_told():
    found = backward(LAW, "answer", date(2027, 3, 2))
    assert not found.day.certain
