"""Lies about the keys and the time of a server: a replaced key signs on, or nobody said what is entered."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from unittest.mock import patch

import server
from bundles import bundle
from daylight.core.acts.server import ReplaceServerKey
from daylight.core.acts.world import KEY_ROLES
from daylight.core.judgement import judge as law
from daylight.core.judgement.register import REGISTER
from daylight.core.values.docket import DocketKind, is_docket
from daylight.office import perform
from daylight.office.keys import TOLERANCE_MS
from daylight.practice import judging, play
from daylight.practice.town import register_supplier
from lies import WORLDS, Lie, bought, copied, restamped, signing
from scripts import SMALL, to_bids
from world import KEYS, TestWorld, found

OLD = {role: KEYS.held(role)[0].seed for role in KEY_ROLES}


def finish(world: TestWorld, played: play.Played) -> str:
    """From the bids to the contract."""
    play.open_all(world.stage, world.town, played)
    judging.form_committee(world.stage, world.town, played)
    judging.evaluate_lot(world.stage, world.town, played, "1")
    judging.award(world.stage, world.town, played, "1")
    judging.contract(world.stage, world.town, played, "1")
    return played.case


@cache
def rotated(seed: int, *, stuck: bool = False) -> tuple[TestWorld, str]:
    """A purchase in which every key of the server is replaced; ``stuck`` signs receipts by the old one."""
    world = found(seed)
    played = to_bids(world, SMALL)
    for role in KEY_ROLES:
        server.replace_key(world, role)
    world.clock.move_to(world.clock.now().later_by(2 * TOLERANCE_MS))
    if stuck:
        old = signing(world.office.keys, "intake", OLD["intake"])
        world.office.receipts = replace(world.office.receipts, keys=old)
    return world, finish(world, played)


@cache
def recovered(seed: int, shown: str = "all") -> tuple[TestWorld, str]:
    """Bidders registered at a false time, and the time was set right before they bid.

    ``shown`` says what the office tells the registrar: ``all`` acts of that time, ``less``, or ``more``.
    """
    world = found(seed)
    played = play.plan(world.stage, world.town, SMALL)
    play.solicit(world.stage, world.town, played)
    now = world.clock.now()
    world.clock.move_to(now.later_by(server.TEN_YEARS))
    parties = [register_supplier(world.stage, bid.name, territory="CN-37") for bid in SMALL.bidders]
    world.clock.move_to(now.later_by(1))
    with telling(world, shown):
        server.recover(world, now.later_by(server.TEN_YEARS))
    for bid, party in zip(SMALL.bidders, parties, strict=True):
        play.obtain(world.stage, played, bid, party)
    play.bid_all(world.stage, world.town, played)
    return world, finish(world, played)


@contextmanager
def telling(world: TestWorld, shown: str) -> Iterator[None]:
    """The office says of the acts of a false time what it likes."""
    journal = world.office.journal
    true = journal.received_since
    changes: dict[str, Callable[[int], tuple[object, ...]]] = {
        "all": true,
        "less": lambda ms: true(ms)[1:],
        "more": lambda ms: (
            *true(ms),
            next(one for one in true(0) if is_docket(one.docket, DocketKind.CASE)),
        ),
    }
    with patch.object(journal, "received_since", changes[shown]):
        yield


@contextmanager
def admitting_everything() -> Iterator[None]:
    """The office asks no law."""

    def admitted(m):
        return law.Admission(law._provisions(m, REGISTER[m.intent.kind], ()), (), ())

    with patch.object(perform, "judge", admitted):
        yield


def replaced_key_used_on(chance: random.Random) -> Lie:
    """A key that the registrar replaced signs on: receipts, the log or the list."""
    role, seed = chance.choice(KEY_ROLES), chance.randrange(WORLDS)
    if role == "intake":
        return Lie(bundle(*rotated(seed, stuck=True)), "receipt.differs")
    world, case = rotated(seed)
    office = copy.copy(world.office)
    office.keys = signing(office.keys, role, OLD[role])
    return Lie(bundle(replace(world, office=office), case), "bundle.replaced-key")


def rotation_by_nobody(chance: random.Random) -> Lie:
    """A key is replaced by somebody who is not the registrar."""
    world, case = bought(chance.randrange(WORLDS))
    twin = copied(world)
    role = chance.choice(KEY_ROLES)
    deed = ReplaceServerKey(role, server.later_key(role), server.WHY)
    somebody = chance.choice((twin.town.agent, twin.town.buyer, twin.town.reviewer))
    with admitting_everything():
        twin.stage.acts(somebody.in_person(), deed, twin.stage.world.id)
    return Lie(bundle(read_again(twin), case), "act.refused")


def key_of_nobody(chance: random.Random) -> Lie:
    """A bundle names a key that no act entered."""
    world, case = rotated(chance.randrange(WORLDS))
    office = copy.copy(world.office)
    office.keys = signing(office.keys, chance.choice(KEY_ROLES), chance.randbytes(32))
    return Lie(bundle(replace(world, office=office), case), "bundle.other-keys")


def time_back_without_recovery(chance: random.Random) -> Lie:
    """An act is years ahead of the one that follows it, and nobody set the time right."""
    world, case = bought(chance.randrange(WORLDS))
    length = sum(act.docket == case for act in world.acts)
    seq = chance.randrange(length - 1)
    at = world.clock.now().later_by(chance.randrange(1, server.TEN_YEARS))
    return Lie(bundle(restamped(world, case, seq, at), case), "act.time-went-back")


def act_left_out_of_the_recovery(chance: random.Random) -> Lie:
    """The registrar is not told of one act that was received at the false time."""
    return Lie(bundle(*recovered(chance.randrange(WORLDS), "less")), "act.false-and-not-named")


def true_act_in_the_recovery(chance: random.Random) -> Lie:
    """The registrar is told of an act of before, so that its instant would be compared no more."""
    return Lie(bundle(*recovered(chance.randrange(WORLDS), "more")), "act.named-as-false")


def recovery_by_nobody(chance: random.Random) -> Lie:
    """The time is set right by somebody who is not the registrar."""
    world, case = bought(chance.randrange(WORLDS))
    twin = copied(world)
    since = server.at_a_false_time(twin, chance.randrange(server.TEN_YEARS // 2, server.TEN_YEARS))
    deed = server.recovery(twin, since)
    with admitting_everything():
        twin.stage.acts(twin.town.agent.in_person(), deed, twin.stage.world.id)
    return Lie(bundle(read_again(twin), case), "act.refused")


def second_recovery(chance: random.Random) -> Lie:
    """The time falls a second time, and the registrar is made to sign for it."""
    world, case = recovered(chance.randrange(WORLDS))
    twin = copied(world)
    since = server.at_a_false_time(twin, chance.randrange(server.TEN_YEARS // 2, server.TEN_YEARS))
    with admitting_everything():
        server.recover(twin, since)
    return Lie(bundle(read_again(twin), case), "act.refused")


def read_again(world: TestWorld) -> TestWorld:
    """The world whose server goes by the keys its own journal has."""
    office = copy.copy(world.office)
    office.keys = type(office.keys)(
        office.rules.world, office.keys._held, office.rules.crypto, office.journal
    )
    office.receipts = replace(office.receipts, keys=office.keys)
    return replace(world, office=office)


OF_SERVER: dict[str, Callable[[random.Random], Lie]] = {
    lie.__name__: lie
    for lie in (
        replaced_key_used_on,
        rotation_by_nobody,
        key_of_nobody,
        time_back_without_recovery,
        act_left_out_of_the_recovery,
        true_act_in_the_recovery,
        recovery_by_nobody,
        second_recovery,
    )
}
