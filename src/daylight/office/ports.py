"""What the office asks of the outside: a journal with its lane, a vault, a clock, chance.

Every implementation passes the port's own suite in ``tests/store``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from daylight.core.acts.act import Act
from daylight.core.acts.common import Opening
from daylight.core.sealing.parts import Pieces
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Entry:
    """One act as the journal keeps it."""

    docket: str
    seq: int
    source: bytes
    salt: bytes


@dataclass(frozen=True)
class IndexLink:
    """One link of an index docket: the act entered and the head digest after it."""

    docket: str
    seq: int
    head: str


@dataclass(frozen=True)
class Published:
    """What an act makes public: an immutable release, and the line the portal shows."""

    case: str
    ocid: str
    release: bytes
    page: bytes


@dataclass(frozen=True)
class Received:
    """When an act was received, where it stands, and its digest."""

    at_ms: int
    docket: str
    seq: int
    kind: str
    digest: str


def no_matter_when() -> None:
    """What an act asks that can be entered at any time."""


@dataclass(frozen=True)
class Draft:
    """An admitted act on its way through the lane, with all that is committed beside it.

    ``in_time`` is asked in the lane's own turn, last of all; it raises where the act comes too late.
    """

    act: Act
    source: bytes
    digest: str
    salt: bytes
    intent_id: str
    note: bytes
    indexes: tuple[str, ...] = ()
    openings: tuple[Opening, ...] = ()
    published: tuple[Published, ...] = ()
    in_time: Callable[[], None] = field(default=no_matter_when, repr=False, compare=False)
    owing: tuple[tuple[str, bool], ...] = ()  # cases, and whether somebody may owe something in them


class Stale(Exception):
    """A docket the judgement rested on has moved; judge again."""


class LaneStopped(Exception):
    """Durability failed once, so nothing more is acknowledged until an operator has looked."""


class Entries(Protocol):
    """Append-only acts by docket."""

    def entries(self, docket: str, since: int = 0) -> tuple[Entry, ...]:
        """The acts of a docket from a sequence number on, in order."""
        ...

    def acts_of(self, dockets: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The acts of several dockets at once, each in order; a docket without any is left out."""
        ...

    def links(self, index: str, since: int = 0) -> tuple[IndexLink, ...]:
        """The links of an index docket from a place on, in order."""
        ...


class Journal(Entries, Protocol):
    """What was appended, and the one lane that appends."""

    def receipt(self, intent_id: str) -> tuple[bytes, bytes, bytes] | None:
        """Note, salt and act already given for an intent, if it was admitted."""
        ...

    def openings(self, intent_id: str) -> tuple[Opening, ...]:
        """What opens the private fields of an act, as far as it has not been erased."""
        ...

    def published(self, case: str) -> tuple[bytes, ...]:
        """The releases of a case, in the order of their publication."""
        ...

    def commit(self, draft: Draft) -> None:
        """Append durably, or raise ``Stale``; returns only after the bytes would survive a power cut."""
        ...

    def exclusively(self, judged: Callable[[], Draft]) -> None:
        """Judge and append inside the lane's own turn, so nothing can move in between."""
        ...

    def latest_instant(self) -> int:
        """The latest ``received_at`` in UTC milliseconds, since the time was set right; zero when empty."""
        ...

    def received_since(self, ms: int) -> tuple[Received, ...]:
        """The acts received at or after an instant, in the order of the journal."""
        ...


class Vault(Protocol):
    """Bytes by their SHA-256."""

    def put(self, content: bytes) -> str:
        """Keep bytes durably; returns the digest."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes, re-hashed; ``KeyError`` where there are none, ``ValueError`` where they are damaged."""
        ...

    def pieces(self, sha256: str) -> Pieces:
        """The same bytes piece by piece, for who does not want to hold them; they are hashed first."""
        ...

    def size(self, sha256: str) -> int:
        """How many bytes a digest has; ``KeyError`` where there are none."""
        ...

    def holds(self, digests: Iterable[str]) -> frozenset[str]:
        """Which of the digests are kept."""
        ...


class Clock(Protocol):
    """The time of the gateway."""

    def now(self) -> Instant:
        """This instant, in the offset of the world's territory."""
        ...


@dataclass(frozen=True)
class Chance:
    """Where random bytes come from; tests pass their own."""

    take: Callable[[int], bytes] = field(repr=False)
