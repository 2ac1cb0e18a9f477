"""A practice world for one process and one run, in memory by default: equal seeds give equal bytes."""

from __future__ import annotations

import random
from dataclasses import dataclass

from daylight.client.device import new_device
from daylight.core.acts.world import World
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.crypto.openssl import OPENSSL
from daylight.office.gateway import Gateway
from daylight.office.keys import Held, KeyRing, ServerKeys, server_keys
from daylight.office.memory import MemoryJournal, MemoryVault
from daylight.office.perform import Office, Rules
from daylight.office.ports import Chance, Journal, Vault
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
    """An office with its stage, a settled town, and the clock that is set."""

    office: Office
    stage: Stage
    town: Town
    clock: SetClock


@dataclass(frozen=True)
class Pocket:
    """What a world is founded with: chance by a seed, its name, how many experts live there, its keys.

    ``held`` brings the secrets where there are more than the first.
    """

    seed: int
    experts: int
    origin: str = ORIGIN
    keys: ServerKeys | None = None
    held: Held | None = None


def pocket_world(
    book: Rulebook,
    pocket: Pocket,
    *,
    territory: str,
    begin: Instant,
    journal: Journal | None = None,
    vault: Vault | None = None,
    crypto: Crypto = OPENSSL,
) -> PocketWorld:
    """Found a world, in memory unless a journal or vault is given, and settle its town."""
    randomness = random.Random(pocket.seed).randbytes
    clock = SetClock(begin)
    registrar = new_device(randomness, OPENSSL)
    keys = pocket.keys or server_keys(pocket.origin, lambda _: randomness(KEY_BYTES))
    world = World(pocket.origin, True, registrar.person, territory, keys.founding(OPENSSL))
    journal = journal or MemoryJournal()
    office = Office(
        Rules(world, book, crypto, docket_seed=randomness(KEY_BYTES)),
        journal,
        vault or MemoryVault(),
        Gateway(clock, 0),
        receipts=ReceiptBook(world, KeyRing(world, pocket.held or keys.held, OPENSSL, journal)),
        chance=Chance(randomness),
    )
    stage = Stage(OfficeDoor(office), clock, world, book, OPENSSL, randomness)
    town = settle(stage, registrar, experts=pocket.experts, territory=territory)
    return PocketWorld(office, stage, town, clock)
