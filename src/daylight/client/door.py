"""The way into a world over the network: the same door the server's own pages use, through its interface.

What the client is shown it folds itself; it takes no state on the server's word.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import httpx

from daylight.client.device import Capacity, Device
from daylight.core.acts.act import Seen, build_act
from daylight.core.acts.answer import Receipt, RefusalNote, with_facts
from daylight.core.acts.common import Opening
from daylight.core.acts.kinds import Deed
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.acts.request import Request, digest_header, header_of, request_bytes
from daylight.core.acts.world import World
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.indexes import BidIndex
from daylight.core.judgement.fold import fold, index_of
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.plain import build, canonical_bytes, read_plain

TIMEOUT_SECONDS = 60
PART_BYTES = 4 * 1024 * 1024
MOST_PARTS = 1_000
TRIES = 6
LONGEST_PAUSE = 30.0
PATIENCE = (408, 429, 503)


class ServerSaysNo(Exception):
    """The server could not take the request; its own words say why."""

    def __init__(self, answer: httpx.Response) -> None:
        try:
            said = answer.json()
            words = f"{said['zh']} {said['en']}: {said['detail']}"
        except (ValueError, KeyError, TypeError):
            words = f"{answer.status_code} {answer.reason_phrase}"
        self.status, self.again = answer.status_code, answer.headers.get("Retry-After", "")
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
    pause: Callable[[float], None] = time.sleep

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

    def put(self, content: bytes, bid: str = "") -> str:
        """Upload to the vault, a large file in parts; ``bid`` claims the capacity kept for that bid."""
        digest, parts = sha256(content).hexdigest(), len(range(0, len(content), PART_BYTES))
        if parts <= 1:
            return str(self._asked("PUT", "/api/vault", self.me, content, bid=bid).json()["sha256"])
        place, tries = f"/api/vault/{digest}/{len(content)}", 0
        missing: list[int] = list(range(parts))
        while missing:
            try:
                for part in missing:
                    piece = content[part * PART_BYTES : (part + 1) * PART_BYTES]
                    left = self._asked("PUT", f"{place}/{part}", self.me, piece, bid=bid)
                missing = left.json()["missing"]
            except (httpx.TransportError, ServerSaysNo) as cut:
                tries += 1
                if tries == TRIES or not may_go_on(cut):
                    raise
                self.pause(pause_after(cut, tries))
                missing = self._missing(place, missing)
        return digest

    def _missing(self, place: str, known: list[int]) -> list[int]:
        """The parts the server has not; what was known before where it does not answer."""
        try:
            said = self._asked("GET", place, self.me).json()["missing"]
        except (httpx.TransportError, ServerSaysNo):
            return known
        return [part for part in said if isinstance(part, int) and part in range(MOST_PARTS)]

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

    def _asked(
        self, method: str, path: str, device: Device, body: bytes = b"", *, bid: str = ""
    ) -> httpx.Response:
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
            headers={
                "Authorization": header_of(request, signature),
                **({"Content-Digest": digest_header(request.digest)} if body or method == "PUT" else {}),
                **({"Daylight-Bid": bid} if bid else {}),
            },
            timeout=TIMEOUT_SECONDS,
        )
        if answer.is_error:
            raise ServerSaysNo(answer)
        return answer


def may_go_on(cut: Exception) -> bool:
    """Whether it is worth trying again: the line was cut, or the server asks for patience."""
    return not isinstance(cut, ServerSaysNo) or cut.status in PATIENCE


def pause_after(cut: Exception, tries: int) -> float:
    """Seconds to wait: what the server says, within reason, or a little longer each time."""
    said = cut.again if isinstance(cut, ServerSaysNo) else ""
    return min(float(said), LONGEST_PAUSE) if said.isdecimal() else min(2.0**tries, LONGEST_PAUSE)


def the_world(base: str) -> tuple[World, Rulebook]:
    """What everybody knows of a world: its identity and its law."""
    world = httpx.get(f"{base}/api/world", timeout=TIMEOUT_SECONDS).raise_for_status()
    book = httpx.get(f"{base}/api/rulebook", timeout=TIMEOUT_SECONDS).raise_for_status()
    return build(World, json.loads(world.content)["world"]), build(Rulebook, json.loads(book.content))
