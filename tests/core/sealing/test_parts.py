"""Bodies carry parts in one spelling, padded; commitments tell one part from another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.sealing.parts import (
    BadBody,
    Part,
    SaltedPart,
    commitment_to,
    encode_body,
    padded_size,
    read_body,
)

SALT = bytes(range(32))
PARTS = (SaltedPart(Part("price", b"100"), SALT), SaltedPart(Part("技术", b"\0zeros\0!"), bytes(32)))
BODY = encode_body(PARTS)


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8).filter(str.isprintable), st.binary(max_size=50), min_size=1
    )
)
@settings(max_examples=50, deadline=None)
def test_parts_are_read_as_they_were_carried(contents: dict[str, bytes]) -> None:
    parts = tuple(SaltedPart(Part(name, contents[name]), SALT) for name in sorted(contents))
    assert read_body(encode_body(parts)) == parts


@given(st.integers(1, 10**9))
def test_padding_is_an_eighth_or_64_kib_at_most_and_says_at_most_a_step(size: int) -> None:
    padded = padded_size(size)
    assert 0 <= padded - size < max(64 * 1024, size / 8 + 1)
    assert padded_size(padded) == padded


def test_bodies_of_like_size_have_the_same_size() -> None:
    assert len(BODY) == len(encode_body((SaltedPart(Part("price", bytes(60_000)), SALT),))) == 65_536


@pytest.mark.parametrize(
    "body",
    [
        b"",
        BODY[:-1],
        BODY + b"\0",
        BODY + bytes(65_536),
        BODY[:-1] + b"\1",
        BODY.replace(b"body/v1", b"body/v2"),
        BODY.replace(b'"size":3', b'"size":2'),
        BODY.replace(b'"size":3', b'"size":-3'),
        BODY.replace(b'"size":3', b'"size": 3'),
        BODY.replace(b'"size":3', b'"size":3000000'),
        BODY.replace(b'"price"', b'"\xe6\x96"'),
        BODY.replace(b'"price"', '"采购"'.encode()),
        BODY.replace(b'"price"', b'""'),
        BODY.replace(b'"price"', b'"\xed\xa0\x80"'),
        BODY.replace(b'"price"', '"技术"'.encode()),
        BODY.replace(SALT.hex().encode(), SALT.hex()[:-2].encode()),
        b"daylight-body/v1\n[]\n".ljust(65_536, b"\0"),
        b"daylight-body/v1\n".ljust(65_536, b"\0"),
    ],
)
def test_body_of_another_spelling_is_refused(body: bytes) -> None:
    with pytest.raises(BadBody):
        read_body(body)


@pytest.mark.parametrize(
    "parts", [(), PARTS[::-1], (PARTS[0], PARTS[0]), (SaltedPart(Part("", b""), SALT),)], ids=str
)
def test_parts_that_cannot_be_carried_are_refused(parts: tuple[SaltedPart, ...]) -> None:
    with pytest.raises(BadBody):
        encode_body(parts)


def test_commitment_tells_name_content_and_salt_apart() -> None:
    found = {
        commitment_to(Part("price", b"100"), SALT),
        commitment_to(Part("price1", b"00"), SALT),
        commitment_to(Part("price", b"101"), SALT),
        commitment_to(Part("price", b"100"), bytes(32)),
    }
    assert len(found) == 4
    with pytest.raises(BadBody):
        commitment_to(Part("price", b"100"), SALT[:-1])
