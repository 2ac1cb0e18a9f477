"""A lying office: it holds every key of the server, and its officials and bidders are honest.

Each lie takes a seed and gives a bundle that the office would hand out, with what the verifier is to find.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from bundles import bundle
from daylight.client.device import Capacity
from daylight.core.acts.act import Act, Seen, act_digest
from daylight.core.acts.registry import GrantMandate, RevokeMandate
from daylight.core.acts.world import KeyRole, key_name
from daylight.core.ledger.note import Signer
from daylight.core.values.docket import DocketKind, is_docket
from daylight.core.values.plain import plain
from daylight.office.keys import TOLERANCE_MS, KeyRing
from daylight.practice import play
from daylight.practice.stage import OfficeDoor
from forgery import forged, relabelled
from scripts import SMALL, bidder, to_bids, to_contract
from world import TestWorld, found

WORLDS = 3
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Lie:
    """A bundle of a lying office, and the code of the finding that names the lie."""

    files: Files
    code: str


@cache
def bought(seed: int) -> tuple[TestWorld, str]:
    """A purchase of an honest office, from the need to the contract."""
    world = found(seed)
    return world, to_contract(world, SMALL).case


def copied(world: TestWorld) -> TestWorld:
    """The world with a journal of its own; clock and people are the same."""
    twin = forged(world, lambda act: act)
    return replace(twin, stage=replace(twin.stage, door=OfficeDoor(twin.office)))


def hidden_revocation(chance: random.Random) -> Lie:
    """A mandate was taken back, under receipt, before an act that went on as if it stood."""
    world, case = bought(chance.randrange(WORLDS))
    parties = [party for party in vars(world.town).values() if getattr(party, "capacity", None)]
    used = [act for act in world.acts if act.intent.mandate and acts_in(case, act)]
    later = chance.choice(used)
    granted = next(act for act in world.acts if act.docket == later.intent.mandate)
    giver = next(party for party in parties if party.device.person == granted.intent.person)
    twin = copied(world)
    body = granted.deed(GrantMandate).organisation
    party = replace(giver, capacity=Capacity(body))
    twin.stage.acts(party, RevokeMandate(body, "岗位调整"), granted.docket)
    before = later.received_at.later_by(-TOLERANCE_MS - chance.randrange(1, 3_600_000))
    return Lie(bundle(restamped(twin, granted.docket, 1, before), case), "act.saw-less")


def stale_case(chance: random.Random) -> Lie:
    """A bidder's act was judged by the case as it was one act earlier."""
    world, case = bought(chance.randrange(WORLDS))
    acts = [act for act in world.acts if act.docket == case]
    able = [
        act
        for act in world.acts
        for seen in act.seen
        if seen.docket == case != act.docket
        and seen.length > 1
        and acts[seen.length - 1].received_at.utc_ms < act.received_at.utc_ms - TOLERANCE_MS
    ]
    return Lie(bundle(_judged_by_less(world, chance.choice(able), case), case), "act.saw-less")


def backdated(chance: random.Random) -> Lie:
    """An act is dated before the one it follows."""
    world, case = bought(chance.randrange(WORLDS))
    act = chance.choice([act for act in world.acts if act.docket == case and act.seq])
    before = next(one for one in world.acts if (one.docket, one.seq) == (case, act.seq - 1))
    at = before.received_at.later_by(-TOLERANCE_MS - chance.randrange(1, 3_600_000))
    return Lie(bundle(restamped(world, case, act.seq, at), case), "act.time-went-back")


def before_what_it_saw(chance: random.Random) -> Lie:
    """The first act of a bidder is dated before the case it saw."""
    world, case = bought(chance.randrange(WORLDS))
    bids = [act for act in world.acts if is_docket(act.docket, DocketKind.BID) and not act.seq]
    act = chance.choice(bids)
    length = next(seen.length for seen in act.seen if seen.docket == case)
    last = next(one for one in world.acts if (one.docket, one.seq) == (case, length - 1))
    at = last.received_at.later_by(-TOLERANCE_MS - chance.randrange(1, 60_000))
    return Lie(bundle(restamped(world, act.docket, 0, at), case), "act.saw-later")


