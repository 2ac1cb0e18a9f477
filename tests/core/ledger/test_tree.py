"""The tree beside a slow reference that follows the recursive definitions of RFC 6962 §2.1 word for word."""

from __future__ import annotations

from hashlib import sha256
from itertools import combinations_with_replacement, pairwise

import pytest

from daylight.core.ledger import tree

MANY = [tree.leaf_hash(n.to_bytes(4, "big")) for n in range(300)]
NODES = tree.nodes_of(MANY)


def split(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def slow_root(leaves: list[bytes]) -> bytes:
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return sha256(b"\x01" + slow_root(leaves[:k]) + slow_root(leaves[k:])).digest()


def slow_path(m: int, leaves: list[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return [*slow_path(m, leaves[:k]), slow_root(leaves[k:])]
    return [*slow_path(m - k, leaves[k:]), slow_root(leaves[:k])]


def slow_subproof(m: int, leaves: list[bytes], whole: bool) -> list[bytes]:
    if m == len(leaves):
        return [] if whole else [slow_root(leaves)]
    k = split(len(leaves))
    if m <= k:
        return [*slow_subproof(m, leaves[:k], whole), slow_root(leaves[k:])]
    return [*slow_subproof(m - k, leaves[k:], False), slow_root(leaves[:k])]


SIZES = (*range(1, 130), 255, 256, 257, 299, 300)
PLACES = [(index, size) for size in range(1, 41) for index in range(size)] + [
    (index, size) for size in (127, 128, 129, 255, 256, 257, 300) for index in (0, 1, 64, size - 2, size - 1)
]
"""Every place of every small tree, and those at the edges of large ones."""


ROOTS = {size: slow_root(MANY[:size]) for size in SIZES}


def test_root_is_that_of_the_definition() -> None:
    for size in SIZES:
        assert tree.root_of(MANY[:size]) == tree.compact(size, NODES).root() == ROOTS[size], size


def test_compact_range_grows_to_the_same_root_however_it_is_fed() -> None:
    fed = [(*cuts, done) for done in range(1, 18) for cuts in combinations_with_replacement(range(done), 2)]
    for cuts in (*fed, (1, 128, 300), (127, 129, 256), (255, 257, 299)):
        grown = tree.CompactRange()
        for start, end in pairwise((0, *cuts)):
            grown = grown.extend(MANY[start:end])
        assert grown == tree.compact(cuts[-1], NODES), cuts
        assert grown.root() == ROOTS[cuts[-1]], cuts
        one_more = [*MANY[: cuts[-1]], b"x" * 32]
        assert grown.append(one_more[-1]).root() == slow_root(one_more), cuts


def test_inclusion_proof_is_that_of_the_definition_and_holds() -> None:
    for index, size in PLACES:
        proof, root, leaf = tree.inclusion_proof(index, size, NODES), ROOTS[size], MANY[index]
        assert list(proof) == slow_path(index, MANY[:size]), (index, size)
        assert tree.verify_inclusion(proof, root, leaf=leaf, index=index, size=size) is True, (index, size)


def test_consistency_proof_is_that_of_the_definition_and_holds() -> None:
    for before, new in PLACES:
        old = before + 1
        proof = tree.consistency_proof(old, new, NODES)
        assert list(proof) == slow_subproof(old, MANY[:new], True), (old, new)
        roots = slow_root(MANY[:old]), ROOTS[new]
        assert tree.verify_consistency(proof, *roots, old=old, new=new) is True, (old, new)


def test_proof_with_any_flipped_bit_is_refused() -> None:
    for index, size in PLACES:
        proof = tree.inclusion_proof(index, size, NODES)
        for which, each in enumerate(proof):
            bit = (7 * index + 31 * which + size) % 256
            flipped = (int.from_bytes(each, "big") ^ 1 << bit).to_bytes(32, "big")
            forged = (*proof[:which], flipped, *proof[which + 1 :])
            holds = tree.verify_inclusion(forged, ROOTS[size], leaf=MANY[index], index=index, size=size)
            assert holds is False, (index, size, which, bit)


def test_inclusion_does_not_hold_at_another_place() -> None:
    for index, size in PLACES:
        proof, leaf = tree.inclusion_proof(index, size, NODES), MANY[index]
        for other in {*range(min(size, 24)), size - 1} - {index}:
            holds = tree.verify_inclusion(proof, ROOTS[size], leaf=leaf, index=other, size=size)
            assert holds is False, (index, other, size)


def test_rewritten_history_has_no_consistency_proof() -> None:
    forged = tree.nodes_of([*MANY[:9], b"f" * 32, *MANY[10:]])
    proof = tree.consistency_proof(20, 300, forged)
    old, new = slow_root(MANY[:20]), tree.compact(300, forged).root()
    assert tree.verify_consistency(proof, old, new, old=20, new=300) is False


def test_consistency_from_the_empty_tree_is_refused() -> None:
    root = slow_root(MANY[:3])
    assert tree.verify_consistency((), tree.EMPTY_ROOT, root, old=0, new=3) is False
    with pytest.raises(ValueError):
        tree.consistency_proof(0, 3, NODES)


def test_proof_of_a_leaf_that_is_not_there_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError):
        tree.inclusion_proof(3, 3, NODES)


def test_compact_range_with_the_wrong_number_of_peaks_is_refused() -> None:
    with pytest.raises(ValueError):
        tree.CompactRange(3, (b"x" * 32,))
