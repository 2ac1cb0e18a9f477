"""A practice world in memory for tests of rules: seeded chance, a clock that is set, a settled town."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from daylight.client.device import new_device
from daylight.core.ledger.note import Signer
from daylight.core.procedures.matter import World
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.instant import Instant, instant_of
from daylight.crypto.openssl import OPENSSL
from daylight.office.gateway import Gateway
from daylight.office.memory import MemoryJournal, MemoryVault
from daylight.office.perform import Office, Rules
from daylight.office.ports import Chance, Journal, Vault
from daylight.office.receipts import ReceiptBook
from daylight.practice.stage import OfficeDoor, Stage
from daylight.practice.town import Town, settle
from daylight.store.countries import load_rulebook

SRC = Path(__file__).resolve().parents[1] / "src"
ORIGIN = "test.example/daylight/practice"
BEGIN = "2026-03-02T09:00:00+08:00"


@dataclass
class SetClock:
    """A clock that stands until it is set."""

    instant: Instant

    def now(self) -> Instant:
        return self.instant

    def move_to(self, instant: Instant) -> None:
        self.instant = instant


@dataclass(frozen=True)
class TestWorld:
    """An office with its stage and town."""

    __test__ = False

    office: Office
    stage: Stage
    town: Town
    clock: SetClock

    @property
    def acts(self):
        """All acts of a world in memory, in order."""
        return [draft.act for draft in self.office.journal.drafts]


def china() -> Rulebook:
    """The rulebook of the country package that ships with the project."""
    return load_rulebook(SRC / "daylight_cn")


def found(
    seed: int = 1,
    *,
    book: Rulebook | None = None,
    territory: str = "CN-37",
    begin: str = BEGIN,
    journal: Journal | None = None,
    vault: Vault | None = None,
    experts: int = 12,
) -> TestWorld:
    """A world with a settled town; equal seeds give equal bytes."""
    randomness = random.Random(seed).randbytes
    book = book or china()
    clock = SetClock(instant_of(begin))
    registrar = new_device(randomness)
    world = World(ORIGIN, True, registrar.person, territory)
    receipts = ReceiptBook(ORIGIN, Signer(f"{ORIGIN}/intake", randomness(32)), OPENSSL)
    office = Office(
        Rules(world, book, OPENSSL),
        journal or MemoryJournal(),
        vault or MemoryVault(),
        Gateway(clock, 0),
        receipts=receipts,
        chance=Chance(randomness),
    )
    stage = Stage(OfficeDoor(office), clock, world, book, OPENSSL, randomness)
    return TestWorld(office, stage, settle(stage, registrar, territory=territory, experts=experts), clock)