@cache
def left_out(seed: int, missing: int) -> Files:
    """A bid in time, with its receipt, that was kept from the journal until all was over."""
    world = found(seed)
    script = replace(SMALL, bidders=(*SMALL.bidders, bidder("辰", 3_050_000)))
    played = to_bids(world, script)
    held = world.office.journal.drafts
    docket = sorted(played.bidders)[missing]
    kept = [draft for draft in held if draft.act.docket != docket or draft.act.seq < 2]
    late = [draft for draft in held if draft not in kept]
    twin = copied(world)
    twin.office.journal.__init__()
    for draft in kept:
        twin.office.journal._append(draft)
    twin.office.views = type(twin.office.views)(twin.office.journal)
    twin = replace(twin, stage=replace(twin.stage, door=OfficeDoor(twin.office)))
    del played.bidders[docket]
    play.open_all(twin.stage, twin.town, played)
    for draft in late:
        twin.office.journal._append(draft)
    return bundle(twin, played.case)


def bid_left_out(chance: random.Random) -> Lie:
    """The opening leaves out a bid that was received before it."""
    return Lie(left_out(chance.randrange(2), chance.randrange(4)), "act.saw-less")


def other_world(chance: random.Random) -> Lie:
    """The same acts, said to be of a world of another kind, place or registrar."""
    world, case = bought(chance.randrange(WORLDS))
    office = copy.copy(world.office)
    changed = chance.choice(
        [{"practice": False}, {"territory": "CN-11"}, {"registrar": "person-" + "0" * 32}, {"origin": ""}]
    )
    changed = {"origin": office.rules.world.origin} if "origin" in changed else changed
    other = replace(office.rules.world, **changed)
    if other == office.rules.world:
        founding = office.rules.world.founding
        other = replace(other, founding=replace(founding, tolerance_ms=founding.tolerance_ms * 1_000))
    office.rules = replace(office.rules, world=other)
    office.receipts = replace(office.receipts, world=other)
    return Lie(bundle(forged(replace(world, office=office), lambda act: act), case), "acts.other-world")


def other_keys(chance: random.Random) -> Lie:
    """A bundle that names an intake key which the world was not founded with."""
    world, case = bought(chance.randrange(WORLDS))
    office = copy.copy(world.office)
    office.keys = signing(office.keys, "intake", chance.randbytes(32))
    office.receipts = replace(office.receipts, keys=office.keys)
    return Lie(bundle(forged(replace(world, office=office), lambda act: act), case), "bundle.other-keys")


def signing(ring: KeyRing, role: KeyRole, seed: bytes) -> KeyRing:
    """The keys of a server that signs in a role with a key nobody entered."""
    other = copy.copy(ring)
    signer = Signer(key_name(ring.world.origin, role), seed)
    other.signer = lambda asked: signer if asked == role else ring.signer(asked)
    other.verifiers = lambda asked: tuple(
        [signer.verifier(ring.crypto)] if asked == role else ring.verifiers(asked)
    )
    return other


def renamed_world(chance: random.Random) -> Lie:
    """World and list changed, receipts as they were given."""
    world, case = bought(chance.randrange(WORLDS))
    shape = {"practice": False} if chance.random() < 1 / 2 else {"territory": "CN"}
    said = plain(world.office.rules.world)
    return Lie(relabelled(bundle(world, case), {**said, **shape}), "receipt.differs")


LIES: dict[str, Callable[[random.Random], Lie]] = {
    lie.__name__: lie
    for lie in (
        hidden_revocation,
        stale_case,
        backdated,
        before_what_it_saw,
        bid_left_out,
        other_world,
        other_keys,
        renamed_world,
    )
}


def acts_in(case: str, act: Act) -> bool:
    """Whether an act belongs to the case or to a bid for it."""
    return act.docket == case or getattr(act.intent.deed, "case", "") == case


def restamped(world: TestWorld, docket: str, seq: int, at: object) -> TestWorld:
    """The world with one act received at another instant."""
    return forged(
        world, lambda act: replace(act, received_at=at) if (act.docket, act.seq) == (docket, seq) else act
    )


def _judged_by_less(world: TestWorld, chosen: Act, docket: str) -> TestWorld:
    """The world with one act that saw a docket without its last act."""
    length = next(seen.length for seen in chosen.seen if seen.docket == docket)
    shorter = next(act for act in world.acts if (act.docket, act.seq) == (docket, length - 2))
    head = Seen(docket, length - 1, act_digest(shorter.spelled))

    def change(act: Act) -> Act:
        if (act.docket, act.seq) != (chosen.docket, chosen.seq):
            return act
        return replace(act, seen=tuple(head if seen.docket == docket else seen for seen in act.seen))

    return forged(world, change)
