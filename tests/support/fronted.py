"""The front of a world in memory, asked without a socket: bodies arrive as a test says."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from hashlib import sha256

from django.core.handlers.wsgi import WSGIHandler

from daylight.client.device import Capacity
from daylight.core.acts.request import Request, digest_header, header_of, request_bytes
from daylight.office.watch import Watch
from daylight.settings import Settings
from daylight.sites.front.app import front
from daylight.store.arrivals import Arrivals
from daylight.store.vault import FolderVault
from world import found

NEVER = object()
"""In a body: nothing more comes, and the line stays open."""


@dataclass
class Answer:
    """What was answered, and how much of the body had been asked for until then."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    read: int = 0

    def said(self):
        return json.loads(self.body)


@dataclass
class Fronted:
    """A world in memory behind its front."""

    world: object
    front: object
    arrivals: Arrivals
    watch: Watch

    def ask(self, method, path, *, pieces=(), headers=None, client="127.0.0.1"):
        """One request, from its head to its answer."""
        return asyncio.run(self.asking(method, path, pieces=pieces, headers=headers, client=client))

    async def asking(self, method, path, *, pieces=(), headers=None, client="127.0.0.1"):
        """The same among others."""
        answer, left = Answer(), list(pieces)
        size = sum(len(one) for one in left if isinstance(one, bytes))
        given = {"content-length": str(size)} if left else {}
        given |= {name.lower(): value for name, value in (headers or {}).items()}

        async def receive():
            answer.read += not answer.status
            await asyncio.sleep(0)
            if left and left[0] is NEVER:
                await asyncio.Event().wait()
            if callable(left[0] if left else None):
                await left.pop(0)()
            piece = left.pop(0) if left else b""
            return {"type": "http.request", "body": piece, "more_body": bool(left)}

        async def send(message):
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                answer.body += message["body"]

        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "path": path.partition("?")[0],
            "query_string": path.partition("?")[2].encode(),
            "headers": [(name.encode(), value.encode()) for name, value in given.items()],
            "client": (client, 5),
            "server": ("127.0.0.1", 80),
            "scheme": "http",
        }
        await self.front(scope, receive, send)
        return answer

    def signed(self, method, path, body, party, *, digest="", at=None, bid=""):
        """The headers of a request signed over the digest of a body."""
        request = Request(
            self.world.stage.world.id,
            method,
            path,
            at or self.world.clock.now(),
            party.device.person,
            *_acting(party.capacity),
            declared=digest or sha256(body).hexdigest(),
        )
        signature = self.world.stage.crypto.ed25519_sign(party.device.seed, request_bytes(request))
        more = {"Daylight-Bid": bid} if bid else {}
        return {
            "Authorization": header_of(request, signature),
            "Content-Digest": digest_header(request.digest),
            **more,
        }

    def put(self, path, body, party, **more):
        """Upload some bytes in one piece."""
        return self.ask("PUT", path, pieces=[body], headers=self.signed("PUT", path, body, party, **more))


def _acting(capacity: Capacity):
    return capacity.organisation, capacity.mandate


def fronted(folder, **settings):
    """A world in memory with a vault in a folder, behind its front."""
    vault = FolderVault(folder / "vault")
    world, arrivals = found(vault=vault), Arrivals(folder / "vault" / ".arriving", vault)
    watch = Watch(world.clock, 1.0, monotonic=lambda: 0.0)
    made = front(Settings(**settings), WSGIHandler(), lambda: world.office, arrivals, watch)
    return Fronted(world, made, arrivals, watch)
