"""Checkpoints (C2SP tlog-checkpoint): how many entries a log has and what their root is, in three lines.

Extension lines are refused: post-quantum cosignatures would not cover them.
Shown by ``tests/core/ledger/test_checkpoint.py``.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.core.ledger.note import Malformed, Opened, Verifier, open_note, read_base64
from daylight.core.ledger.tree import HASH_SIZE
from daylight.core.values.crypto import Crypto

MOST_ENTRIES = 2**63 - 1
MOST_DIGITS = len(str(MOST_ENTRIES))


@dataclass(frozen=True)
class Checkpoint:
    """The state of a log: its origin, its size and its root."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if not self.origin or any(character < " " for character in self.origin):
            raise Malformed("the origin of a log is one line")
        if not 0 <= self.size <= MOST_ENTRIES:
            raise Malformed(f"{self.size} is not the size of a log")
        if len(self.root) != HASH_SIZE:
            raise Malformed(f"a root has {HASH_SIZE} bytes, not {len(self.root)}")

    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def read_checkpoint(text: str) -> Checkpoint:
    """Read the three lines of a checkpoint."""
    lines = text.split("\n")
    if len(lines) != len(("origin", "size", "root", "")) or lines.pop():
        raise Malformed("a checkpoint is three lines: origin, size and root")
    origin, size, root = lines
    return Checkpoint(origin, read_number(size), read_base64(root))


def read_number(text: str) -> int:
    """A decimal number without sign or leading zeros."""
    decimal = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    if not decimal or str(int(text)) != text:
        raise Malformed(f"not a plain decimal number: {text!r}")
    return int(text)


def open_checkpoint(
    message: bytes, verifiers: Iterable[Verifier], crypto: Crypto
) -> tuple[Checkpoint, Opened]:
    """Check the signatures by known keys, and only then read the checkpoint they stand under."""
    opened = open_note(message, verifiers, crypto)
    return read_checkpoint(opened.text), opened
