"""The pool: handles, its root, and how parts are spelled."""

from dataclasses import replace

import pytest

from core.draw import slow
from daylight.core.draw.parts import parts
from daylight.core.draw.pool import (
    Pool,
    PoolEntry,
    handle_of,
    person_digest,
    pool_faults,
    pool_of,
    pool_root,
)
from daylight.core.ledger.tree import leaf_hash, root_of


def entries(size, category="it"):
    return [
        PoolEntry(handle_of(b"k" * 32, f"expert-{n}"), category, "11", person_digest(b"s" * 32, b"%d" % n))
        for n in range(size)
    ]


def test_parts_carry_their_lengths_so_that_no_two_lists_are_spelled_alike():
    assert parts("ab", b"c") == b"\0\0\0\0\0\0\0\2ab\0\0\0\0\0\0\0\1c"
    assert parts("ab", "c") != parts("a", "bc")


def test_a_handle_is_half_an_hmac_and_differs_from_draw_to_draw():
    assert handle_of(b"k" * 32, "expert-0") == slow.mac(b"k" * 32, b"expert-0")[:16].hex()
    assert handle_of(b"k" * 32, "expert-0") != handle_of(b"j" * 32, "expert-0")


@pytest.mark.parametrize("size", [*range(1, 18), 31, 33])
def test_the_pool_root_is_that_of_rfc_6962(size):
    pool = pool_of(entries(size))
    leaves = [
        slow.joined("daylight-pool/v1", one.handle, one.category, one.region, one.person)
        for one in pool.entries
    ]
    assert pool_root(pool) == slow.root(leaves) == root_of([leaf_hash(leaf) for leaf in leaves])


def test_an_empty_pool_has_the_empty_root():
    assert pool_root(Pool(())) == root_of([])


def test_the_root_depends_on_every_field_but_not_on_the_order_of_entry():
    listed = entries(5)
    root = pool_root(pool_of(listed))
    assert pool_root(pool_of(reversed(listed))) == root
    for change in ({"category": "law"}, {"region": "12"}, {"person": bytes(32)}, {"handle": "00" * 16}):
        assert pool_root(pool_of([replace(listed[0], **change), *listed[1:]])) != root


def test_a_pool_out_of_order_or_with_a_handle_twice_is_named():
    pool = pool_of(entries(3))
    assert list(pool_faults(pool)) == []
    assert [one.code for one in pool_faults(Pool(pool.entries[::-1]))] == ["draw.pool-not-in-order"]
    assert [one.code for one in pool_faults(pool_of([*pool.entries, pool.entries[0]]))] == [
        "draw.handle-repeated"
    ]
