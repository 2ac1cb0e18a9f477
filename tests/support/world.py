"""A practice world for tests of rules: seeded chance, a clock that is set, a settled town."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from daylight.core.acts.world import KeyRole
from daylight.core.ledger.note import Signer
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import instant_of
from daylight.office.keys import server_keys
from daylight.office.ports import Journal, Vault
from daylight.practice.pocket import Pocket, PocketWorld, pocket_world
from daylight.store.countries import load_rulebook
from known import KNOWN

SRC = Path(__file__).resolve().parents[2] / "src"
ORIGIN = "test.example/daylight/practice"
KEYS = server_keys(ORIGIN, lambda name: (name * 32).encode()[:32])
LATER = tuple(server_keys(ORIGIN, lambda name, n=n: (f"{name} {n} " * 32).encode()[:32]) for n in (2, 3))
"""The keys a server has made beside the first ones, for its registrar to enter."""
BEGIN = "2026-03-02T09:00:00+08:00"


@dataclass(frozen=True)
class TestWorld(PocketWorld):
    """A world with what tests look at."""

    __test__ = False

    @property
    def acts(self):
        """All acts of a world in memory, in order."""
        return [draft.act for draft in self.office.journal.drafts]


def held(role: KeyRole) -> tuple[Signer, ...]:
    """All secrets of a server."""
    return tuple(signer for keys in (KEYS, *LATER) for signer in keys.held(role))


@cache
def china() -> Rulebook:
    """The rulebook of the country package that ships with the project, read once."""
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
    crypto: Crypto = KNOWN,
) -> TestWorld:
    """A world with a settled town; equal seeds give equal bytes."""
    pocket = Pocket(seed, experts, ORIGIN, KEYS, held)
    made = pocket_world(
        book or china(),
        pocket,
        territory=territory,
        begin=instant_of(begin),
        journal=journal,
        vault=vault,
        crypto=crypto,
    )
    return TestWorld(made.office, made.stage, made.town, made.clock)
