"""How values are shown to people: instants, days, money and exact numbers, in Chinese and English.

Shown by ``tests/sites/test_show.py``.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from fractions import Fraction

from daylight.core.acts.evaluation_terms import RoundingMode
from daylight.core.disclosure.writing import decimal_of, exactly
from daylight.core.evaluation.scoring import rounded
from daylight.core.values.instant import Instant, instant_of
from daylight.core.values.money import Money, money_words

WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")
SHORTEST = 4
"""Decimals after which a number that does not end is rounded for reading, and marked so."""


def day_words(day: date, lang: str) -> str:
    """A day with its weekday."""
    weekday = WEEKDAYS[lang][day.weekday()]
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日（周{weekday}）"
    return f"{weekday} {day.day} {MONTHS[day.month - 1]} {day.year}"


def instant_words(instant: Instant, lang: str, *, seconds: bool = False) -> str:
    """An instant in its territory, with the weekday; the page says once which offset that is."""
    clock = datetime.fromisoformat(instant.iso()).strftime("%H:%M:%S" if seconds else "%H:%M")
    return (
        f"{day_words(instant.day, lang)} {clock}"
        if lang == "zh"
        else f"{day_words(instant.day, lang)}, {clock}"
    )


def readable(text: str, lang: str) -> str:
    """A text in which machine-written instants read as people write them."""
    return INSTANT.sub(lambda found: instant_words(instant_of(found[0]), lang), text)


def offset_words(minutes: int) -> str:
    """An offset as people write it: ``UTC+08:00``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def money(minor: int, currency: str) -> str:
    """An amount, kept on one line."""
    return money_words(Money(minor, currency)).replace(" ", "\u00a0")


def number(value: Fraction) -> str:
    """A number exactly where a short decimal says it, else rounded and marked ``≈``."""
    exact = decimal_of(value)
    if exact is not None and len(str(exact).partition(".")[2]) <= SHORTEST:
        return str(exact)
    near = rounded(value, SHORTEST, RoundingMode.HALF_UP)
    return f"≈\u00a0{decimal_of(near)}"


def share(value: Fraction) -> str:
    """A share as a percentage."""
    return f"{number(value * 100)}%"


def fraction(value: Fraction) -> str:
    """The exact fraction, as a computer checks it."""
    return str(value.numerator) if value.denominator == 1 else exactly(value)


def places(value: Fraction, digits: int = 2) -> str:
    """A number at so many decimals, for columns; the exact one stands in the derivation."""
    near = rounded(abs(value), digits, RoundingMode.HALF_UP)
    whole, part = divmod(near.numerator * 10**digits // near.denominator, 10**digits)
    return f"{'−' if value < 0 and near else ''}{whole}{f'.{part:0{digits}d}' if digits else ''}"


def signed(value: Fraction) -> str:
    """A difference with its sign."""
    return f"+{places(value)}" if value > 0 else places(value)


def percent(value: Fraction) -> str:
    """A share as a percentage with one decimal."""
    return f"{places(value * 100, 1)}%"
