"""Deadlines at their boundaries, and against counting day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.rulebook.deadlines import due, latest_start, not_before
from daylight.core.rulebook.law import LawGap, law_in_force
from daylight.core.values.text import Text
from daylight.core.values.workdays import DueDay
from law_samples import BOOK

LAW = law_in_force(BOOK, "XX", date(2026, 3, 2))
DAY = timedelta(days=1)


def only(day):
    return DueDay(day, day)


@pytest.mark.parametrize(
    ("ask", "id", "anchor", "answer"),
    [
        (due, "answer", date(2026, 9, 24), date(2026, 10, 8)),
        (due, "inclusive", date(2026, 3, 2), date(2026, 3, 4)),
        (due, "sign", date(2026, 8, 31), date(2026, 9, 30)),
        (due, "sign", date(2026, 9, 1), date(2026, 10, 8)),
        (not_before, "bid", date(2026, 9, 18), date(2026, 10, 8)),
        (not_before, "bid", date(2026, 9, 16), date(2026, 10, 8)),
        (not_before, "supply", date(2026, 9, 18), date(2026, 9, 24)),
        (not_before, "draw", date(2026, 10, 9), date(2026, 9, 30)),
        (not_before, "keep", date(2024, 2, 29), date(2039, 2, 28)),
        (latest_start, "lead", date(2026, 10, 16), date(2026, 10, 1)),
        (latest_start, "lead_working", date(2026, 10, 10), date(2026, 9, 28)),
    ],
)
def test_a_deadline_is_the_day_the_mode_gives(ask, id, anchor, answer):
    assert ask(LAW, id, anchor).value == only(answer)


def test_the_value_in_force_on_the_day_of_the_anchor_decides():
    """Three working days until the end of 2019, five after; those years are not announced here."""
    in_2026 = law_in_force(BOOK, "XX", date(2026, 1, 1))
    inputs = [
        dict(due(in_2026, "answer", date(year, 12, 31)).because.inputs)["answer"] for year in (2019, 2020)
    ]
    assert inputs == ["3", "5"]
    with pytest.raises(LawGap, match="no value there and then"):
        due(in_2026, "answer", date(2000, 12, 31))


def test_a_deadline_says_the_rule_the_article_and_the_days_skipped():
    because = due(LAW, "answer", date(2026, 9, 30)).because
    assert because.text == Text(
        "自 2026-09-30 次日起 5 个工作日内 → 最迟 2026-10-13"
        "（跳过 8 个非工作日：2026-10-01…2026-10-07, 2026-10-11）"
        "｜Order（中）第5条（条号待核）",
        "within 5 working days after 2026-09-30 (that day not counted) → by 2026-10-13 "
        "(skipping 8 days of rest: 2026-10-01…2026-10-07, 2026-10-11) "
        "| Order, art. 5 (article number unconfirmed)",
    )
    assert dict(because.inputs) == {
        "anchored": "2026-09-30",
        "answer": "5",
        "unit": "working_day",
        "skipped": "2026-10-01…2026-10-07, 2026-10-11",
        "earliest": "2026-10-13",
        "latest": "2026-10-13",
    }


def test_only_the_days_over_which_the_end_rolled_are_skipped():
    inputs = dict(due(LAW, "sign", date(2026, 9, 3)).because.inputs)
    assert (inputs["latest"], inputs["skipped"]) == ("2026-10-08", "2026-10-03…2026-10-07")


def test_a_year_not_announced_gives_both_ends_and_says_so():
    answer = due(LAW, "sign", date(2026, 12, 2))
    assert answer.value == DueDay(date(2027, 1, 1), date(2027, 1, 5))
    assert "the holidays of 2027 are not announced yet" in answer.because.text.en
    assert "2027 年的放假安排尚未公布" in answer.because.text.zh


def test_calendar_days_without_rollover_need_no_calendar():
    assert latest_start(LAW, "lead", date(2030, 1, 16)).value == only(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("ask", "id"), [(due, "bid"), (not_before, "sign"), (latest_start, "bid"), (due, "odd")]
)
def test_a_question_in_the_wrong_mode_is_an_error(ask, id):
    with pytest.raises(ValueError, match=f"{id} is .*, not "):
        ask(LAW, id, date(2026, 3, 2))


@given(st.dates(date(2026, 1, 1), date(2026, 11, 15)))
@settings(max_examples=60)
def test_a_rolled_end_is_the_first_working_day_from_the_plain_end(anchor):
    day = anchor + 30 * DAY
    while LAW.calendar.works(day) is False:
        day += DAY
    assert due(LAW, "sign", anchor).value == only(day)
