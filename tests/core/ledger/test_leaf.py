"""Blinded leaves look alike, bind their act, and have one spelling."""

from __future__ import annotations

from hashlib import sha256

import pytest

from daylight.core.ledger.leaf import commitment, leaf_entry, read_leaf
from daylight.core.ledger.note import Malformed

SALT = bytes(range(32))


def test_commitment_is_the_hash_of_label_salt_and_act() -> None:
    expected = sha256(b"daylight-commit/v1\0" + SALT + b"act").digest()
    assert commitment(SALT, b"act") == expected


def test_entry_has_its_exact_form() -> None:
    entry = leaf_entry(bytes(32))
    assert entry == b"daylight-leaf/v1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    assert len(entry) == 62


def test_leaf_is_read_as_it_was_written() -> None:
    assert read_leaf(leaf_entry(commitment(SALT, b"act"))) == commitment(SALT, b"act")


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        leaf_entry(bytes(32))[:-1],
        leaf_entry(bytes(32)) + b"\n",
        leaf_entry(bytes(32)).replace(b"v1", b"v2"),
        leaf_entry(bytes(32)).replace(b"AA=", b"AB="),
        leaf_entry(bytes(32)).replace(b"AAA=", b""),
        leaf_entry(bytes(32)).replace(b"A=", b"\xff="),
    ],
)
def test_what_is_not_exactly_a_leaf_is_refused(entry: bytes) -> None:
    with pytest.raises(Malformed):
        read_leaf(entry)


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)], ids=len)
def test_salt_of_another_length_is_refused(salt: bytes) -> None:
    with pytest.raises(ValueError):
        commitment(salt, b"act")


def test_commitment_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError):
        leaf_entry(bytes(31))
