"""Shamir's shares, beside slow arithmetic in GF(2^8) done bit by bit."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.sealing.shares import BadShares, combine, split


def slow_times(a: int, b: int) -> int:
    product = 0
    for place in range(8):
        if b >> place & 1:
            product ^= a << place
    for place in range(14, 7, -1):
        if product >> place & 1:
            product ^= 0x11B << place - 8
    return product


def slow_share(secret: bytes, x: int, coefficients: bytes) -> bytes:
    """Each byte is the constant of a polynomial; the coefficients come with the highest power first."""
    ys = []
    for place, byte in enumerate(secret):
        terms, power = [*coefficients[place :: len(secret)][::-1]], 1
        y = byte
        for term in terms:
            power = slow_times(power, x)
            y ^= slow_times(term, power)
        ys.append(y)
    return bytes([*ys, x])


@st.composite
def splits(draw: st.DrawFn) -> tuple[bytes, int, int, bytes]:
    secret = draw(st.binary(min_size=1, max_size=33))
    k = draw(st.integers(2, 6))
    n = draw(st.integers(k, 8))
    size = (k - 1) * len(secret)
    return secret, k, n, draw(st.binary(min_size=size, max_size=size))


@given(splits())
@settings(deadline=None)
def test_shares_are_those_of_the_slow_arithmetic(case: tuple[bytes, int, int, bytes]) -> None:
    secret, k, n, coefficients = case
    expected = tuple(slow_share(secret, x, coefficients) for x in range(1, n + 1))
    assert split(secret, k, n, coefficients) == expected


@given(splits())
@settings(deadline=None)
def test_any_k_shares_in_any_order_give_the_secret(case: tuple[bytes, int, int, bytes]) -> None:
    secret, k, n, coefficients = case
    for chosen in list(combinations(split(secret, k, n, coefficients), k))[:20]:
        assert combine(chosen[::-1], k) == secret


def test_fewer_than_k_shares_are_refused_and_fit_every_secret() -> None:
    shares = split(b"s", 3, 5, b"\x07\x09")
    with pytest.raises(BadShares):
        combine(shares[:2], 3)
    fitting = {combine((*shares[:2], bytes([y, 3])), 3) for y in range(256)}
    assert fitting == {bytes([secret]) for secret in range(256)}


def test_share_beyond_k_must_lie_on_the_same_curve() -> None:
    shares = split(b"secret", 2, 4, b"random")
    assert combine(shares, 2) == b"secret"
    strange = bytes([shares[3][0] ^ 1]) + shares[3][1:]
    with pytest.raises(BadShares):
        combine((*shares[:3], strange), 2)


@pytest.mark.parametrize(("k", "n"), [(0, 3), (1, 3), (4, 3), (2, 256), (-1, -1)])
def test_thresholds_that_cannot_be_are_refused(k: int, n: int) -> None:
    with pytest.raises(BadShares):
        split(b"s", k, n, bytes(max(k - 1, 0)))


@pytest.mark.parametrize(("secret", "coefficients"), [(b"", b""), (b"ab", b"c"), (b"a", b"bc")])
def test_wrong_number_of_random_bytes_is_refused(secret: bytes, coefficients: bytes) -> None:
    with pytest.raises(BadShares):
        split(secret, 2, 3, coefficients)


@pytest.mark.parametrize(
    "shares",
    [(b"a\1", b"b\1"), (b"a\1", b"a\1"), (b"a\0", b"b\1"), (b"a\1", b"bc\2"), (b"\1", b"\2"), (b"", b"")],
    ids=["same place", "same share", "place zero", "other length", "empty", "nothing"],
)
def test_shares_that_cannot_belong_together_are_refused(shares: tuple[bytes, ...]) -> None:
    with pytest.raises(BadShares):
        combine(shares, 2)
