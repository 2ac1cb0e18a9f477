"""Who may replace a key of the server and set its time right, with what, and how often."""

from base64 import b64encode
from dataclasses import replace

import pytest

import server
from daylight.core.acts.server import ReplaceServerKey
from daylight.core.ledger.note import Signer
from daylight.core.values.docket import docket_name
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.office.gateway import ClockSteppedBack
from daylight.practice.town import register_supplier
from scenarios.asking import codes
from world import KEYS, ORIGIN

HALF = Text("仅中文", "")


@pytest.fixture
def made(at):
    return at(lambda made, _: None)[0]


def asked(made, deed, party=None, docket=""):
    return codes(made, party or made.town.registrar, deed, docket or made.stage.world.id)


def key(role="intake", **changes):
    return replace(ReplaceServerKey(role, server.later_key(role), server.WHY), **changes)


def vkey(name, seed=bytes(range(32))):
    return Signer(name, seed).verifier(OPENSSL).vkey


def test_the_registrar_replaces_each_key_by_a_new_one(made):
    assert [asked(made, key(role)) for role in ("log", "intake", "bundles")] == [[], [], []]
    assert [len(made.office.keys.verifiers(role)) for role in ("log", "intake", "bundles")] == [2, 2, 2]
    assert made.office.keys.verifier("log").vkey == server.later_key("log")


def test_nobody_else_does_and_he_not_for_an_organisation(made):
    assert asked(made, key(), made.town.agent.in_person()) == ["server.only-the-registrar"]
    assert asked(made, server.recovery(made, made.clock.now()), made.town.agent.in_person()) == [
        "server.only-the-registrar",
        "server.time-not-fallen",
    ]
    holding = replace(made.town.registrar, capacity=made.town.buyer.capacity)
    assert asked(made, key(), holding) == ["acts.personal"]


def test_there_is_one_docket_for_it(made):
    other = docket_name("world", "0" * 64)
    assert asked(made, key(), docket=other) == ["server.other-docket"]
    assert asked(made, key(), docket=made.stage.new_docket("case")) == ["acts.wrong-docket-kind"]


def test_a_world_older_than_its_id_has_no_such_docket(made):
    old = replace(made.stage.world, founding=None)
    rules = replace(made.office.rules, world=old)
    made.office.rules = rules
    made = replace(made, stage=replace(made.stage, world=old))
    assert asked(made, key(), docket=docket_name("world", "0" * 64)) == ["server.other-docket"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "a key",
        vkey(ORIGIN),
        vkey("other.example/intake"),
        f"{ORIGIN}/intake+00000000+{b64encode(bytes(33)).decode()}",
    ],
    ids=["nothing", "no key", "of the log", "of another server", "weak"],
)
def test_a_key_that_could_not_sign_is_refused(made, written):
    assert asked(made, key(key=written)) == ["server.no-key"]


def test_a_key_in_force_or_one_that_was_replaced_does_not_come_again(made):
    first = KEYS.intake.verifier(OPENSSL).vkey
    assert asked(made, key(key=first)) == ["server.key-had-before"]
    assert asked(made, key()) == []
    assert asked(made, key(key=first)) == ["server.key-had-before"]
    assert asked(made, key()) == ["server.key-had-before"]


def test_a_key_of_another_role_is_refused_also_after_it_was_replaced(made):
    shared = vkey(f"{ORIGIN}/intake", KEYS.log.seed)
    assert asked(made, key(key=shared)) == ["server.key-of-another-role"]
    assert asked(made, key("log")) == []
    assert asked(made, key(key=shared)) == ["server.key-of-another-role"]


def test_a_reason_is_given_in_both_languages(made):
    assert asked(made, key(reason=HALF)) == ["acts.one-language"]
    deed = server.recovery(made, server.at_a_false_time(made))
    assert asked(made, replace(deed, reason=HALF)) == ["acts.one-language"]


def test_a_time_that_is_set_right_goes_on_from_there(made):
    since = server.at_a_false_time(made)
    with pytest.raises(ClockSteppedBack):
        register_supplier(made.stage, server.NEWCOMER, territory="CN-37")
    right = made.clock.now()
    assert asked(made, server.recovery(made, since)) == []
    assert made.acts[-1].received_at == right
    made.clock.move_to(right.later_by(1000))
    assert register_supplier(made.stage, Text("按时的", "on time"), territory="CN-37")
    assert made.acts[-1].received_at == right.later_by(1000)


def test_all_acts_of_the_false_time_are_named_and_no_others(made):
    deed = server.recovery(made, server.at_a_false_time(made))
    assert len(deed.acts) == 2
    other = "0" * 64
    for acts in ((), deed.acts[:1], (other, *deed.acts), deed.acts[::-1], deed.acts * 2):
        assert asked(made, replace(deed, acts=acts)) == ["server.other-acts"]
    assert asked(made, deed) == []


def test_nothing_is_set_right_while_the_clock_is_ahead_or_only_a_little_behind(made):
    tolerance = made.stage.world.founding.tolerance_ms
    since = server.at_a_false_time(made, ahead_ms=tolerance)
    deed = server.recovery(made, since)
    assert asked(made, deed) == ["server.time-not-fallen"]
    made.clock.move_to(since.later_by(1000))
    assert asked(made, deed) == ["server.time-not-fallen"]


def test_time_falls_once(made):
    since = server.at_a_false_time(made)
    assert asked(made, server.recovery(made, since)) == []
    again = server.at_a_false_time(made, ahead_ms=server.TEN_YEARS // 2)
    assert asked(made, server.recovery(made, again)) == ["server.time-fell-before"]


def test_only_the_registrar_sets_the_time_right_in_person_and_in_the_one_docket(made):
    deed = server.recovery(made, server.at_a_false_time(made))
    assert asked(made, deed, made.town.agent.in_person()) == ["server.only-the-registrar"]
    holding = replace(made.town.registrar, capacity=made.town.buyer.capacity)
    assert asked(made, deed, holding) == ["acts.personal"]
    assert asked(made, deed, docket=docket_name("world", "0" * 64)) == ["server.other-docket"]
    assert asked(made, deed) == []
