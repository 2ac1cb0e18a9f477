"""How a code counts its periods: what one instrument says once for every period under it.

A period is counted as its legal basis says: by the parameter where it names a counting, else by the
instrument its value rests on, else, in rulebooks made before there were countings, by the parameter's own
switches. Shown by ``tests/core/rulebook/test_counting.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.rulebook.provision import Ref
from daylight.core.values.text import Text

Rollover = Literal["none", "next_working_day"]


@dataclass(frozen=True)
class Counting:
    """Whether the first day counts, and what becomes of an end on a day of rest (``cites`` say so)."""

    id: str
    name: Text
    start_excluded: bool
    rollover: Rollover
    cites: tuple[Ref, ...]
    confidence: str


@dataclass(frozen=True)
class Start:
    """One of several events that start a period, and for which matter it does."""

    event: str
    matter: Text
    cites: tuple[Ref, ...] = ()
