"""Official texts beside the book: whose version a text is, when it stands, whether a citation exists."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.rulebook.citations import look_up
from daylight.core.rulebook.instrument import Amendment
from daylight.core.rulebook.provision import Ref
from daylight.core.rulebook.sanction import Breach, Sanction
from daylight.core.rulebook.texts import (
    Article,
    Item,
    OfficialText,
    Paragraph,
    instrument_of,
    reading_texts,
    version_on,
    versions_of,
)
from law_samples import BOOK

LISTED = Paragraph("There are:", (Item(1, "(1) one"), Item(2, "(2) two")))


def text_of(name, day, articles=2, **more):
    found = tuple(
        Article(n, f"Article {n}", "", "", n, (Paragraph(f"Words {n}."), LISTED))
        for n in range(1, articles + 1)
    )
    return replace(OfficialText(name, name, day, None, (), found, (), "file.md", f"{name}{day}"), **more)


ACT = text_of("Act", date(2001, 1, 1), articles=7)


def replaced(id, **changed):
    instruments = [replace(one, **changed) if one.id == id else one for one in BOOK.instruments]
    return replace(BOOK, instruments=tuple(instruments))


def test_a_text_belongs_to_the_latest_instrument_of_its_name_issued_by_its_day():
    again = replace(BOOK.instrument_by_id["xx-act"], id="xx-act-2", issued_on=date(2015, 1, 1))
    book = replace(BOOK, instruments=(*BOOK.instruments, again))
    days = (date(1999, 1, 1), date(2001, 1, 1), date(2014, 12, 31), date(2015, 1, 1))
    found = [instrument_of(book, text_of("Act", day)) for day in days]
    assert [one and one.id for one in found] == [None, "xx-act", "xx-act", "xx-act-2"]


def test_an_edition_in_brackets_does_not_hide_a_name():
    book = replaced("xx-act", name=replace(ACT_NAME, en="Act (2000)"))
    assert instrument_of(book, ACT).id == "xx-act"


ACT_NAME = BOOK.instrument_by_id["xx-act"].name


def test_a_text_of_no_instrument_is_for_reading():
    stray = text_of("Weather Act", date(2001, 1, 1))
    assert reading_texts(BOOK, (ACT, stray)) == (stray,)


def test_versions_follow_one_another_and_end_with_the_instrument():
    book = replaced("xx-act", repealed_on=date(2030, 1, 1))
    later = text_of("Act", date(2019, 5, 1))
    (first, second) = versions_of(book, (later, ACT))["xx-act"]
    assert (first.begins, first.ends, second.begins, second.ends) == (
        date(2001, 1, 1), date(2019, 5, 1), date(2019, 5, 1), date(2030, 1, 1),
    )  # fmt: skip
    assert [version_on((first, second), date(y, 1, 1)).text for y in (1990, 2001, 2019, 2020)] == [
        ACT, ACT, ACT, later,
    ]  # fmt: skip


def test_a_version_begins_on_the_day_its_amendment_takes_force():
    book = replaced("xx-act", amended=(Amendment(date(2019, 5, 1), date(2019, 9, 1)),))
    (version,) = versions_of(book, (text_of("Act", date(2019, 5, 1)),))["xx-act"]
    assert version.begins == date(2019, 9, 1)
    (version,) = versions_of(book, (text_of("Act", date(2019, 5, 1), in_force_on=date(2019, 7, 1)),))[
        "xx-act"
    ]
    assert version.begins == date(2019, 7, 1)


@pytest.mark.parametrize(
    ("cited", "exists"),
    [
        ("1", True), ("7", True), ("8", False), ("0", False), ("1(2)", True), ("1(3)", False),
        ("1(0)", False), ("1(2)(2)", True), ("1(1)(1)", False),
        ("1(2)(2)(1)", False), ("annex", False), ("", False),
    ],
)  # fmt: skip
def test_a_citation_names_an_article_and_what_stands_in_it(cited, exists):
    assert (ACT.article(cited) is not None) is exists


def test_every_citation_that_stands_in_no_text_is_a_fault():
    looked = look_up(BOOK, (text_of("Act", date(2001, 1, 1), articles=1),))
    assert {finding.code for finding in looked.findings} == {"cite.not-in-text"}
    assert "provision xx-act#2" in [finding.subject for finding in looked.findings]
    assert "provision xx-act#1" not in [finding.subject for finding in looked.findings]


def test_citations_are_counted_with_a_text_and_without():
    none = look_up(BOOK, ())
    assert (none.resolved, none.findings) == (0, ())
    looked = look_up(BOOK, (ACT,))
    assert looked.findings == ()
    assert 0 < looked.resolved < none.unread == looked.resolved + looked.unread


def test_a_citation_is_looked_up_only_in_versions_that_stand_while_it_does():
    gone = text_of("Order", date(2000, 6, 1), articles=1)
    ended = replace(
        BOOK.instrument_by_id["xx-order"], in_force_on=date(2000, 6, 1), repealed_on=date(2019, 1, 1)
    )
    late = replace(BOOK.provisions[2], from_day=date(2025, 1, 1))
    book = replace(
        BOOK,
        instruments=tuple(ended if one.id == "xx-order" else one for one in BOOK.instruments),
        provisions=tuple(late if one.at == late.at else one for one in BOOK.provisions),
        parameters=(),
    )
    assert look_up(book, (gone,)).findings == ()


def test_an_article_is_hashed_as_it_reads():
    article = ACT.by_number[1]
    assert article.text == "Article 1 Words 1.\nThere are:\n(1) one\n(2) two"
    assert article.digest != ACT.by_number[2].digest


def test_what_a_sanction_follows_upon_is_looked_up_item_by_item():
    breaches = (Breach(ACT_NAME, (), "2"), Breach(ACT_NAME, (), "9"))
    sanction = Sanction("act1", Ref("xx-act", "1"), ("purchaser",), ACT_NAME, breaches, "V-law")
    book = replace(BOOK, parameters=(), provisions=(), sanctions=(sanction,))
    looked = look_up(book, (ACT,))
    assert looked.resolved == 1
    assert [finding.text.en for finding in looked.findings] == [
        "Act of 2001-01-01 has no article 1(9); it has articles 1 to 7"
    ]
