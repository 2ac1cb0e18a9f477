"""Judging a case again under what is known today: the same law finds nothing, another says where and why."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from daylight.core.rulebook.what_if import with_value
from daylight.office.recheck import recheck
from played import world_of


@pytest.fixture(scope="module")
def office():
    return world_of("full").office


def cases(office):
    opened = (draft.act for draft in office.journal.drafts)
    return [act.docket for act in opened if act.docket.startswith("case-") and act.seq == 0]


def under(office, book):
    return recheck(office.journal, replace(office.rules, book=book), cases(office))


def unlike(book):
    """The same law in other bytes, so that nothing is taken as judged by it already."""
    return replace(book, country=f"{book.country}-again")


def test_acts_judged_by_this_very_book_are_not_judged_again(office):
    found = under(office, office.rules.book)
    assert (found.cases, found.judged, found.differences) == (1, 0, [])
    assert found.same == sum(
        draft.act.docket.startswith(("case-", "bid-", "enquiry-")) for draft in office.journal.drafts
    )


def test_the_same_law_gives_the_same_verdicts(office):
    found = under(office, unlike(office.rules.book))
    assert found.judged > 50
    assert found.differences == []


def test_another_period_moves_the_clocks_that_rest_on_it_and_says_so(office):
    book = with_value(office.rules.book, "contract.sign", date(2003, 1, 1), 20)
    found = under(office, book)
    assert [(one.what, one.id, one.parameters) for one in found.differences] == [
        ("clock", "contract.sign.purchaser", ("contract.sign",)),
        ("clock", "contract.sign.supplier", ("contract.sign",)),
    ]
    one = found.differences[0]
    assert (one.kind, one.before.en, one.after.en) == ("NotifyBidders", "2026-06-08", "2026-05-27")


def test_a_ceiling_below_what_was_asked_would_draw_a_warning(office):
    """A what-if is never confirmed, so it warns; what it warns of names the value."""
    book = with_value(office.rules.book, "bidding.security_ceiling", date(2015, 3, 1), Fraction(1, 10_000))
    found = under(office, book)
    warned = [one for one in found.differences if one.what == "warning"]
    assert {one.parameters for one in warned} == {("bidding.security_ceiling",)}
    assert {one.before.en for one in warned} == {"(none)"}


def test_a_case_the_law_would_refuse_today_is_listed_with_the_reason(office):
    dearer = [
        replace(one, values=tuple(replace(v, value=200) for v in one.values))
        if one.id == "bidding.period"
        else one
        for one in office.rules.book.parameters
    ]
    found = under(office, replace(office.rules.book, parameters=tuple(dearer)))
    refused = [one for one in found.differences if one.what == "refusal"]
    assert [one.kind for one in refused][:1] == ["IssueSolicitation"]
    assert refused[0].parameters == ("bidding.period",)
