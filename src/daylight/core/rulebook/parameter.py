"""A parameter: a number the law sets, with every value it has had, each from a day and with its citation.

A value is a whole number, a yes or no, an exact fraction, money, or a range of these; never a float.
The unit and the mode of a period say how days are counted (``deadlines.py``).
Shown by ``tests/core/rulebook/test_law.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from daylight.core.rulebook.counting import Rollover, Start
from daylight.core.rulebook.provision import Ref
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text

Kind = Literal["floor", "ceiling", "range", "rate", "period", "count", "money", "switch"]
Unit = Literal["day", "working_day", "month", "year", "minute", "ratio", "point", "count", "money", "switch"]
Mode = Literal["max_after", "min_after", "min_length", "min_before", "max_before"]
Object = Literal["goods", "services", "works"]

#: What periods are counted in.
PERIODS = ("day", "working_day", "month", "year")

UNITS: dict[str, Text] = {
    "day": Text("日", "calendar days"),
    "working_day": Text("个工作日", "working days"),
    "month": Text("个月", "months"),
    "year": Text("年", "years"),
    "minute": Text("分钟", "minutes"),
    "point": Text("分", "points of 100"),
}


@dataclass(frozen=True)
class Range:
    """A value must lie between the two, both included."""

    low: int | Fraction
    high: int | Fraction


Value = int | bool | Fraction | Money | Range


@dataclass(frozen=True)
class DatedValue:
    """What the law says from a day on. ``overlay`` lets a local value go before the national one.

    ``levels`` are those of the budgets it holds for; none means all.
    """

    from_day: date
    value: Value
    territory: str
    cites: tuple[Ref, ...]
    confidence: str
    known_since: date
    overlay: bool = False
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parameter:
    """``anchor`` names the event that both starts the count and picks the version of the law.

    ``methods`` are the procurement methods it holds for, none meaning all; where the methods differ in one
    question, each has a parameter of its own that ``answers`` it. ``counting`` names how its days are counted
    where that is not as its instrument counts; ``starts`` are the events of which law chooses one by matter.
    """

    id: str
    name: Text
    kind: Kind
    unit: Unit
    anchor: str
    values: tuple[DatedValue, ...]
    objects: tuple[Object, ...] = ()
    mode: Mode | None = None
    start_excluded: bool = True
    rollover: Rollover = "none"
    answers: str = ""
    methods: tuple[str, ...] = ()
    counting: str = ""
    starts: tuple[Start, ...] = ()

    def __post_init__(self) -> None:
        if (self.kind == "period") != (self.mode is not None):
            raise ValueError(f"{self.id}: a period has a mode, and nothing else has")
        if self.mode and self.unit not in PERIODS:
            raise ValueError(
                f"{self.id}: a period is counted in days, working days, months or years, not {self.unit}"
            )
        for dated in self.values:
            if not _fits(dated.value, self.kind, self.unit):
                raise ValueError(f"{self.id}: {dated.value!r} from {dated.from_day} is no {self.unit}")


def value_words(unit: str, value: Value) -> Text:
    """The value as people write it, with its unit."""
    if isinstance(value, Range):
        low, high = value_words(unit, value.low), value_words(unit, value.high)
        return Text(f"{low.zh}至{high.zh}", f"{low.en} to {high.en}")
    if isinstance(value, bool):
        return Text("是", "yes") if value else Text("否", "no")
    if isinstance(value, Money):
        return Text(money_words(value), money_words(value))
    if isinstance(value, Fraction):
        return Text(_share(value), _share(value))
    words = UNITS.get(unit, Text("", ""))
    return Text(f"{value:,} {words.zh}".rstrip(), f"{value:,} {words.en}".rstrip())


def _share(value: Fraction) -> str:
    """A percentage where two decimals say it exactly, else the fraction itself."""
    basis_points = value * 10_000
    if basis_points.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    whole, part = divmod(int(basis_points), 100)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".") + "%"


_SHAPES: dict[str, type] = {"money": Money, "switch": bool, "ratio": Fraction}


def _fits(value: Value, kind: str, unit: str) -> bool:
    if isinstance(value, Range):
        return kind == "range" and _fits(value.low, "", unit) and _fits(value.high, "", unit)
    return kind != "range" and type(value) is _SHAPES.get(unit, int)
