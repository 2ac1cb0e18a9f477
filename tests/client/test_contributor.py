"""A contributor's commitment binds the draw, the pool and the person, and says nothing of the nonce."""

from random import Random

from daylight.client.contributor import contribute
from daylight.client.device import new_device
from daylight.core.acts.evaluation import contribution_bytes
from daylight.core.draw.chance import commitment_to
from daylight.crypto.openssl import OPENSSL

DRAW = "case-1/committee"
ROOT = bytes(range(32))


def made(seed=1):
    randomness = Random(seed).randbytes
    device = new_device(randomness, OPENSSL)
    return device, contribute(DRAW, ROOT, device=device, randomness=randomness, crypto=OPENSSL)


def signed(device, one, draw=DRAW, root=ROOT):
    message = contribution_bytes(draw, root, one.commitment.commit)
    return OPENSSL.ed25519_verify(OPENSSL.ed25519_public(device.seed), one.commitment.signature, message)


def test_the_nonce_kept_is_the_one_committed_to():
    _, one = made()
    assert commitment_to(DRAW, one.kept) == one.commitment.commit
    assert one.kept.nonce not in one.commitment.commit
    assert one.kept.who == one.commitment.person


def test_the_signature_holds_for_this_draw_and_pool_only():
    device, one = made()
    assert signed(device, one)
    assert not signed(device, one, draw="case-2/committee")
    assert not signed(device, one, root=bytes(32))
    assert not signed(made(2)[0], one)


def test_two_contributions_of_one_person_differ():
    randomness = Random(3).randbytes
    device = new_device(randomness, OPENSSL)
    asked = {"device": device, "randomness": randomness, "crypto": OPENSSL}
    one, other = (contribute(DRAW, ROOT, **asked) for _ in range(2))
    assert one.commitment.commit != other.commitment.commit
