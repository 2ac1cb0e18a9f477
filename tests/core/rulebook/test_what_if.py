"""A supposed value is used from its day on and can't pass for law."""

from datetime import date

import pytest

from daylight.core.rulebook.check import check
from daylight.core.rulebook.law import LawGap, law_in_force
from daylight.core.rulebook.what_if import with_value
from law_samples import BOOK

SUPPOSED = with_value(BOOK, "answer", date(2018, 1, 1), 9)


def value_on(book, day, territory="XX"):
    return law_in_force(book, territory, day).value("answer").value


def test_a_supposed_value_stands_from_its_day_and_displaces_later_ones():
    days = (date(2017, 12, 31), date(2018, 1, 1), date(2026, 1, 1))
    assert [value_on(SUPPOSED, day) for day in days] == [3, 9, 9]
    assert [value_on(BOOK, day) for day in days] == [3, 3, 5]


def test_its_citation_says_what_if_in_both_languages_and_is_not_confirmed():
    cites = law_in_force(SUPPOSED, "XX", date(2026, 1, 1)).value("answer").cites
    assert [(c.instrument, c.title.zh, c.title.en, c.confirmed) for c in cites] == [
        ("what-if", "假设（不是法律）", "What-if (not law)", False)
    ]
    assert SUPPOSED.digest != BOOK.digest
    assert [f.subject for f in check(SUPPOSED) if f.code == "what-if"] == ["answer from 2018-01-01"]


def test_a_value_supposed_for_one_province_stays_there():
    book = with_value(BOOK, "answer", date(2018, 1, 1), 9, territory="XX-1")
    places = ("XX", "XX-1", "XX-2")
    assert [value_on(book, date(2026, 1, 1), place) for place in places] == [5, 9, 5]


def test_an_unknown_parameter_or_a_misfit_value_is_refused():
    with pytest.raises(LawGap, match="no parameter anser"):
        with_value(BOOK, "anser", date(2018, 1, 1), 9)
    with pytest.raises(ValueError, match="is no working_day"):
        with_value(BOOK, "answer", date(2018, 1, 1), True)
