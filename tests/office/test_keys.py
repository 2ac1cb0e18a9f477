"""The key in force signs, from the act that names it on; where its secret is not here that is said."""

from dataclasses import replace

import pytest

import server
from daylight.core.acts.act import read_act
from daylight.core.acts.answer import RefusalNote
from daylight.core.acts.server import ReplaceServerKey
from daylight.core.ledger.note import Signer, open_note, read_vkey
from daylight.crypto.openssl import OPENSSL
from daylight.office.keys import KeyRing, NoSecret
from daylight.office.logbook import LogRefused
from daylight.office.memory import MemoryLog
from daylight.practice.town import register_supplier
from logs import sequencer
from server import NEWCOMER, later_key, replace_key
from world import KEYS, ORIGIN, found, held


@pytest.fixture
def world():
    return found(experts=2)


def signed_by(note):
    """Which key of the gateway signed: 0 is the first, then those that came later."""
    for which, key in enumerate(
        [KEYS.intake.verifier(OPENSSL).vkey, later_key("intake"), later_key("intake", 1)]
    ):
        try:
            open_note(note, (read_vkey(key),), OPENSSL)
        except ValueError:
            continue
        return which
    return None


def newcomer_receipt(world):
    register_supplier(world.stage, NEWCOMER, territory="CN-37")
    return world.office.journal.drafts[-1].note


def test_receipts_and_refusals_are_signed_by_the_key_in_force(world):
    assert signed_by(newcomer_receipt(world)) == 0
    assert signed_by(replace_key(world, "intake").note) == 0
    assert signed_by(newcomer_receipt(world)) == 1
    again = ReplaceServerKey("intake", later_key("intake"), server.WHY)
    source = world.stage.intent(world.town.registrar.in_person(), again, world.stage.world.id)
    refused = world.office.perform(source)
    assert isinstance(refused, RefusalNote)
    assert signed_by(refused.note) == 1
    replace_key(world, "intake", 1)
    assert signed_by(newcomer_receipt(world)) == 2


def lacking(world, *lost):
    """The world of a server that has lost these secrets."""
    ring = KeyRing(
        world.stage.world,
        lambda role: [one for one in held(role) if one.seed not in lost],
        OPENSSL,
        world.office.journal,
    )
    world.office.keys, world.office.receipts = ring, replace(world.office.receipts, keys=ring)
    return world


def test_without_the_secret_of_the_key_in_force_nothing_is_taken_in(world):
    replace_key(world, "intake")
    secret = next(one.seed for one in held("intake") if one.verifier(OPENSSL).vkey == later_key("intake"))
    before = len(world.acts)
    with pytest.raises(NoSecret, match="daylight keys new") as told:
        newcomer_receipt(lacking(world, secret))
    assert "登记人更换密钥" in str(told.value)
    assert len(world.acts) == before


def test_where_the_old_secret_is_lost_the_new_key_signs_for_the_act_that_names_it(world):
    lacking(world, KEYS.intake.seed)
    with pytest.raises(NoSecret):
        newcomer_receipt(world)
    with pytest.raises(NoSecret):
        replace_key(world, "log")
    assert signed_by(replace_key(world, "intake").note) == 1
    assert signed_by(newcomer_receipt(world)) == 1


def test_a_world_older_than_its_id_signs_with_the_key_that_lies_here(world):
    old = replace(world.stage.world, founding=None)
    ring = KeyRing(old, held, OPENSSL, world.office.journal)
    assert ring.signer("log") == KEYS.log
    assert ring.verifiers("log") == (KEYS.log.verifier(OPENSSL),)
    with pytest.raises(NoSecret, match="none"):
        KeyRing(old, lambda _: (), OPENSSL, world.office.journal).verifier("log")


def test_the_log_signs_with_the_key_in_force_and_stands_by_what_it_signed_before(world):
    files = MemoryLog(world.office.journal)
    log = sequencer(files, leaves=50, keys=KeyRing(world.stage.world, held, OPENSSL, world.office.journal))
    first = log.drain()
    assert log.key == KEYS.log.verifier(OPENSSL)
    replace_key(world, "log")
    log.check()
    assert log.drain().size > first.size
    assert log.key == read_vkey(later_key("log"))
    open_note(files.read("checkpoint"), (log.key,), OPENSSL)
    restarted = sequencer(
        files, leaves=50, keys=KeyRing(world.stage.world, held, OPENSSL, world.office.journal)
    )
    restarted.check()


def test_a_checkpoint_by_a_key_that_never_was_in_force_stops_the_log(world):
    files = MemoryLog(world.office.journal)
    sequencer(files, leaves=50, keys=world.office.keys).drain()
    stranger = Signer(ORIGIN, bytes(range(32)))
    other = replace(
        world.stage.world, founding=replace(world.stage.world.founding, log=stranger.verifier(OPENSSL).vkey)
    )
    ring = KeyRing(other, lambda _: (stranger,), OPENSSL, world.office.journal)
    with pytest.raises((LogRefused, ValueError)):
        sequencer(files, leaves=50, keys=ring).check()


def test_what_the_registrar_entered_is_read_once_and_then_only_what_is_new(world):
    ring, reads = world.office.keys, []
    entries = world.office.journal.entries
    world.office.journal.entries = lambda docket, since=0: reads.append(since) or entries(docket, since)
    replace_key(world, "intake")
    replace_key(world, "bundles")
    ring.read()
    assert [since for since in reads if since][-1] == 2
    assert [read_act(one.source).intent.kind for one in entries(world.stage.world.id)] == [
        "ReplaceServerKey"
    ] * 2
