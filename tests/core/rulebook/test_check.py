"""One planted fault for every finding; the sound sample has none."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.rulebook.check import check
from daylight.core.rulebook.provision import Ref
from law_samples import ACT, BOOK, LOCAL, PROVISIONS, book_with, dated, period


def faults(book):
    return [(finding.code, finding.subject) for finding in check(book) if finding.fault]


def answer(*values):
    return book_with(period("answer", "max_after", "working_day", *values))


def test_a_sound_book_has_marks_but_no_faults():
    assert faults(BOOK) == []
    assert [(f.code, f.subject) for f in check(BOOK, roles=("bidding.sealed", "bidding.security"))] == [
        ("numbering.unconfirmed", "xx-order"),
        ("role.empty", "bidding.security"),
        ("unconfirmed", "provision xx-1-rule#3"),
        ("unconfirmed", "security from 2010-01-01"),
    ]


REPEALED = tuple(replace(i, repealed_on=date(2015, 1, 1)) if i is ACT else i for i in BOOK.instruments)


@pytest.mark.parametrize(
    ("book", "fault"),
    [
        (answer(dated(2001, 3), dated(2001, 4)), ("value.start-twice", "answer")),
        (answer(), ("parameter.empty", "answer")),
        (answer(replace(dated(2001, 3), cites=())), ("value.uncited", "answer from 2001-01-01")),
        (answer(dated(2001, 3, cite="xx-lost#1")), ("cite.unresolved", "answer from 2001-01-01")),
        (answer(dated(2000, 3)), ("value.too-early", "answer from 2000-01-01")),
        (
            answer(dated(2001, 3), dated(2011, 4, territory="XX-1", cite="xx-1-rule#3")),
            ("value.not-overlay", "answer from 2011-01-01"),
        ),
        (
            answer(dated(2001, 3), dated(2011, 4, territory="XX-9", overlay=True)),
            ("territory.unknown", "parameter answer"),
        ),
        (replace(BOOK, instruments=(*BOOK.instruments, LOCAL)), ("instrument.twice", "xx-1-rule")),
        (
            replace(BOOK, provisions=(*PROVISIONS, replace(PROVISIONS[0], at=Ref("xx-lost", "1")))),
            ("cite.unresolved", "xx-lost#1"),
        ),
        (replace(BOOK, provisions=(*PROVISIONS, PROVISIONS[0])), ("provision.twice", "xx-act#1")),
    ],
)
def test_a_planted_fault_is_the_one_found(book, fault):
    assert faults(book) == [fault]


def test_a_value_that_outlives_its_instrument_leaves_a_gap_unless_another_follows():
    book = replace(answer(dated(2001, 3), dated(2020, 5, cite="xx-order#5")), instruments=REPEALED)
    assert ("value.gap", "answer from 2001-01-01") in faults(book)
    followed = replace(answer(dated(2001, 3), dated(2015, 5, cite="xx-1-rule#3")), instruments=REPEALED)
    assert [fault for fault in faults(followed) if fault[1].startswith("answer")] == []


def test_a_role_that_no_confirmed_article_fills_is_marked():
    def marked(provisions):
        findings = check(replace(BOOK, provisions=provisions), ("bidding.sealed",))
        return [finding.subject for finding in findings if finding.code == "role.unconfirmed"]

    assert marked(tuple(p for p in PROVISIONS if p.confidence == "S")) == ["bidding.sealed"]
    assert marked(PROVISIONS) == []


def test_a_cited_article_without_a_summary_is_marked():
    marks = [f for f in check(answer(dated(2001, 3, cite="xx-act#9"))) if f.code == "cite.no-summary"]
    assert [(f.subject, f.fault) for f in marks] == [("answer from 2001-01-01", False)]
