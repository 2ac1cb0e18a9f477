"""The parts of an envelope, each under a salt of its own, and the body that carries them all.

Price and declarations can be shown with their salts while the rest stays private, and anybody can check
them against the commitments in the manifest. The body is padded, so its size says little.
Shown by ``tests/core/sealing/test_parts.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Protocol

from daylight.core.values.plain import Misshapen, build, canonical_bytes, read_plain

COMMIT = b"daylight-part/v1\0"
FIRST_LINE = b"daylight-body/v1\n"
SALT_SIZE = 32
SMALLEST_STEP = 64 * 1024
STEPS_PER_DOUBLING = 8
LARGEST_LIST = 1024 * 1024


class Pieces(Protocol):
    """A content too large to hold: it can be read again and again, piece by piece."""

    @property
    def size(self) -> int:
        """How many bytes all pieces have together."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """The pieces from the beginning."""
        ...


@dataclass(frozen=True)
class HeldPieces:
    """A content that is held all the same, in one piece."""

    content: bytes

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.content)

    def __iter__(self) -> Iterator[bytes]:
        """The one piece."""
        yield self.content


@dataclass(frozen=True)
class Part:
    """One document of an envelope; its name says its role (``price``), never whose it is."""

    name: str
    content: bytes


@dataclass(frozen=True)
class LargePart:
    """The same where its content is not held in memory."""

    name: str
    content: Pieces


@dataclass(frozen=True)
class SaltedPart:
    """A part with the salt that lets anybody check it."""

    part: Part
    salt: bytes


Salted = tuple[Part | LargePart, bytes]
"""A part of either kind with its salt."""


@dataclass(frozen=True)
class PartRead:
    """A part as it was read piece by piece: its salt, and what the two commit to."""

    name: str
    salt: bytes
    commitment: bytes


@dataclass(frozen=True)
class _Entry:
    name: str
    salt: bytes
    size: int


ANOTHER_SIZE = "the body has another size than its parts and padding"


class BadBody(ValueError):
    """The parts cannot be carried, or the body is not as it should be."""


def commitment_to(part: Part | LargePart, salt: bytes) -> bytes:
    """What the manifest says of a part before it is shown."""
    if len(salt) != SALT_SIZE:
        raise BadBody(f"a salt has {SALT_SIZE} bytes, not {len(salt)}")
    return _committed(part.name, salt, _pieces(part))


def padded_size(size: int) -> int:
    """The size a body is padded to: eight steps to each doubling, and none below 64 KiB."""
    step = max(SMALLEST_STEP, (1 << size.bit_length()) // (2 * STEPS_PER_DOUBLING))
    return -(-size // step) * step


def encode_body(parts: Sequence[SaltedPart]) -> bytes:
    """The body: a line that lists the parts in the order of their names, their contents, and zeros."""
    return b"".join(body_pieces([(each.part, each.salt) for each in parts]))


def body_pieces(parts: Sequence[Salted]) -> Iterator[bytes]:
    """The body piece by piece, so that nobody has to hold it."""
    entries = tuple(_Entry(part.name, salt, _size(part)) for part, salt in parts)
    _check(entries)
    line = FIRST_LINE + canonical_bytes(entries) + b"\n"
    yield line
    for part, _ in parts:
        yield from _pieces(part)
    used = len(line) + sum(entry.size for entry in entries)
    left = padded_size(used) - used
    while left:
        yield bytes(min(left, SMALLEST_STEP))
        left -= min(left, SMALLEST_STEP)


def read_body(body: bytes) -> tuple[SaltedPart, ...]:
    """The parts of a body; any other spelling of them is refused."""
    found: dict[str, list[bytes]] = {}
    parts = read_pieces((body,), lambda name, piece: found.setdefault(name, []).append(piece))
    return tuple(SaltedPart(Part(one.name, b"".join(found.get(one.name, ()))), one.salt) for one in parts)


def read_pieces(body: Iterable[bytes], write: Callable[[str, bytes], object]) -> tuple[PartRead, ...]:
    """The same of a body that comes in pieces: what is read of each part is written under its name.

    What was written before ``BadBody`` was raised is to be dropped.
    """
    pieces = iter(body)
    start = bytearray()
    while len(start) <= len(FIRST_LINE) + LARGEST_LIST and start.find(b"\n", len(FIRST_LINE)) < 0:
        if (piece := next(pieces, None)) is None:
            break
        start += piece
    if not start.startswith(FIRST_LINE):
        raise BadBody("the body does not begin with daylight-body/v1")
    line, newline, rest = bytes(start[len(FIRST_LINE) :]).partition(b"\n")
    if not newline or len(line) > LARGEST_LIST:
        raise BadBody(f"the list of parts ends with a line, and has at most {LARGEST_LIST} bytes")
    try:
        entries = build(tuple[_Entry, ...], read_plain(line))
    except Misshapen as error:
        raise BadBody(f"the list of parts is not readable: {error}") from None
    _check(entries)
    content = _Reading(rest, pieces)
    parts = tuple(
        PartRead(one.name, one.salt, _committed(one.name, one.salt, content.part(one, write)))
        for one in entries
    )
    used = len(FIRST_LINE) + len(line) + len(newline) + sum(entry.size for entry in entries)
    content.end(padded_size(used) - used)
    return parts


class _Reading:
    """What is left of a body that comes in pieces."""

    def __init__(self, held: bytes, pieces: Iterator[bytes]) -> None:
        self._held, self._pieces = held, pieces

    def part(self, entry: _Entry, write: Callable[[str, bytes], object]) -> Iterator[bytes]:
        """The pieces of a part, which are written meanwhile."""
        for piece in self._take(entry.size):
            write(entry.name, piece)
            yield piece

    def end(self, padding: int) -> None:
        """After the parts come so many zeros, and nothing."""
        zeros = all(not piece.strip(b"\0") for piece in self._take(padding))
        if not zeros or self._held or any(self._pieces):
            raise BadBody(ANOTHER_SIZE)

    def _take(self, size: int) -> Iterator[bytes]:
        while size:
            piece = self._held or next(self._pieces, None)
            if piece is None:
                raise BadBody(ANOTHER_SIZE)
            self._held = piece[size:]
            yield piece[:size]
            size -= min(size, len(piece))


def _committed(name: str, salt: bytes, pieces: Iterable[bytes]) -> bytes:
    digest = sha256(COMMIT + salt + sha256(name.encode()).digest())
    for piece in pieces:
        digest.update(piece)
    return digest.digest()


def _pieces(part: Part | LargePart) -> Iterator[bytes]:
    if isinstance(part, Part):
        yield part.content
        return
    left = part.content.size
    for piece in part.content:
        yield piece
        left -= len(piece)
    if left:
        raise BadBody(f"the part {part.name} has {-left} bytes more than it said")


def _size(part: Part | LargePart) -> int:
    return len(part.content) if isinstance(part, Part) else part.content.size


def _check(entries: Sequence[_Entry]) -> None:
    if not entries or any(entry.size < 0 or len(entry.salt) != SALT_SIZE for entry in entries):
        raise BadBody(f"an envelope has parts, each with a size and a salt of {SALT_SIZE} bytes")
    if not all(entry.name for entry in entries):
        raise BadBody("a part has a name")
    if any(one.name >= other.name for one, other in pairwise(entries)):
        raise BadBody("the names of parts are sorted and differ")
