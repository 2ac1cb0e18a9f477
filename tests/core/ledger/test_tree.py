"""The tree beside a slow reference that follows the recursive definitions of RFC 6962 §2.1 word for word."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


sizes = st.integers(1, len(MANY))


@given(sizes)
def test_root_is_that_of_the_definition(size: int) -> None:
    assert tree.root_of(MANY[:size]) == slow_root(MANY[:size])
    assert tree.compact(size, NODES).root() == slow_root(MANY[:size])


@given(st.lists(sizes, max_size=5))
def test_compact_range_grows_to_the_same_root_however_it_is_fed(cuts: list[int]) -> None:
    grown, done = tree.CompactRange(), 0
    for cut in sorted(cuts):
        grown, done = grown.extend(MANY[done:cut]), cut
    assert grown == tree.compact(done, NODES)
    assert grown.append(b"x" * 32).root() == slow_root([*MANY[:done], b"x" * 32])


@given(st.data())
@settings(deadline=None)
def test_inclusion_proof_is_that_of_the_definition_and_holds(data: st.DataObject) -> None:
    size = data.draw(sizes)
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion_proof(index, size, NODES)
    assert list(proof) == slow_path(index, MANY[:size])
    root = slow_root(MANY[:size])
    assert tree.verify_inclusion(proof, root, leaf=MANY[index], index=index, size=size) is True


@given(st.data())
@settings(deadline=None)
def test_consistency_proof_is_that_of_the_definition_and_holds(data: st.DataObject) -> None:
    new = data.draw(sizes)
    old = data.draw(st.integers(1, new))
    proof = tree.consistency_proof(old, new, NODES)
    assert list(proof) == slow_subproof(old, MANY[:new], True)
    roots = slow_root(MANY[:old]), slow_root(MANY[:new])
    assert tree.verify_consistency(proof, *roots, old=old, new=new) is True


@given(st.data())
@settings(deadline=None)
def test_proof_with_any_flipped_bit_is_refused(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, len(MANY)))
    index = data.draw(st.integers(0, size - 1))
    proof = list(tree.inclusion_proof(index, size, NODES))
    which, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
    proof[which] = (int.from_bytes(proof[which], "big") ^ 1 << bit).to_bytes(32, "big")
    root = slow_root(MANY[:size])
    assert tree.verify_inclusion(proof, root, leaf=MANY[index], index=index, size=size) is False


@given(st.data())
@settings(deadline=None)
def test_inclusion_does_not_hold_at_another_place(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, len(MANY)))
    index, other = data.draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    proof, root = tree.inclusion_proof(index, size, NODES), slow_root(MANY[:size])
    assert tree.verify_inclusion(proof, root, leaf=MANY[index], index=other, size=size) is False


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
