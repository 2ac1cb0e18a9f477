"""The levels of a country's instruments, from laws down: ``forms/levels.toml`` of the country package.

Shown by ``tests/store/test_levels.py``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from daylight.core.rulebook.instrument import Instrument
from daylight.core.values.text import Text

FORM = Path("forms") / "levels.toml"


@dataclass(frozen=True)
class Level:
    """A level, and what the numbers of its instruments look like."""

    id: str
    name: Text
    number: re.Pattern[str]


def load_levels(country: Path) -> tuple[Level, ...]:
    """The levels of a country package, the highest first; none where it names none."""
    file = country / FORM
    if not file.is_file():
        return ()
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["level"]
    return tuple(Level(row["id"], Text(**row["name"]), re.compile(row["number"])) for row in rows)


def by_level(
    levels: Iterable[Level], instruments: Iterable[Instrument]
) -> tuple[tuple[Level | None, tuple[Instrument, ...]], ...]:
    """Instruments on the first level their number fits, oldest first; at last those that fit none."""
    levels = tuple(levels)
    ordered = sorted(instruments, key=lambda one: (one.territory, one.in_force_on, one.id))
    placed = [(next((v for v in levels if v.number.match(one.number)), None), one) for one in ordered]
    grouped = ((level, tuple(one for at, one in placed if at == level)) for level in (*levels, None))
    return tuple((level, found) for level, found in grouped if found)
