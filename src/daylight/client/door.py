"""The wire to a world over the network; what comes over it is believed by nobody (``verified.py``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx

from daylight.client.device import Capacity, Device
from daylight.core.acts.answer import Receipt, RefusalNote, with_facts
from daylight.core.acts.common import Opening
from daylight.core.acts.kinds import Deed
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.acts.request import Request, header_of, request_bytes
from daylight.core.acts.world import World
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen, build, canonical_bytes, read_plain
from daylight.verifier.view import View

TIMEOUT_SECONDS = 60


class ServerSaysNo(Exception):
    """The server could not take the request; its own words say why."""

    def __init__(self, answer: httpx.Response) -> None:
        try:
            said = answer.json()
            words = f"{said['zh']} {said['en']}: {said['detail']}"
        except (ValueError, KeyError, TypeError):
            words = f"{answer.status_code} {answer.reason_phrase}"
        super().__init__(words)


@dataclass(frozen=True)
class HttpDoor:
    """A world's interface under ``base``; reading what is not public is signed in a capacity."""

    base: str
    world: str
    crypto: Crypto
    now: Callable[[], Instant]
    me: Device
    capacities: dict[str, Capacity]

    def perform(self, source: bytes, openings: tuple[Opening, ...] = ()) -> Receipt | RefusalNote:
        """Do what a signed intent asks."""
        body = canonical_bytes({"openings": openings, "signed": read_plain(source)})
        answer = httpx.post(f"{self.base}/api/intents", content=body, timeout=TIMEOUT_SECONDS)
        if answer.status_code not in (200, 422):
            raise ServerSaysNo(answer)
        said = answer.json()
        if "receipt" in said:
            return build(Receipt, said["receipt"])
        return with_facts(build(RefusalNote, said["refused"]), said["facts"])

    def put(self, content: bytes) -> str:
        """Upload to the vault."""
        return str(self._asked("PUT", "/api/vault", self.me, content).json()["sha256"])

    def get(self, case: str, sha256: str, device: Device) -> bytes:
        """Download a file of a case from the vault."""
        return self._asked("GET", f"/api/cases/{case}/files/{sha256}", device).content

    def show(self, case: str, device: Device | None, *, beside: str = "", since: int = 0) -> View:
        """What the server shows of a case: to somebody, or to everybody."""
        path = f"/api/cases/{case}/view/{beside or 'own'}/{since}"
        if device is None:
            answer = httpx.get(f"{self.base}{path}", timeout=TIMEOUT_SECONDS)
            if answer.is_error:
                raise ServerSaysNo(answer)
        else:
            answer = self._asked("GET", path, device)
        return build(View, read_plain(answer.content))

    def show_world(self) -> View:
        """What the server shows of the world's own docket."""
        answer = httpx.get(f"{self.base}/api/world/view", timeout=TIMEOUT_SECONDS)
        if answer.is_error:
            raise ServerSaysNo(answer)
        return build(View, read_plain(answer.content))

    def law(self, digest: str) -> Rulebook:
        """The rulebook the server gives for a digest."""
        answer = httpx.get(f"{self.base}/api/rulebooks/{digest}", timeout=TIMEOUT_SECONDS)
        if answer.is_error:
            raise ServerSaysNo(answer)
        return build(Rulebook, read_plain(answer.content))

    def docket(self, case: str, bidders: tuple[str, ...], device: Device) -> str:
        """The docket of a bid, as the server names it to one of its bidders."""
        path = f"/api/cases/{case}/docket/{'+'.join(bidders)}"
        return build(str, self._asked("GET", path, device).json()["docket"])

    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]:
        """The open questions of a case, by their dockets."""
        said = self._asked("GET", f"/api/cases/{case}/enquiries", device).json()
        return tuple((one["docket"], one["question"]) for one in said["enquiries"])

    def opening(self, case: str, device: Device) -> Deed:
        """The opening record to be signed."""
        said = self._asked("GET", f"/api/cases/{case}/opening", device).json()
        return build(OpenBids, said)

    def application(self, case: str, bid: str, device: Device) -> Deed:
        """The record of opening one application, to be signed."""
        said = self._asked("GET", f"/api/cases/{case}/applications/{bid}", device).json()
        return build(OpenApplication, said)

    def proof(self, intent: str) -> bytes | None:
        """The proof that an act is in the log; nothing where the server has none."""
        answer = httpx.get(f"{self.base}/api/proofs/{intent}", timeout=TIMEOUT_SECONDS)
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        if answer.is_error:
            raise ServerSaysNo(answer)
        return answer.content

    def _asked(self, method: str, path: str, device: Device, body: bytes = b"") -> httpx.Response:
        capacity = self.capacities.get(device.person, Capacity())
        request = Request(
            self.world,
            method,
            path,
            self.now(),
            device.person,
            capacity.organisation,
            capacity.mandate,
            body,
        )
        signature = self.crypto.ed25519_sign(device.seed, request_bytes(request))
        answer = httpx.request(
            method,
            f"{self.base}{path}",
            content=body,
            headers={"Authorization": header_of(request, signature)},
            timeout=TIMEOUT_SECONDS,
        )
        if answer.is_error:
            raise ServerSaysNo(answer)
        return answer


def the_world(base: str) -> tuple[World, str]:
    """What a server says of its world, and the digest of its law: to be held against what is pinned."""
    said = read_plain(httpx.get(f"{base}/api/world", timeout=TIMEOUT_SECONDS).raise_for_status().content)
    if not isinstance(said, dict):
        raise Misshapen("", "a world is an object")
    return build(World, said.get("world")), build(str, said.get("rulebook"))
