"""A key holder's part in a draw: a nonce nobody has seen, the signed commitment to it, then the nonce itself.

The commitment binds draw and pool, so it is worth nothing for another. Shown by
``tests/client/test_contributor.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.client.device import Device, Randomness
from daylight.core.acts.evaluation import SignedCommitment, contribution_bytes
from daylight.core.draw.chance import Contribution, commitment_to
from daylight.core.values.crypto import Crypto

CONTRIBUTION_BYTES = 32


@dataclass(frozen=True)
class Contributed:
    """What is handed over first, and what is kept until the draw."""

    commitment: SignedCommitment
    kept: Contribution


def contribute(
    draw_id: str, pool_root: bytes, *, device: Device, randomness: Randomness, crypto: Crypto
) -> Contributed:
    """Choose a nonce and sign the commitment to it."""
    kept = Contribution(device.person, randomness(CONTRIBUTION_BYTES))
    commit = commitment_to(draw_id, kept)
    signature = crypto.ed25519_sign(device.seed, contribution_bytes(draw_id, pool_root, commit))
    return Contributed(SignedCommitment(device.person, commit, signature), kept)
