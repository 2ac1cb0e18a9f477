"""What the law says on a day, in a place, and how it answers what it doesn't know."""

import dataclasses
from datetime import date
from fractions import Fraction

import pytest

from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.law import LawGap, chain_of, law_in_force
from daylight.core.rulebook.parameter import Parameter, Range, value_words
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from law_samples import ACT, BOOK, CALENDAR, PARAMETERS, dated, period

LAW = law_in_force(BOOK, "XX", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2001, 1, 1), 3), (date(2019, 12, 31), 3), (date(2020, 1, 1), 5), (date(2030, 1, 1), 5)],
)
def test_a_value_holds_from_its_day_to_the_eve_of_the_next(day, value):
    assert LAW.on(day).value("answer").value == value


def test_before_the_first_value_the_law_is_silent():
    early = LAW.on(date(2000, 12, 31))
    assert early.maybe("answer") is None
    with pytest.raises(LawGap) as gap:
        early.value("answer")
    assert gap.value.text.en == (
        "Parameter answer has no value there and then (XX, 2000-12-31). Its values begin: "
        "XX 2001-01-01, XX 2020-01-01."
    )


def test_an_unknown_parameter_is_answered_with_the_nearest():
    with pytest.raises(LawGap, match=r"no parameter securty\. Nearest: security\."):
        LAW.value("securty")


def test_an_unknown_territory_is_answered_with_the_nearest():
    with pytest.raises(LawGap, match=r"no territory XX-9\. Nearest: XX-2, XX-1, XX\."):
        law_in_force(BOOK, "XX-9", date(2026, 1, 1))


def test_a_value_says_why():
    because = LAW.value("answer").because
    assert because.text == Text(
        "answer（中）：5 个工作日，自 2020-01-01 起｜Order（中）第5条（条号待核）",
        "answer: 5 working days, since 2020-01-01 | Order, art. 5 (article number unconfirmed)",
    )


def test_a_local_overlay_goes_before_the_national_value_and_only_there():
    shares = {
        place: law_in_force(BOOK, place, date(2026, 1, 1)).ratio("security").value
        for place in ("XX", "XX-1", "XX-2")
    }
    assert shares == {"XX": Fraction(1, 50), "XX-1": Fraction(1, 100), "XX-2": Fraction(1, 50)}
    assert law_in_force(BOOK, "XX-1", date(2009, 12, 31)).ratio("security").value == Fraction(1, 50)


def test_an_unconfirmed_value_shows_it():
    local = law_in_force(BOOK, "XX-1", date(2026, 1, 1)).value("security")
    assert [cite.confirmed for cite in local.cites] == [False]
    assert [cite.confirmed for cite in LAW.value("security").cites] == [True]


def test_typed_values_come_with_their_reason_and_only_in_their_type():
    assert LAW.whole("answer").value == 5
    assert LAW.amount("large").value == Money(100, "XXX")
    assert LAW.holds("odd").value is True
    assert LAW.ratio("security").because == LAW.value("security").because
    with pytest.raises(TypeError, match="security is ratio, not int"):
        LAW.whole("security")


def test_a_role_cites_what_is_in_force_there_and_then():
    def articles(territory, day):
        return [(c.instrument, c.article) for c in law_in_force(BOOK, territory, day).cites("bidding.sealed")]

    assert articles("XX", date(2000, 12, 31)) == []
    assert articles("XX", date(2019, 12, 31)) == [("xx-act", "1")]
    assert articles("XX", date(2020, 1, 1)) == [("xx-act", "1"), ("xx-order", "5")]
    assert articles("XX-1", date(2020, 1, 1)) == [("xx-1-rule", "3"), ("xx-act", "1"), ("xx-order", "5")]
    assert LAW.cites("bidding.unheard_of") == ()


def test_a_territory_without_a_calendar_of_its_own_takes_that_of_its_parent():
    assert chain_of(BOOK, "XX-1") == ("XX-1", "XX")
    assert law_in_force(BOOK, "XX-1", date(2026, 1, 1)).calendar is CALENDAR


def test_an_instrument_stands_from_its_first_day_to_the_eve_of_its_repeal():
    act = Instrument(**{**vars(ACT), "repealed_on": date(2010, 1, 1)})
    days = (date(2000, 12, 31), date(2001, 1, 1), date(2009, 12, 31), date(2010, 1, 1))
    assert [act.stands_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("day", 20, "20 calendar days"),
        ("count", 3, "3"),
        ("ratio", Fraction(2, 3), "2/3"),
        ("ratio", Fraction(1, 2000), "0.05%"),
        ("ratio", Fraction(13, 20), "65%"),
        ("ratio", Range(Fraction(6, 100), Fraction(1, 10)), "6% to 10%"),
        ("money", Money(123456789, "CNY"), "1,234,567.89 CNY"),
        ("switch", False, "no"),
    ],
)
def test_values_read_as_people_write_them(unit, value, words):
    assert value_words(unit, value).en == words


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: period("p", None, "day", dated(2001, 1)), "a period has a mode"),
        (lambda: period("p", "max_after", "count", dated(2001, 1)), "counted in days"),
        (lambda: period("p", "max_after", "day", dated(2001, Fraction(1, 2))), "is no day"),
        (lambda: Parameter("r", Text("", ""), "ceiling", "ratio", "a", (dated(2001, 2),)), "is no ratio"),
        (lambda: Parameter("r", Text("", ""), "range", "count", "a", (dated(2001, 2),)), "is no count"),
        (lambda: Parameter("r", Text("", ""), "count", "count", "a", (dated(2001, True),)), "is no count"),
    ],
)
def test_a_value_that_does_not_fit_its_unit_is_refused(make, complaint):
    with pytest.raises(ValueError, match=complaint):
        make()


def test_every_sample_parameter_resolves_today():
    assert [LAW.maybe(parameter.id) is None for parameter in PARAMETERS] == [False] * len(PARAMETERS)


def test_each_method_has_its_own_answer_to_one_question():
    from_all = LAW.value("answer").parameter
    quick = dataclasses.replace(from_all, id="answer.quick", answers="answer", methods=("quick",))
    book = dataclasses.replace(BOOK, parameters=(*BOOK.parameters, _worth(quick, 2)))
    law = law_in_force(book, "XX", date(2026, 3, 2))
    assert [law.under(m).value("answer").value for m in ("", "quick", "slow")] == [5, 2, 5]
    assert law.under("slow").maybe("answer.quick") is None


def test_what_is_said_of_one_method_leaves_the_others_without_an_answer():
    only = dataclasses.replace(LAW.value("answer").parameter, methods=("slow",))
    others = tuple(one for one in BOOK.parameters if one.id != "answer")
    law = law_in_force(dataclasses.replace(BOOK, parameters=(*others, only)), "XX", date(2026, 3, 2))
    assert law.under("slow").maybe("answer") and law.maybe("answer")
    assert law.under("quick").maybe("answer") is None


def test_an_article_on_one_method_is_not_cited_for_another():
    role = sorted(BOOK.provisions_by_role)[0]
    scoped = tuple(dataclasses.replace(one, methods=("slow",)) for one in BOOK.provisions)
    law = law_in_force(dataclasses.replace(BOOK, provisions=scoped), "XX", date(2026, 3, 2))
    assert law.under("slow").cites(role) == law.cites(role) == LAW.cites(role) != ()
    assert law.under("quick").cites(role) == ()


def _worth(parameter: Parameter, value: int) -> Parameter:
    last = dataclasses.replace(parameter.values[-1], value=value)
    return dataclasses.replace(parameter, values=(*parameter.values[:-1], last))
