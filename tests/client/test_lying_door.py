"""A door that lies: bidder, holder and presider find each lie, and send nothing after it."""

import random
from functools import cache

import pytest

import wires
from daylight.client.bidder import submit_bid
from daylight.client.holder import NotCalled, release_bids
from daylight.client.lies import WORDS, Lied
from daylight.client.pin import InMemory
from daylight.client.presider import open_bids
from daylight.core.dockets.case.case import Case
from daylight.practice import play
from scripts import SMALL, bidder, to_bids, to_issue
from wires import checked, honest
from world import found

SEEDS = 20
DAY_MS = 86_400_000
GONE = {"docket.shorter", "docket.missing", "log.forked", "log.shorter", "log.not-included"}


@cache
def solicited():
    """A case for which suppliers have obtained the documents, days after its leaves were due."""
    world = found()
    played = to_issue(world, SMALL)
    play.obtain_all(world.stage, played)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    docket, (script, party) = next(iter(played.bidders.items()))
    return world, played, docket, script, party


def bids(session, played, script, party):
    """What ``daylight bidder submit`` does."""
    case = session.case(played.case, party)
    offer = play.offer_of(played.script, script, "1", 290_000_000, party.organisation)
    return submit_bid(
        session, party, played.case, (offer,), key_set=case.planning.key_set, round=case.tendering.round
    )


def lied(wire, what):
    """What was sent until the lie was seen, its code, and that nothing was sent after it."""
    with pytest.raises(Lied) as lie:
        what()
    return lie.value, list(wire.sent)


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("lie", wires.TO_A_BIDDER, ids=lambda lie: lie.__name__)
def test_a_bidder_finds_the_lie_and_sends_nothing_more(lie, seed):
    world, played, _, script, party = solicited()
    wire = honest(world, party)
    lie(wire, random.Random(f"{lie.__name__}/{seed}"))
    said, sent = lied(wire, lambda: bids(checked(world, wire), played, script, party))
    answered = lie.__name__.startswith(("receipt_", "refused_")) and lie is not wires.receipt_left_out
    assert sent.count("SubmitBid") + sent.count("kept") == (1 if answered else 0)
    assert sent[-1:] == ([sent[-1]] if answered else sent[-1:])
    assert said.text.zh and said.text.en and "{" not in said.text.en


def test_an_honest_door_takes_the_bid_and_gives_a_receipt_that_is_kept():
    world, played, docket, script, party = solicited.__wrapped__()
    wire = honest(world, party)
    receipt = bids(checked(world, wire), played, script, party)
    assert world.office.journal.entries(docket)[-1].source == receipt.act
    assert wire.sent.count("SubmitBid") == 1


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("lie", wires.TO_ONE_WHO_WAS_THERE_BEFORE, ids=lambda lie: lie.__name__)
def test_what_was_seen_before_is_not_taken_back(lie, seed):
    world, played, _, script, party = solicited()
    wire, memory = honest(world, party), InMemory()
    checked(world, wire, memory).case(played.case, party)
    lie(wire, random.Random(f"{lie.__name__}/{seed}"))
    said, sent = lied(wire, lambda: bids(checked(world, wire, memory), played, script, party))
    assert (sent, said.code in GONE) == ([], True)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_who_comes_for_the_first_time_is_shown_no_less_than_everybody(seed):
    world, played, _, script, party = solicited()
    wire = honest(world, party)
    true = wire.show
    wires.shorter_case(wire, random.Random(seed))
    shorter = wire.show
    wire.show = lambda case, device, **asked: (shorter if device else true)(case, device, **asked)
    said, sent = lied(wire, lambda: bids(checked(world, wire), played, script, party))
    assert (sent, said.code in GONE) == ([], True)


@cache
def due():
    """Bids are in, the presider has called, and leaves are due; nobody has released."""
    world = found()
    played = to_bids(world, SMALL)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    play.call(world.stage, world.town, played)
    return world, played


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("lie", wires.TO_A_HOLDER, ids=lambda lie: lie.__name__)
def test_a_holder_finds_the_lie_and_releases_nothing(lie, seed):
    world, played = due()
    holder, key = played.keys[0]
    wire = honest(world, holder)
    lie(wire, random.Random(f"{lie.__name__}/{seed}"))
    _, sent = lied(wire, lambda: release_bids(checked(world, wire), played.case, holder, key))
    assert "ReleaseShares" not in sent


@cache
def released():
    """Three holders have released."""
    world, played = due.__wrapped__()
    for holder, key in played.keys[:3]:
        release_bids(world.stage, played.case, holder, key)
    return world, played


def test_a_holder_who_is_shown_the_genuine_case_of_before_the_call_releases_nothing():
    world, played = due()
    holder, key = played.keys[0]
    wire = honest(world, holder)
    wires.shown(wire, wires.before_kind("CallOpening"))
    with pytest.raises(NotCalled):
        release_bids(checked(world, wire), played.case, holder, key)
    assert wire.sent == []


def test_an_honest_door_lets_the_holder_release():
    world, played = due.__wrapped__()
    holder, key = played.keys[0]
    wire = honest(world, holder)
    assert release_bids(checked(world, wire), played.case, holder, key) == len(SMALL.bidders)
    assert wire.sent[-1] == "ReleaseShares"


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_presider_signs_no_record_that_leaves_a_bid_out(seed):
    world, played = released()
    presider = world.town.agent
    wire = honest(world, presider)
    wires.record_without(wire, random.Random(seed))
    said, sent = lied(wire, lambda: open_bids(checked(world, wire), played.case, presider))
    assert (sent, said.code) == ([], "opening.other-bids")


def test_an_honest_door_lets_the_presider_open():
    world, played = released.__wrapped__()
    open_bids(checked(world, honest(world, world.town.agent)), played.case, world.town.agent)
    assert world.office.journal.drafts[-1].act.intent.kind == "OpenBids"


def test_a_reader_whose_right_ended_is_not_told_a_lie():
    """A committee member sees the whole case while he is one, and its public part afterwards."""
    world, played = due()
    holder, _ = played.keys[0]
    wire, memory = honest(world, holder), InMemory()
    session = checked(world, wire, memory)
    assert isinstance(session.case(played.case, holder), Case)
    wire.capacities.clear()
    assert isinstance(session.case(played.case, holder), Case)


def test_every_lie_has_its_words():
    assert all(text.zh and text.en for text in WORDS.values())
    assert len(wires.TO_A_BIDDER) + len(wires.TO_ONE_WHO_WAS_THERE_BEFORE) + len(wires.TO_A_HOLDER) >= 15
    assert bidder
