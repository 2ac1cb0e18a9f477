"""Bech32 as BIP 173 has it, and the keys of the age standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.sealing.age import public_of
from daylight.core.sealing.bech32 import (
    BadKey,
    decode,
    encode,
    identity_text,
    read_identity,
    read_recipient,
    recipient_text,
)
from daylight.crypto.openssl import OPENSSL

IDENTITY = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
RECIPIENT = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"


def test_keys_of_the_standard_belong_together() -> None:
    scalar = read_identity(IDENTITY)
    assert scalar == b"\x42" * 32
    assert identity_text(scalar) == IDENTITY
    assert recipient_text(public_of(scalar, OPENSSL)) == RECIPIENT
    assert read_recipient(RECIPIENT) == public_of(scalar, OPENSSL)


@given(st.binary(max_size=80))
def test_bytes_are_read_as_they_were_written(content: bytes) -> None:
    assert decode(encode("prefix", content)) == ("prefix", content)
    assert decode(encode("prefix", content).upper()) == ("prefix", content)


@pytest.mark.parametrize("text", ["a12uel5l", "A12UEL5L"])
def test_empty_text_of_bip_173_is_read(text: str) -> None:
    assert decode(text) == ("a", b"")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "A1G7SGD8",
        "10a06t8",
        "1qzzfhee",
        "\x201nwldj5",
        "\x7f1axkwrx",
        "A12uEL5L",
        "split1checkupstagehandshakeupstreamerranterredcaperred2y9e2w",
    ],
)
def test_bad_strings_of_bip_173_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        decode(text)


@pytest.mark.parametrize("at", range(len(RECIPIENT)))
def test_recipient_with_any_character_changed_is_refused(at: int) -> None:
    other = "q" if RECIPIENT[at] != "q" else "p"
    with pytest.raises(BadKey):
        read_recipient(RECIPIENT[:at] + other + RECIPIENT[at + 1 :])


@pytest.mark.parametrize(
    "text",
    [RECIPIENT.upper(), IDENTITY, RECIPIENT.replace("k", "\u212a"), encode("age", bytes(31)), "", "age1"],
)
def test_what_is_no_recipient_is_refused(text: str) -> None:
    with pytest.raises(BadKey):
        read_recipient(text)


def test_other_spelling_of_a_recipient_is_refused() -> None:
    point = bytearray(read_recipient(RECIPIENT))
    point[31] |= 0x80
    with pytest.raises(BadKey):
        read_recipient(recipient_text(bytes(point)))


@pytest.mark.parametrize("text", [IDENTITY.lower(), RECIPIENT, IDENTITY[:-1]])
def test_what_is_no_identity_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(BadKey) as refused:
        read_identity(text)
    assert text not in str(refused.value)
