"""Ed25519 in plain Python (RFC 8032), for those who verify with nothing but the standard library.

Points are extended coordinates (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z (RFC 8032 §5.1.4).
Not in constant time. Shown by ``tests/crypto`` and ``tests/conformance/test_ed25519.py``.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha512

from daylight.core.values.keys import FIELD_PRIME as P
from daylight.core.values.keys import key_is_weak

L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)

Point = tuple[int, int, int, int]
NEUTRAL: Point = (0, 1, 1, 0)
WINDOW = 4


def public_key(seed: bytes) -> bytes:
    """The 32-byte public key of a 32-byte seed."""
    return _encode(_times_base(_expand(seed)[0]))


def sign(seed: bytes, message: bytes) -> bytes:
    """The 64-byte signature (RFC 8032 §5.1.6)."""
    scalar, prefix = _expand(seed)
    public = _encode(_times_base(scalar))
    once = _scalar(prefix + message)
    r = _encode(_times_base(once))
    s = (once + _scalar(r + public + message) * scalar) % L
    return r + s.to_bytes(32, "little")


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the signature holds under the one strict rule (see ``daylight.crypto``)."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L or key_is_weak(public) or key_is_weak(r):
        return False
    key = _decode(public)
    if key is None:
        return False
    minus_key = (P - key[0], key[1], key[2], P - key[3])
    return _encode(_two_products(s, _scalar(r + public + message), minus_key)) == r


def _expand(seed: bytes) -> tuple[int, bytes]:
    if len(seed) != 32:
        raise ValueError(f"an Ed25519 seed has 32 bytes, not {len(seed)}")
    wide = sha512(seed).digest()
    clamped = int.from_bytes(wide[:32], "little") & (2**254 - 8) | 2**254
    return clamped, wide[32:]


def _scalar(source: bytes) -> int:
    return int.from_bytes(sha512(source).digest(), "little") % L


def _add(one: Point, other: Point) -> Point:
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _double(point: Point) -> Point:
    x, y, z, _ = point
    a, b = x * x % P, y * y % P
    h = a + b
    e, g = h - (x + y) * (x + y) % P, a - b
    f = 2 * z * z + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def _multiples(point: Point) -> tuple[Point, ...]:
    """0, 1, … 15 times a point: one entry for each digit of a window."""
    found = [NEUTRAL]
    for _ in range(2**WINDOW - 1):
        found.append(_add(found[-1], point))
    return tuple(found)


@cache
def _base_multiples() -> tuple[Point, ...]:
    base = _decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    assert base is not None
    return _multiples(base)


def _two_products(s: int, k: int, point: Point) -> Point:
    """[s]B + [k]point, walking both scalars together from their highest digit."""
    of_base, of_point = _base_multiples(), _multiples(point)
    total = NEUTRAL
    for shift in range(256 - WINDOW, -1, -WINDOW):
        for _ in range(WINDOW):
            total = _double(total)
        total = _add(total, of_base[s >> shift & 2**WINDOW - 1])
        total = _add(total, of_point[k >> shift & 2**WINDOW - 1])
    return total


def _times_base(scalar: int) -> Point:
    return _two_products(scalar, 0, NEUTRAL)


def _encode(point: Point) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decode(encoded: bytes) -> Point | None:
    """The point of a canonical encoding, or nothing where the curve has none (RFC 8032 §5.1.3)."""
    number = int.from_bytes(encoded, "little")
    y, odd = number % 2**255, number >> 255
    u, v = y * y - 1, D * y * y + 1
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if (v * x * x + u) % P == 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (v * x * x - u) % P or (x == 0 and odd):
        return None
    x = P - x if x & 1 != odd else x
    return x, y, 1, x * y % P
