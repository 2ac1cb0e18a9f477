"""Blinded leaves ``daylight-leaf/v1``: every entry of the log looks alike and betrays nothing.

The leaf commits to an act under a random salt. Who has both recomputes it; who has neither learns neither
the kind nor the case of the act; and when salt and act are erased, the leaf stays valid and says nothing.
Shown by ``tests/core/ledger/test_leaf.py``.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from daylight.core.ledger.note import Malformed, read_base64
from daylight.core.ledger.tree import HASH_SIZE

COMMIT = b"daylight-commit/v1\0"
FIRST_LINE = "daylight-leaf/v1\n"
SALT_SIZE = 32


def commitment(salt: bytes, act_bytes: bytes) -> bytes:
    """The salted commitment to the bytes of an act."""
    if len(salt) != SALT_SIZE:
        raise ValueError(f"a salt has {SALT_SIZE} bytes, not {len(salt)}")
    return sha256(COMMIT + salt + act_bytes).digest()


def leaf_entry(commitment: bytes) -> bytes:
    """The entry that goes into the log."""
    if len(commitment) != HASH_SIZE:
        raise ValueError(f"a commitment has {HASH_SIZE} bytes, not {len(commitment)}")
    return f"{FIRST_LINE}{b64encode(commitment).decode()}\n".encode()


def read_leaf(entry: bytes) -> bytes:
    """The commitment in an entry; whatever is not exactly a leaf is refused."""
    first, line = FIRST_LINE.encode(), entry[len(FIRST_LINE) :]
    if not entry.startswith(first) or not line.endswith(b"\n") or not line.isascii():
        raise Malformed("the entry is not a leaf of daylight-leaf/v1")
    found = read_base64(line[:-1].decode())
    if len(found) != HASH_SIZE:
        raise Malformed(f"a commitment has {HASH_SIZE} bytes, not {len(found)}")
    return found
