"""age files made here: opened by their recipients, by nobody else, and not after any change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.sealing.age import (
    CHUNK,
    AgeFailure,
    Chances,
    NoMatch,
    PayloadFailure,
    chances,
    decrypt,
    encrypt,
    public_of,
)
from daylight.core.sealing.bech32 import identity_text, recipient_text
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE

SCALARS = [bytes([n]) * 32 for n in (1, 2, 3)]
IDENTITIES = [identity_text(scalar) for scalar in SCALARS]
RECIPIENTS = [recipient_text(public_of(scalar, OPENSSL)) for scalar in SCALARS]
ONE = Chances(bytes(range(16)), bytes(16), (bytes(range(32)),))
FILE = encrypt(b"price 100", RECIPIENTS[:1], ONE, OPENSSL)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1])
def test_plaintext_of_any_number_of_chunks_comes_back(size: int) -> None:
    plaintext = bytes(size)
    file = encrypt(plaintext, RECIPIENTS[:1], ONE, OPENSSL)
    assert decrypt(file, IDENTITIES[:1], OPENSSL) == plaintext


def test_each_of_several_recipients_opens_the_file() -> None:
    drawn = chances(lambda length: bytes([length]) * length, 2)
    file = encrypt(b"for two", RECIPIENTS[:2], drawn, OPENSSL)
    assert [decrypt(file, [identity], OPENSSL) for identity in IDENTITIES[:2]] == [b"for two"] * 2
    assert decrypt(file, IDENTITIES[1:], OPENSSL) == b"for two"


def test_others_do_not_open_the_file() -> None:
    with pytest.raises(NoMatch):
        decrypt(FILE, IDENTITIES[1:], OPENSSL)
    with pytest.raises(NoMatch):
        decrypt(FILE, [], OPENSSL)


def test_same_chances_make_the_same_file_on_either_adapter() -> None:
    assert encrypt(b"price 100", RECIPIENTS[:1], ONE, PURE) == FILE
    assert decrypt(FILE, IDENTITIES[:1], PURE) == b"price 100"


def opens(file: bytes) -> bool:
    try:
        decrypt(file, IDENTITIES[:1], OPENSSL)
    except AgeFailure:
        return False
    return True


def test_file_with_any_bit_flipped_is_refused() -> None:
    flipped = (FILE[:at] + bytes([FILE[at] ^ 1]) + FILE[at + 1 :] for at in range(len(FILE)))
    assert [at for at, file in enumerate(flipped) if opens(file)] == []


def test_file_cut_short_anywhere_is_refused() -> None:
    assert [length for length in range(len(FILE) + 1) if opens(FILE[:length])] == [len(FILE)]


def test_swapped_chunks_are_refused_and_nothing_of_them_is_released() -> None:
    file = encrypt(b"a" * CHUNK + b"b" * CHUNK + b"c", RECIPIENTS[:1], ONE, OPENSSL)
    head, size = len(file) - 2 * (CHUNK + 16) - 17, CHUNK + 16
    swapped = file[:head] + file[head + size : head + 2 * size] + file[head : head + size] + file[-17:]
    with pytest.raises(PayloadFailure) as failure:
        decrypt(swapped, IDENTITIES[:1], OPENSSL)
    assert failure.value.released == b""


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_bytes_are_a_failure_and_never_a_crash(source: bytes) -> None:
    with pytest.raises(AgeFailure):
        decrypt(b"age-encryption.org/v1\n-> X25519 " + source, IDENTITIES[:1], OPENSSL)


@pytest.mark.parametrize(
    "wrong",
    [
        Chances(bytes(15), bytes(16), (bytes(32),)),
        Chances(bytes(16), bytes(12), (bytes(32),)),
        Chances(bytes(16), bytes(16), ()),
    ],
)
def test_chances_of_another_size_are_refused(wrong: Chances) -> None:
    with pytest.raises(ValueError):
        encrypt(b"", RECIPIENTS[:1], wrong, OPENSSL)
    assert repr(wrong) == "Chances(…)"
