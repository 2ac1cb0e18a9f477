"""A legal instrument: what was issued, by whom, and from when to when it is in force.

Shown by ``tests/core/rulebook/test_law.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.values.text import Text

#: The instrument every what-if value cites, so that it can never pass for law.
WHAT_IF = "what-if"


@dataclass(frozen=True)
class Amendment:
    """The instrument was changed under its own name: decided on one day, in force from another."""

    decided_on: date
    in_force_on: date


@dataclass(frozen=True)
class Instrument:
    """``numbering`` is the confidence of its article numbers, apart from what the articles say.

    ``methods`` are the procurement methods it rules; none means all. What it says inherits them.
    ``counting`` names how periods under it are counted.
    """

    id: str
    name: Text
    number: str
    issuer: Text
    territory: str
    issued_on: date
    in_force_on: date
    confidence: str
    numbering: str
    repealed_on: date | None = None
    replaces: tuple[str, ...] = ()
    note: Text | None = None
    methods: tuple[str, ...] = ()
    amended: tuple[Amendment, ...] = ()
    counting: str = ""

    def stands_on(self, day: date) -> bool:
        """Whether the instrument is in force on a day."""
        return self.in_force_on <= day and (self.repealed_on is None or day < self.repealed_on)
