"""``daylight law until``: what officials and bidders ask first, answered with the reason."""

import json

import pytest
from click.testing import CliRunner

from daylight.cli.main import main


def asked(*arguments):
    options = ("--country", "daylight_cn", "--lang", "en")
    return CliRunner().invoke(main, ["law", "until", *arguments, *options])


def test_the_day_its_reason_and_the_days_skipped_are_told():
    told = asked("review.reconsideration", "2026-08-03").output
    assert "Time for asking for reconsideration: by 2026-10-08" in told
    assert "within 60 calendar days after 2026-08-03" in told
    assert "skipping 6 days of rest: 2026-10-02…2026-10-07" in told
    assert "Administrative Reconsideration Law, art. 88; Civil Procedure Law, art. 85" in told


def test_a_period_that_may_not_end_sooner_says_from_when():
    assert "not before 2026-12-21" in asked("bidding.period", "2026-12-01").output


def test_the_other_end_gives_the_day_of_the_event():
    told = json.loads(asked("bidding.period", "2026-12-01", "--backward", "--json").output)
    assert (told["event"], told["earliest"], told["latest"]) == ("last", "2026-11-11", "2026-11-11")


def test_a_year_that_is_not_announced_is_an_interval_with_its_reason():
    told = json.loads(asked("query.file", "2027-02-01", "--json").output)
    assert told["earliest"] < told["latest"]
    assert "not announced" in told["because"]["en"]


def test_where_law_has_several_events_all_are_named_or_the_one_asked_for():
    told = asked("query.file", "2026-09-24").output
    assert told.count("Regulation on the Implementation") == 4
    told = asked("query.file", "2026-09-24", "--event", "step_ended").output
    assert told.count("Regulation on the Implementation") == 1


def test_a_regulation_that_is_repealed_is_not_cited_for_a_later_day():
    assert "(2020)" not in asked("payment.term", "2026-09-01").output
    assert "(2020), art. 8" in asked("payment.term", "2021-09-01").output


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nothing", "2026-09-01"), 1, "no parameter nothing"),
        (("bidding.security_ceiling", "2026-09-01"), 2, "is no period"),
        (("query.file", "2026-13-01"), 2, "is not a day"),
        (("query.file", "2026-09-24", "--event", "moon"), 2, "step_ended"),
        (("query.file", "2026-09-24", "--method", "raffle"), 2, "open_tendering"),
        (("query.file", "2026-09-24", "--territory", "XX"), 1, "no territory XX"),
    ],
)
def test_what_cannot_be_answered_is_told_with_what_can(arguments, code, said):
    told = asked(*arguments)
    assert (told.exit_code, said in told.output) == (code, True), told.output
