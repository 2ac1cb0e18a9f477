"""A practice world in memory, for one process and one run: equal seeds give equal bytes."""

from __future__ import annotations

import random
from dataclasses import dataclass

from daylight.client.device import new_device
from daylight.core.ledger.note import Signer
from daylight.core.procedures.matter import World
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.instant import Instant
from daylight.crypto.openssl import OPENSSL
from daylight.office.gateway import Gateway
from daylight.office.memory import MemoryJournal, MemoryVault
from daylight.office.perform import Office, Rules
from daylight.office.ports import Chance
from daylight.office.receipts import ReceiptBook
from daylight.practice.stage import OfficeDoor, Stage
from daylight.practice.town import Town, settle

ORIGIN = "replay.example/daylight/practice"
KEY_BYTES = 32


@dataclass
class SetClock:
    """A clock that stands until it is set."""

    instant: Instant

    def now(self) -> Instant:
        """This instant."""
        return self.instant

    def move_to(self, instant: Instant) -> None:
        """Set the clock."""
        self.instant = instant


@dataclass(frozen=True)
class PocketWorld:
    """An office in memory with its stage and a settled town."""

    journal: MemoryJournal
    stage: Stage
    town: Town


def pocket_world(book: Rulebook, *, territory: str, begin: Instant, seed: int, experts: int) -> PocketWorld:
    """Found a world and settle its town."""
    randomness = random.Random(seed).randbytes
    clock, journal = SetClock(begin), MemoryJournal()
    registrar = new_device(randomness)
    world = World(ORIGIN, True, registrar.person, territory)
    office = Office(
        Rules(world, book, OPENSSL),
        journal,
        MemoryVault(),
        Gateway(clock, 0),
        receipts=ReceiptBook(ORIGIN, Signer(f"{ORIGIN}/intake", randomness(KEY_BYTES)), OPENSSL),
        chance=Chance(randomness),
    )
    stage = Stage(OfficeDoor(office), clock, world, book, OPENSSL, randomness)
    return PocketWorld(journal, stage, settle(stage, registrar, experts=experts, territory=territory))
