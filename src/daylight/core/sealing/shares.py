"""Shamir's secret sharing over GF(2^8) with the polynomial 0x11b; a share is y ‖ x, as in Vault.

Any k of n shares give the secret, fewer tell nothing. The random coefficients are an argument.
The tables make no promise of constant time. Shown by ``tests/core/sealing/test_shares.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_SHARES = 255


class BadShares(ValueError):
    """These shares cannot be made, or do not belong together."""


def _tables() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Powers of the generator 3 (twice round, to spare a modulo) and logarithms."""
    powers, value = [], 1
    for _ in range(MOST_SHARES):
        powers.append(value)
        value ^= value << 1 ^ (0x11B if value & 0x80 else 0)
    logs = [0] * (MOST_SHARES + 1)
    for exponent, power in enumerate(powers):
        logs[power] = exponent
    return tuple(powers * 2), tuple(logs)


POWERS, LOGS = _tables()


def _times(a: int, b: int) -> int:
    return POWERS[LOGS[a] + LOGS[b]] if a and b else 0


def _over(a: int, b: int) -> int:
    return POWERS[LOGS[a] + MOST_SHARES - LOGS[b]] if a else 0


def split(secret: bytes, k: int, n: int, coefficients: bytes) -> tuple[bytes, ...]:
    """n shares of a secret, any k of which give it back; (k - 1) random bytes per byte of the secret."""
    if not 1 < k <= n <= MOST_SHARES:
        raise BadShares(f"{k} of {n} cannot be: at least 2, at most all, and no more than {MOST_SHARES}")
    if not secret or len(coefficients) != (k - 1) * len(secret):
        raise BadShares(f"{k} of {n} takes {k - 1} random bytes for each byte of a secret")
    return tuple(_share(secret, x, coefficients) for x in range(1, n + 1))


def _share(secret: bytes, x: int, coefficients: bytes) -> bytes:
    ys = bytearray()
    for place, byte in enumerate(secret):
        y = 0
        for coefficient in coefficients[place :: len(secret)]:
            y = _times(y ^ coefficient, x)
        ys.append(y ^ byte)
    return bytes(ys) + bytes([x])


def combine(shares: Sequence[bytes], k: int) -> bytes:
    """The secret of k or more shares; any beyond k must lie on the same curve."""
    if k <= 1 or len(shares) < k:
        raise BadShares(f"{k} shares are needed, {len(shares)} are here")
    if len({len(share) for share in shares}) != 1 or len(shares[0]) <= 1:
        raise BadShares("the shares differ in length or are empty")
    xs = [share[-1] for share in shares]
    if 0 in xs or len(set(xs)) != len(xs):
        raise BadShares("each share has a place of its own, from 1 on")
    base = shares[:k]
    if any(_value_at(share[-1], base) != share[:-1] for share in shares[k:]):
        raise BadShares("the shares do not belong together")
    return _value_at(0, base)


def _value_at(x: int, shares: Sequence[bytes]) -> bytes:
    """Lagrange interpolation of every byte at a place."""
    weights = [_weight(x, share[-1], [other[-1] for other in shares]) for share in shares]
    value = bytearray(len(shares[0]) - 1)
    for weight, share in zip(weights, shares, strict=True):
        for place, y in enumerate(share[:-1]):
            value[place] ^= _times(weight, y)
    return bytes(value)


def _weight(x: int, own: int, xs: Sequence[int]) -> int:
    weight = 1
    for other in xs:
        if other != own:
            weight = _over(_times(weight, x ^ other), own ^ other)
    return weight
