"""Where the log is kept, as the sequencer asks for it: its files, and what the database says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.values.text import Text, Told


class LogRefused(Told):
    """The log must not go on as it is; says why and what to do, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(Text(zh, en))


@dataclass(frozen=True)
class Leaf:
    """An act's commitment: by its position in the journal while it waits, by its number once it has left."""

    number: int
    commitment: bytes


@dataclass(frozen=True)
class Signed:
    """A size the log stands for; ``note`` is empty between recording the size and signing it."""

    size: int
    root: bytes
    note: bytes


class LogBook(Protocol):
    """Where the log is kept: its files, and what the database says of it."""

    def turn(self) -> AbstractContextManager[None]:
        """Nobody else grows the log meanwhile, in this process or another."""
        ...

    def waiting(self, most: int) -> tuple[Leaf, ...]:
        """Acts without a leaf, in the order of the journal."""
        ...

    def numbered(self, since: int = 0) -> Iterator[Leaf]:
        """Acts with a leaf, in the order of their leaves, from a number on."""
        ...

    def leaf_of(self, intent_id: str) -> tuple[int, bytes] | None:
        """The leaf number and the salt of an act, once it has left."""
        ...

    def read(self, path: str) -> bytes:
        """A file of the log; ``KeyError`` where there is none."""
        ...

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the log so that it survives a power cut whole."""
        ...

    def drop_narrower(self, path: str) -> None:
        """Remove the narrower versions of a whole tile or bundle."""
        ...

    def last(self) -> Signed | None:
        """The largest size that was recorded."""
        ...

    def record(self, checkpoint: Checkpoint, *, at_ms: int, numbers: Mapping[int, int]) -> None:
        """Record a size once, and with it the numbers of its leaves by their positions."""
        ...

    def attach(self, size: int, note: bytes) -> None:
        """Keep the signed note of a recorded size."""
        ...


@dataclass(frozen=True)
class Beat:
    """How often leaves leave, and how many; what a world promised of it is its founding's ``Pace``."""

    seconds: float
    leaves: int
