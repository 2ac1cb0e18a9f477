"""The Merkle tree of RFC 6962: roots, and proofs that an entry is in it and that it only ever grew.

A tree is read through ``Nodes``, a function from (level, index) to the hash of the perfect subtree over
the leaves ``index << level`` to ``index + 1 << level``; so the same proofs come from leaves in memory
(``nodes_of``) and from tiles on a disk (``tiles.nodes_in``). Verification follows RFC 9162 §2.1.3-2.1.4.
Shown by ``tests/conformance/test_merkle.py`` and, beside a slow one, ``tests/core/ledger/test_tree.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()

Nodes = Callable[[int, int], bytes]


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry as a leaf."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two children."""
    return sha256(b"\x01" + left + right).digest()


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root of a tree of these leaves."""
    row = list(leaf_hashes)
    if not row:
        return EMPTY_ROOT
    while len(row) > 1:
        row = _parents(row) + row[len(row) & ~1 :]
    return row[0]


def nodes_of(leaf_hashes: Sequence[bytes]) -> Nodes:
    """Every perfect subtree over leaves held in memory."""
    rows = [list(leaf_hashes)]
    while len(rows[-1]) > 1:
        rows.append(_parents(rows[-1]))
    return lambda level, index: rows[level][index]


def _parents(row: list[bytes]) -> list[bytes]:
    pairs = zip(row[::2], row[1::2], strict=False)
    return [sha256(b"\x01" + left + right).digest() for left, right in pairs]


@dataclass(frozen=True)
class CompactRange:
    """A tree reduced to its perfect subtrees, largest first: all that is needed to append to it."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if len(self.peaks) != self.size.bit_count():
            raise ValueError(
                f"a tree of {self.size} has {self.size.bit_count()} peaks, not {len(self.peaks)}"
            )

    def append(self, leaf_hash: bytes) -> CompactRange:
        """The tree with one more leaf."""
        return self.extend((leaf_hash,))

    def extend(self, leaf_hashes: Iterable[bytes]) -> CompactRange:
        """The tree with these leaves after its own."""
        size, peaks = self.size, list(self.peaks)
        for peak in leaf_hashes:
            full = size
            while full & 1:
                peak, full = node_hash(peaks.pop(), peak), full >> 1
            peaks.append(peak)
            size += 1
        return CompactRange(size, tuple(peaks))

    def root(self) -> bytes:
        """The root of the tree."""
        return _fold(self.peaks) if self.peaks else EMPTY_ROOT


def compact(size: int, nodes: Nodes) -> CompactRange:
    """The compact range of the first ``size`` leaves of a tree."""
    return CompactRange(size, tuple(nodes(level, index) for level, index in _perfect_parts(0, size)))


def inclusion_proof(index: int, size: int, nodes: Nodes) -> tuple[bytes, ...]:
    """The hashes beside the path from a leaf up to the root of the first ``size`` leaves."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    beside, start, end = [], 0, size
    while end - start > 1:
        middle = _split(start, end)
        if index < middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((start, middle))
            start = middle
    return tuple(_subtree(first, last, nodes) for first, last in reversed(beside))


def consistency_proof(old: int, new: int, nodes: Nodes) -> tuple[bytes, ...]:
    """The hashes that show the tree of ``new`` leaves to begin with the tree of ``old`` leaves."""
    if not 0 < old <= new:
        raise ValueError(f"consistency runs from 1 or more leaves to as many or more, not {old} to {new}")
    beside, start, end = [], 0, new
    while old != end:
        middle = _split(start, end)
        if old <= middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((start, middle))
            start = middle
    if start:
        beside.append((start, end))
    return tuple(_subtree(first, last, nodes) for first, last in reversed(beside))


def verify_inclusion(proof: Sequence[bytes], root: bytes, *, leaf: bytes, index: int, size: int) -> bool:
    """Whether the proof shows a leaf hash at this place of the tree with this size and root."""
    if not 0 <= index < size or not _are_hashes((leaf, *proof)):
        return False
    place, last, climbed = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            climbed = node_hash(beside, climbed)
            place, last = _past_lone_rows(place, last)
        else:
            climbed = node_hash(climbed, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and climbed == root


def verify_consistency(
    proof: Sequence[bytes], old_root: bytes, new_root: bytes, *, old: int, new: int
) -> bool:
    """Whether the proof shows the tree of ``new`` leaves to begin with the tree of ``old`` leaves.

    From the empty tree everything would be consistent, which proves nothing: it is refused.
    """
    if not 0 < old <= new or not _are_hashes(proof):
        return False
    if old == new:
        return not proof and old_root == new_root
    if old.bit_count() == 1:
        proof = (old_root, *proof)
    if not proof:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    climbed_old = climbed_new = proof[0]
    for beside in proof[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            climbed_old = node_hash(beside, climbed_old)
            climbed_new = node_hash(beside, climbed_new)
            place, last = _past_lone_rows(place, last)
        else:
            climbed_new = node_hash(climbed_new, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and climbed_old == old_root and climbed_new == new_root


def _past_lone_rows(place: int, last: int) -> tuple[int, int]:
    """Go up the rows in which the last node has no sibling and passes unchanged."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _are_hashes(hashes: Iterable[bytes]) -> bool:
    return all(len(each) == HASH_SIZE for each in hashes)


def _split(start: int, end: int) -> int:
    """Where RFC 6962 divides a range: after the largest power of two smaller than it."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _subtree(start: int, end: int, nodes: Nodes) -> bytes:
    return _fold([nodes(level, index) for level, index in _perfect_parts(start, end)])


def _fold(peaks: Sequence[bytes]) -> bytes:
    return reduce(lambda right, left: node_hash(left, right), reversed(peaks))


def _perfect_parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    """The perfect subtrees of a range whose start is a multiple of its own span, largest first."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level
