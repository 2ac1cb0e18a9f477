"""Manifests have one spelling, and impossible ones cannot be built or read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daylight.core.sealing.bech32 import recipient_text
from daylight.core.sealing.manifest import SUITE, KeySet, Manifest, PartSeal, ShareSeal, Terms, read_manifest
from daylight.core.values.plain import Misshapen

HOLDERS = tuple(recipient_text(bytes([n]) + bytes(31)) for n in (9, 16, 25))
KEYS = KeySet("keys-1", 2, HOLDERS)
TERMS = Terms(
    suite=SUITE,
    context="case-7/lot-1/price",
    key_set=KEYS,
    rcpt=HOLDERS[0],
    body_sha256=bytes(32),
    body_size=65_536,
    parts=(PartSeal("price", bytes(32)),),
    nonce=bytes(32),
)
MANIFEST = Manifest(TERMS, tuple(ShareSeal(bytes(32), bytes([n]) * 32) for n in range(3)))
SOURCE = MANIFEST.encoded()


def test_manifest_is_read_as_it_was_written() -> None:
    assert read_manifest(SOURCE) == MANIFEST
    assert read_manifest(SOURCE).digest() == MANIFEST.digest()


@pytest.mark.parametrize(
    ("k", "holders"),
    [
        (1, HOLDERS),
        (0, HOLDERS),
        (3, HOLDERS),
        (4, HOLDERS),
        (2, (*HOLDERS[:2], HOLDERS[0])),
        (2, (*HOLDERS, "x")),
    ],
    ids=["alone", "none", "all", "more than all", "holder twice", "no key"],
)
def test_key_set_that_cannot_be_is_refused(k: int, holders: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        KeySet("keys-1", k, holders)


@pytest.mark.parametrize(
    "change",
    [
        {"context": ""},
        {"context": "two\nlines"},
        {"rcpt": "age1"},
        {"body_sha256": bytes(31)},
        {"body_size": -1},
        {"nonce": b""},
        {"parts": ()},
        {"parts": TERMS.parts * 2},
        {"parts": (PartSeal("price", b""),)},
    ],
    ids=str,
)
def test_terms_that_cannot_be_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        replace(TERMS, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"{}",
        SOURCE + b"\n",
        SOURCE.replace(b'":"', b'": "', 1),
        SOURCE.replace(b"seal/v1", b"seal/v2"),
        SOURCE.replace(b'"k":2', b'"k":1'),
        SOURCE.replace(b'"body_size":65536', b'"body_size":6.5536e4'),
        SOURCE.replace(b'"nonce"', b'"monce"'),
        SOURCE[:-1] + b',"x":1}',
    ],
    ids=range(9),
)
def test_other_spellings_are_refused(source: bytes) -> None:
    with pytest.raises(Misshapen):
        read_manifest(source)


def test_manifest_without_a_share_for_every_holder_is_refused() -> None:
    with pytest.raises(ValueError):
        Manifest(TERMS, MANIFEST.shares[:2])
    with pytest.raises(ValueError):
        Manifest(TERMS, (*MANIFEST.shares[:2], ShareSeal(bytes(31), bytes(32))))


def test_manifest_that_gives_two_holders_the_same_share_is_refused() -> None:
    with pytest.raises(ValueError):
        Manifest(TERMS, (*MANIFEST.shares[:2], MANIFEST.shares[0]))
