"""Which Ed25519 points are refused: one list, asked by every verifier and wherever a key is registered.

RFC 8032 §5.1.3 asks for canonical encodings and is silent on points of low order, for which one
signature can fit many messages. Both kinds are refused, so that all who verify come to one verdict.
Shown by ``tests/core/values/test_keys.py`` and ``tests/conformance/test_ed25519.py``.
"""

from __future__ import annotations

POINT_SIZE = 32
FIELD_PRIME = 2**255 - 19

# The eight points of low order with their six other spellings (C2SP/CCTV, ed25519/README.md).
LOW_ORDER = frozenset(
    bytes.fromhex(encoding)
    for encoding in (
        "0000000000000000000000000000000000000000000000000000000000000000",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    )
)


def key_is_weak(public: bytes) -> bool:
    """Whether an encoded point must not serve as a key (nor as the R of a signature)."""
    return len(public) != POINT_SIZE or public in LOW_ORDER or not is_canonical(public)


def is_canonical(point: bytes) -> bool:
    """Whether the y of an encoded point is below the field prime, as RFC 8032 writes it."""
    return int.from_bytes(point, "little") % 2**255 < FIELD_PRIME
