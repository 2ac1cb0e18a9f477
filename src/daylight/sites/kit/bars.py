"""Bars in tables: the geometry of a chart whose rows are the rows of its table.

A drawing has no view box: positions are percentages, so it takes the width of its cell, never scales its
words, prints as it stands, and needs neither script nor style (``docs/decisions/0010-charts-are-tables.md``).
Shown by ``tests/sites/test_bars.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

LABEL_FROM = Fraction(1, 8)
"""The least share of the width at which a number fits into its bar."""


@dataclass(frozen=True)
class Bar:
    """A piece of a row; ``tone`` chooses its colour, ``label`` stands in it where there is room."""

    x: str
    width: str
    middle: str
    tone: int
    label: str


@dataclass(frozen=True)
class Tick:
    """A line across all rows, named in the head."""

    x: str
    label: str


def stacked(parts: Sequence[tuple[Fraction, str]], whole: Fraction) -> tuple[Bar, ...]:
    """Pieces one after another, each as wide as its share of the whole."""
    bars, begin = [], Fraction()
    for tone, (size, label) in enumerate(parts):
        share = size / whole
        bars.append(_bar(begin, share, tone=tone, label=label))
        begin += share
    return tuple(bars)


def span(first: date, last: date, begin: date, end: date) -> Bar:
    """The days from one to another within the days of the chart; a single day is still seen."""
    whole = max(1, (end - begin).days)
    start = Fraction((first - begin).days, whole)
    return _bar(start, max(Fraction(1, 80), Fraction((last - first).days, whole)), tone=0, label="")


def months(begin: date, end: date, lang: str) -> tuple[Tick, ...]:
    """A tick at the first of each month, at most eight of them."""
    whole = max(1, (end - begin).days)
    firsts = []
    year, month = begin.year, begin.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if date(year, month, 1) > end:
            break
        firsts.append(date(year, month, 1))
    every = -(-len(firsts) // 8) or 1
    return tuple(Tick(_percent(Fraction((d - begin).days, whole)), _month(d, lang)) for d in firsts[::every])


def years(begin: date, end: date) -> tuple[Tick, ...]:
    """A tick at the first day of a year, at most eight of them."""
    whole = max(1, (end - begin).days)
    firsts = [date(year, 1, 1) for year in range(begin.year + 1, end.year + 1)]
    every = -(-len(firsts) // 8) or 1
    chosen = [day for day in firsts if day.year % every == 0]
    return tuple(Tick(_percent(Fraction((d - begin).days, whole)), str(d.year)) for d in chosen)


def _month(day: date, lang: str) -> str:
    return f"{day.month}月" if lang == "zh" else f"{day:%b}"


def _bar(start: Fraction, share: Fraction, *, tone: int, label: str) -> Bar:
    start = max(Fraction(), min(start, 1 - share))
    shown = label if share >= LABEL_FROM else ""
    return Bar(_percent(start), _percent(share), _percent(start + share / 2), tone % 8, shown)


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.2f}%"
