"""A person's device: it holds the key and signs intents; the key never leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from daylight.core.acts.dockets import person_docket
from daylight.core.acts.intent import Intent, SignedIntent, signed_bytes, signing_bytes
from daylight.core.acts.kinds import Deed, kind_name
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant

SEED_BYTES = 32
NONCE_BYTES = 16
DOCKET_BYTES = 16

Randomness = Callable[[int], bytes]


@dataclass(frozen=True)
class Device:
    """The seed of a device key, and the docket under which its person is registered."""

    person: str
    seed: bytes

    def __repr__(self) -> str:
        return f"Device({self.person!r})"


@dataclass(frozen=True)
class Capacity:
    """For whom a person acts, and under which mandate; both empty when in person."""

    organisation: str = ""
    mandate: str = ""


def new_device(randomness: Randomness, crypto: Crypto) -> Device:
    """A new key for a new person, whose docket is named after it."""
    seed = randomness(SEED_BYTES)
    return Device(person_docket(crypto.ed25519_public(seed)), seed)


def new_docket(kind: str, randomness: Randomness) -> str:
    """A docket id nobody can guess."""
    return f"{kind}-{randomness(DOCKET_BYTES).hex()}"


def intend(
    deed: Deed,
    *,
    world: str,
    docket: str,
    device: Device,
    capacity: Capacity,
    nonce: bytes,
    expires_at: Instant,
    shown: str = "",
) -> Intent:
    """What the person means to do."""
    return Intent(
        world=world,
        kind=kind_name(type(deed)),
        docket=docket,
        deed=deed,
        person=device.person,
        organisation=capacity.organisation,
        mandate=capacity.mandate,
        nonce=nonce.hex(),
        expires_at=expires_at,
        shown=shown,
    )


def sign_intent(intent: Intent, device: Device, crypto: Crypto) -> bytes:
    """The bytes that go to the door."""
    return signed_bytes(SignedIntent(intent, crypto.ed25519_sign(device.seed, signing_bytes(intent))))
