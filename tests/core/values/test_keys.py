"""Which points are refused as keys."""

from __future__ import annotations

import pytest

from daylight.core.values.keys import FIELD_PRIME, LOW_ORDER, key_is_weak

GOOD = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")


def test_fourteen_encodings_are_weak() -> None:
    assert len(LOW_ORDER) == 14
    assert [key_is_weak(point) for point in sorted(LOW_ORDER)] == [True] * 14


def test_ordinary_key_is_not_weak() -> None:
    assert key_is_weak(GOOD) is False


@pytest.mark.parametrize("y", range(19))
@pytest.mark.parametrize("sign", [0, 2**255])
def test_every_non_canonical_encoding_is_weak(y: int, sign: int) -> None:
    assert key_is_weak((FIELD_PRIME + y + sign).to_bytes(32, "little")) is True


@pytest.mark.parametrize("key", [b"", GOOD[:-1], GOOD + b"\0"], ids=len)
def test_key_of_another_length_is_weak(key: bytes) -> None:
    assert key_is_weak(key) is True
