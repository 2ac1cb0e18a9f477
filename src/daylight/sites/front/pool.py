"""Threads for work that blocks, and a bound on what waits for them: what is beyond it is refused."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from daylight.sites.front.asked import Refused

P = ParamSpec("P")
T = TypeVar("T")
SOON_SECONDS = 2


class Pool:
    """Some threads, and how much may be with them at once."""

    def __init__(self, name: str, threads: int, most: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._most, self._with = most, 0

    async def run(self, work: Callable[P, T], *args: P.args, **names: P.kwargs) -> T:
        """Do it in a thread; ``Refused`` where too much waits already."""
        if self._with >= self._most:
            raise Refused(503, "服务繁忙，请稍候", "too much waits, please come again", again=SOON_SECONDS)
        return await self.finish(work, *args, **names)

    async def finish(self, work: Callable[P, T], *args: P.args, **names: P.kwargs) -> T:
        """The same for what was begun and must come to its end."""
        self._with += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, lambda: work(*args, **names)
            )
        finally:
            self._with -= 1
