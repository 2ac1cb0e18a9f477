"""The one door: what it takes, what it answers, and what it refuses before the law is asked."""

import threading
from dataclasses import replace

import pytest

from daylight.client.device import new_device
from daylight.client.session import Party
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.common import Opening
from daylight.core.acts.planning import ReviewRequirement
from daylight.core.acts.registry import RegisterPerson
from daylight.core.ledger.intake import read_intake
from daylight.core.ledger.leaf import commitment
from daylight.core.ledger.note import open_note
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen, canonical_bytes, read_plain
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.office import perform
from daylight.office.gateway import ClockSteppedBack, Gateway
from daylight.office.ports import Stale
from daylight.practice import play
from daylight.practice.numbers import invented_identity
from daylight.practice.pocket import SetClock
from scripts import SMALL, to_bids
from world import china, found

FINE = Text("可以", "fine")
NUMBER = invented_identity(china(), "新人")


@pytest.fixture
def world():
    return found()


@pytest.fixture
def played(world):
    return play.prepare(world.stage, world.town, SMALL)


def review(world, played, **more):
    return world.stage.intent(world.town.reviewer, ReviewRequirement(True, FINE, FINE), played.case, **more)


def test_a_receipt_proves_offline_what_was_received_and_when(world, played):
    answer = world.office.perform(review(world, played))
    opened = open_note(answer.note, (world.office.receipts.verifier,), OPENSSL)
    intake = read_intake(opened.text)
    assert intake.commitment == commitment(answer.salt, answer.act)
    assert intake.received_ms == world.clock.now().utc_ms
    assert world.office.journal.entries(played.case)[-1].source == answer.act


def test_a_repeated_intent_gets_its_first_receipt_and_nothing_more_is_done(world, played):
    source = review(world, played)
    first = world.office.perform(source)
    length = len(world.office.journal.entries(played.case))
    assert world.office.perform(source) == first
    assert len(world.office.journal.entries(played.case)) == length


def test_a_refusal_is_signed_and_names_the_intent_and_the_instant(world, played):
    deed = ReviewRequirement(True, FINE, FINE)
    answer = world.office.perform(world.stage.intent(world.town.author, deed, played.case))
    assert isinstance(answer, RefusalNote)
    text = open_note(answer.note, (world.office.receipts.verifier,), OPENSSL).text.splitlines()
    assert text[0] == "daylight-refusal/v1"
    assert text[2:] == [answer.intent, str(world.clock.now().utc_ms), "planning.reviewer-is-author"]


def test_an_intent_of_another_world_is_refused(world, played):
    other = replace(world.stage, world=replace(world.stage.world, origin="real.example/daylight"))
    source = other.intent(world.town.reviewer, ReviewRequirement(True, FINE, FINE), played.case)
    answer = world.office.perform(source)
    assert [refusal.code for refusal in answer.refusals] == ["acts.other-world"]


def test_an_expired_intent_is_refused(world, played):
    source = review(world, played)
    play.pass_days(world.stage, 2)
    assert [refusal.code for refusal in world.office.perform(source).refusals] == ["acts.expired"]


def test_a_signature_by_another_key_is_refused(world, played):
    forged = Party("假", replace(world.town.reviewer.device, seed=bytes(32)), world.town.reviewer.capacity)
    source = world.stage.intent(forged, ReviewRequirement(True, FINE, FINE), played.case)
    assert [refusal.code for refusal in world.office.perform(source).refusals] == ["acts.bad-signature"]


def test_a_person_nobody_registered_is_refused(world, played):
    nobody = Party("无", new_device(world.stage.randomness, OPENSSL), world.town.reviewer.capacity)
    source = world.stage.intent(nobody, ReviewRequirement(True, FINE, FINE), played.case)
    codes = sorted(refusal.code for refusal in world.office.perform(source).refusals)
    assert codes == ["acts.no-mandate", "acts.unknown-person"]


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"{}",
        b"[]",
        b'{"intent":{},"signature":""}',
        b"\xff\xfe",
        b'{"intent":1,"signature":"00"}',
        b"[" * 5000,
    ],
)
def test_what_is_no_signed_intent_is_said_to_be_none(world, source):
    with pytest.raises(Misshapen):
        world.office.perform(source)


