"""What a refusal states: typed values in memory, text where they are signed and compared.

The words for people are made of the values, at the end (``daylight.core.judgement.words.said``); acts and
notes hold the spelling, which never changes. Shown by ``tests/core/values/test_fact.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, Union

from daylight.core.values.docket import kind_of
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.plain import Misshapen, build, plain
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Code:
    """A word of the platform, such as a function or a cause: people read what its vocabulary calls it."""

    of: str
    code: str


@dataclass(frozen=True)
class Share:
    """A part of a whole, which people read as a percentage."""

    of_one: Fraction


One = None | bool | int | str | Fraction | Share | date | Instant | Money | Text | StrEnum | Code
Fact = Union[One, "tuple[Fact, ...]"]


@dataclass(frozen=True)
class Spelled:
    """A value that is spelled otherwise than its type: a name by its docket, words by their code."""

    value: Fact
    spelling: str


Stated = Union[One, Spelled, "tuple[Stated, ...]"]

TYPES: dict[str, type] = {
    "yes": bool,
    "count": int,
    "name": str,
    "number": Fraction,
    "share": Share,
    "day": date,
    "instant": Instant,
    "money": Money,
    "text": Text,
    "code": Code,
}
"""The types of facts by the names they have at the interface, beside lists and nothing."""


def this(docket: str) -> Spelled:
    """A docket that people know as the thing at hand: this bid, this case."""
    return Spelled(Code("docket", kind_of(docket) or ("unknown" if docket else "")), docket)


def codes(of: str, spelled: Iterable[str]) -> tuple[Code, ...]:
    """Codes of one vocabulary."""
    return tuple(Code(of, code) for code in spelled)


def value_of(stated: Stated) -> Fact:
    """What is stated, without its spelling."""
    if isinstance(stated, Spelled):
        return stated.value
    return tuple(map(value_of, stated)) if isinstance(stated, tuple) else stated


def spelling_of(stated: Stated) -> str:
    """The text that stands for a value in acts and notes."""
    match stated:
        case Spelled():
            return stated.spelling
        case None | ():
            return "-"
        case tuple():
            return ", ".join(map(spelling_of, stated))
        case Money():
            return str(stated.amount_minor)
        case Instant():
            return stated.iso()
        case Code():
            return stated.code
        case Share():
            return str(stated.of_one)
        case Text():
            raise TypeError("words have no spelling of their own; say which with Spelled")
        case _:
            return str(stated)


def plain_fact(fact: Fact) -> dict[str, Any]:
    """A fact for the interface: its type and its plain value."""
    if fact is None:
        return {"type": "nothing"}
    if isinstance(fact, tuple):
        return {"type": "list", "value": [plain_fact(one) for one in fact]}
    if isinstance(fact, StrEnum):
        fact = Code(type(fact).__name__, fact.value)
    return {"type": next(name for name, kind in TYPES.items() if type(fact) is kind), "value": plain(fact)}


def build_fact(said: Any, path: str = "") -> Fact:
    """The fact an interface gave; a type nobody knows is ``Misshapen``."""
    match said:
        case {"type": "nothing", **rest} if not rest:
            return None
        case {"type": "list", "value": list(items), **rest} if not rest:
            return tuple(build_fact(one, f"{path}[{n}]") for n, one in enumerate(items))
        case {"type": str(name), "value": value, **rest} if name in TYPES and not rest:
            found: Fact = build(TYPES[name], value, path)
            return found
    raise Misshapen(path, "a fact is expected: its type and its value")
