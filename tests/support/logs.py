"""Logs for tests: a sequencer over any book, and a book that fails at a chosen step."""

from __future__ import annotations

from chance import chance
from daylight.core.acts.world import World
from daylight.core.values.instant import instant_of
from daylight.crypto.openssl import OPENSSL
from daylight.office.keys import KeyRing
from daylight.office.logbook import Beat, LogBook
from daylight.office.memory import MemoryJournal
from daylight.office.ports import Chance
from daylight.office.sequencer import Sequencer
from daylight.practice.pocket import SetClock
from world import BEGIN, KEYS, ORIGIN

LOG, BUNDLES = KEYS.log, KEYS.bundles
ALONE = World(ORIGIN, True, "", "CN-37", KEYS.founding(OPENSSL))
LOG_KEY = LOG.verifier(OPENSSL)


def sequencer(
    book: LogBook, *, leaves: int = 64, seed: str = "log", keys: KeyRing | None = None
) -> Sequencer:
    """A sequencer with seeded chance, and the first keys where no others are given."""
    clock = SetClock(instant_of(BEGIN))
    keys = keys or KeyRing(ALONE, KEYS.held, OPENSSL, MemoryJournal())
    return Sequencer(book, keys, Beat(1, leaves), clock=clock, chance=Chance(chance(seed)))


class Killed(BaseException):
    """The process died here; nothing may catch it."""


class DyingBook:
    """A book whose process is killed before or after its n-th step that changes something."""

    STEPS = ("write", "record", "attach", "drop_narrower")

    def __init__(self, book: LogBook, steps: int, *, after: bool) -> None:
        self._book, self._left, self._after = book, steps, after

    def __getattr__(self, name: str):
        reached = getattr(self._book, name)
        if name not in self.STEPS:
            return reached

        def step(*given, **named):
            self._left -= 1
            if self._left == 0 and not self._after:
                raise Killed
            reached(*given, **named)
            if self._left == 0:
                raise Killed

        return step
