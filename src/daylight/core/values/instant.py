"""Instants and days. An instant is UTC milliseconds with the offset of its territory; a day is a ``date``.

The offset comes from the rulebook: the core reads no time zone database and no clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

DAY_MS = 24 * 60 * 60 * 1000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST_MS, LATEST_MS = -62_000_000_000_000, 220_000_000_000_000
"""About the years 5 and 8900: what periods of law are added to stays a day of the calendar."""
WIDEST_MINUTES = 24 * 60


@dataclass(frozen=True, order=True)
class Instant:
    """A point in time: UTC milliseconds since 1970, shown at ``offset_minutes`` east of Greenwich."""

    utc_ms: int
    offset_minutes: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not EARLIEST_MS <= self.utc_ms <= LATEST_MS or abs(self.offset_minutes) >= WIDEST_MINUTES:
            raise ValueError(f"no instant of the calendar: {self.utc_ms} at {self.offset_minutes} minutes")

    @property
    def day(self) -> date:
        """The calendar day of this instant in its territory."""
        return self._local().date()

    def iso(self) -> str:
        """RFC 3339 with offset; milliseconds only where they are not zero."""
        return self._local().isoformat(timespec="milliseconds" if self.utc_ms % 1000 else "seconds")

    def later_by(self, ms: int) -> Instant:
        """The instant ``ms`` milliseconds later (earlier where negative)."""
        return Instant(self.utc_ms + ms, self.offset_minutes)

    def on_day(self, day: date) -> Instant:
        """The same time of day on another day of the same territory."""
        return self.later_by((day - self.day).days * DAY_MS)

    def _local(self) -> datetime:
        moment = EPOCH + timedelta(milliseconds=self.utc_ms)
        return moment.astimezone(timezone(timedelta(minutes=self.offset_minutes)))


def instant_of(text: str) -> Instant:
    """Read RFC 3339 with an explicit offset; anything else is a ``ValueError``."""
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"{text!r} has no offset; write it like 2026-03-02T09:00:00+08:00")
    since = moment.astimezone(UTC) - EPOCH
    return Instant(since // timedelta(milliseconds=1), offset // timedelta(minutes=1))


def start_of(day: date, offset_minutes: int) -> Instant:
    """The first instant of a day in a territory."""
    return Instant((day - EPOCH.date()).days * DAY_MS - offset_minutes * 60_000, offset_minutes)


def end_of(day: date, offset_minutes: int) -> Instant:
    """24:00 of a day in a territory: the first instant that no longer belongs to it."""
    return start_of(day + timedelta(days=1), offset_minutes)
