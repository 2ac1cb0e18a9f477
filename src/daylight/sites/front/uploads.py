"""Uploads into the vault: whole files, small ones together, large ones in parts of 4 MiB that a cut leaves.

``PUT /api/vault`` brings a file; ``PUT /api/vault/several/<size>+<size>+…`` brings small ones, one after
another in one body, and the answer gives their digests once all are durable.
``PUT /api/vault/<sha256>/<size>/<part>`` brings a part of one, and ``GET /api/vault/<sha256>/<size>`` says
which parts are missing. The path is signed, so digest and size of the whole are.
Shown by ``tests/sites/test_uploads.py`` and ``tests/sites/test_several.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from daylight.office.perform import Office
from daylight.sites.front import brakes
from daylight.sites.front.asked import Asked, Receive, Refused
from daylight.sites.front.bodies import Crowd, Place, pieces
from daylight.sites.front.brakes import Brake
from daylight.sites.front.door import Caller, caller_of
from daylight.sites.front.notices import notice
from daylight.sites.front.pool import Pool
from daylight.store.arrivals import LARGEST_FILE, Arrival, Arrivals, NotAsDeclared, Upload

WHOLE = "/api/vault"
PARTED = re.compile(r"/api/vault/([0-9a-f]{64})/([1-9][0-9]{0,11})(?:/(0|[1-9][0-9]{0,5}))?")
SEVERAL = re.compile(r"/api/vault/several/([0-9]{1,12}(?:\+[0-9]{1,12})*)")
MOST_TOGETHER, LARGEST_TOGETHER = 32, 1024 * 1024
"""So many files, and bytes of them, come in one body: it is held in memory until it is whole."""
LEAST_COUNTED = 16 * 1024
"""So many bytes a small file counts for the brake: it costs the disk more than those it has."""
HELD_BY_ONE = 4 * LARGEST_FILE
HELD_BY_ALL = 64 * LARGEST_FILE
ROOM_LEFT = 1024 * 1024 * 1024
LATER_SECONDS = 600

Said = tuple[int, dict[str, object]]


@dataclass
class Uploads:
    """What takes files in: the office that knows people, the folder of arrivals, threads, places, brakes."""

    office: Callable[[], Office]
    arrivals: Arrivals
    door: Pool
    disk: Pool
    brake: Brake = field(default_factory=brakes.uploads)
    crowd: Crowd = field(default_factory=lambda: Crowd(192, 8, reserved=64))

    def knows(self, asked: Asked) -> bool:
        """Whether a path is one of these."""
        return asked.path == WHOLE or asked.path.startswith(f"{WHOLE}/")

    async def answer(self, asked: Asked, receive: Receive) -> Said:
        """Status and words; ``Refused`` says why not."""
        parted = PARTED.fullmatch(asked.path)
        if asked.path == WHOLE and asked.method == "PUT":
            return await self._whole(asked, receive)
        if asked.method == "PUT" and (several := SEVERAL.fullmatch(asked.path)):
            return await self._several(asked, receive, [int(size) for size in several[1].split("+")])
        if parted and parted[3] is None and asked.method == "GET":
            return await self._state(asked, parted[1], int(parted[2]))
        if parted and parted[3] is not None and asked.method == "PUT":
            return await self._part(asked, receive, (parted[1], int(parted[2]), int(parted[3])))
        raise Refused(404, "没有找到", "there is no such thing", asked.path)

    async def _whole(self, asked: Asked, receive: Receive) -> Said:
        length = _fitting(asked.length, LARGEST_FILE)
        caller = await self.door.run(caller_of, self.office, asked)
        self._brake(caller, length)
        with self.crowd.enter(caller.person, reserved=caller.reserved) as place:
            arrival = await self._taken(receive, length, place)
            try:
                await self.disk.finish(self.arrivals.keep, arrival, caller.digest)
            except NotAsDeclared:
                raise _other() from None
            finally:
                await self.disk.finish(arrival.drop)
        return 201, {"sha256": caller.digest}

    async def _several(self, asked: Asked, receive: Receive, sizes: list[int]) -> Said:
        length = _fitting(asked.length, LARGEST_TOGETHER)
        if len(sizes) > MOST_TOGETHER:
            notice("size.refused")
            raise Refused(413, "一次上传的文件过多", "too many files at once", f"{MOST_TOGETHER} at most")
        if sum(sizes) != length:
            notice("size.refused")
            raise Refused(400, "各文件大小之和有误", "the sizes do not add up to the body", f"{length} bytes")
        caller = await self.door.run(caller_of, self.office, asked)
        self._brake(caller, sum(max(size, LEAST_COUNTED) for size in sizes))
        with self.crowd.enter(caller.person, reserved=caller.reserved) as place:
            content = b"".join([piece async for piece in pieces(receive, length, place)])
            try:
                kept = await self.disk.run(self.arrivals.keep_several, content, sizes, caller.digest)
            except NotAsDeclared:
                raise _other() from None
        return 201, {"sha256": kept}

    async def _state(self, asked: Asked, sha256: str, size: int) -> Said:
        caller = await self.door.run(caller_of, self.office, asked)
        upload = Upload(caller.person, sha256, _fitting(size, LARGEST_FILE))
        missing = await self.disk.run(self.arrivals.missing, upload)
        return 200, {"missing": list(missing), "sha256": sha256}

    async def _part(self, asked: Asked, receive: Receive, named: tuple[str, int, int]) -> Said:
        sha256, size, number = named
        nameless = Upload("", sha256, _fitting(size, LARGEST_FILE))
        if number >= nameless.parts or asked.length != nameless.part_size(number):
            notice("size.refused")
            raise Refused(400, "分块大小有误", "a part has another size", f"{number}: {asked.length}")
        caller = await self.door.run(caller_of, self.office, asked)
        upload = Upload(caller.person, sha256, size)
        self._brake(caller, asked.length)
        with self.crowd.enter(caller.person, reserved=caller.reserved) as place:
            arrival = await self._taken(receive, asked.length, place)
            try:
                await self.disk.finish(self.arrivals.keep_part, arrival, caller.digest, upload, number)
                await self.disk.finish(self.arrivals.join, upload)
            except NotAsDeclared:
                raise _other() from None
            finally:
                await self.disk.finish(arrival.drop)
        missing = await self.disk.finish(self.arrivals.missing, upload)
        return 201, {"missing": list(missing), "sha256": sha256}

    async def _taken(self, receive: Receive, length: int, place: Place) -> Arrival:
        arrival = await self.disk.run(self.arrivals.begin)
        try:
            async for piece in pieces(receive, length, place):
                await self.disk.finish(arrival.write, piece)
        except BaseException:
            arrival.drop()
            raise
        return arrival

    def _brake(self, caller: Caller, length: int) -> None:
        full = self.arrivals.held(caller.person) > HELD_BY_ONE
        if full or (self.arrivals.held() > HELD_BY_ALL and not caller.reserved):
            notice("brake.uploads")
            raise Refused(
                429, "未完成的上传过多", "too many unfinished uploads, finish some", again=LATER_SECONDS
            )
        if self.arrivals.room() < ROOM_LEFT * (1 if caller.reserved else 4):
            raise Refused(503, "存储空间不足", "the disk is nearly full", again=LATER_SECONDS)
        self.brake.take(caller.person, length, reserve=caller.bid)


def _fitting(length: int | None, most: int) -> int:
    if length is None:
        raise Refused(411, "须声明大小", "the size is declared", "Content-Length")
    if length > most:
        notice("size.refused")
        raise Refused(413, "文件过大", "the file is too large", f"{most} bytes at most")
    return length


def _other() -> Refused:
    notice("digest.other")
    return Refused(400, "内容与声明的摘要不符", "the content is not what was declared", "SHA-256")
