"""A participant follows the registrar's word to later keys and over a false time, and nobody else's."""

import copy
from dataclasses import replace

import pytest

import server
from daylight.client.lies import Lied
from daylight.office.keys import TOLERANCE_MS
from daylight.practice import play
from daylight.practice.town import register_supplier
from lies import signing
from scripts import SMALL, to_issue
from wires import checked, honest
from world import KEYS, found


@pytest.fixture
def world():
    return found(experts=2)


def replaced(world, *roles):
    for role in roles:
        server.replace_key(world, role)
    world.clock.move_to(world.clock.now().later_by(2 * TOLERANCE_MS))


def test_who_registers_first_of_all_after_a_change_believes_the_receipt(world):
    replaced(world, "log", "intake")
    session = checked(world, honest(world))
    assert register_supplier(session, server.NEWCOMER, territory="CN-37")


def test_who_saw_a_case_before_the_change_goes_on(world):
    played = to_issue(world, SMALL)
    wire = honest(world)
    session = checked(world, wire)
    party = register_supplier(session, server.NEWCOMER, territory="CN-37")
    session.door.look(played.case, party.device)
    replaced(world, "log", "intake", "bundles")
    wire.bundler.log.drain()
    play.obtain(session, played, SMALL.bidders[0], party)
    assert session.door.look(played.case, party.device).entered == world.office.keys.read()


def test_a_receipt_by_the_replaced_key_is_a_lie(world):
    replaced(world, "intake")
    wire = honest(world)
    old = signing(world.office.keys, "intake", KEYS.intake.seed)
    world.office.receipts = replace(world.office.receipts, keys=old)
    session = checked(world, wire)
    session.door._entered = world.office.keys.read()
    with pytest.raises(Lied) as lie:
        register_supplier(session, server.NEWCOMER, territory="CN-37")
    assert lie.value.code == "receipt.none"


def test_a_key_that_somebody_else_entered_is_a_lie(world):
    wire = honest(world)
    liar = copy.copy(world.office)
    liar.receipts = replace(liar.receipts, keys=signing(liar.keys, "intake", bytes(range(32))))
    wire.office = liar
    with pytest.raises(Lied) as lie:
        register_supplier(checked(world, wire), server.NEWCOMER, territory="CN-37")
    assert lie.value.code == "receipt.none"


def test_after_a_false_time_that_was_set_right_receipts_are_believed(world):
    played = to_issue(world, SMALL)
    now = world.clock.now()
    world.clock.move_to(now.later_by(server.TEN_YEARS))
    early = register_supplier(world.stage, server.NEWCOMER, territory="CN-37")
    world.clock.move_to(now.later_by(1))
    server.recover(world, now.later_by(server.TEN_YEARS))
    session = checked(world, honest(world, early))
    session.door.look(played.case, early.device)
    play.obtain(session, played, SMALL.bidders[0], early)
    looked = session.door.look(played.case, early.device)
    assert looked.latest_ms == now.utc_ms + 1
