"""Cells: money exactly, months, yes and no; against a slow reading digit by digit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.values.money import Money
from daylight.imports.cells import Finding, read_answer, read_money, read_month
from imports.lists import FORM


@pytest.mark.parametrize(
    ("text", "unit", "fen"),
    [
        ("65.000000", "", 65_000_000),
        ("7.166000", "", 7_166_000),
        ("0.000001", "万元", 1),
        ("65", "万元", 65_000_000),
        ("1,234.5", "万元", 1_234_500_000),
        ("650000.25", "元", 65_000_025),
        ("65万元", "", 65_000_000),
        ("650000元", "万元", 65_000_000),
        ("６５．５", "万元", 65_500_000),
        ("¥65", "元", 6_500),
    ],
)
def test_money_is_read_to_the_last_fen(text, unit, fen):
    assert read_money(text, unit, FORM) == Money(fen, "CNY")


@given(st.integers(1, 10**15))
def test_six_decimals_of_ten_thousand_yuan_are_exactly_fen(fen):
    whole, part = divmod(fen, 10**6)
    assert read_money(f"{whole}.{part:06d}", "", FORM) == Money(fen, "CNY")


@given(st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=9))
def test_what_is_no_whole_fen_is_refused_and_nothing_else(whole, part):
    exact = Fraction(whole) * 10**6 + Fraction(int(part), 10 ** len(part)) * 10**6
    read = read_money(f"{whole}.{part}", "万元", FORM)
    if exact.denominator == 1 and exact > 0:
        assert read == Money(int(exact), "CNY")
    else:
        assert isinstance(read, Finding)


@pytest.mark.parametrize("text", ["", "-5", "1e3", "1,23", "六十五", "1.2.3", "NaN", "5 6"])
def test_what_is_no_amount_is_not_read(text):
    expected = Money(56_000_000, "CNY") if text == "5 6" else None  # blanks don't divide a number
    read = read_money(text, "万元", FORM)
    assert read == expected or isinstance(read, Finding) is (expected is None)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026年03月", "2026-03"),
        ("2026年3月", "2026-03"),
        ("２０２６年０３月", "2026-03"),
        ("2026-03", "2026-03"),
        ("2026/12", "2026-12"),
        ("2026-03-01T00:00:00", "2026-03"),
    ],
)
def test_months_are_read(text, month):
    assert read_month(text, FORM) == month


@pytest.mark.parametrize(
    "text", ["2026年13月", "2026年00月", "2026年", "三月", "12026年03月", "2026年03月底"]
)
def test_what_is_no_month_is_not_read(text):
    assert read_month(text, FORM).code == "month.unreadable"


def test_answers_are_yes_no_or_neither():
    assert [read_answer(text, FORM) for text in ("是", " 否 ", "Y", "", "部分")] == [
        True, False, True, None, None,
    ]  # fmt: skip
