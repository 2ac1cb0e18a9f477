"""What is remembered of signatures, and that nothing else is taken for it."""

import pytest

import scripts
from daylight.core.acts.evaluation import PrepareDraw
from daylight.core.acts.planning import AppointKeyHolders
from daylight.crypto.once import Once
from daylight.crypto.openssl import OPENSSL
from world import found

SEED = b"s" * 32
KEY = OPENSSL.ed25519_public(SEED)
SIGNATURE = OPENSSL.ed25519_sign(SEED, b"bytes")
MOST = 3


class Counting:
    """OpenSSL, and how many signatures it was asked for."""

    def __init__(self):
        self.verified = 0

    def __getattr__(self, name):
        return getattr(OPENSSL, name)

    def ed25519_verify(self, *asked):
        self.verified += 1
        return OPENSSL.ed25519_verify(*asked)


def test_a_signature_is_computed_once():
    counting = Counting()
    once = Once(counting)
    assert [once.ed25519_verify(KEY, SIGNATURE, b"bytes") for _ in range(3)] == [True] * 3
    assert counting.verified == 1


@pytest.mark.parametrize(
    "asked",
    [
        (OPENSSL.ed25519_public(b"t" * 32), SIGNATURE, b"bytes"),
        (KEY, OPENSSL.ed25519_sign(SEED, b"other"), b"bytes"),
        (KEY, SIGNATURE, b"other"),
        (KEY + SIGNATURE[:1], SIGNATURE[1:], b"bytes"),
        (KEY, SIGNATURE + b"b", b"ytes"),
    ],
)
def test_another_key_signature_or_message_is_not_the_one_remembered(asked):
    once = Once(OPENSSL)
    assert once.ed25519_verify(KEY, SIGNATURE, b"bytes")
    assert not once.ed25519_verify(*asked)
    assert not once.ed25519_verify(*asked)
    assert once.ed25519_verify(KEY, SIGNATURE, b"bytes")


def test_no_more_are_remembered_than_so_many_those_asked_for_last():
    counting = Counting()
    once = Once(counting, remembered=2)
    for message in (b"a", b"b", b"a", b"c", b"a"):
        assert not once.ed25519_verify(KEY, SIGNATURE, message)
    assert counting.verified == 3
    assert not once.ed25519_verify(KEY, SIGNATURE, b"b")
    assert counting.verified == 4


def test_judging_an_act_takes_three_verifications_at_most_and_one_more_for_each_signature_in_it():
    counting = Counting()
    world = found(crypto=Once(counting))
    taken, perform = {}, world.office.perform

    def counted(source, openings=()):
        before = counting.verified
        answer = perform(source, openings)
        act = world.acts[-1]
        taken[f"{act.docket}/{act.seq}"] = counting.verified - before, signatures_in(act.intent.deed)
        return answer

    world.office.perform = counted
    scripts.to_contract(world)
    assert len(taken) > 50
    assert [one for one, (took, carried) in taken.items() if took > MOST + carried] == []
    assert max(took for took, carried in taken.values() if not carried) <= MOST


def signatures_in(deed):
    """Signatures of others that a deed brings along, which nobody has seen before."""
    if isinstance(deed, AppointKeyHolders):
        return len(deed.holders)
    return len(deed.commitments) if isinstance(deed, PrepareDraw) else 0


def test_an_intent_sent_again_is_not_verified_again():
    counting = Counting()
    world = found(crypto=Once(counting))
    played = scripts.to_issue(world)
    source = world.stage.intent(world.town.buyer, scripts.play.requirement_of(scripts.SMALL), played.case)
    before = counting.verified
    first = world.office.perform(source)
    assert world.office.perform(source).refusals == first.refusals
    assert counting.verified - before <= 1
