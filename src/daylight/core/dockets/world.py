"""The docket of a world: which keys its server has had since when, and whether its time was set right.

Shown by ``tests/core/dockets/test_world_file.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from daylight.core.acts.act import Act
from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.acts.world import KeyRole, World
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class KeyChange:
    """From when on a key is the one of its role."""

    role: KeyRole
    key: str
    since: Instant


@dataclass(frozen=True)
class Recovery:
    """When and where the time was set right, from when on it had been false, and which acts have it."""

    at: Instant
    seq: int
    false_from: Instant
    acts: frozenset[str]


@dataclass(frozen=True)
class WorldFile:
    """What the registrar has entered."""

    changes: tuple[KeyChange, ...] = ()
    recovery: Recovery | None = None

    def is_false(self, digest: str) -> bool:
        """Whether an act was received at a false time, as the registrar says."""
        return self.recovery is not None and digest in self.recovery.acts


NOTHING_ENTERED = WorldFile()


def key_replaced(file: WorldFile | None, act: Act) -> WorldFile:
    """A key is in force from the act that names it."""
    file, deed = file or NOTHING_ENTERED, act.deed(ReplaceServerKey)
    return replace(file, changes=(*file.changes, KeyChange(deed.role, deed.key, act.received_at)))


def clock_recovered(file: WorldFile | None, act: Act) -> WorldFile:
    """The time is right again; what was entered at a false time is in force from now."""
    file, deed = file or NOTHING_ENTERED, act.deed(RecoverClock)
    recovery = Recovery(act.received_at, act.seq, deed.false_from, frozenset(deed.acts))
    changes = (
        one if one.since < deed.false_from else replace(one, since=act.received_at) for one in file.changes
    )
    return WorldFile(tuple(changes), recovery)


def keys_ever(world: World, file: WorldFile, role: KeyRole) -> tuple[str, ...]:
    """The keys a role has had, the one in force last; none where the world is older than its ids."""
    if world.founding is None:
        return ()
    return (world.founding.key(role), *(one.key for one in file.changes if one.role == role))


def keys_then(
    world: World, file: WorldFile, role: KeyRole, *, at: Instant, digest: str = ""
) -> tuple[str, ...]:
    """The keys that could sign of an act when it was received: around a change the old and the new one.

    An act that was received at a false time may have any key its role had until the time was right again.
    """
    if world.founding is None:
        return ()
    tolerance = world.founding.tolerance_ms
    if file.recovery and file.is_false(digest):
        first, last = None, file.recovery.at.utc_ms
    else:
        first, last = at.utc_ms - tolerance, at.utc_ms + tolerance
    return tuple(
        key
        for key, since, until in _periods(world, file, role)
        if (since is None or since <= last) and (until is None or first is None or until > first)
    )


def _periods(world: World, file: WorldFile, role: KeyRole) -> Iterator[tuple[str, int | None, int | None]]:
    """Each key of a role, with when it came and when it went in UTC milliseconds."""
    changes = [one for one in file.changes if one.role == role]
    came = [None, *(one.since.utc_ms for one in changes)]
    return zip(keys_ever(world, file, role), came, [*came[1:], None], strict=True)
