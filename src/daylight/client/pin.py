"""What a participant knows for good, and what he has seen so far: no server is believed against it.

Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from daylight.core.acts.world import Founding, World
from daylight.core.ledger.note import Verifier, read_vkey


class NotPinned(Exception):
    """The world has no founding, so there is nothing to check a server against."""


@dataclass(frozen=True)
class Pin:
    """The world and the laws, by digest, that the participant accepts."""

    world: World
    laws: tuple[str, ...]

    @property
    def founding(self) -> Founding:
        """The keys and promises the world began with."""
        if self.world.founding is None:
            raise NotPinned(self.world.origin)
        return self.world.founding

    @property
    def log(self) -> Verifier:
        """The key of the log."""
        return read_vkey(self.founding.log)

    @property
    def intake(self) -> Verifier:
        """The key of the gateway."""
        return read_vkey(self.founding.intake)


@dataclass(frozen=True)
class Seen:
    """What was shown so far: the last checkpoint, and the acts of each docket beyond the register."""

    checkpoint: bytes = b""
    dockets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Memory(Protocol):
    """Where a participant keeps what he has seen."""

    def seen(self) -> Seen:
        """What was shown so far."""
        ...

    def remember(self, seen: Seen) -> None:
        """Keep what was shown last."""
        ...


@dataclass
class InMemory:
    """A memory that lasts as long as its process."""

    kept: Seen = field(default_factory=Seen)

    def seen(self) -> Seen:
        """What was shown so far."""
        return self.kept

    def remember(self, seen: Seen) -> None:
        """Keep what was shown last."""
        self.kept = seen
