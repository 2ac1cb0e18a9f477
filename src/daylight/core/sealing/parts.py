"""The parts of an envelope, each under a salt of its own, and the body that carries them all.

Price and declarations can be shown with their salts while the rest stays private, and anybody can check
them against the commitments in the manifest. The body is padded, so its size says little.
Shown by ``tests/core/sealing/test_parts.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from daylight.core.values.plain import Misshapen, build, canonical_bytes, read_plain

COMMIT = b"daylight-part/v1\0"
FIRST_LINE = b"daylight-body/v1\n"
SALT_SIZE = 32
SMALLEST_STEP = 64 * 1024
STEPS_PER_DOUBLING = 8


@dataclass(frozen=True)
class Part:
    """One document of an envelope; its name says its role (``price``), never whose it is."""

    name: str
    content: bytes


@dataclass(frozen=True)
class SaltedPart:
    """A part with the salt that lets anybody check it."""

    part: Part
    salt: bytes


@dataclass(frozen=True)
class _Entry:
    name: str
    salt: bytes
    size: int


class BadBody(ValueError):
    """The parts cannot be carried, or the body is not as it should be."""


def commitment_to(part: Part, salt: bytes) -> bytes:
    """What the manifest says of a part before it is shown."""
    if len(salt) != SALT_SIZE:
        raise BadBody(f"a salt has {SALT_SIZE} bytes, not {len(salt)}")
    named = sha256(part.name.encode()).digest()
    return sha256(COMMIT + salt + named + part.content).digest()


def padded_size(size: int) -> int:
    """The size a body is padded to: eight steps to each doubling, and none below 64 KiB."""
    step = max(SMALLEST_STEP, (1 << size.bit_length()) // (2 * STEPS_PER_DOUBLING))
    return -(-size // step) * step


def encode_body(parts: Sequence[SaltedPart]) -> bytes:
    """The body: a line that lists the parts in the order of their names, their contents, and zeros."""
    entries = tuple(_Entry(each.part.name, each.salt, len(each.part.content)) for each in parts)
    _check(entries)
    body = FIRST_LINE + canonical_bytes(entries) + b"\n" + b"".join(each.part.content for each in parts)
    return body.ljust(padded_size(len(body)), b"\0")


def read_body(body: bytes) -> tuple[SaltedPart, ...]:
    """The parts of a body; any other spelling of them is refused."""
    if not body.startswith(FIRST_LINE):
        raise BadBody("the body does not begin with daylight-body/v1")
    line, newline, rest = body[len(FIRST_LINE) :].partition(b"\n")
    try:
        entries = build(tuple[_Entry, ...], read_plain(line))
    except Misshapen as error:
        raise BadBody(f"the list of parts is not readable: {error}") from None
    _check(entries)
    end = sum(entry.size for entry in entries)
    used = len(body) - len(rest) + end
    if not newline or len(body) != padded_size(used) or rest[end:].strip(b"\0"):
        raise BadBody("the body has another size than its parts and padding")
    parts, at = [], 0
    for entry in entries:
        parts.append(SaltedPart(Part(entry.name, rest[at : at + entry.size]), entry.salt))
        at += entry.size
    return tuple(parts)


def _check(entries: Sequence[_Entry]) -> None:
    if not entries or any(entry.size < 0 or len(entry.salt) != SALT_SIZE for entry in entries):
        raise BadBody(f"an envelope has parts, each with a size and a salt of {SALT_SIZE} bytes")
    if not all(entry.name for entry in entries):
        raise BadBody("a part has a name")
    if any(one.name >= other.name for one, other in pairwise(entries)):
        raise BadBody("the names of parts are sorted and differ")
