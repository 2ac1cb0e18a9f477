"""A request as far as its head says, and what is refused on its head alone, before its body is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any

from daylight.sites.front.notices import notice

Message = dict[str, Any]
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Networks = tuple[IPv4Network | IPv6Network, ...]

MOST_HEADER_BYTES = 16 * 1024
LONGEST_VALUE = 4 * 1024
LONGEST_ADDRESS = 4 * 1024
ARRIVED, REGISTERS = "daylight.arrived", "daylight.registers"
"""What the front tells the views in the environment of a request: the instant of arrival, a brake."""


class Refused(Exception):
    """An answer that says in both languages why nothing was done, and when to come again."""

    def __init__(self, status: int, zh: str, en: str, detail: str = "", *, again: int = 0) -> None:
        self.status, self.zh, self.en, self.detail, self.again = status, zh, en, detail, again
        super().__init__(en)


@dataclass(frozen=True)
class Asked:
    """The head of a request; ``path`` is the one inside the world, without the prefix of its address."""

    method: str
    path: str
    headers: dict[str, str]
    length: int | None
    peer: str

    @property
    def brings_body(self) -> bool:
        """Whether bytes follow the head."""
        return bool(self.length) or "transfer-encoding" in self.headers

    @property
    def far_peer(self) -> str:
        """The same where it tells one machine from others; the machine itself may stand for everybody."""
        return self.peer if self.peer and not ip_address(self.peer).is_loopback else ""


def read_head(scope: Scope, prefix: str, proxies: Networks) -> Asked:
    """The head of a request; ``Refused`` where it is larger than any of ours or says no size."""
    pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
    size = sum(len(name) + len(value) for name, value in pairs)
    if size > MOST_HEADER_BYTES or any(len(value) > LONGEST_VALUE for _, value in pairs):
        notice("shape.refused")
        raise Refused(431, "请求头过大", "the headers are too large", f"{MOST_HEADER_BYTES} bytes at most")
    odd = any("\ud800" <= one <= "\udfff" for one in scope["path"])
    if odd or not scope.get("query_string", b"").isascii():
        notice("shape.refused")
        raise Refused(400, "地址有误", "the address is misspelled", "bytes that are no text")
    if len(scope["path"]) + len(scope.get("query_string", b"")) > LONGEST_ADDRESS:
        notice("shape.refused")
        raise Refused(414, "地址过长", "the address is too long", f"{LONGEST_ADDRESS} characters at most")
    headers = dict(pairs)
    return Asked(
        scope["method"],
        inside(scope["path"], prefix),
        headers,
        _length(headers),
        peer_of(scope, headers, proxies),
    )


def inside(path: str, prefix: str) -> str:
    """A path without the prefix of the public address, whether or not a proxy took it away."""
    if prefix and (path == prefix or path.startswith(f"{prefix}/")):
        return path.removeprefix(prefix) or "/"
    return path


def peer_of(scope: Scope, headers: dict[str, str], proxies: Networks) -> str:
    """The address a request comes from: the last one no trusted proxy has, from behind such a proxy only."""
    named = [one.strip() for one in headers.get("x-forwarded-for", "").split(",") if one.strip()]
    peer = scope["client"][0] if scope.get("client") else ""
    while named and _among(peer, proxies):
        peer = named.pop()
    return peer if _is_address(peer) else ""


def _among(peer: str, proxies: Networks) -> bool:
    return _is_address(peer) and any(ip_address(peer) in network for network in proxies)


def _is_address(peer: str) -> bool:
    try:
        ip_address(peer)
    except ValueError:
        return False
    return True


def _length(headers: dict[str, str]) -> int | None:
    said = headers.get("content-length")
    if said is None:
        return None
    if not said.isascii() or not said.isdigit() or len(said) > 18:
        raise Refused(400, "Content-Length 有误", "Content-Length is no size")
    return int(said)
