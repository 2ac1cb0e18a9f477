"""A door that lies: bidder, holder and presider find each lie, and send nothing after it."""

import random

import pytest

import shown_lies
from bundles import bundler
from daylight.client.holder import NotCalled, release_bids
from daylight.client.lies import WORDS, Lied
from daylight.client.pin import InMemory, Pin
from daylight.client.presider import open_bids
from daylight.client.receipt import NotDue, prove
from daylight.client.remembered import must_be_shown
from daylight.core.acts.intent import intent_id, read_signed
from daylight.core.disclosure.rights import Who
from daylight.core.dockets.case.case import Case
from daylight.core.values.refusal import refuse
from daylight.crypto.openssl import OPENSSL
from lied_to import TOLD, bids, due, intents, released, sent_at_most, solicited, until_seen
from scripts import SMALL
from wires import checked, honest

SEEDS = 20


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("name", TOLD)
def test_each_lie_is_found_and_nothing_is_sent_after_it(name, seed):
    who, lie = TOLD[name]
    found = who(lie, seed)
    assert found.code
    assert intents(found) == sent_at_most(name)


def test_there_are_lies_of_every_kind():
    assert len(TOLD) >= 15
    assert all(text.zh and text.en for text in WORDS.values())


def test_an_honest_door_takes_the_bid_and_gives_a_receipt_that_is_kept():
    world, played, docket, script, party = solicited.__wrapped__()
    wire = honest(world, party)
    receipt = bids(checked(world, wire), played, script, party)
    assert world.office.journal.entries(docket)[-1].source == receipt.act
    assert wire.sent.count("SubmitBid") == 1


@pytest.mark.parametrize("seed", range(SEEDS))
def test_who_comes_for_the_first_time_is_shown_no_less_than_everybody(seed):
    world, played, _, script, party = solicited()
    wire = honest(world, party)
    true = wire.show
    shown_lies.shorter_case(wire, random.Random(seed))
    shorter = wire.show
    wire.show = lambda case, device, **asked: (shorter if device else true)(case, device, **asked)
    found = until_seen(wire, lambda: bids(checked(world, wire), played, script, party))
    assert (found.code in {"docket.shorter", "docket.missing"}, found.sent) == (True, ())


def test_a_holder_who_is_shown_the_genuine_case_of_before_the_call_releases_nothing():
    world, played = due()
    holder, key = played.keys[0]
    wire = honest(world, holder)
    shown_lies.shown(wire, shown_lies.before_kind("CallOpening"))
    with pytest.raises(NotCalled):
        release_bids(checked(world, wire), played.case, holder, key)
    assert wire.sent == []


def test_an_honest_door_lets_the_holder_release():
    world, played = due.__wrapped__()
    holder, key = played.keys[0]
    wire = honest(world, holder)
    assert release_bids(checked(world, wire), played.case, holder, key) == len(SMALL.bidders)
    assert wire.sent[-1] == "ReleaseShares"


def test_an_honest_door_lets_the_presider_open():
    world, played = released.__wrapped__()
    open_bids(checked(world, honest(world, world.town.agent)), played.case, world.town.agent)
    assert world.office.journal.drafts[-1].act.intent.kind == "OpenBids"


def test_a_reader_whose_right_ended_is_not_told_a_lie():
    """A holder sees the whole case; asked for in no capacity, he is shown its public part."""
    world, played = due()
    holder, _ = played.keys[0]
    wire, memory = honest(world, holder), InMemory()
    session = checked(world, wire, memory)
    assert isinstance(session.case(played.case, holder), Case)
    wire.capacities.clear()
    assert isinstance(session.case(played.case, holder), Case)


def proved(world, receipt, source):
    """What ``daylight bidder proof`` does with the proof the server gives."""
    pin = Pin(world.office.rules.world, ())
    return prove(receipt, lambda _: source, ((pin.log,), (pin.intake,)), world.clock.now(), OPENSSL)


def test_a_missing_leaf_convicts_the_server_after_its_day_and_not_before():
    world, played, _, script, party = solicited.__wrapped__()
    receipt = bids(checked(world, honest(world, party)), played, script, party)
    with pytest.raises(NotDue, match="due at"):
        proved(world, receipt, None)
    world.clock.move_to(world.clock.now().later_by(world.office.rules.world.founding.pace.due_after_ms))
    with pytest.raises(Lied) as lie:
        proved(world, receipt, None)
    assert lie.value.code == "receipt.no-leaf"


def test_the_true_proof_of_another_leaf_is_no_proof():
    world, played, _, script, party = solicited.__wrapped__()
    receipt = bids(checked(world, honest(world, party)), played, script, party)
    log = bundler(world).log
    mine, other = (intent_id(act.intent) for act in (world.acts[-1], world.acts[0]))
    assert proved(world, receipt, log.proof_of(mine).encoded()).index == log.proof_of(mine).index
    with pytest.raises(Lied):
        proved(world, receipt, log.proof_of(other).encoded())


def test_own_bid_that_was_shown_once_is_shown_again():
    world, played, docket, _, party = solicited.__wrapped__()
    wire, memory = honest(world, party), InMemory()
    checked(world, wire, memory).case(played.case, party)
    shown_lies.shown(wire, lambda view: shown_lies.without(view, f"/{docket}/"))
    assert (
        until_seen(wire, lambda: checked(world, wire, memory).case(played.case, party)).code
        == "docket.shorter"
    )


def test_the_worlds_own_docket_that_was_shown_once_is_shown_again():
    """Else a key that was replaced, because it was stolen, would be believed again."""
    acts = ("{}",)
    assert must_be_shown("world-00", acts, Who(), "case-1", "")
    assert must_be_shown("world-00", acts, Who(), "case-1", "bids")


def test_a_refusal_for_being_late_that_is_dated_before_the_deadline_is_a_lie():
    world, played, _, script, party = solicited.__wrapped__()
    wire = honest(world, party)

    def late(source, openings=()):
        wire.sent.append("kept")
        now = world.clock.now()
        refusals = (refuse("bidding.after-deadline", "bidding.deadline", deadline=now, received=now),)
        return world.office.receipts.refusal(read_signed(source), now, refusals)

    session = checked(world, wire)
    session.case(played.case, party)
    wire.perform = late
    found = until_seen(wire, lambda: bids(session, played, script, party))
    assert found.code == "refusal.before-deadline"
