"""Duties over many cases: who, by when, why, whether it is overdue, and what follows."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.acts.solicitation import AnswerEnquiry, RaiseEnquiry
from daylight.office.duties import owed_in
from daylight.practice import play
from scripts import SMALL, to_issue
from world import found


@pytest.fixture
def asked():
    """Two cases, in one of which a supplier has asked and nobody has answered."""
    made = found()
    other = to_issue(made, replace(SMALL, title=SMALL.lots[0].title))
    played = to_issue(made, SMALL)
    play.obtain_all(made.stage, played)
    _, asker = next(iter(played.bidders.values()))
    docket = made.stage.new_docket("enquiry")
    made.stage.acts(asker, RaiseEnquiry(played.case, "可以分期付款吗？"), docket)
    return made, played, other, docket


def duties(made, *cases, at=None):
    return owed_in(made.office.journal, made.stage.book, cases, at or made.clock.now())


def test_an_unanswered_question_is_owed_by_the_purchaser_with_what_follows(asked):
    made, played, other, _ = asked
    owed = [one for one in duties(made, played.case, other.case) if one.duty.clock.kind == "AnswerEnquiry"]
    assert [(one.case, one.debtor.en, one.duty.standing) for one in owed] == [
        (played.case, "Qingchuan First People's Hospital", "running")
    ]
    follows = owed[0].duty.consequences
    assert follows
    assert all("purchaser" in one.sanction.who for one in follows)
    assert all(one.cite.article for one in follows)


def test_it_is_overdue_the_day_after_its_last_day_and_not_on_it(asked):
    made, played, _, _ = asked
    owed = (one.duty.clock for one in duties(made, played.case))
    last = next(clock.latest for clock in owed if clock.kind == "AnswerEnquiry")
    now = made.clock.now()
    standing = {
        day: next(
            one.duty.standing
            for one in duties(made, played.case, at=now.on_day(day))
            if one.duty.clock.kind == "AnswerEnquiry"
        )
        for day in (last, date.fromordinal(last.toordinal() + 1))
    }
    assert list(standing.values()) == ["running", "overdue"]


def test_an_answer_ends_the_duty(asked):
    made, played, _, docket = asked
    before = duties(made, played.case)
    deed = AnswerEnquiry(docket, "可以分期付款吗？", "可以。")
    made.stage.acts(made.town.agent, deed, played.case)
    after = duties(made, played.case)
    assert [one.duty.clock.kind for one in before if one not in after] == ["AnswerEnquiry"]


def test_the_longest_overdue_comes_first(asked):
    made, played, other, _ = asked
    days = [one.duty.clock.latest for one in duties(made, played.case, other.case)]
    assert days == sorted(days)
