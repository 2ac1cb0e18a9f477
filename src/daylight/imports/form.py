"""How a country writes its lists of intentions: ``forms/intentions.toml`` of the country package.

Shown by ``tests/imports/test_intentions.py``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from daylight.core.values.spelling import squeezed
from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault

FORM = Path("forms") / "intentions.toml"
BRACKETED = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Form:
    """Header words by field, and the spellings of answers, months and money; each word squeezed.

    ``units`` tells how many minor units one is worth; ``currencies`` are the names of other money, which no
    amount is read in; ``beside_units`` are words that stand beside a unit and say nothing of it.
    """

    words: dict[str, str]
    yes: frozenset[str]
    no: frozenset[str]
    months: tuple[re.Pattern[str], ...]
    buyer_in_title: re.Pattern[str]
    buyer_above: tuple[re.Pattern[str], ...]
    unit_above: re.Pattern[str]
    currency: str
    units: dict[str, int]
    unit_by_decimals: dict[int, str]
    unit_ends: tuple[str, ...]
    currencies: dict[str, str]
    beside_units: frozenset[str]


def bare(text: str) -> str:
    """A header word without what stands in brackets: ``预算金额（万元）`` is ``预算金额``."""
    return BRACKETED.sub("", squeezed(text))


def read_form(country: Path) -> Form:
    """The form of a country package; an ``ImportFault`` where it has none."""
    place = country / FORM
    if not place.is_file():
        raise ImportFault(
            Text(f"{country.name} 没有采购意向的表样。", f"{country.name} has no form of intentions."),
            Text(f"请在其中加入 {FORM}。", f"Add {FORM} to it."),
        )
    told = tomllib.loads(place.read_text(encoding="utf-8"))
    return Form(
        words={bare(word): field for field, words in told["columns"].items() for word in words},
        yes=frozenset(map(squeezed, told["yes"])),
        no=frozenset(map(squeezed, told["no"])),
        months=tuple(map(re.compile, told["months"])),
        buyer_in_title=re.compile(told["buyer_in_title"]),
        buyer_above=tuple(map(re.compile, told["buyer_above"])),
        unit_above=re.compile(told["unit_above"]),
        currency=told["currency"],
        units={squeezed(unit): worth for unit, worth in told["units"].items()},
        unit_by_decimals={
            int(places): squeezed(unit) for places, unit in told.get("unit_by_decimals", {}).items()
        },
        unit_ends=tuple(map(squeezed, told["unit_ends"])),
        currencies={squeezed(word): code for code, words in told["currencies"].items() for word in words},
        beside_units=frozenset(map(squeezed, told["beside_units"])),
    )
