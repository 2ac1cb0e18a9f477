"""The way into a world over the network: the same door the server's own pages use, through its interface.

What the client is shown it folds itself; it takes no state on the server's word.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from daylight.client.device import Capacity, Device
from daylight.core.acts.act import Seen, build_act
from daylight.core.acts.answer import Receipt, RefusalNote, with_facts
from daylight.core.acts.common import Opening
from daylight.core.acts.kinds import Deed
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.acts.request import Request, header_of, request_bytes
from daylight.core.acts.world import World
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.indexes import BidIndex
from daylight.core.judgement.fold import fold, index_of
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.plain import build, canonical_bytes, read_plain

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

    def view(self, docket: str, device: Device) -> tuple[Any, Seen]:
        """A docket's state as the acts shown add up to, and its head."""
        said = self._asked("GET", f"/api/dockets/{docket}", device).json()
        return fold(build_act(act) for act in said["acts"]), build(Seen, said["head"])

    def bids(self, case: str, device: Device) -> BidIndex:
        """All bids of a case, after the deadline."""
        said = self._asked("GET", f"/api/cases/{case}/bids", device).json()
        files = (fold(build_act(act) for act in acts) for acts in said["dockets"])
        return index_of(
            case, [file for file in files if isinstance(file, BidFile)], build(Seen, said["seen"])
        )

    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]:
        """The open questions of a case, by their dockets."""
        said = self._asked("GET", f"/api/cases/{case}/enquiries", device).json()
        return tuple((one["docket"], one["question"]) for one in said["enquiries"])

    def opening(self, case: str, device: Device) -> Deed:
        """The opening record to be signed."""
        said = self._asked("GET", f"/api/cases/{case}/opening", device).json()
        return build(OpenBids, said)

    def applications(self, case: str, device: Device) -> BidIndex:
        """All applications of a case, after the deadline for applying."""
        said = self._asked("GET", f"/api/cases/{case}/applications", device).json()
        return build(BidIndex, said)

    def application(self, case: str, bid: str, device: Device) -> Deed:
        """The record of opening one application, to be signed."""
        said = self._asked("GET", f"/api/cases/{case}/applications/{bid}", device).json()
        return build(OpenApplication, said)

    def proof(self, intent: str) -> bytes:
        """The proof that an act is in the log, once its leaf has left."""
        answer = httpx.get(f"{self.base}/api/proofs/{intent}", timeout=TIMEOUT_SECONDS)
        if answer.is_error:
            raise ServerSaysNo(answer)
        return answer.content

    def log_key(self) -> str:
        """The key of the log, as the server names it; compare it with what you know from elsewhere."""
        said = httpx.get(f"{self.base}/api/world", timeout=TIMEOUT_SECONDS).raise_for_status().json()
        return str(said["log"])

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


def the_world(base: str) -> tuple[World, Rulebook]:
    """What everybody knows of a world: its identity and its law."""
    world = httpx.get(f"{base}/api/world", timeout=TIMEOUT_SECONDS).raise_for_status()
    book = httpx.get(f"{base}/api/rulebook", timeout=TIMEOUT_SECONDS).raise_for_status()
    return build(World, json.loads(world.content)["world"]), build(Rulebook, json.loads(book.content))
