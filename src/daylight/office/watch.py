"""Whether the house may take anything in: the log moves, the clocks agree, nobody else serves.

A receipt promises a leaf in the log. Where no checkpoint came for some ticks no more is promised; where a
clock jumped or differs from another, people are told, because every deadline rests on it.
Shown by ``tests/office/test_watch.py``.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text
from daylight.office.ports import Clock

TICKS_MISSED = 4
GRACE_SECONDS = 5.0
JUMP_MS = 500
ELSEWHERE_MS = 3_000
MOST_ALARMS = 20
NS_PER_MS = 1_000_000


@dataclass(frozen=True)
class Alarm:
    """Something about time that people should know, and when it was noticed."""

    at: Instant
    text: Text


@dataclass(frozen=True)
class Standing:
    """The log as the watch last heard of it; the age is in seconds, since the start before the first."""

    size: int
    age_seconds: int
    closed: Text | None
    alarms: tuple[Alarm, ...]


class Watch:
    """Hears of checkpoints and looks at clocks; safe for threads."""

    def __init__(
        self,
        clock: Clock,
        tick_seconds: float,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall_ms: Callable[[], int] = lambda: time.time_ns() // NS_PER_MS,
    ) -> None:
        self._clock, self._patience = clock, TICKS_MISSED * tick_seconds + GRACE_SECONDS
        self._monotonic, self._wall_ms = monotonic, wall_ms
        self._lock = threading.Lock()
        self._moved, self._size = monotonic(), 0
        self._signed: Instant | None = None
        self._ended: Text | None = None
        self._looked = (monotonic(), wall_ms())
        self._alarms: deque[Alarm] = deque(maxlen=MOST_ALARMS)
        self._behind = False

    def moved(self, checkpoint: Checkpoint) -> None:
        """A checkpoint was published."""
        now = self._clock.now()
        with self._lock:
            self._moved, self._size, self._signed = self._monotonic(), checkpoint.size, now

    def ended(self, text: Text) -> None:
        """Nothing more is taken in until an operator has looked and started again."""
        with self._lock:
            self._ended = self._ended or text
        logging.getLogger(__name__).critical("%s %s", text.zh, text.en)

    def look(self) -> None:
        """Compare the clock of the machine with the one that only runs on, and with the last checkpoint."""
        with self._lock:
            then, wall_then = self._looked
            self._looked = now, wall = self._monotonic(), self._wall_ms()
            signed = self._signed
        jump = (wall - wall_then) - round((now - then) * 1000)
        if abs(jump) > JUMP_MS:
            self._alarm(
                f"系统时钟跳变 {jump} 毫秒。", f"The clock of the machine jumped by {jump} milliseconds."
            )
        behind = signed is not None and self._clock.now().utc_ms < signed.utc_ms
        if behind and not self._behind and signed is not None:
            self._alarm(
                f"系统时钟早于最近的检查点（{signed.iso()}）。",
                f"The clock is behind the last checkpoint ({signed.iso()}).",
            )
        self._behind = behind

    def compare(self, elsewhere_ms: int, ours_ms: int) -> None:
        """Compare the clock of the machine with another one's, in milliseconds."""
        if abs(ours_ms - elsewhere_ms) > ELSEWHERE_MS:
            by = ours_ms - elsewhere_ms
            self._alarm(
                f"系统时钟与第二时间源相差 {by} 毫秒。",
                f"The clock differs from the second source of time by {by} milliseconds.",
            )

    def closed(self) -> Text | None:
        """Why nothing is taken in; nothing where all is well."""
        with self._lock:
            if self._ended:
                return self._ended
            age = self._monotonic() - self._moved
        if age <= self._patience:
            return None
        return Text(
            f"日志已 {round(age)} 秒没有新的检查点，暂停收件，直至恢复。",
            f"The log has had no checkpoint for {round(age)} seconds; intake is stopped until it has one.",
        )

    def standing(self) -> Standing:
        """Everything people are told."""
        closed = self.closed()
        with self._lock:
            age = int(self._monotonic() - self._moved)
            return Standing(self._size, age, closed, tuple(self._alarms))

    def _alarm(self, zh: str, en: str) -> None:
        with self._lock:
            self._alarms.append(Alarm(self._clock.now(), Text(zh, en)))
        logging.getLogger(__name__).error("%s %s", zh, en)
