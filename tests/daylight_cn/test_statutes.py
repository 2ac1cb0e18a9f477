"""What our articles and figures say of a statute whose text we hold stands in it, and isn't copied."""

from fractions import Fraction

import pytest

from daylight.core.rulebook.parameter import Range
from daylight.store.countries import country_folder, load_rulebook
from shared import needs_shared
from statutes import TEXTS, articles_of, numeral

BOOK = load_rulebook(country_folder("daylight_cn"))
NAMES = {
    "day": ("日",),
    "working_day": ("个工作日",),
    "month": ("个月", "月"),
    "year": ("年",),
    "count": ("家", "人", "个"),
}
#: Words of a statute that say a figure otherwise.
OTHERWISE = {Fraction(2, 3): "三分之二", Fraction(1, 2000): "万分之五", True: "单数"}


def spellings(value, unit):
    """How a statute may write a value: in Arabic or Chinese numerals, as a percentage where it is a share."""
    if value in OTHERWISE and type(value) is not int:
        return {OTHERWISE[value]}
    if isinstance(value, Fraction):
        percent = int(value * 100)
        return {f"{percent}%", f"百分之{numeral(percent)}"}
    return {f"{digits}{name}" for name in NAMES[unit] for digits in (str(value), numeral(value))}


@needs_shared
@pytest.mark.parametrize("instrument", sorted(TEXTS))
def test_every_number_confirmed_by_a_statute_stands_in_its_article(instrument):
    articles = articles_of(instrument)
    stated = [
        (parameter, value)
        for parameter in BOOK.parameters
        for value in parameter.values
        if value.cites[0].instrument == instrument and not isinstance(value.value, Range)
    ]
    wrong = [
        (parameter.id, value.value)
        for parameter, value in stated
        if not any(
            words in articles[int(value.cites[0].article)] for words in spellings(value.value, parameter.unit)
        )
    ]
    assert len(stated) > 0
    assert wrong == []


def number(article):
    """The number of an article; an item of it, as in ``20(4)``, stands in the same article."""
    return int(article.partition("(")[0])


@needs_shared
@pytest.mark.parametrize("instrument", sorted(TEXTS))
def test_every_article_summarised_exists_in_the_statute_and_is_not_copied(instrument):
    articles = articles_of(instrument)
    ours = [p for p in BOOK.provisions if p.at.instrument == instrument]
    assert [p.at.article for p in ours if number(p.at.article) not in articles] == []
    copied = [p.at.article for p in ours if p.summary.zh.rstrip("。") in articles[number(p.at.article)]]
    assert copied == []


RUN = 16


@needs_shared
@pytest.mark.parametrize("instrument", sorted(TEXTS))
def test_no_summary_holds_a_long_run_of_the_statute(instrument):
    articles = articles_of(instrument)
    runs = {}
    for provision in BOOK.provisions:
        if provision.at.instrument == instrument:
            text, ours = articles[number(provision.at.article)], provision.summary.zh
            held = [ours[i : i + RUN] for i in range(len(ours) - RUN + 1) if ours[i : i + RUN] in text]
            runs.update({provision.at.article: held[0]} if held else {})
    assert runs == {}
