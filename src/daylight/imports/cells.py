"""Reads a cell: money to whole minor units, months, yes and no. What can't be read comes back as a finding.

Shown by ``tests/imports/test_cells.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.values.money import Money
from daylight.core.values.spelling import squeezed
from daylight.core.values.text import Text
from daylight.imports.form import Form
from daylight.imports.workbook import Mark

NUMBER = re.compile(r"(?P<whole>\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.(?P<part>\d{1,9}))?(?P<unit>\D*)")
DECEMBER = 12
AMBIGUOUS = re.compile(r"20\d\d\.1")


@dataclass(frozen=True)
class Finding:
    """What is wrong with a row, and what would correct it; ``code`` names the kind of fault."""

    code: str
    what: Text
    mend: Text


def read_money(text: str, unit: str, form: Form) -> Money | Finding:
    """An amount to whole minor units; ``unit`` is what the header says, and the cell may say it too."""
    bare_number = squeezed(text)
    for ours in ("¥", *sorted(form.beside_units)):
        bare_number = bare_number.removeprefix(ours)
    found = NUMBER.fullmatch(bare_number)
    if not found:
        return _finding(
            "amount.unreadable",
            ("金额“{said}”不是数字", "the amount “{said}” is no number"),
            ("请填写如 65.000000", "write it like 65.000000"),
            text,
        )
    part = found["part"] or ""
    said = found["unit"] or unit or form.unit_by_decimals.get(len(part), "")
    if any(said.endswith(one) for one in form.currencies):
        return _finding(
            "amount.other-currency",
            ("金额“{said}”是外币", "the amount “{said}” is in another currency"),
            ("请按规定折算为本国货币后填写", "convert it into the currency of the list"),
            text,
        )
    if said not in form.units:
        return _finding(
            "amount.no-unit",
            ("金额“{said}”没有可识别的单位", "the amount “{said}” has no unit that is known"),
            ("请在表头写明，如 金额(万元)", "name it in the header, like 金额(万元)"),
            text,
        )
    exact = Fraction(f"{found['whole'].replace(',', '')}.{part or 0}") * form.units[said]
    if exact.denominator != 1:
        return _finding(
            "amount.not-whole",
            ("金额“{said}”不是整数分", "the amount “{said}” is no whole number of minor units"),
            ("请向采购人核实金额", "ask the purchaser for the amount"),
            text,
        )
    if exact <= 0:
        return _finding(
            "amount.zero",
            ("金额为零", "the amount is zero"),
            ("请向采购人核实金额", "ask the purchaser for the amount"),
            text,
        )
    return Money(exact.numerator, form.currency)


def read_month(text: str, form: Form, mark: Mark | None = None) -> str | Finding:
    """A month as ``2026-03``; the number 2026.1 is January or October, unless it is shown as 2026.10."""
    shown = (mark and mark.shown) or text
    if mark and mark.kind == "number" and AMBIGUOUS.fullmatch(shown):
        return _finding(
            "month.number",
            (
                "预计采购时间是数字 {said}，可能是1月或10月",
                "the time is the number {said}: January or October",
            ),
            ("请改为文字，如 2026年10月", "write it as text, like 2026年10月"),
            text,
        )
    for pattern in form.months:
        found = pattern.match(squeezed(shown).replace("t00:00:00", "T00:00:00"))
        if found and 1 <= int(found["month"]) <= DECEMBER:
            return f"{found['year']}-{int(found['month']):02d}"
    return _finding(
        "month.unreadable",
        ("预计采购时间“{said}”不是月份", "the time “{said}” is no month"),
        ("请填写如 2026年03月", "write it like 2026年03月"),
        text,
    )


def read_answer(text: str, form: Form) -> bool | None:
    """Yes, no, or nothing that is either."""
    said = squeezed(text)
    return True if said in form.yes else False if said in form.no else None


def _finding(code: str, what: tuple[str, str], mend: tuple[str, str], said: str) -> Finding:
    shown = said if len(said) < 40 else f"{said[:39]}…"
    return Finding(code, Text(*what).fill(said=shown), Text(*mend))
