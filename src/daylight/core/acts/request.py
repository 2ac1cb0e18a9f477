"""A signed request to read: who asks, in which capacity, when; under the heading ``daylight-request/v1``.

Writing is signed by the intent itself; reading what is not public is signed like this. Shown by
``tests/sites/test_api.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from daylight.core.values.instant import Instant, instant_of

SCHEME = "Daylight"
HEADING = "daylight-request/v1"


@dataclass(frozen=True)
class Request:
    """What is asked of which world, by whom, acting for whom."""

    world: str
    method: str
    path: str
    at: Instant
    person: str
    organisation: str = ""
    mandate: str = ""
    body: bytes = b""


def request_bytes(request: Request) -> bytes:
    """The bytes the person signs."""
    lines = (
        HEADING,
        request.world,
        request.method,
        request.path,
        request.at.iso(),
        request.person,
        request.organisation,
        request.mandate,
        sha256(request.body).hexdigest(),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def header_of(request: Request, signature: bytes) -> str:
    """The value of the ``Authorization`` header."""
    fields = (request.person, request.organisation, request.mandate, request.at.iso(), signature.hex())
    return f"{SCHEME} {';'.join(fields)}"


def read_header(value: str, *, world: str, method: str, path: str, body: bytes) -> tuple[Request, bytes]:
    """The request and signature of a header; ``ValueError`` where it is none."""
    scheme, _, rest = value.partition(" ")
    fields = rest.split(";")
    if scheme != SCHEME or len(fields) != len(("person", "organisation", "mandate", "at", "signature")):
        raise ValueError("the header is not “Daylight person;organisation;mandate;instant;signature”")
    person, organisation, mandate, at, signature = fields
    request = Request(world, method, path, instant_of(at), person, organisation, mandate, body)
    return request, bytes.fromhex(signature)
