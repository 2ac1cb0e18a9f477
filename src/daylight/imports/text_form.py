"""How a country writes its statutes: ``forms/texts.toml`` of the country package, and its numerals.

Shown by ``tests/imports/test_law_texts.py``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault

FORM = Path("forms") / "texts.toml"


@dataclass(frozen=True)
class TextForm:
    """What files, articles and items look like, and what the numerals are worth."""

    language: str
    file: re.Pattern[str]
    end_of_history: str
    article: re.Pattern[str]
    item: re.Pattern[str]
    in_force: re.Pattern[str]
    before_names: tuple[str, ...]
    digits: dict[str, int]
    places: dict[str, int]

    def number(self, written: str) -> int | None:
        """A number written in the country's numerals; nothing where it can't be one."""
        whole, digit, last = 0, None, None
        for sign in written:
            if sign in self.places and (last is None or self.places[sign] < last):
                last = self.places[sign]
                whole, digit = whole + (1 if digit is None else digit) * last, None
            elif sign in self.digits and not digit:
                digit = self.digits[sign]
            else:
                return None
        return whole + (digit or 0) or None

    def bare(self, title: str) -> str:
        """A title without the name of the country before it."""
        for before in self.before_names:
            title = title.removeprefix(before)
        return title.strip()


def read_text_form(country: Path) -> TextForm:
    """The form of a country package; an ``ImportFault`` where it has none."""
    place = country / FORM
    if not place.is_file():
        raise ImportFault(
            Text(
                f"{country.name} 没有法规全文的写法说明。",
                f"{country.name} does not say how texts are written.",
            ),
            Text(f"请在其中加入 {FORM}。", f"Add {FORM} to it."),
        )
    told = tomllib.loads(place.read_text(encoding="utf-8"))
    patterns = {name: re.compile(told[name]) for name in ("file", "article", "item", "in_force")}
    return TextForm(
        language=told["language"],
        **patterns,
        end_of_history=told["end_of_history"],
        before_names=tuple(told["before_names"]),
        digits=told["digits"],
        places=told["places"],
    )
