"""The gateway fixes when something arrived: monotone, and it stops when the clock steps back.

The instant at which the last byte of an intent arrived decides, not the commit. So what opens bids waits for
everything that arrived before it: a bid in time is never overtaken on its way to the journal. And what has
been under way longer than the world tolerates is not entered: others could not have seen it, and should have.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from daylight.core.values.instant import Instant
from daylight.core.values.text import Text, Told
from daylight.office.ports import Clock

TOLERATED_STEP_MS = 1000
PATIENCE_SECONDS = 30.0


class NotNow(Told):
    """Nothing is wrong with what arrived and nothing was done with it: it may be sent again."""


class TooBusy(NotNow):
    """What arrived earlier has no answer yet, and what rests on all of it can't be judged."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "先到的请求尚未处理完毕，本次未作处理，请稍后重试。",
                "What arrived before it has no answer yet, so nothing was done; it is too busy, try again.",
            )
        )


class UnderWayTooLong(NotNow):
    """Between its arrival and the journal passed more time than the world tolerates."""

    def __init__(self, at: Instant) -> None:
        super().__init__(
            Text(
                f"{at.iso()} 到达的请求处理时间过长，未予入库，请重新发送。",
                f"What arrived at {at.iso()} was under way too long; nothing was entered, send it again.",
            )
        )


class ClockSteppedBack(NotNow):
    """The clock went back further than it may; intake stops until it has caught up."""

    def __init__(self, now: Instant, latest: Instant) -> None:
        self.now, self.latest = now, latest
        super().__init__(
            Text(
                f"系统时钟 {now.iso()} 早于最近一次收件 {latest.iso()}，暂停收件直至时钟恢复。"
                "请检查时间服务；若此前的时间有误，可由登记人校正（daylight clock）。",
                f"The clock says {now.iso()}, earlier than the last intake at {latest.iso()}; "
                "intake is stopped until it has caught up. Check the time service; if it was ahead before, "
                "the registrar can set the time right (daylight clock).",
            )
        )


class Gateway:
    """Stamps what arrives."""

    def __init__(self, clock: Clock, latest_ms: int) -> None:
        self._clock, self._latest = clock, latest_ms
        self._lock = threading.Condition()
        self._under_way: Counter[int] = Counter()
        self._recovering = False

    @contextmanager
    def arriving(self) -> Iterator[Instant]:
        """An arrival, from its stamp until it has its answer."""
        with self._lock:
            at = self.stamp()
            self._under_way[at.utc_ms] += 1
        try:
            yield at
        finally:
            with self._lock:
                self._under_way[at.utc_ms] -= 1
                self._under_way += Counter()  # drops what is done
                self._lock.notify_all()

    @contextmanager
    def recovering(self) -> Iterator[Instant]:
        """The arrival of an act that may set the time right: by the clock, even where that has fallen back.

        Then it is alone: what is under way has its answer before, and nothing else is stamped meanwhile.
        """
        now = self._fallen()
        if now is None:
            with self.arriving() as at:
                yield at
            return
        try:
            yield now
        finally:
            with self._lock:
                self._recovering = False

    def set_right(self, at: Instant) -> None:
        """Time goes on from here, though acts were stamped later."""
        with self._lock:
            self._latest = at.utc_ms

    def settle(self, before: Instant, patience: float = PATIENCE_SECONDS) -> bool:
        """Wait until all that arrived before an instant has its answer; false where that takes too long."""
        with self._lock:
            return self._lock.wait_for(
                lambda: all(stamp >= before.utc_ms for stamp in self._under_way), timeout=patience
            )

    def in_time(self, at: Instant, most_ms: int) -> None:
        """Raise ``UnderWayTooLong`` where more than so many milliseconds have passed since an arrival."""
        with self._lock:
            now = self._clock.now().utc_ms
            now = now if self._recovering else max(self._latest, now)
        if now - at.utc_ms > most_ms:
            raise UnderWayTooLong(at)

    def now(self) -> Instant:
        """What the clock says, whether it is right or not."""
        return self._clock.now()

    def stamp(self) -> Instant:
        """The instant of arrival, never earlier than one given before."""
        with self._lock:
            now = self._clock.now()
            if self._recovering:
                raise TooBusy
            if self._is_back(now):
                raise ClockSteppedBack(now, Instant(self._latest, now.offset_minutes))
            self._latest = max(self._latest, now.utc_ms)
            return Instant(self._latest, now.offset_minutes)

    def _fallen(self) -> Instant | None:
        """The instant by a clock that has fallen back, once nothing is under way; else nothing."""
        with self._lock:
            now = self._clock.now()
            if not self._is_back(now):
                return None
            if self._recovering:
                raise TooBusy
            self._recovering = True
            if self._lock.wait_for(lambda: not self._under_way, timeout=PATIENCE_SECONDS):
                return now
            self._recovering = False
            raise TooBusy

    def _is_back(self, now: Instant) -> bool:
        return now.utc_ms < self._latest - TOLERATED_STEP_MS
