"""A world: which log it is, who keeps its register, and with which keys and promises it was founded.

Its id covers all of it, and every intent names the id. So a participant who knows the id can't be shown other
keys, another registrar, or a practice world as a real one. Shown by ``tests/core/acts/test_world.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal, get_args

from daylight.core.ledger.intake import Due, Intake
from daylight.core.values.docket import DocketKind, docket_name
from daylight.core.values.plain import canonical_bytes

HEADING = b"daylight-world/v1\0"
KeyRole = Literal["log", "intake", "bundles"]
KEY_ROLES: tuple[KeyRole, ...] = get_args(KeyRole)
"""What a server signs: its log, what it takes in, and bundles; each with a key of its own."""


def key_name(origin: str, role: KeyRole) -> str:
    """The name a key signs under: the log has that of its world."""
    return origin if role == "log" else f"{origin}/{role}"


@dataclass(frozen=True)
class Pace:
    """How the log takes acts up: so many leaves each tick, and the largest rush this is made for."""

    tick_ms: int
    leaves: int
    rush: int

    @property
    def due_after_ms(self) -> int:
        """How long after its receipt an act has its leaf: the ticks of a rush, one begun, one to sign."""
        return (-(-self.rush // self.leaves) + 2) * self.tick_ms


@dataclass(frozen=True)
class Founding:
    """The keys a world began with, as ``name+id+key``, and what its gateway promised.

    ``tolerance_ms`` is how far two instants of the gateway may be apart from the order of the acts: what
    arrives at the same time is not judged in the same moment.
    """

    log: str
    intake: str
    bundles: str
    tolerance_ms: int
    pace: Pace

    def key(self, role: KeyRole) -> str:
        """The first key of a role."""
        return {"log": self.log, "intake": self.intake, "bundles": self.bundles}[role]


@dataclass(frozen=True)
class World:
    """Its name, whether it is for practice only, its registrar and its home territory.

    ``founding`` is nothing in worlds that are older than their ids; those are named by their origin.
    """

    origin: str
    practice: bool
    registrar: str
    territory: str
    founding: Founding | None = None

    @cached_property
    def id(self) -> str:
        """What intents name; also the docket in which its later keys are entered."""
        if self.founding is None:
            return self.origin
        return docket_name(DocketKind.WORLD, sha256(HEADING + canonical_bytes(self)).hexdigest())

    def promise(self, committed: bytes, received_ms: int) -> Intake:
        """What the gateway signs for an act it received: until when its leaf is in the log."""
        pace = self.founding.pace if self.founding else None
        due = Due(received_ms + pace.due_after_ms, pace.rush) if pace else None
        return Intake(self.id, committed, received_ms, due)
