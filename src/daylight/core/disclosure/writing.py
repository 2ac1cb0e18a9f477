"""JSON for the world outside: camel case, nothing empty, and amounts exact to the last digit.

OCDS amounts are JSON numbers, and the core knows no floats: a number that is not whole is an ``Exact``, the
decimal text itself, from the model to the bytes and back. Shown by ``tests/core/disclosure/test_writing.py``.
"""

from __future__ import annotations

import dataclasses
import json
from fractions import Fraction
from functools import cache

from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, major_units
from daylight.core.values.plain import refuse_deep

TEN = 10
MOST_DIGITS = 12

_scalar = json.JSONEncoder(ensure_ascii=False).encode


class Exact(str):
    """A number in its decimal spelling (``12.50``), written to JSON without quotes."""

    __slots__ = ()


Decimal = int | Exact
Number = Decimal | None


def amount_of(money: Money) -> int | Exact:
    """The amount in major units, whole or exact."""
    units = major_units(money)
    return units if isinstance(units, int) else Exact(units)


def decimal_of(value: Fraction) -> int | Exact | None:
    """A fraction as a decimal number; nothing where no short one says it exactly."""
    if value.denominator == 1:
        return value.numerator
    for places in range(1, MOST_DIGITS + 1):
        scaled = value * TEN**places
        if scaled.denominator == 1:
            whole, part = divmod(abs(scaled.numerator), TEN**places)
            return Exact(f"{'-' if value < 0 else ''}{whole}.{part:0{places}d}")
    return None


def exactly(value: Fraction) -> str:
    """A fraction as a whole number over a whole number: ``3/10``."""
    return f"{value.numerator}/{value.denominator}"


def tree(value: object) -> object:
    """A model as JSON objects in camel case, without what is empty."""
    if dataclasses.is_dataclass(value) and not isinstance(value, Instant | type):
        named = ((camel(f.name), tree(getattr(value, f.name))) for f in dataclasses.fields(value))
        return {name: item for name, item in named if not _empty(item)}
    if isinstance(value, Instant):
        return value.iso()
    if isinstance(value, tuple | list):
        return [item for item in (tree(one) for one in value) if not _empty(item)]
    return value


def json_bytes(value: object) -> bytes:
    """JSON text in UTF-8, exact numbers as they are."""
    return _text(value).encode()


def read_json(source: bytes) -> object:
    """JSON with every number that is not whole kept as its decimal text."""
    refuse_deep(source)
    return json.loads(source, parse_float=Exact, parse_constant=_refused)


@cache
def camel(name: str) -> str:
    """``date_signed`` → ``dateSigned``; the language of a translation stays apart: ``title_en``."""
    stem, language = (name.removesuffix("_en"), "_en") if name.endswith("_en") else (name, "")
    first, *rest = stem.split("_")
    return first + "".join("ID" if word == "ID" else word.capitalize() for word in rest) + language


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)


def _text(value: object) -> str:
    if isinstance(value, Exact):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{_text(str(key))}:{_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_text(item) for item in value) + "]"
    return _scalar(value)


def _refused(text: str) -> object:
    raise ValueError(f"{text} is not a number of JSON")
