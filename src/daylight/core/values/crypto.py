"""The one small port through which the core reaches cryptographic primitives.

Adapters: ``daylight.crypto.openssl`` (the ``cryptography`` library) and ``daylight.crypto.pure``
(standard library only, for anyone who verifies). Both pass the same suite in ``tests/crypto``.
"""

from __future__ import annotations

from typing import Protocol


class Crypto(Protocol):
    """Deterministic primitives; every random byte is an argument."""

    def ed25519_public(self, seed: bytes) -> bytes:
        """The 32-byte public key of a 32-byte seed."""
        ...

    def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        """The 64-byte signature (RFC 8032)."""
        ...

    def ed25519_verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Whether the signature holds under the one strict rule (see ``daylight.crypto``)."""
        ...

    def x25519(self, scalar: bytes, point: bytes) -> bytes:
        """RFC 7748; an all-zero result raises ``ValueError``."""
        ...

    def aead_seal(self, key: bytes, nonce: bytes, plaintext: bytes) -> bytes:
        """ChaCha20-Poly1305 (RFC 8439) without associated data."""
        ...

    def aead_open(self, key: bytes, nonce: bytes, ciphertext: bytes) -> bytes | None:
        """The plaintext, or nothing where the tag does not hold."""
        ...
