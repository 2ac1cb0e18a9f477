"""Bundles for tests: of a case played in a world in memory."""

from __future__ import annotations

from functools import cache

from daylight.core.values.instant import instant_of
from daylight.office.bundle import Bundler, Wish
from daylight.office.memory import MemoryLog
from logs import sequencer
from scripts import FULL, to_contract
from world import TestWorld, found

CREATED = instant_of("2026-09-01T09:00:00+08:00")


def bundler(world: TestWorld) -> Bundler:
    """A bundler over a log that has taken up everything."""
    log = sequencer(MemoryLog(world.office.journal), leaves=50, keys=world.office.keys)
    log.drain()
    return Bundler(world.office, log)


def bundle(world: TestWorld, case: str, *, scope: str = "public", party: str = "") -> dict[str, bytes]:
    """The files of a bundle."""
    created = max(CREATED, world.clock.now(), key=lambda instant: instant.utc_ms)
    return bundler(world).bundle(Wish((case,), scope, party), created)


@cache
def full_world() -> tuple[TestWorld, str]:
    """A whole purchase, from the need to the contract."""
    world = found()
    return world, to_contract(world, FULL).case


@cache
def full_bundle(scope: str = "public") -> dict[str, bytes]:
    """The bundle of the whole purchase; do not change it."""
    return bundle(*full_world(), scope=scope)
