"""The server: what the registrar enters in the docket of the world itself, its later keys and its true time.

These are no acts of a purchase. They are his, so that nobody who runs the server can do them alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.world import KeyRole
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text


@dataclass(frozen=True)
class ReplaceServerKey:
    """The registrar replaces a key of the server by another, as ``name+id+key``."""

    role: KeyRole
    key: str
    reason: Text


@dataclass(frozen=True)
class RecoverClock:
    """The registrar sets the time right after the clock of the gateway had been ahead.

    ``acts`` are the digests of all acts that were received at or after ``false_from``, sorted: a digest names
    an act to those who are shown it, and tells nobody who bids.
    """

    false_from: Instant
    acts: tuple[str, ...]
    reason: Text


KINDS = (ReplaceServerKey, RecoverClock)
