"""Lies in the order of the log: what is said to have been received early was taken up late."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import SimpleNamespace

from bundles import CREATED
from daylight.core.acts.act import Act
from daylight.core.acts.bidding import SubmitBid
from daylight.office.bundle import Bundler, Wish
from daylight.office.keys import PACE, TOLERANCE_MS
from daylight.office.memory import MemoryLog
from daylight.office.perform import Office
from lies import WORLDS, Lie, acts_in, bought
from logs import sequencer
from world import TestWorld

OWED_MS = PACE.due_after_ms + TOLERANCE_MS


def out_of_order(office: Office, late: Act, after: Act) -> Bundler:
    """Over a log, at the pace of the world, that took an act up only after one that was received later."""
    drafts = office.journal.drafts
    first = next(place for place, draft in enumerate(drafts) if draft.act == after) + 1
    held = [draft for draft in drafts[:first] if draft.act == late]
    book = SimpleNamespace(drafts=[draft for draft in drafts[:first] if draft.act != late])
    log = sequencer(MemoryLog(book), leaves=PACE.leaves, keys=office.keys)
    log.drain()
    book.drafts += (*held, *drafts[first:])
    log.drain()
    return Bundler(office, log)


def _held_back(chance: random.Random, world: TestWorld, case: str, able: Callable[[Act], bool]) -> Lie:
    late = chance.choice([act for act in world.acts if acts_in(case, act) and able(act)])
    due = late.received_at.utc_ms + OWED_MS
    after = chance.choice([
        act for act in world.acts if acts_in(case, act) and act.received_at.utc_ms > due
    ])  # fmt: skip
    created = max(CREATED, world.clock.now(), key=lambda instant: instant.utc_ms)
    return Lie(
        out_of_order(world.office, late, after).bundle(Wish((case,), "public"), created), "log.came-late"
    )


def bid_dated_back(chance: random.Random) -> Lie:
    """A bid that came after the deadline is stamped before it; the log has already what came between."""
    world, case = bought(chance.randrange(WORLDS))
    return _held_back(chance, world, case, lambda act: isinstance(act.intent.deed, SubmitBid))


def leaf_held_back(chance: random.Random) -> Lie:
    """An act is kept from the log until others, received long after its day, are in it."""
    world, case = bought(chance.randrange(WORLDS))
    last = world.acts[-1].received_at.utc_ms - OWED_MS
    return _held_back(chance, world, case, lambda act: act.received_at.utc_ms < last)


OF_LOG: dict[str, Callable[[random.Random], Lie]] = {
    lie.__name__: lie for lie in (bid_dated_back, leaf_held_back)
}
