"""A signed request to read: who asks, in which capacity, when; under the heading ``daylight-request/v1``.

Writing is signed by the intent itself; reading what is not public is signed like this. Shown by
``tests/sites/test_api.py``.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from daylight.core.values.instant import Instant, instant_of

SCHEME = "Daylight"
HEADING = "daylight-request/v1"
DIGEST_BYTES = 32


@dataclass(frozen=True)
class Request:
    """What is asked of which world, by whom, for whom; ``declared`` is the hex digest of a body to come."""

    world: str
    method: str
    path: str
    at: Instant
    person: str
    organisation: str = ""
    mandate: str = ""
    body: bytes = b""
    declared: str = ""

    @property
    def digest(self) -> str:
        """The hex digest of the body: as declared where the body is not at hand."""
        return self.declared or sha256(self.body).hexdigest()


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
        request.digest,
    )
    return "".join(f"{line}\n" for line in lines).encode()


def header_of(request: Request, signature: bytes) -> str:
    """The value of the ``Authorization`` header."""
    fields = (request.person, request.organisation, request.mandate, request.at.iso(), signature.hex())
    return f"{SCHEME} {';'.join(fields)}"


def digest_header(sha256_hex: str) -> str:
    """The value of the ``Content-Digest`` header (RFC 9530)."""
    return f"sha-256=:{b64encode(bytes.fromhex(sha256_hex)).decode()}:"


def read_digest(value: str) -> str:
    """The hex digest that a ``Content-Digest`` header declares; ``ValueError`` where it is no SHA-256."""
    for item in value.split(","):
        name, _, spelled = item.strip().partition("=")
        if name == "sha-256" and len(spelled) > 1 and spelled[0] == spelled[-1] == ":":
            with suppress(ValueError):
                digest = b64decode(spelled[1:-1], validate=True)
                if len(digest) == DIGEST_BYTES:
                    return digest.hex()
    raise ValueError("Content-Digest is sha-256=:…: with the digest in base 64")


def read_header(
    value: str, *, world: str, method: str, path: str, body: bytes = b"", declared: str = ""
) -> tuple[Request, bytes]:
    """The request and signature of a header; ``ValueError`` where it is none."""
    scheme, _, rest = value.partition(" ")
    fields = rest.split(";")
    if scheme != SCHEME or len(fields) != len(("person", "organisation", "mandate", "at", "signature")):
        raise ValueError("the header is not “Daylight person;organisation;mandate;instant;signature”")
    person, organisation, mandate, at, signature = fields
    request = Request(world, method, path, instant_of(at), person, organisation, mandate, body, declared)
    return request, bytes.fromhex(signature)