def test_an_unknown_kind_and_an_unknown_field_are_named(world, played):
    said = read_plain(review(world, played))
    said["intent"]["kind"] = "PaintTheOffice"
    with pytest.raises(Misshapen, match="PaintTheOffice"):
        world.office.perform(canonical_bytes(said))
    said = read_plain(review(world, played))
    said["intent"]["deed"]["mood"] = "good"
    with pytest.raises(Misshapen, match=r"\.intent\.deed: unknown field 'mood'"):
        world.office.perform(canonical_bytes(said))


def test_an_oversized_intent_is_not_even_read(world):
    with pytest.raises(Misshapen, match="vault"):
        world.office.perform(b"x" * (perform.LARGEST_INTENT + 1))


def test_what_opens_bids_may_be_larger_and_nothing_that_only_speaks_of_it(world):
    opens = b'{"kind":"OpenBids"'
    with pytest.raises(Misshapen, match=str(perform.LARGEST_OPENING)):
        world.office.perform(opens + b"x" * perform.LARGEST_OPENING)
    for source in (opens, b'{"kind":"ReleaseShares"'):
        with pytest.raises(Misshapen) as not_json:
            world.office.perform(source + b"x" * perform.LARGEST_INTENT)
        assert "bytes" not in str(not_json.value)
    spoken = canonical_bytes({"deed": opens.decode() + "x" * perform.LARGEST_INTENT, "kind": "WithdrawBid"})
    with pytest.raises(Misshapen, match=str(perform.LARGEST_INTENT)):
        world.office.perform(spoken)


def test_one_changed_byte_of_a_signed_intent_is_not_admitted(world, played):
    source = review(world, played)
    for place in range(0, len(source), 7):
        harmed = source[:place] + bytes([source[place] ^ 1]) + source[place + 1 :]
        try:
            answer = world.office.perform(harmed)
        except Misshapen:
            continue
        assert isinstance(answer, RefusalNote)


def test_an_opening_that_does_not_open_its_field_is_told_so(world):
    device = new_device(world.stage.randomness, OPENSSL)
    number, opened = world.stage.private("identity_number", NUMBER)
    phone, _ = world.stage.private("phone", "000")
    deed = RegisterPerson("新人", OPENSSL.ed25519_public(device.seed), number, phone)
    source = world.stage.intent(Party("新人", device), deed, device.person)
    with pytest.raises(Misshapen, match="openings"):
        world.office.perform(source, (Opening("identity_number", opened.salt, NUMBER[:-1]),))
    assert isinstance(world.office.perform(source, (opened,)), Receipt)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (f"{NUMBER[:-1]}{'0' if NUMBER[-1] != '0' else '1'}", "registry.number-check"),
        (NUMBER[:-1], "registry.number-length"),
        (f"{NUMBER[:10]}1331{NUMBER[14:]}", "registry.number-day"),
        (f"{NUMBER[:3]}X{NUMBER[4:]}", "registry.number-digits"),
        (f"{NUMBER[:3]}A{NUMBER[4:]}", "registry.number-characters"),
        ("GB-PASSPORT:", "registry.no-identity-number"),
        ("PASSPORT:123", "registry.unknown-document"),
        ("CN-PASSPORT:123", "registry.unknown-document"),
        ("GB-PASSPORT:123456789", ""),
        (f"CN-RIC:{NUMBER}", ""),
        (f" {NUMBER[:6]} {NUMBER[6:]}\u200b", ""),
    ],
)
def test_an_identity_number_that_is_opened_is_one_by_its_rule(world, number, code):
    device = new_device(world.stage.randomness, OPENSSL)
    salted, opened = world.stage.private("identity_number", number)
    phone, _ = world.stage.private("phone", "000")
    deed = RegisterPerson("新人", OPENSSL.ed25519_public(device.seed), salted, phone)
    source = world.stage.intent(Party("新人", device), deed, device.person)
    answer = world.office.perform(source, (opened,))
    found = [one.code for one in answer.refusals] if isinstance(answer, RefusalNote) else [""]
    assert found == [code]


