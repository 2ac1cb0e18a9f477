"""Proof files (C2SP tlog-proof@v1, ``.tlog-proof``): that an entry is in a log, checkable offline for ever.

``extra`` is not authenticated; Daylight keeps there the salt from which the holder rebuilds his leaf.
Shown by ``tests/core/ledger/test_proof.py``.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint, read_number
from daylight.core.ledger.note import Malformed, Verifier, read_base64
from daylight.core.ledger.tree import HASH_SIZE, leaf_hash, verify_inclusion
from daylight.core.values.crypto import Crypto

FIRST_LINE = "c2sp.org/tlog-proof@v1"
EXTRA = "extra "
INDEX = "index "
MOST_HASHES = 63


class NotIncluded(ValueError):
    """The proof does not lead from the entry to the root of its checkpoint."""


@dataclass(frozen=True)
class LogProof:
    """An entry's index, the hashes up to the root, and the signed checkpoint word for word."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes | None = None

    def encoded(self) -> bytes:
        """The proof file."""
        extra = () if self.extra is None else (EXTRA + b64encode(self.extra).decode(),)
        hashes = (b64encode(each).decode() for each in self.hashes)
        head = "\n".join((FIRST_LINE, *extra, f"{INDEX}{self.index}", *hashes))
        return f"{head}\n\n".encode() + self.checkpoint


def read_log_proof(source: bytes) -> LogProof:
    """Read a proof file, verifying nothing yet."""
    head, blank, checkpoint = source.partition(b"\n\n")
    if not blank:
        raise Malformed("a proof is followed by an empty line and its checkpoint")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Malformed("the lines of a proof are ASCII") from None
    if lines.pop(0) != FIRST_LINE:
        raise Malformed(f"a proof begins with {FIRST_LINE}")
    extra = None
    if lines and lines[0].startswith(EXTRA):
        extra = read_base64(lines.pop(0).removeprefix(EXTRA))
    if not lines or not lines[0].startswith(INDEX):
        raise Malformed("a proof names the index of its entry")
    index = read_number(lines.pop(0).removeprefix(INDEX))
    hashes = tuple(read_base64(line) for line in lines)
    if len(hashes) > MOST_HASHES or any(len(each) != HASH_SIZE for each in hashes):
        raise Malformed(f"a proof has at most {MOST_HASHES} hashes of {HASH_SIZE} bytes")
    return LogProof(index, hashes, checkpoint, extra)


def check_log_proof(
    proof: LogProof, entry: bytes, verifiers: Iterable[Verifier], crypto: Crypto
) -> Checkpoint:
    """The checkpoint that shows the entry; its signatures are checked before its root is believed."""
    checkpoint, _ = open_checkpoint(proof.checkpoint, verifiers, crypto)
    included = verify_inclusion(
        proof.hashes, checkpoint.root, leaf=leaf_hash(entry), index=proof.index, size=checkpoint.size
    )
    if not included:
        raise NotIncluded(f"entry {proof.index} does not lead to the root of {checkpoint.origin}")
    return checkpoint
