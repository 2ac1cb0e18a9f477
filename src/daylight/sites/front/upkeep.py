"""What the serving process does beside answering: it watches log, clocks and its hold on the world.

Shown by ``tests/sites/test_upkeep.py``.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

import httpx

from daylight.core.values.instant import EPOCH
from daylight.core.values.text import Text
from daylight.office.logbook import LogRefused
from daylight.office.watch import Watch
from daylight.sites.front import notices
from daylight.store.arrivals import Arrivals

LOOK_SECONDS = 1.0
TILES_AT_ONCE = 8
HOLD_SECONDS = 5
NOTICE_SECONDS = 60
CLOCK_SECONDS = 600
CLEAR_SECONDS = 3600
ASK_SECONDS = 10
HALF_A_SECOND_MS = 500
LOST = Text(
    "已失去对数据库的独占，可能有另一服务进程，停止收件。请检查后重新启动。",
    "The hold on the database was lost, and another server may serve it; intake is stopped. "
    "Look, then start again.",
)


@dataclass
class Upkeep:
    """Does each thing once in its time."""

    watch: Watch
    arrivals: Arrivals
    holds: Callable[[], bool]
    recheck: Callable[[int, int], None]
    time_source: str = ""
    _done: dict[str, float] = field(default_factory=dict)
    _rechecked: int = 0

    def run_forever(self, stop: threading.Event) -> None:
        """Look every second until told to stop; what fails is said and tried again."""
        while not stop.wait(LOOK_SECONDS):
            try:
                self.once(time.monotonic())
            except Exception:
                logging.getLogger(__name__).exception("例行检查失败。 Looking after the house failed.")

    def once(self, now: float) -> None:
        """Do what is due."""
        self.watch.look()
        self._recheck()
        if self._due("hold", now, HOLD_SECONDS) and not self.holds():
            self.watch.ended(LOST)
        if self._due("notices", now, NOTICE_SECONDS):
            notices.tell()
        if self._due("clear", now, CLEAR_SECONDS):
            self.arrivals.clear()
        if self.time_source and self._due("clock", now, CLOCK_SECONDS):
            compare_clocks(self.watch, self.time_source)

    def _recheck(self) -> None:
        """Some tiles of the log at each look: what is damaged is found while the house is open."""
        try:
            self.recheck(self._rechecked, TILES_AT_ONCE)
            self._rechecked += TILES_AT_ONCE
        except LogRefused as refused:
            self.watch.ended(refused.text)

    def _due(self, what: str, now: float, seconds: float) -> bool:
        if now - self._done.get(what, -seconds) < seconds:
            return False
        self._done[what] = now
        return True


def compare_clocks(watch: Watch, address: str) -> None:
    """Ask a second source for its time, and compare it with the middle of the asking."""
    before = time.time()
    try:
        answer = httpx.head(address, timeout=ASK_SECONDS, follow_redirects=False)
        said = parsedate_to_datetime(answer.headers["Date"])
        elsewhere_ms = round((said - EPOCH).total_seconds() * 1000) + HALF_A_SECOND_MS
    except (httpx.HTTPError, KeyError, TypeError, ValueError) as error:
        logging.getLogger(__name__).warning(
            "第二时间源未应答。 The second source of time did not answer: %s", type(error).__name__
        )
        return
    watch.compare(elsewhere_ms, round((before + time.time()) * 500))
