"""Money, instants, text and the plain forms they travel in."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.values.instant import EARLIEST_MS, LATEST_MS, Instant, end_of, instant_of, start_of
from daylight.core.values.money import Money, major_units, money_words
from daylight.core.values.plain import Misshapen, build, canonical_bytes, plain, read_plain
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Sample:
    name: Text
    price: Money
    share: Fraction
    on: date
    at: Instant
    tags: tuple[str, ...] = ()
    note: str | None = None


SAMPLE = Sample(
    Text("桌", "desk"), Money(1250, "CNY"), Fraction(3, 10), date(2026, 3, 2), Instant(1, 480), ("a",)
)


def test_a_value_survives_the_way_to_plain_and_back():
    assert build(Sample, read_plain(canonical_bytes(SAMPLE))) == SAMPLE


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"note": 3}, "str is expected"),
        ({"extra": 1}, "unknown field 'extra'"),
        ({"share": "6/20"}, "not written as"),
        ({"on": "2026-3-2"}, "not a day"),
        ({"price": {"amount_minor": True, "currency": "CNY"}}, "int is expected"),
        ({"price": {"amount_minor": 1, "currency": "ZZZ"}}, "unknown currency"),
        ({"tags": "a"}, "a list is expected"),
    ],
)
def test_a_wrong_shape_is_named_with_its_place(change, complaint):
    with pytest.raises(Misshapen, match=complaint):
        build(Sample, plain(SAMPLE) | change)


def test_a_missing_field_is_named():
    shape = plain(SAMPLE)
    del shape["price"]
    with pytest.raises(Misshapen, match="'price' is missing"):
        build(Sample, shape)


@pytest.mark.parametrize(
    "source",
    [
        b'{"a":1.5}',
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b"[1,]",
        b'{"a":NaN}',
        b"\xff",
        b"[" * 9999,
        b'"\xed\xa0\x80"',
        b'"\\ud800"',
    ],
)
def test_only_canonical_json_without_floats_is_read(source):
    with pytest.raises(Misshapen):
        read_plain(source)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=12,
    )
)
def test_canonical_bytes_are_a_fixed_point(value):
    assert canonical_bytes(read_plain(canonical_bytes(value))) == canonical_bytes(value)


def test_a_day_ends_at_midnight_of_its_territory():
    assert end_of(date(2026, 3, 2), 480).iso() == "2026-03-03T00:00:00+08:00"
    assert start_of(date(2026, 3, 2), 480).later_by(-1).day == date(2026, 3, 1)


@given(st.integers(-(10**12), 10**13), st.integers(-720, 840))
def test_an_instant_is_read_as_it_is_written(utc_ms, offset):
    again = instant_of(Instant(utc_ms, offset).iso())
    assert (again.utc_ms, again.offset_minutes) == (utc_ms, offset)


def test_an_instant_without_offset_is_not_read():
    with pytest.raises(ValueError, match="no offset"):
        instant_of("2026-03-02T09:00:00")


def test_money_keeps_to_whole_minor_units_of_one_currency():
    assert Money(3_200_000_00, "CNY").at_most(Fraction(2, 100)) == Money(64_000_00, "CNY")
    assert Money(99, "CNY").at_most(Fraction(1, 50)) == Money(1, "CNY")
    with pytest.raises(TypeError):
        Money(1.0, "CNY")
    with pytest.raises(ValueError, match="do not add up"):
        Money(1, "CNY") + Money(1, "JPY")


@pytest.mark.parametrize(
    ("money", "words", "major"),
    [
        (Money(123456789, "CNY"), "1,234,567.89 CNY", "1234567.89"),
        (Money(-5, "CNY"), "-0.05 CNY", "-0.05"),
        (Money(120000, "CNY"), "1,200.00 CNY", 1200),
        (Money(1500, "JPY"), "1,500 JPY", 1500),
    ],
)
def test_money_reads_as_people_write_it(money, words, major):
    assert (money_words(money), major_units(money)) == (words, major)


def test_text_speaks_the_language_asked_for():
    text = Text("{n} 天", "{n} days").fill(n="3")
    assert (text.of("zh-hans"), text.of("en")) == ("3 天", "3 days")


@pytest.mark.parametrize(
    ("ms", "offset"), [(10**18, 0), (-(10**18), 0), (LATEST_MS + 1, 0), (EARLIEST_MS - 1, 0), (0, 1440)]
)
def test_what_no_calendar_holds_is_no_instant(ms, offset):
    with pytest.raises(ValueError, match="no instant"):
        Instant(ms, offset)
    with pytest.raises(Misshapen):
        build(Instant, {"offset_minutes": offset, "utc_ms": ms})


@pytest.mark.parametrize("ms", [EARLIEST_MS, LATEST_MS])
@pytest.mark.parametrize("offset", [-1439, 1439])
def test_every_instant_has_a_day(ms, offset):
    assert Instant(ms, offset).day + timedelta(days=400 if ms < 0 else -400)
    assert Instant(ms, offset).iso()
