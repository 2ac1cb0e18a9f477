"""The pool: who can be drawn, under handles that say nothing, frozen before chance is known.

A handle is ``HMAC-SHA256(draw_key, person)`` cut to sixteen bytes; the key is fresh for every draw, so
handles of two draws can't be joined. Each entry commits to the person by a salted digest that is opened for
those drawn.
Step 1 of ``daylight-draw/v1``; shown by ``tests/core/draw/test_pool.py``.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from daylight.core.draw.parts import parts
from daylight.core.values.fault import Fault, fault, repeats

LABEL = "daylight-pool/v1"
HANDLE_SIZE = 16


@dataclass(frozen=True)
class PoolEntry:
    """One who can be drawn, in one category; ``person`` is the salted digest of the identity record."""

    handle: str
    category: str
    region: str
    person: bytes


@dataclass(frozen=True)
class Pool:
    """Entries in ascending order of handle."""

    entries: tuple[PoolEntry, ...]

    def handles(self, category: str) -> tuple[str, ...]:
        """The handles of one category, ascending."""
        return tuple(entry.handle for entry in self.entries if entry.category == category)


def handle_of(draw_key: bytes, person_id: str) -> str:
    """The handle of a person in one draw."""
    return hmac.digest(draw_key, person_id.encode(), sha256)[:HANDLE_SIZE].hex()


def person_digest(salt: bytes, identity: bytes) -> bytes:
    """What an entry says of a person; salt and identity record open it."""
    return sha256(salt + identity).digest()


def pool_of(entries: Iterable[PoolEntry]) -> Pool:
    """A pool of these entries, in order."""
    return Pool(tuple(sorted(entries, key=lambda entry: entry.handle)))


def pool_root(pool: Pool) -> bytes:
    """The RFC 6962 root over the entries."""
    return _root(
        [parts(LABEL, entry.handle, entry.category, entry.region, entry.person) for entry in pool.entries]
    )


def pool_faults(pool: Pool) -> Iterator[Fault]:
    """What keeps a pool from being drawn from."""
    handles = [entry.handle for entry in pool.entries]
    if handles != sorted(handles):
        yield fault(
            "draw.pool-not-in-order",
            "备选池未按编号升序排列。",
            "The pool is not in ascending order of handles; sort it before its root is published.",
        )
    for handle in repeats(handles):
        yield fault(
            "draw.handle-repeated",
            "编号“{handle}”在备选池中不止一次。",
            "Handle “{handle}” stands in the pool more than once; enter each person once.",
            handle=handle,
        )


def _root(leaves: list[bytes]) -> bytes:
    """RFC 6962 §2.1; ``ledger.tree`` has the same, but the layers keep draw and ledger apart."""
    if len(leaves) < 2:
        return sha256(b"\x00" + leaves[0] if leaves else b"").digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + _root(leaves[:half]) + _root(leaves[half:])).digest()
