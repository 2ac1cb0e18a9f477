"""Brakes: so much of a thing in a time, of one and in all; who has obtained documents has a share of his own.

Counters leak at a constant rate, so nobody is shut out for long; no flood of others reaches a reserve.
Shown by ``tests/sites/test_brakes.py``.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import ceil

from daylight.sites.front.asked import Refused
from daylight.sites.front.notices import notice

MOST_REMEMBERED = 20_000
HOUR = 3600
MIB = 1024 * 1024


@dataclass
class Bucket:
    """Holds so much and leaks so much a second."""

    holds: float
    leaks: float
    level: float = 0.0
    at: float = 0.0

    def wait(self, amount: float, now: float) -> float:
        """Seconds until so much fits; zero where it fits now."""
        self.level = max(0.0, self.level - (now - self.at) * self.leaks)
        self.at = now
        over = self.level + min(amount, self.holds) - self.holds
        return max(0.0, over / self.leaks)


@dataclass
class Brake:
    """One thing that is braked: in all, and of each; a reserve of his own is beside what everybody shares."""

    kind: str
    whole: Bucket
    each: tuple[float, float]
    now: Callable[[], float] = time.monotonic
    _of: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, who: str, amount: float = 1, *, reserve: str = "") -> None:
        """Let so much pass, or raise ``Refused`` with the seconds to wait.

        ``reserve`` names the reserve that is used once the share of everybody, or of this one, is used up.
        """
        with self._lock:
            now = self.now()
            mine = [self._bucket(who)] if who else []
            alone, shared = sum(one.wait(amount, now) for one in mine), self.whole.wait(amount, now)
            if not alone and not shared:
                self._fill((*mine, self.whole), amount)
                return
            if reserve:
                own = self._bucket(f"reserve:{reserve}")
                if not (alone := own.wait(amount, now)):
                    self._fill((own,), amount)
                    return
                shared = 0.0
        notice(f"brake.{self.kind}")
        self._refuse(alone, shared)

    def _refuse(self, alone: float, shared: float) -> None:
        again = ceil(max(alone, shared, 1))
        if alone >= shared:
            raise Refused(429, "操作过于频繁，请稍候", "too often, please come again later", again=again)
        raise Refused(503, "目前过于繁忙，请稍候", "too busy at the moment, please come again", again=again)

    def _fill(self, buckets: Iterable[Bucket], amount: float) -> None:
        for one in buckets:
            one.level += min(amount, one.holds)

    def _bucket(self, who: str) -> Bucket:
        if who not in self._of:
            self._of[who] = Bucket(*self.each)
            if len(self._of) > MOST_REMEMBERED:
                self._of.popitem(last=False)
        self._of.move_to_end(who)
        return self._of[who]


def registrations(now: Callable[[], float] = time.monotonic) -> Brake:
    """Registering: 600 a minute in all, and of one address, as a help, 60 a minute."""
    return Brake("registrations", Bucket(600, 10), (60, 1), now=now)


def uploads(now: Callable[[], float] = time.monotonic) -> Brake:
    """Bytes into the vault: 40 GiB an hour in all, of a person 2; 2 beside it for who obtained documents."""
    whole, each = 40 * 1024 * MIB, 2 * 1024 * MIB
    return Brake("uploads", Bucket(whole, whole / HOUR), (each, each / HOUR), now=now)
