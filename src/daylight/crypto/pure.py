"""The port ``Crypto`` on the standard library alone, for anyone who verifies; shown by ``tests/crypto``.

Not in constant time: to check, and to open what is already public, not to guard long-lived secrets.
"""

from __future__ import annotations

from daylight.core.values.crypto import Crypto
from daylight.core.values.keys import FIELD_PRIME as P
from daylight.crypto import chacha, edwards


class Pure:
    """Primitives in plain Python."""

    def ed25519_public(self, seed: bytes) -> bytes:
        """The 32-byte public key of a 32-byte seed."""
        return edwards.public_key(seed)

    def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        """The 64-byte signature (RFC 8032)."""
        return edwards.sign(seed, message)

    def ed25519_verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Whether the signature holds under the one strict rule (see ``daylight.crypto``)."""
        return edwards.verify(public, signature, message)

    def x25519(self, scalar: bytes, point: bytes) -> bytes:
        """RFC 7748; an all-zero result raises ``ValueError``."""
        if len(scalar) != 32 or len(point) != 32:
            raise ValueError("X25519 takes a scalar and a point of 32 bytes each")
        clamped = int.from_bytes(scalar, "little") & (2**254 - 8) | 2**254
        shared = _ladder(clamped, int.from_bytes(point, "little") % 2**255)
        if shared == 0:
            raise ValueError("the point has low order: the shared secret would be all zero")
        return shared.to_bytes(32, "little")

    def aead_seal(self, key: bytes, nonce: bytes, plaintext: bytes) -> bytes:
        """ChaCha20-Poly1305 (RFC 8439) without associated data."""
        return chacha.seal(key, nonce, plaintext)

    def aead_open(self, key: bytes, nonce: bytes, ciphertext: bytes) -> bytes | None:
        """The plaintext, or nothing where the tag does not hold."""
        return chacha.open_sealed(key, nonce, ciphertext)


def _ladder(scalar: int, u: int) -> int:
    """The Montgomery ladder of RFC 7748 §5, with its names."""
    x2, z2, x3, z3 = 1, 0, u, 1
    swapped = 0
    for at in range(254, -1, -1):
        bit = scalar >> at & 1
        if bit != swapped:
            x2, z2, x3, z3, swapped = x3, z3, x2, z2, bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % P, u * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swapped:
        x2, z2 = x3, z3
    return x2 * pow(z2, P - 2, P) % P


PURE: Crypto = Pure()
