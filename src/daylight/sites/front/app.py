"""What the server calls for each request: heads are judged first, bodies are taken here, Django has the rest.

Only what has wholly arrived reaches a thread that judges. Shown by ``tests/sites/test_front.py``.
"""

from __future__ import annotations

import asyncio
import io
import logging
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from ipaddress import ip_network
from typing import IO

from daylight.core.values.instant import Instant
from daylight.office.gateway import ClockSteppedBack
from daylight.office.perform import Office, may_set_time_right
from daylight.office.watch import Watch
from daylight.settings import Settings, listed
from daylight.sites.front import brakes
from daylight.sites.front.answers import answer_json, answer_refused
from daylight.sites.front.asked import (
    ARRIVED,
    REGISTERS,
    Asked,
    Networks,
    Receive,
    Refused,
    Scope,
    Send,
    read_head,
)
from daylight.sites.front.bodies import Crowd, Gone, drain, pieces
from daylight.sites.front.brakes import Brake
from daylight.sites.front.notices import notice
from daylight.sites.front.pages import Pages, Wsgi
from daylight.sites.front.pool import Pool
from daylight.sites.front.uploads import Uploads
from daylight.store.arrivals import Arrivals

INTENTS = "/api/intents"
LARGEST_INTENT_BODY = 2 * 1024 * 1024
LARGEST_OTHER_BODY = 64 * 1024
IN_MEMORY = 64 * 1024
CLOSED_SECONDS = 60


@dataclass
class Front:
    """The ASGI application."""

    office: Callable[[], Office]
    pages: Pages
    uploads: Uploads
    watch: Watch
    prefix: str = ""
    proxies: Networks = ()
    judging: Pool = field(default_factory=lambda: Pool("judging", 4, 256))
    reading: Pool = field(default_factory=lambda: Pool("reading", 4, 256))
    senders: Crowd = field(default_factory=lambda: Crowd(256, 256))
    registrations: Brake = field(default_factory=brakes.registrations)
    others: Crowd = field(default_factory=lambda: Crowd(64, 64))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        await asyncio.get_running_loop().create_task(self._careful(scope, receive, send))

    async def _careful(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            asked = read_head(scope, self.prefix, self.proxies)
            await self._answer(asked, {**scope, "path": asked.path}, receive, send)
        except Refused as refused:
            await answer_refused(send, scope["path"], refused)
            await drain(receive)
        except Gone:
            return
        except Exception:
            logging.getLogger(__name__).exception("未能作答。 A request could not be answered.")
            raise

    async def _answer(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> None:
        if self.uploads.knows(asked):
            status, said = await self.uploads.answer(asked, receive)
            await answer_json(send, asked.path, status, said)
        elif asked.path == INTENTS and asked.method == "POST":
            await self._intent(asked, scope, receive, send)
        else:
            await self._page(asked, scope, receive, send)

    async def _intent(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> None:
        """The instant of arrival is fixed when the last byte is here, before the intent waits its turn."""
        self._refuse_closed()
        with await self._body(asked, receive, self.senders, LARGEST_INTENT_BODY) as body:
            self._refuse_closed()
            try:
                with self._arrival(body) as at:
                    more = {ARRIVED: at, REGISTERS: partial(self.registrations.take, asked.far_peer)}
                    answering = await self.pages.begin(scope, body, self.judging, **more)
            except ClockSteppedBack as error:
                raise Refused(503, "暂停接收", "intake is stopped", str(error), again=60) from None
            await self.pages.send(answering, send, self.judging)

    def _arrival(self, body: IO[bytes]) -> AbstractContextManager[Instant | None]:
        """The arrival of an intent; one that may set the time right is stamped when it is read."""
        source = body.read()
        body.seek(0)
        return nullcontext() if may_set_time_right(source) else self.office().gateway.arriving()

    def _refuse_closed(self) -> None:
        """No receipt is given that the log may never keep."""
        if why := self.watch.closed():
            raise Refused(503, "暂停接收", "intake is stopped", f"{why.zh} {why.en}", again=CLOSED_SECONDS)

    async def _page(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> None:
        if not asked.brings_body:
            answering = await self.pages.begin(scope, io.BytesIO(), self.reading)
        else:
            with await self._body(asked, receive, self.others, LARGEST_OTHER_BODY) as body:
                answering = await self.pages.begin(scope, body, self.reading)
        await self.pages.send(answering, send, self.reading)

    async def _body(self, asked: Asked, receive: Receive, crowd: Crowd, most: int) -> IO[bytes]:
        """A whole body, in memory while it is small; its size is refused before it is read."""
        if asked.length is None:
            raise Refused(411, "须声明大小", "the size is declared", "Content-Length")
        if asked.length > most:
            notice("size.refused")
            raise Refused(413, "内容过大", "the body is too large", f"{most} bytes at most")
        body = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the caller closes it
        try:
            with crowd.enter() as place:
                async for piece in pieces(receive, asked.length, place):
                    body.write(piece)
        except BaseException:
            body.close()
            raise
        body.seek(0)
        return body


def front(
    settings: Settings, pages: Wsgi, office: Callable[[], Office], arrivals: Arrivals, watch: Watch
) -> Front:
    """The front of a world."""
    proxies = tuple(ip_network(one, strict=False) for one in listed(settings.proxies))
    uploads = Uploads(office, arrivals, door=Pool("door", 4, 256), disk=Pool("disk", 4, 512))
    return Front(office, Pages(pages), uploads, watch, settings.prefix, proxies)
