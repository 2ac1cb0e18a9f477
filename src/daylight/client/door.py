"""The wire to a world over the network; what comes over it is believed by nobody (``verified.py``)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial, wraps
from hashlib import sha256
from typing import ParamSpec, TypeVar

import httpx

from daylight.client.device import Capacity, Device
from daylight.client.files import FileOnDisk
from daylight.core.acts.answer import Receipt, RefusalNote, with_facts
from daylight.core.acts.common import Opening
from daylight.core.acts.kinds import Deed
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.acts.request import Request, digest_header, header_of, request_bytes
from daylight.core.acts.world import World
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen, build, canonical_bytes, read_plain
from daylight.core.values.text import Text, Told
from daylight.verifier.view import View

TIMEOUT_SECONDS = 60
UNREADABLE = (Misshapen, ValueError, LookupError, TypeError, AttributeError)
P = ParamSpec("P")
R = TypeVar("R")
PART_BYTES = 4 * 1024 * 1024
PIECE_BYTES = 64 * 1024
MOST_PARTS = 1_000
MOST_TOGETHER, TOGETHER_BYTES = 32, 1024 * 1024
"""So many small files, and bytes of them, go in one request."""
TRIES = 6
LONGEST_PAUSE = 30.0
PATIENCE = (408, 429, 503)


class Garbled(Told):
    """The server answered something that is no answer of this interface."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            Text(
                f"平台的回答无法读取（{error!r}），可能地址有误或平台故障，未作任何处理。"
                "请核对 --base 是否为平台的地址（如 https://daylight.example.org）。",
                f"The answer of the platform cannot be read ({error!r}): check that --base is the address of"
                " the platform, such as https://daylight.example.org, or try again later.",
            )
        )


def legible(asks: Callable[P, R]) -> Callable[P, R]:
    """Whatever cannot be read in an answer is ``Garbled``."""

    @wraps(asks)
    def read(*given: P.args, **named: P.kwargs) -> R:
        try:
            return asks(*given, **named)
        except (*UNREADABLE, httpx.HTTPStatusError) as error:
            raise Garbled(error) from None

    return read


class ServerSaysNo(Told):
    """The server could not take the request; its own words say why."""

    def __init__(self, answer: httpx.Response) -> None:
        try:
            said = answer.json()
            words = Text(f"{said['zh']}：{said['detail']}", f"{said['en']}: {said['detail']}")
        except (ValueError, KeyError, TypeError):
            status = f"{answer.status_code} {answer.reason_phrase}"
            words = Text(status, status)
        self.status, self.again = answer.status_code, answer.headers.get("Retry-After", "")
        super().__init__(words)


class NotGiven(Told, KeyError):
    """The server does not give a file: it has none, or not for this reader."""

    def __init__(self, sha256: str, no: ServerSaysNo) -> None:
        super().__init__(Text(f"文件 {sha256}：{no.text.zh}", f"the file {sha256}: {no.text.en}"))

    def __str__(self) -> str:
        return f"{self.text.zh} {self.text.en}"


