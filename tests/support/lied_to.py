"""Bidder, holder and presider before a door that lies: each does his task until he sees the lie."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import answered_lies
import shown_lies
from daylight.client.bidder import submit_bid
from daylight.client.holder import release_bids
from daylight.client.lies import Lied
from daylight.client.pin import InMemory
from daylight.client.presider import open_bids
from daylight.practice import play
from scripts import SMALL, to_bids, to_issue
from wires import checked, honest
from world import found

TO_A_BIDDER = (
    shown_lies.other_recipients,
    shown_lies.other_deadline,
    shown_lies.other_signature,
    shown_lies.leaf_not_shown,
    shown_lies.proof_of_another,
    shown_lies.receipt_left_out,
    shown_lies.act_left_out,
    shown_lies.register_left_out,
    shown_lies.other_law,
    answered_lies.docket_of_no_bid,
    answered_lies.docket_of_another,
    answered_lies.receipt_of_nothing,
    answered_lies.receipt_by_another,
    answered_lies.receipt_with_another_salt,
    answered_lies.receipt_of_another_intent,
    answered_lies.receipt_before_sending,
    answered_lies.receipt_after_the_deadline,
    answered_lies.receipt_without_a_day,
    answered_lies.receipt_judged_by_less,
    answered_lies.refused_by_nobody,
    answered_lies.refused_another,
    answered_lies.other_file_received,
)
TO_ONE_WHO_WAS_THERE_BEFORE = (shown_lies.forked_log, shown_lies.no_log, shown_lies.shorter_case)
TO_A_HOLDER = (
    answered_lies.other_share_file,
    shown_lies.other_bid,
    answered_lies.receipt_of_more_bids,
    shown_lies.bid_left_out,
    shown_lies.no_index,
    shown_lies.other_index,
    shown_lies.other_deadline,
    shown_lies.other_signature,
)
TO_A_HOLDER_DAYS_LATER = (shown_lies.bid_dated_back,)
TO_A_PRESIDER = (
    shown_lies.no_index,
    answered_lies.record_without,
    answered_lies.record_with_another_secret,
    answered_lies.record_with_other_bidders,
)

DAY_MS = 86_400_000


@dataclass(frozen=True)
class Found:
    """The code of the lie, empty where none was seen, and what had been sent by then."""

    code: str
    sent: tuple[str, ...]


@cache
def solicited():
    """A case for which suppliers have obtained the documents, days after its leaves were due."""
    world = found()
    played = to_issue(world, SMALL)
    play.obtain_all(world.stage, played)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    docket, (script, party) = next(iter(played.bidders.items()))
    return world, played, docket, script, party


@cache
def due():
    """Bids are in, the presider has called, and leaves are due; nobody has released."""
    world = found()
    played = to_bids(world, SMALL)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    play.call(world.stage, world.town, played)
    return world, played


@cache
def long_due():
    """A day after the presider called, so that the leaf of the call is due too."""
    world, played = due.__wrapped__()
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    return world, played


@cache
def released():
    """Three holders have released."""
    world, played = due.__wrapped__()
    for holder, key in played.keys[:3]:
        release_bids(world.stage, played.case, holder, key)
    return world, played


def bids(session, played, script, party):
    """What ``daylight bidder submit`` does."""
    case = session.case(played.case, party)
    offer = play.offer_of(played.script, script, "1", 290_000_000, party.organisation)
    return submit_bid(
        session, party, played.case, (offer,), key_set=case.planning.key_set, round=case.tendering.round
    )


def to_a_bidder(lie, seed: int) -> Found:
    """He bids, and is lied to."""
    world, played, _, script, party = solicited()
    wire = honest(world, party)
    lie(wire, chance(lie, seed))
    return until_seen(wire, lambda: bids(checked(world, wire), played, script, party))


def to_one_who_was_there_before(lie, seed: int) -> Found:
    """He has looked at the case before he bids."""
    world, played, _, script, party = solicited()
    wire, memory = honest(world, party), InMemory()
    checked(world, wire, memory).case(played.case, party)
    lie(wire, chance(lie, seed))
    return until_seen(wire, lambda: bids(checked(world, wire, memory), played, script, party))


def to_a_holder(lie, seed: int) -> Found:
    """He releases, and is lied to."""
    return _to_a_holder_of(*due(), lie, seed)


def to_a_holder_days_later(lie, seed: int) -> Found:
    """The same, when every leaf is due."""
    return _to_a_holder_of(*long_due(), lie, seed)


def _to_a_holder_of(world, played, lie, seed: int) -> Found:
    holder, key = played.keys[0]
    wire = honest(world, holder)
    lie(wire, chance(lie, seed))
    return until_seen(wire, lambda: release_bids(checked(world, wire), played.case, holder, key))


def to_a_presider(lie, seed: int) -> Found:
    """He signs the opening record, and is lied to."""
    world, played = released()
    wire = honest(world, world.town.agent)
    lie(wire, chance(lie, seed))
    return until_seen(wire, lambda: open_bids(checked(world, wire), played.case, world.town.agent))


def chance(lie, seed: int) -> random.Random:
    """The chance of one lie under one seed."""
    return random.Random(f"{lie.__name__}/{seed}")


def until_seen(wire, what: Callable[[], object]) -> Found:
    """Do it; what was sent stays as it was when the lie was seen, because the task ends there."""
    try:
        what()
    except Lied as lie:
        return Found(lie.code, tuple(wire.sent))
    return Found("", tuple(wire.sent))


TOLD = {
    f"{who.__name__}.{lie.__name__}": (who, lie)
    for who, lies in (
        (to_a_bidder, TO_A_BIDDER),
        (to_one_who_was_there_before, TO_ONE_WHO_WAS_THERE_BEFORE),
        (to_a_holder, TO_A_HOLDER),
        (to_a_holder_days_later, TO_A_HOLDER_DAYS_LATER),
        (to_a_presider, TO_A_PRESIDER),
    )
    for lie in lies
}
"""Every lie by who is lied to."""
ANSWERED = {"to_a_bidder.receipt_left_out"}


def sent_at_most(name: str) -> int:
    """How many intents may have been sent when the lie is seen: one where the answer to it is the lie."""
    answers = name.split(".")[1].startswith(("receipt_", "refused_")) and name not in ANSWERED
    return 1 if answers else 0


def intents(found: Found) -> int:
    """How many intents were sent."""
    return sum(one != "put" for one in found.sent)
