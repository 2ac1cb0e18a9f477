"""Correction of arithmetic in a priced bid, in the fixed order of provision role ``evaluation.arithmetic``.

1. The opening table prevails over the body.
2. Words prevail over figures.
3. Where a decimal point has evidently slipped in a unit price, the total stays and the unit price moves.
4. The sum of the lines by unit price prevails over the total.

Several errors in one bid can be read two ways: the first in order decides alone, or all apply in turn.
The terms choose; ``readings_differ`` tells the committee when the choice matters.
Shown by ``tests/core/evaluation/test_arithmetic.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import floor

from daylight.core.acts.evaluation_terms import ArithmeticReading
from daylight.core.values.because import Because
from daylight.core.values.text import Text

BASE = 10


class CorrectionRule(StrEnum):
    """The four corrections, in the order they are looked for."""

    OPENING_TABLE_OVER_BODY = "opening_table_over_body"
    WORDS_OVER_FIGURES = "words_over_figures"
    UNIT_PRICE_SLIP = "unit_price_slip"
    LINES_OVER_TOTAL = "lines_over_total"


@dataclass(frozen=True)
class PriceLine:
    """One line of the price schedule as the bid states it; a unit price may be finer than a minor unit."""

    id: str
    unit_price_minor: Fraction
    quantity: Fraction
    total_minor: int

    @property
    def amount_minor(self) -> int:
        """Unit price times quantity, a half minor unit rounded up: what this line costs."""
        return floor(self.unit_price_minor * self.quantity + Fraction(1, 2))


@dataclass(frozen=True)
class PriceStatement:
    """What a bid says its price is, in each place where it says so."""

    opening_table_minor: int
    body_minor: int
    words_minor: int | None = None
    lines: tuple[PriceLine, ...] = ()


@dataclass(frozen=True)
class CorrectionStep:
    """One correction: the rule, the total before and after it, and why."""

    rule: CorrectionRule
    before_minor: int
    after_minor: int
    because: Because


@dataclass(frozen=True)
class Correction:
    """The price that stands after correction, the lines as corrected, and the steps taken."""

    reading: ArithmeticReading
    corrected_minor: int
    lines: tuple[PriceLine, ...]
    steps: tuple[CorrectionStep, ...]


@dataclass(frozen=True)
class _Sheet:
    statement: PriceStatement
    total: int
    lines: tuple[PriceLine, ...]


def correct(statement: PriceStatement, reading: ArithmeticReading) -> Correction:
    """Correct the arithmetic of a bid under one reading; without an error the opening table stands."""
    sheet = _Sheet(statement, statement.opening_table_minor, statement.lines)
    steps: list[CorrectionStep] = []
    for rule, apply in _RULES:
        if steps and reading is ArithmeticReading.FIRST_DECIDES:
            break
        if found := apply(sheet):
            steps.append(
                CorrectionStep(rule, *_before_after(rule, sheet, found), _because(rule, sheet, found))
            )
            sheet = found
    return Correction(reading, sheet.total, sheet.lines, tuple(steps))


def readings_differ(statement: PriceStatement) -> bool:
    """Whether the two readings give this bid different prices."""
    prices = {correct(statement, reading).corrected_minor for reading in ArithmeticReading}
    return len(prices) > 1


def _opening_table(sheet: _Sheet) -> _Sheet | None:
    return sheet if sheet.statement.body_minor != sheet.total else None


def _words(sheet: _Sheet) -> _Sheet | None:
    words = sheet.statement.words_minor
    return replace(sheet, total=words) if words is not None and words != sheet.total else None


def _slip(sheet: _Sheet) -> _Sheet | None:
    """A slip is evident when moving decimal points, and nothing else, makes the lines add up to the total."""
    stated = _sum(sheet.lines)
    if not stated or stated == sheet.total:
        return None
    by_line = tuple(_moved(line, _ratio(line.total_minor, line.amount_minor)) for line in sheet.lines)
    together = tuple(_moved(line, _ratio(sheet.total, stated)) for line in sheet.lines)
    return next(
        (replace(sheet, lines=lines) for lines in (by_line, together) if _sum(lines) == sheet.total), None
    )


def _lines(sheet: _Sheet) -> _Sheet | None:
    total = _sum(sheet.lines)
    if not sheet.lines or total == sheet.total:
        return None
    lines = tuple(replace(line, total_minor=line.amount_minor) for line in sheet.lines)
    return replace(sheet, total=total, lines=lines)


_RULES: tuple[tuple[CorrectionRule, Callable[[_Sheet], _Sheet | None]], ...] = (
    (CorrectionRule.OPENING_TABLE_OVER_BODY, _opening_table),
    (CorrectionRule.WORDS_OVER_FIGURES, _words),
    (CorrectionRule.UNIT_PRICE_SLIP, _slip),
    (CorrectionRule.LINES_OVER_TOTAL, _lines),
)

_WORDS = {
    CorrectionRule.OPENING_TABLE_OVER_BODY: Text(
        "开标一览表与投标文件内容不一致,以开标一览表为准",
        "The opening table and the body of the bid differ; the opening table prevails",
    ),
    CorrectionRule.WORDS_OVER_FIGURES: Text(
        "大写金额与小写金额不一致,以大写金额为准",
        "The amounts in words and in figures differ; the words prevail",
    ),
    CorrectionRule.UNIT_PRICE_SLIP: Text(
        "单价小数点明显错位,以总价为准,修改单价",
        "A decimal point in a unit price has evidently slipped; the total stays and the unit price is mended",
    ),
    CorrectionRule.LINES_OVER_TOTAL: Text(
        "总价与按单价汇总的金额不一致,以单价计算结果为准",
        "The total and the sum by unit prices differ; the sum by unit prices prevails",
    ),
}


def _before_after(rule: CorrectionRule, before: _Sheet, after: _Sheet) -> tuple[int, int]:
    if rule is CorrectionRule.OPENING_TABLE_OVER_BODY:
        return before.statement.body_minor, after.total
    return before.total, after.total


def _because(rule: CorrectionRule, before: _Sheet, after: _Sheet) -> Because:
    was, now = _before_after(rule, before, after)
    mended = (
        (f"unit_price:{line.id}", f"{old.unit_price_minor} → {line.unit_price_minor}")
        for old, line in zip(before.lines, after.lines, strict=True)
        if old.unit_price_minor != line.unit_price_minor
    )
    facts = (("before_minor", str(was)), ("after_minor", str(now)), *mended)
    return Because(f"evaluation.{rule}", _WORDS[rule], inputs=facts)


def _sum(lines: tuple[PriceLine, ...]) -> int:
    return sum(line.amount_minor for line in lines)


def _ratio(stated: int, computed: int) -> Fraction:
    """How far the decimal point moved; one where the two don't differ by a power of ten."""
    if stated <= 0 or computed <= 0:
        return Fraction(1)
    ratio = Fraction(stated, computed)
    rest = max(ratio.numerator, ratio.denominator)
    while rest % BASE == 0:
        rest //= BASE
    return ratio if rest == min(ratio.numerator, ratio.denominator) == 1 else Fraction(1)


def _moved(line: PriceLine, ratio: Fraction) -> PriceLine:
    return replace(line, unit_price_minor=line.unit_price_minor * ratio)