def test_contention_never_refuses_an_intent(world, played, monkeypatch):
    def always_stale(draft):
        raise Stale

    monkeypatch.setattr(world.office.journal, "commit", always_stale)
    turns = []

    def exclusively(judged):
        monkeypatch.undo()
        turns.append(world.office.journal.commit(judged()))

    monkeypatch.setattr(world.office.journal, "exclusively", exclusively)
    assert isinstance(world.office.perform(review(world, played)), Receipt)
    assert len(turns) == 1


def test_intake_stops_while_the_clock_is_behind(world):
    clock = SetClock(Instant(1_000_000, 480))
    gateway = Gateway(clock, 0)
    assert gateway.stamp() == Instant(1_000_000, 480)
    clock.move_to(Instant(999_500, 480))
    assert gateway.stamp() == Instant(1_000_000, 480)
    clock.move_to(Instant(998_000, 480))
    with pytest.raises(ClockSteppedBack):
        gateway.stamp()
    clock.move_to(Instant(1_000_001, 480))
    assert gateway.stamp() == Instant(1_000_001, 480)
    with pytest.raises(ClockSteppedBack):
        Gateway(clock, 2_000_000).stamp()


def newcomer(world, docket=""):
    """A person who means to register, and the openings of her private fields."""
    device = new_device(world.stage.randomness, OPENSSL)
    device = replace(device, person=docket or device.person)
    number, opened = world.stage.private("identity_number", NUMBER)
    phone, other = world.stage.private("phone", "000")
    deed = RegisterPerson("新人", OPENSSL.ed25519_public(device.seed), number, phone)
    return world.stage.intent(Party("新人", device), deed, device.person), opened, other


@pytest.mark.parametrize("docket", ["person-a:b", f"person-{'a' * 74}"])
def test_a_docket_the_journal_cannot_name_is_said_to_be_misshapen(world, docket):
    with pytest.raises(Misshapen, match="docket"):
        world.office.perform(newcomer(world, docket)[0])


def test_text_with_nul_is_not_taken_since_not_every_database_keeps_it(world):
    with pytest.raises(Misshapen, match="NUL"):
        world.office.perform(newcomer(world, "person-a\0b")[0])


@pytest.mark.parametrize("salt", ["zz", "ab", "ab" * 40, "AB" * 32])
def test_an_opening_whose_salt_is_none_is_told_so(world, salt):
    source, opened, _ = newcomer(world)
    with pytest.raises(Misshapen, match="openings"):
        world.office.perform(source, (replace(opened, salt=salt),))


def test_a_field_is_opened_once_and_in_text_a_database_can_keep(world):
    source, opened, other = newcomer(world)
    with pytest.raises(Misshapen, match="openings"):
        world.office.perform(source, (opened, opened))
    device = new_device(world.stage.randomness, OPENSSL)
    number, nul = world.stage.private("identity_number", "37\x000100")
    deed = RegisterPerson("新人", OPENSSL.ed25519_public(device.seed), number, number)
    bad = world.stage.intent(Party("新人", device), deed, device.person)
    with pytest.raises(Misshapen, match="openings"):
        world.office.perform(bad, (nul,))
    assert isinstance(world.office.perform(source, (opened, other)), Receipt)


def test_what_opens_bids_waits_for_everything_that_arrived_before_it():
    clock = SetClock(Instant(1_000_000, 480))
    gateway, answered = Gateway(clock, 0), []
    with gateway.arriving() as bid:
        clock.move_to(Instant(1_000_001, 480))
        with gateway.arriving() as opening:
            assert not gateway.settle(opening, patience=0.01)
            waiting = threading.Thread(target=lambda: answered.append(gateway.settle(opening)))
            waiting.start()
            assert gateway.settle(bid, patience=0.01)  # nothing was there before it
            assert answered == []
    waiting.join(5)
    assert answered == [True]


def test_a_bid_in_time_that_is_still_on_its_way_is_opened_with_the_others():
    world = found()
    played = to_bids(world, SMALL)
    play.call(world.stage, world.town, played)
    holder, key = played.keys[0]
    released = threading.Thread(target=play.release_bids, args=(world.stage, played.case, holder, key))
    with world.office.gateway.arriving():
        world.clock.move_to(world.clock.now().later_by(1))
        released.start()
        released.join(0.2)
        assert released.is_alive()
        assert world.stage.case(played.case, world.town.buyer).opening.released == ()
    released.join(5)
    assert len(world.stage.case(played.case, world.town.buyer).opening.released) == 1
