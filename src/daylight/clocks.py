"""Clocks: the machine's, and a practice world's that can be set forward.

A practice clock is a file with the milliseconds it is ahead; every process of the practice world reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import time_ns

from daylight.core.values.instant import Instant

NS_PER_MS = 1_000_000


@dataclass(frozen=True)
class SystemClock:
    """The clock of the machine, at the offset of the world's territory; ``ahead_ms`` in a practice world."""

    offset_minutes: int
    ahead_ms: int = 0

    def now(self) -> Instant:
        """This instant."""
        return Instant(time_ns() // NS_PER_MS + self.ahead_ms, self.offset_minutes)


@dataclass(frozen=True)
class PracticeClock:
    """A practice world's clock: the machine's, set forward."""

    place: Path
    offset_minutes: int

    def now(self) -> Instant:
        """This instant of the practice world."""
        ahead = int(self.place.read_text()) if self.place.exists() else 0
        return Instant(time_ns() // NS_PER_MS + ahead, self.offset_minutes)

    def move_to(self, instant: Instant) -> None:
        """Set the clock so that now is the instant."""
        beside = self.place.with_suffix(".new")
        beside.write_text(str(instant.utc_ms - time_ns() // NS_PER_MS))
        beside.replace(self.place)