@dataclass(frozen=True)
class HttpDoor:
    """A world's interface under ``base``; reading what is not public is signed in a capacity.

    Requests that follow one another share a connection.
    """

    base: str
    world: str
    crypto: Crypto
    now: Callable[[], Instant]
    me: Device
    capacities: dict[str, Capacity]
    pause: Callable[[float], None] = time.sleep
    line: httpx.Client = field(
        default_factory=partial(httpx.Client, timeout=TIMEOUT_SECONDS), repr=False, compare=False
    )

    @legible
    def perform(self, source: bytes, openings: tuple[Opening, ...] = ()) -> Receipt | RefusalNote:
        """Do what a signed intent asks."""
        body = canonical_bytes({"openings": openings, "signed": read_plain(source)})
        answer = self.line.post(f"{self.base}/api/intents", content=body)
        if answer.status_code not in (200, 422):
            raise ServerSaysNo(answer)
        said = answer.json()
        if "receipt" in said:
            return build(Receipt, said["receipt"])
        return with_facts(build(RefusalNote, said["refused"]), said["facts"])

    @legible
    def put(self, content: bytes, bid: str = "") -> str:
        """Upload to the vault, a large file in parts; ``bid`` claims the capacity kept for that bid."""
        digest = sha256(content).hexdigest()
        return self._put(digest, len(content), lambda at, size: content[at : at + size], bid)

    @legible
    def put_file(self, file: FileOnDisk, sha256: str, bid: str = "") -> str:
        """The same from the disk: no more than a part of it is held."""
        return self._put(sha256, file.size, file.part, bid)

    def _put(self, digest: str, size: int, piece: Callable[[int, int], bytes], bid: str) -> str:
        parts = len(range(0, size, PART_BYTES))
        if parts <= 1:
            answer = self._asked("PUT", "/api/vault", self.me, piece(0, size), bid=bid)
            return str(answer.json()["sha256"])
        place, tries = f"/api/vault/{digest}/{size}", 0
        missing: list[int] = list(range(parts))
        while missing:
            try:
                for part in missing:
                    content = piece(part * PART_BYTES, PART_BYTES)
                    left = self._asked("PUT", f"{place}/{part}", self.me, content, bid=bid)
                tries += 1
                if tries == TRIES:
                    raise ServerSaysNo(left)
                missing = self._missing_in(left)
            except (httpx.TransportError, ServerSaysNo) as cut:
                tries += 1
                if tries == TRIES or not may_go_on(cut):
                    raise
                self.pause(pause_after(cut, tries))
                missing = self._missing(place, missing)
        return digest

    @legible
    def put_all(self, contents: Sequence[bytes], bid: str = "") -> tuple[str, ...]:
        """Upload several files, small ones together; the digests in their order."""
        kept: dict[bytes, str] = {}
        for together in groups_of(one for one in contents if len(one) <= TOGETHER_BYTES):
            kept |= zip(together, self._put_together(together, bid), strict=True)
        kept |= {one: self.put(one, bid) for one in contents if len(one) > TOGETHER_BYTES}
        return tuple(kept[one] for one in contents)

    def _put_together(self, together: Sequence[bytes], bid: str) -> tuple[str, ...]:
        path = f"/api/vault/several/{'+'.join(str(len(one)) for one in together)}"
        for tries in range(1, TRIES + 1):
            try:
                answer = self._asked("PUT", path, self.me, b"".join(together), bid=bid)
                return build(tuple[str, ...], answer.json()["sha256"])
            except (httpx.TransportError, ServerSaysNo) as cut:
                if tries == TRIES or not may_go_on(cut):
                    raise
                self.pause(pause_after(cut, tries))
        raise AssertionError("the last try ends above")

    def _missing(self, place: str, known: list[int]) -> list[int]:
        """The parts the server has not; what was known before where it does not answer."""
        try:
            return self._missing_in(self._asked("GET", place, self.me))
        except (httpx.TransportError, ServerSaysNo):
            return known

    @staticmethod
    def _missing_in(answer: httpx.Response) -> list[int]:
        """The parts an answer says are missing; numbers of parts alone."""
        said = answer.json()["missing"]
        return [part for part in said if isinstance(part, int) and part in range(MOST_PARTS)]

    def stream(self, case: str, sha256: str, device: Device) -> Iterator[bytes]:
        """Download a file of a case from the vault, piece by piece; ``NotGiven`` where it is not given."""
        path = f"/api/cases/{case}/files/{sha256}"
        headers = self._signed("GET", path, device)
        with self.line.stream("GET", f"{self.base}{path}", headers=headers) as answer:
            if answer.is_error:
                answer.read()
                no = ServerSaysNo(answer)
                raise NotGiven(sha256, no) if no.status in (403, 404) else no
            yield from answer.iter_bytes(PIECE_BYTES)

    @legible
    def show(self, case: str, device: Device | None, *, beside: str = "", since: int = 0) -> View:
        """What the server shows of a case: to somebody, or to everybody."""
        path = f"/api/cases/{case}/view/{beside or 'own'}/{since}"
        if device is None:
            answer = self.line.get(f"{self.base}{path}")
            if answer.is_error:
                raise ServerSaysNo(answer)
        else:
            answer = self._asked("GET", path, device)
        return build(View, read_plain(answer.content))

    @legible
    def show_world(self) -> View:
        """What the server shows of the world's own docket."""
        answer = self.line.get(f"{self.base}/api/world/view")
        if answer.is_error:
            raise ServerSaysNo(answer)
        return build(View, read_plain(answer.content))

    @legible
    def law(self, digest: str) -> Rulebook:
        """The rulebook the server gives for a digest."""
        answer = self.line.get(f"{self.base}/api/rulebooks/{digest}")
        if answer.is_error:
            raise ServerSaysNo(answer)
        return build(Rulebook, read_plain(answer.content))

    @legible
    def docket(self, case: str, bidders: tuple[str, ...], device: Device) -> str:
        """The docket of a bid, as the server names it to one of its bidders."""
        path = f"/api/cases/{case}/docket/{'+'.join(bidders)}"
        return build(str, self._asked("GET", path, device).json()["docket"])

    @legible
    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]:
        """The open questions of a case, by their dockets."""
        said = self._asked("GET", f"/api/cases/{case}/enquiries", device).json()
        return tuple((one["docket"], one["question"]) for one in said["enquiries"])

    @legible
    def opening(self, case: str, device: Device) -> Deed:
        """The opening record to be signed."""
        said = self._asked("GET", f"/api/cases/{case}/opening", device).json()
        return build(OpenBids, said)

    @legible
    def application(self, case: str, bid: str, device: Device) -> Deed:
        """The record of opening one application, to be signed."""
        said = self._asked("GET", f"/api/cases/{case}/applications/{bid}", device).json()
        return build(OpenApplication, said)

    @legible
    def case_of(self, ocid: str) -> str:
        """The docket the server names for the open contracting id of a case."""
        answer = self.line.get(f"{self.base}/api/ocids/{ocid}")
        if answer.is_error:
            raise ServerSaysNo(answer)
        return build(str, answer.json()["case"])

    def proof(self, intent: str) -> bytes | None:
        """The proof that an act is in the log; nothing where the server has none."""
        answer = self.line.get(f"{self.base}/api/proofs/{intent}")
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        if answer.is_error:
            raise ServerSaysNo(answer)
        return answer.content

    def _asked(
        self, method: str, path: str, device: Device, body: bytes = b"", *, bid: str = ""
    ) -> httpx.Response:
        answer = self.line.request(
            method,
            f"{self.base}{path}",
            content=_in_pieces(body) if body else b"",
            headers=self._signed(method, path, device, body, bid=bid),
        )
        if answer.is_error:
            raise ServerSaysNo(answer)
        return answer

    def _signed(
        self, method: str, path: str, device: Device, body: bytes = b"", *, bid: str = ""
    ) -> dict[str, str]:
        """The head of a request that is signed in a capacity."""
        capacity = self.capacities.get(device.person, Capacity())
        acting = (device.person, capacity.organisation, capacity.mandate)
        request = Request(self.world, method, path, self.now(), *acting, body)
        signature = self.crypto.ed25519_sign(device.seed, request_bytes(request))
        return {
            "Authorization": header_of(request, signature),
            **({"Content-Digest": digest_header(request.digest)} if body or method == "PUT" else {}),
            **({"Content-Length": str(len(body))} if body else {}),
            **({"Daylight-Bid": bid} if bid else {}),
        }


