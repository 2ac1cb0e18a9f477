"""The page that answers until when, as an official or a bidder asks it."""

import re

import pytest

from sites.reading import read


@pytest.fixture
def told(portal):
    def words(place):
        return re.sub(r"\s+", " ", " ".join(read(portal.get(place)).text)).replace("\u00a0", " ")

    return words


def test_it_answers_with_the_day_the_reason_and_the_days_skipped(told):
    said = told("/en/law/until/?key=review.reconsideration&day=2026-08-03")
    assert "By Thu 8 Oct 2026" in said
    assert "skipping 6 days of rest: 2026-10-02…2026-10-07" in said
    assert "Civil Procedure Law, art. 85" in said


def test_it_counts_backwards(told):
    said = told("/zh/law/until/?key=bidding.period&day=2026-12-01&back=1")
    assert "起算事件最迟为 2026年11月11日（周三）" in said


def test_an_unknown_year_is_an_interval_and_several_events_are_named(told):
    said = told("/en/law/until/?key=query.file&day=2027-02-01")
    assert "both possible ends are given" in said
    assert "the procedure: the day the step in question ended" in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("key=query.file&day=2026-13-01", "“2026-13-01” is not a day"),
        ("key=query.file&day=%00", "Until when?"),
        ("key=query.file&day=9999-12-31", "too far away"),
        ("key=query.file&day=1950-01-01", "no value there and then"),
        ("key=moon&day=2026-03-02", "no known period"),
        ("", "Until when?"),
    ],
)
def test_what_cannot_be_answered_is_told_at_the_field(portal, told, asked, said):
    assert portal.get(f"/en/law/until/?{asked}").status_code == 200
    assert said in told(f"/en/law/until/?{asked}")
