"""The port ``Crypto`` on the ``cryptography`` library (OpenSSL); shown by ``tests/crypto``."""

from __future__ import annotations

from functools import lru_cache

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from daylight.core.values.crypto import Crypto
from daylight.core.values.keys import key_is_weak


class OpenSSL:
    """Primitives of OpenSSL, with the refusals it leaves to its callers."""

    def ed25519_public(self, seed: bytes) -> bytes:
        """The 32-byte public key of a 32-byte seed."""
        return _signing_key(seed).public_key().public_bytes_raw()

    def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        """The 64-byte signature (RFC 8032)."""
        return _signing_key(seed).sign(message)

    def ed25519_verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Whether the signature holds under the one strict rule (see ``daylight.crypto``)."""
        if key_is_weak(public) or key_is_weak(signature[:32]):
            return False
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def x25519(self, scalar: bytes, point: bytes) -> bytes:
        """RFC 7748; an all-zero result raises ``ValueError``."""
        ours = X25519PrivateKey.from_private_bytes(scalar)
        return ours.exchange(X25519PublicKey.from_public_bytes(point))

    def aead_seal(self, key: bytes, nonce: bytes, plaintext: bytes) -> bytes:
        """ChaCha20-Poly1305 (RFC 8439) without associated data."""
        return ChaCha20Poly1305(key).encrypt(nonce, plaintext, None)

    def aead_open(self, key: bytes, nonce: bytes, ciphertext: bytes) -> bytes | None:
        """The plaintext, or nothing where the tag does not hold."""
        try:
            return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, None)
        except InvalidTag:
            return None


@lru_cache(maxsize=8)  # a gateway signs everything with one key, and deriving it costs as much as signing
def _signing_key(seed: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(seed)


OPENSSL: Crypto = OpenSSL()
