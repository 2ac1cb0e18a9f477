"""transparency-dev/merkle: valid and mutated proofs of inclusion and consistency, and known roots."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

import pytest

from daylight.core.ledger.tree import CompactRange, leaf_hash, root_of, verify_consistency, verify_inclusion
from shared import needs_shared, vectors

INCLUSION = vectors("merkle/inclusion.json")
CONSISTENCY = vectors("merkle/consistency.json")
ROOTS = vectors("merkle/roots.json") or {"leaves_hex": [], "roots_hex_by_size": []}


def proof_of(case: dict[str, Any]) -> tuple[bytes, ...]:
    return tuple(b64decode(each) for each in case["proof"] or ())


@needs_shared
def test_every_vector_is_there() -> None:
    assert (len(INCLUSION), len(CONSISTENCY), len(ROOTS["roots_hex_by_size"])) == (98, 98, 9)


@pytest.mark.parametrize("case", INCLUSION, ids=lambda case: case["name"])
def test_inclusion(case: dict[str, Any]) -> None:
    holds = verify_inclusion(
        proof_of(case),
        b64decode(case["root"]),
        leaf=b64decode(case["leafHash"]),
        index=case["leafIdx"],
        size=case["treeSize"],
    )
    assert holds is not case["wantErr"]


@pytest.mark.parametrize("case", CONSISTENCY, ids=lambda case: case["name"])
def test_consistency(case: dict[str, Any]) -> None:
    holds = verify_consistency(
        proof_of(case),
        b64decode(case["root1"]),
        b64decode(case["root2"]),
        old=case["size1"],
        new=case["size2"],
    )
    assert holds is not case["wantErr"]


@pytest.mark.parametrize("size", range(len(ROOTS["roots_hex_by_size"])), ids=lambda size: f"size-{size}")
def test_root(size: int) -> None:
    leaves = [leaf_hash(bytes.fromhex(leaf)) for leaf in ROOTS["leaves_hex"][:size]]
    assert root_of(leaves).hex() == ROOTS["roots_hex_by_size"][size]
    assert CompactRange().extend(leaves).root().hex() == ROOTS["roots_hex_by_size"][size]
