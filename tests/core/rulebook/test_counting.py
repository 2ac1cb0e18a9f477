"""Periods counted as their legal basis says: by the parameter, the instrument, or, of old, by switches."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.rulebook.check import check
from daylight.core.rulebook.counting import Counting, Start
from daylight.core.rulebook.deadlines import due
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.provision import Ref
from law_samples import ACT, BOOK, dated, period, words
from world import china

ROLLS = Counting("rolls", words("rolls"), True, "next_working_day", (Ref("xx-act", "2"),), "V-law")
STAYS = Counting("stays", words("stays"), False, "none", (), "V-law")
PLAIN = period("plain", "max_after", "day", dated(2001, 30))


def book(instrument="", parameter="", *, start_excluded=True, rollover="none"):
    own = replace(PLAIN, counting=parameter, start_excluded=start_excluded, rollover=rollover)
    instruments = tuple(replace(one, counting=instrument) if one == ACT else one for one in BOOK.instruments)
    return replace(BOOK, countings=(ROLLS, STAYS), instruments=instruments, parameters=(own,))


def ends(law_book, anchor=date(2026, 9, 3)):
    return due(law_in_force(law_book, "XX", anchor), "plain", anchor)


@pytest.mark.parametrize(
    ("law_book", "day"),
    [
        (book(), date(2026, 10, 3)),
        (book(rollover="next_working_day"), date(2026, 10, 8)),
        (book(instrument="rolls"), date(2026, 10, 8)),
        (book(instrument="rolls", parameter="stays"), date(2026, 10, 2)),
        (book(instrument="stays", parameter="rolls"), date(2026, 10, 8)),
        (book(instrument="stays", rollover="next_working_day"), date(2026, 10, 2)),
        (book(start_excluded=False), date(2026, 10, 2)),
    ],
)
def test_the_nearest_that_speaks_of_counting_decides(law_book, day):
    assert ends(law_book).value.latest == day


def test_an_end_that_rolled_cites_the_article_by_which_it_did_and_others_do_not():
    rolled, plain = (
        ends(book(instrument="rolls")).because,
        ends(book(instrument="rolls"), date(2026, 9, 8)).because,
    )
    assert [one.article for one in rolled.cites] == ["2", "2"]
    assert [one.article for one in plain.cites] == ["2"]
    assert dict(rolled.inputs)["counting"] == "rolls"
    assert "counting" not in dict(ends(book()).because.inputs)


def test_a_counting_that_is_not_there_and_articles_that_are_not_there_are_faults():
    lost = replace(ROLLS, cites=(Ref("nowhere", "1"),))
    start = Start("met", words("met"), (Ref("nowhere", "2"),))
    wrong = replace(book(instrument="gone", parameter="lost"), countings=(lost,))
    wrong = replace(wrong, parameters=(replace(wrong.parameters[0], starts=(start,)),))
    codes = sorted((one.code, one.subject) for one in check(wrong) if one.fault)
    assert codes == [
        ("cite.unresolved", "counting rolls"),
        ("cite.unresolved", "plain from met"),
        ("counting.unknown", "instrument xx-act"),
        ("counting.unknown", "parameter plain"),
    ]


@pytest.mark.parametrize(
    ("id", "event", "day"),
    [
        ("review.reconsideration", date(2026, 8, 3), date(2026, 10, 8)),
        ("review.suit", date(2026, 4, 3), date(2026, 10, 8)),
        ("review.suit", date(2026, 4, 1), date(2026, 10, 8)),
        ("payment.term", date(2026, 9, 1), date(2026, 10, 8)),
        ("payment.receivable_confirm", date(2026, 4, 3), date(2026, 5, 6)),
        ("payment.disclose", date(2025, 12, 31), date(2026, 3, 31)),
        ("works.report", date(2026, 9, 18), date(2026, 10, 8)),
        ("contract.sign", date(2026, 9, 1), date(2026, 10, 8)),
        ("complaint.suspend", date(2026, 9, 1), date(2026, 10, 1)),
        ("framework.term.goods", date(2025, 10, 3), date(2026, 10, 3)),
    ],
)
def test_of_the_law_of_china_periods_roll_over_days_of_rest_and_spans_do_not(id, event, day):
    found = due(law_in_force(china(), "CN", event), id, event)
    assert (found.value.earliest, found.value.latest) == (day, day)


def test_what_an_order_counts_in_working_days_is_counted_as_before():
    found = due(law_in_force(china(), "CN", date(2026, 9, 24)), "query.file", date(2026, 9, 24))
    assert found.value.latest == date(2026, 10, 12)
    assert [str(one) for one in china().parameter_by_id["query.file"].starts[0].cites] == [
        "cn-gpl-regulation#53"
    ]


def test_that_the_civil_code_governs_payment_is_marked_as_a_reading():
    found = due(law_in_force(china(), "CN", date(2026, 9, 1)), "payment.term", date(2026, 9, 1))
    marks = {one.instrument: one.confirmed for one in found.because.cites}
    assert marks == {"cn-sme-payment-802": True, "cn-civil-code": False}


def test_before_the_civil_code_no_article_of_it_is_cited():
    found = due(law_in_force(china(), "CN", date(2018, 9, 1)), "contract.sign", date(2018, 9, 1))
    assert {one.instrument for one in found.because.cites} == {"cn-gpl"}
