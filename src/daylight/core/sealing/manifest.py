"""The manifest of a sealed envelope: all that must not change, in about a kilobyte of canonical bytes.

Its digest stands in the bidder's signed act. The *terms* are bound a second time, inside every share, so a
share cannot be replayed in another case, lot, envelope, key set or body.
Shown by ``tests/core/sealing/test_manifest.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal

from daylight.core.sealing.bech32 import read_recipient
from daylight.core.sealing.shares import MOST_SHARES
from daylight.core.values.plain import Misshapen, build, canonical_bytes, read_plain

SUITE: Literal["daylight-seal/v1"] = "daylight-seal/v1"
HASH_SIZE = 32


@dataclass(frozen=True)
class KeySet:
    """The holders' recipients (``age1…``) and how many of them open together.

    At least two, so nobody opens alone; fewer than all, so one lost key does not lose the bid.
    """

    id: str
    k: int
    holders: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.id or not 1 < self.k < len(self.holders) <= MOST_SHARES:
            raise ValueError(f"{self.k} of {len(self.holders)} cannot be: at least 2, and fewer than all")
        points = {read_recipient(holder) for holder in self.holders}
        if len(points) != len(self.holders):
            raise ValueError("a holder stands twice in the key set")


@dataclass(frozen=True)
class PartSeal:
    """The name of a part and the commitment to it."""

    name: str
    commitment: bytes


@dataclass(frozen=True)
class ShareSeal:
    """The SHA-256 of a holder's share file and of the plaintext inside it."""

    file: bytes
    plaintext: bytes


@dataclass(frozen=True)
class Terms:
    """What every share binds: where the envelope belongs, who opens it, and what is in it."""

    suite: Literal["daylight-seal/v1"]
    context: str
    key_set: KeySet
    rcpt: str
    body_sha256: bytes
    body_size: int
    parts: tuple[PartSeal, ...]
    nonce: bytes

    def __post_init__(self) -> None:
        read_recipient(self.rcpt)
        if not self.context or any(character < " " for character in self.context):
            raise ValueError("the context of an envelope is one line")
        names = [part.name for part in self.parts]
        if not names or names != sorted(set(names)):
            raise ValueError("an envelope has parts, sorted by names that differ")
        hashes = (self.body_sha256, self.nonce, *(part.commitment for part in self.parts))
        if self.body_size < 0 or not _are_hashes(*hashes):
            raise ValueError("a body has a size; hashes and nonce have 32 bytes")

    def digest(self) -> bytes:
        """The SHA-256 of the canonical bytes."""
        return sha256(canonical_bytes(self)).digest()


@dataclass(frozen=True)
class Manifest:
    """The terms, and a seal for each holder's share in the order of the key set."""

    terms: Terms
    shares: tuple[ShareSeal, ...]

    def __post_init__(self) -> None:
        if len(self.shares) != len(self.terms.key_set.holders):
            raise ValueError("every holder has one share")
        if not all(_are_hashes(share.file, share.plaintext) for share in self.shares):
            raise ValueError("hashes have 32 bytes")
        if len({share.plaintext for share in self.shares}) != len(self.shares):
            raise ValueError("no two holders have the same share")

    @property
    def files(self) -> tuple[str, ...]:
        """The digests of what lies in the vault: the body, then a share file for each holder."""
        return (self.terms.body_sha256.hex(), *(share.file.hex() for share in self.shares))

    def encoded(self) -> bytes:
        """The canonical bytes that are stored, hashed and named in the act."""
        return self._spelled

    def digest(self) -> bytes:
        """The SHA-256 that the act of submission names."""
        return self._hashed

    @cached_property
    def _spelled(self) -> bytes:
        return canonical_bytes(self)

    @cached_property
    def _hashed(self) -> bytes:
        return sha256(self._spelled).digest()


def read_manifest(source: bytes) -> Manifest:
    """Read a manifest; another spelling, or one that cannot be, raises ``Misshapen``."""
    manifest = build(Manifest, read_plain(source))
    if manifest.encoded() != source:
        raise Misshapen("", "not as a manifest is written")
    return manifest


def _are_hashes(*hashes: bytes) -> bool:
    return all(len(each) == HASH_SIZE for each in hashes)
