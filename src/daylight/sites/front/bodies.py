"""Bodies on their way in: each has a place among the others, moves on or is cut; small ones are in memory.

When all places are taken, a newcomer gets the place of the slowest, so a crowd of idle sockets keeps nobody
out. Shown by ``tests/sites/test_front.py``.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from daylight.sites.front.asked import Receive, Refused
from daylight.sites.front.notices import notice

STALL_SECONDS = 10.0
LEAST_RATE = 8 * 1024
GRACE_SECONDS = 1.0
SLOW_RATE = 64 * 1024
PIECE_BYTES = 256 * 1024
SOON_SECONDS = 5
DRAIN_SECONDS, MOST_DRAINED = 2.0, 8 * 1024 * 1024


class Gone(Exception):
    """The other side has closed the connection."""


@dataclass(eq=False)
class Place:
    """A body under way: whose it is, how much has arrived since when, and how it is told to go."""

    person: str
    reserved: bool
    task: asyncio.Task[None] | None
    began: float = field(default_factory=time.monotonic)
    taken: int = 0
    told_to_go: bool = False

    def rate(self, now: float) -> float:
        """Bytes a second so far."""
        return self.taken / max(now - self.began, 0.001)


FIRST_BYTES = 1_024


class Crowd:
    """The bodies of one kind under way: so many in all, so many of a person, some kept for bidders."""

    def __init__(self, most: int, of_a_person: int, reserved: int = 0) -> None:
        self._most, self._of_a_person, self._reserved = most, of_a_person, reserved
        self._places: list[Place] = []

    @contextmanager
    def enter(self, person: str = "", *, reserved: bool = False) -> Iterator[Place]:
        """A place while a body is read; the slowest that has no better right makes room."""
        if self._too_many(person):
            raise Refused(429, "您同时上传过多", "too many uploads of yours at once", again=SOON_SECONDS)
        if len(self._places) >= (self._most if reserved else self._most - self._reserved):
            self._make_room(reserved)
        place = Place(person, reserved, asyncio.current_task())
        self._places.append(place)
        try:
            yield place
        except asyncio.CancelledError:
            if not place.told_to_go:
                raise
            _uncancel()
            raise Refused(503, "传输过慢，已让位", "too slow, others wait", again=SOON_SECONDS) from None
        finally:
            self._places.remove(place)

    def _too_many(self, person: str) -> bool:
        return bool(person) and sum(one.person == person for one in self._places) >= self._of_a_person

    def _make_room(self, reserved: bool) -> None:
        now = time.monotonic()
        others = [
            one
            for one in self._places
            if not one.told_to_go and (self._slow(one, now) if reserved == one.reserved else reserved)
        ]
        if not others:  # what has hardly begun makes room before anybody is turned away
            begun = (one for one in self._places if one.reserved == reserved and not one.told_to_go)
            others = [one for one in begun if one.taken < FIRST_BYTES]
        slowest = min(others, key=lambda one: (one.reserved, one.rate(now)), default=None)
        if slowest is None or slowest.task is None:
            raise Refused(503, "上传繁忙，请稍候", "too many uploads, please come again", again=SOON_SECONDS)
        slowest.told_to_go = True
        slowest.task.cancel()
        notice("body.made-room")

    def _slow(self, place: Place, now: float) -> bool:
        return now - place.began > GRACE_SECONDS and place.rate(now) < SLOW_RATE


async def pieces(receive: Receive, length: int, place: Place) -> AsyncIterator[bytes]:
    """The body in pieces of some size; ``Refused`` where it is slow, longer or shorter than declared."""
    held, more = bytearray(), True
    while more:
        try:
            async with asyncio.timeout(STALL_SECONDS):
                message = await receive()
        except TimeoutError:
            notice("body.slow")
            raise Refused(408, "传输停顿过久", "nothing arrived for too long") from None
        if message["type"] == "http.disconnect":
            raise Gone
        piece: bytes = message.get("body", b"")
        more = message.get("more_body", False)
        place.taken += len(piece)
        if place.taken > length:
            raise Refused(413, "内容多于声明的大小", "there is more than was declared", f"{length} bytes")
        held += piece
        if (time.monotonic() - place.began - STALL_SECONDS) * LEAST_RATE > place.taken:
            notice("body.slow")
            raise Refused(408, "传输过慢", "it arrives too slowly", f"{LEAST_RATE} bytes a second at least")
        if len(held) >= PIECE_BYTES:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
    if place.taken != length:
        raise Refused(400, "内容少于声明的大小", "there is less than was declared", f"{length} bytes")


async def drain(receive: Receive) -> None:
    """Throw away some of what still comes after an answer, for those who read it only when all is sent."""
    drained, more = 0, True
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_SECONDS):
            while more and drained < MOST_DRAINED:
                message = await receive()
                drained += len(message.get("body", b""))
                more = message["type"] == "http.request" and message.get("more_body", False)


def _uncancel() -> None:
    with contextlib.suppress(AttributeError):
        task = asyncio.current_task()
        if task:
            task.uncancel()