def groups_of(files: Iterable[bytes]) -> Iterator[tuple[bytes, ...]]:
    """Files in their order, as many together as one request takes."""
    group: list[bytes] = []
    for one in files:
        if len(group) == MOST_TOGETHER or sum(map(len, group)) + len(one) > TOGETHER_BYTES:
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def _in_pieces(body: bytes) -> Iterator[bytes]:
    """A body as it is written to the line: whole, it would be copied again and again."""
    return (body[at : at + PIECE_BYTES] for at in range(0, len(body), PIECE_BYTES))


def may_go_on(cut: Exception) -> bool:
    """Whether it is worth trying again: the line was cut, or the server asks for patience."""
    return not isinstance(cut, ServerSaysNo) or cut.status in PATIENCE


def pause_after(cut: Exception, tries: int) -> float:
    """Seconds to wait: what the server says, within reason, or a little longer each time."""
    said = cut.again if isinstance(cut, ServerSaysNo) else ""
    return min(float(said), LONGEST_PAUSE) if said.isdecimal() else min(2.0**tries, LONGEST_PAUSE)


@legible
def the_time(base: str) -> Instant:
    """What a server says the time is; for a practice world, whose time is whatever its players set."""
    said = httpx.get(f"{base}/api/world", timeout=TIMEOUT_SECONDS).raise_for_status()
    return build(Instant, said.json()["now"])


@legible
def the_world(base: str) -> tuple[World, str]:
    """What a server says of its world, and the digest of its law: to be held against what is pinned."""
    said = read_plain(httpx.get(f"{base}/api/world", timeout=TIMEOUT_SECONDS).raise_for_status().content)
    if not isinstance(said, dict):
        raise Misshapen("", "a world is an object")
    return build(World, said.get("world")), build(str, said.get("rulebook"))
