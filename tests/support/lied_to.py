"""Bidder, holder and presider before a door that lies: each does his task until he sees the lie."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import answered_lies
import opened_lies
import shown_lies
from broken_bids import to_broken_bids
from daylight.client.bidder import submit_bid
from daylight.client.holder import release_applications, release_bids
from daylight.client.lies import Lied
from daylight.client.pin import InMemory
from daylight.client.presider import call_opening, open_applications, open_bids
from daylight.practice import play
from prequalified import FIVE, to_applications
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
    opened_lies.record_without,
    opened_lies.record_with_another_secret,
    opened_lies.record_with_other_bidders,
    opened_lies.record_calls_a_good_bid_unopenable,
    opened_lies.record_reads_out_another_price,
    opened_lies.record_reads_out_of_another_bid,
    opened_lies.record_rests_on_a_body_that_is_not_given,
    opened_lies.other_body,
)
TO_A_PRESIDER_WITH_A_BROKEN_BID = (
    opened_lies.record_gives_another_fault,
    opened_lies.record_says_that_a_broken_bid_opened,
)
TO_WHO_OPENS_APPLICATIONS = (
    opened_lies.application_called_unopenable,
    opened_lies.application_that_declares_another,
    opened_lies.other_body,
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


@cache
def broken():
    """The same, but what one bidder sealed as its price is none."""
    world = found()
    played = to_broken_bids(world)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    play.call(world.stage, world.town, played)
    for holder, key in played.keys[:3]:
        release_bids(world.stage, played.case, holder, key)
    return world, played


@cache
def applied():
    """Three holders have released their shares of every application."""
    world = found()
    done = to_applications(world, FIVE)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    call_opening(world.stage, done.played.case, world.town.agent, "applications")
    for holder, key in done.played.keys[:3]:
        release_applications(world.stage, done.played.case, holder, key)
    return world, done.played


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


def to_a_presider(lie, seed: int, at=released) -> Found:
    """He signs the opening record, and is lied to."""
    world, played = at()
    wire = honest(world, world.town.agent)
    lie(wire, chance(lie, seed))
    return until_seen(wire, lambda: open_bids(checked(world, wire), played.case, world.town.agent))


def to_a_presider_with_a_broken_bid(lie, seed: int) -> Found:
    """The same, where one envelope does not open."""
    return to_a_presider(lie, seed, broken)


def to_who_opens_applications(lie, seed: int) -> Found:
    """He signs the records of applications, and is lied to."""
    world, played = applied()
    wire = honest(world, world.town.agent)
    lie(wire, chance(lie, seed))
    return until_seen(wire, lambda: open_applications(checked(world, wire), played.case, world.town.agent))


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
        (to_a_presider_with_a_broken_bid, TO_A_PRESIDER_WITH_A_BROKEN_BID),
        (to_who_opens_applications, TO_WHO_OPENS_APPLICATIONS),
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
