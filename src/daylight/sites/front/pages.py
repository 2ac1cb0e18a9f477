"""The pages and the interface, as Django answers them, in a bounded pool of threads.

A thread is taken while something is computed, not while a reader reads: a long answer is sent piece by piece.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any, cast

from asgiref.wsgi import WsgiToAsgiInstance

from daylight.sites.front.asked import Message, Scope, Send
from daylight.sites.front.bodies import Gone
from daylight.sites.front.notices import notice
from daylight.sites.front.pool import Pool

PIECE_BYTES = 64 * 1024
STALL_SECONDS = 60.0
Wsgi = Callable[..., Iterable[bytes]]


@dataclass
class Pages:
    """A WSGI application behind an asynchronous server."""

    wsgi: Wsgi

    async def begin(self, scope: Scope, body: IO[bytes], pool: Pool, **more: object) -> Answering:
        """Let Django compute an answer; ``more`` goes into its request."""
        instance: Any = cast(Any, WsgiToAsgiInstance)(self.wsgi)
        instance.scope = scope
        environ = {**instance.build_environ(scope, body), **more}
        answering = Answering(self.wsgi, environ)
        await pool.run(answering.begin)
        return answering

    async def send(self, answering: Answering, send: Send, pool: Pool) -> None:
        """Send an answer, as fast as its reader reads."""
        try:
            await _within(send, answering.start)
            while not answering.done:
                await _within(
                    send, {"type": "http.response.body", "body": answering.piece, "more_body": True}
                )
                await pool.finish(answering.move)
            await _within(send, {"type": "http.response.body", "body": answering.piece, "more_body": False})
        except TimeoutError:
            notice("body.slow")
            raise Gone from None
        finally:
            if not answering.closed:
                await pool.finish(answering.close)


async def _within(send: Send, message: Message) -> None:
    """Send a piece; a reader who takes nothing for too long is cut."""
    async with asyncio.timeout(STALL_SECONDS):
        await send(message)


@dataclass
class Answering:
    """An answer that Django has begun to give."""

    wsgi: Wsgi
    environ: dict[str, Any]
    start: Message = field(default_factory=dict)
    piece: bytes = b""
    done: bool = False
    closed: bool = False
    _parts: Iterator[bytes] = field(default_factory=lambda: iter(()))
    _close: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Compute the answer, and its first piece."""
        answer = self.wsgi(self.environ, self._started)
        self._close = getattr(answer, "close", self._close)
        self._parts = iter(answer)
        self.move()

    def move(self) -> None:
        """Go on to the next piece; the last one closes the answer."""
        piece = bytearray()
        for part in self._parts:
            piece += part
            if len(piece) >= PIECE_BYTES:
                break
        else:
            self.done = True
            self.close()
        self.piece = bytes(piece)

    def close(self) -> None:
        """Tell the application that its answer was sent, or never will be."""
        self.closed = True
        self._close()

    def _started(self, status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        self.start = {
            "type": "http.response.start",
            "status": int(status.split(" ", 1)[0]),
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
        }
