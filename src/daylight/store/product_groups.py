"""Read groups of products from ``life_cycle/*.toml`` of a country package; the file's name is the group's id.

Numbers are written in quotes, so that they stay exact; money in major units of the country's currency.
Shown by ``tests/store/test_product_groups.py``.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from daylight.core.rulebook.life_cycle import ProductGroup
from daylight.core.values.money import EXPONENTS
from daylight.store.country_files import LawFileError, built, ref_of, table_of


def read_groups(folder: Path, currency: str) -> tuple[ProductGroup, ...]:
    """Every group of a country, by id."""
    return tuple(_group(file, currency) for file in sorted(folder.glob("*.toml")))


def _group(file: Path, currency: str) -> ProductGroup:
    tables = {_NAMES.get(name, name): item for name, item in table_of(file).items()}
    quantities = tables.get("quantities", [])
    money = {one.get("id") for one in quantities if one.get("money")}
    shape = {
        "id": file.stem,
        **tables,
        "cites": [ref_of(one) for one in tables.get("cites", [])],
        "lines": [_line(row, file, f"line[{place}]") for place, row in enumerate(tables.get("lines", []))],
        "usual": [
            _usual(row, money, currency, file, f"usual[{place}]")
            for place, row in enumerate(tables.get("usual", []))
        ],
    }
    return built(ProductGroup, shape, file, "")


_NAMES = {"from": "from_day", "until": "until_day", "quantity": "quantities", "line": "lines"}


def _line(row: dict[str, Any], file: Path, key: str) -> dict[str, Any]:
    return {**row, "per": _number(row["per"], file, f"{key}.per")} if "per" in row else row


def _usual(row: dict[str, Any], money: set[str], currency: str, file: Path, key: str) -> dict[str, Any]:
    shape = {("from_day" if name == "from" else name): item for name, item in row.items()}
    scale: int = 10 ** EXPONENTS[currency] if shape.get("of") in money else 1
    return {**shape, "value": _number(shape.get("value"), file, f"{key}.value", scale)}


def _number(raw: Any, file: Path, key: str, scale: int = 1) -> str:
    try:
        number = Fraction(raw) * scale if isinstance(raw, str) else None
    except (ValueError, ZeroDivisionError):
        number = None
    if number is None:
        raise LawFileError(file, key, f'{raw!r} is not a number in quotes such as "0.65"')
    return f"{number.numerator}/{number.denominator}"
