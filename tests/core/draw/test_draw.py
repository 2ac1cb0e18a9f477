"""A whole draw from its record; the golden one was computed once and must never change."""

from dataclasses import replace
from hashlib import sha256

import pytest

from core.draw import slow
from daylight.core.draw.chance import Commitment, Contribution, commitment_to
from daylight.core.draw.draw import Drawn, DrawRecord, DrawRules, draw, record_faults, redraw
from daylight.core.draw.pool import PoolEntry, handle_of, person_digest, pool_of
from daylight.core.draw.walk import Quota, Skip, SkipReason
from daylight.core.values.plain import build, canonical_bytes, digest_of, read_plain

RULES = DrawRules("draw-2026-0001", (Quota("it", 3, 1), Quota("law", 1, 1)), 3)
POOL = pool_of(
    PoolEntry(
        handle_of(b"\x01" * 32, f"expert-{n:03}"),
        "law" if n % 3 == 0 else "it",
        "11",
        person_digest(n.to_bytes(32, "big"), b"expert %d" % n),
    )
    for n in range(12)
)
CONTRIBUTIONS = tuple(
    Contribution(who, sha256(who.encode()).digest()) for who in ("purchaser", "supervisor", "notary")
)
COMMITMENTS = tuple(Commitment(one.who, commitment_to(RULES.draw_id, one)) for one in CONTRIBUTIONS)
RECORD = DrawRecord(RULES, POOL, COMMITMENTS, CONTRIBUTIONS, b"\x02" * 32)
GOLDEN_ORDERS = [
    ["a38c9923", "385f374e", "914d89a8", "539a7fbf", "7c30a527", "bb430655", "6e35e3c6", "d89a3ef7"],
    ["8fa19402", "dd8c8490", "2f6835aa", "5d9e116a"],
]


def codes(record):
    return [fault.code for fault in record_faults(record)]


def test_the_golden_draw_never_changes():
    got = draw(RECORD)
    assert got.pool_root.hex() == "885ecc09c91fd90bf6a06e9b2013e60d8c49e92fb7aa630c8f344ad5c87d4a95"
    assert got.seed.hex() == "ffe1219f4e2c3e9d83be1b83008c9fa8d84c0864694417d2545b3bb15e8d5b5b"
    assert [[handle[:8] for handle in order] for order in got.orders] == [
        ["a38c9923", "385f374e", "914d89a8", "539a7fbf", "7c30a527", "bb430655", "6e35e3c6", "d89a3ef7"],
        ["8fa19402", "dd8c8490", "2f6835aa", "5d9e116a"],
    ]
    assert digest_of(got) == "ffe1e4e8a43ba2000d4faf9eb9c14b4e86f6a992f40bfd81ed22f725728d8a0a"


def test_the_draw_agrees_with_the_slow_reference():
    got = draw(RECORD)
    leaves = [slow.joined("daylight-pool/v1", e.handle, e.category, e.region, e.person) for e in POOL.entries]
    root, rules = slow.root(leaves), slow.sha(canonical_bytes(RULES))
    given = [(one.who, one.nonce) for one in CONTRIBUTIONS]
    seed = slow.seed(RULES.draw_id, rules, root, given, RECORD.beacon)
    assert (got.pool_root, got.seed) == (root, seed)
    assert got.orders == tuple(
        tuple(slow.order(seed, name, [e.handle for e in POOL.entries if e.category == name]))
        for name in ("it", "law")
    )


def test_a_record_is_drawn_again_from_its_bytes():
    assert redraw(canonical_bytes(RECORD)) == canonical_bytes(draw(RECORD))
    assert build(Drawn, read_plain(canonical_bytes(draw(RECORD)))) == draw(RECORD)


def test_a_replacement_leaves_seed_and_order_alone():
    before = draw(RECORD)
    gone = Skip(before.walks[0].seats[1], SkipReason.DECLINED)
    after = draw(replace(RECORD, skips=(gone,)))
    assert (after.seed, after.orders, after.walks[1]) == (before.seed, before.orders, before.walks[1])
    assert after.walks[0].seats == (
        before.walks[0].seats[0],
        before.walks[0].seats[2],
        before.walks[0].alternates[0],
    )


def test_a_skip_of_one_not_called_is_a_fault_of_the_draw():
    last = draw(RECORD).orders[0][-1]
    faults = draw(replace(RECORD, skips=(Skip(last, SkipReason.DECLINED),)))
    assert [fault.code for fault in faults] == ["draw.skip-not-called"]


CHANGED = Contribution("notary", b"x" * 32)
SHORT = Contribution("notary", b"x")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"contributions": CONTRIBUTIONS[:2]},
         ["draw.too-few-contributors", "draw.contribution-unmatched"]),
        ({"commitments": COMMITMENTS[:2]}, ["draw.contribution-unmatched"]),
        ({"contributions": (*CONTRIBUTIONS[:2], CHANGED)}, ["draw.contribution-changed"]),
        ({"contributions": (*CONTRIBUTIONS[:2], SHORT),
          "commitments": (*COMMITMENTS[:2], Commitment("notary", commitment_to(RULES.draw_id, SHORT)))},
         ["draw.nonce-short"]),
        ({"contributions": (*CONTRIBUTIONS, CONTRIBUTIONS[0])}, ["draw.contributor-repeated"]),
        ({"rules": replace(RULES, quotas=(Quota("it", 9, 0),))}, ["draw.pool-too-small"]),
        ({"rules": replace(RULES, quotas=(Quota("it", 1, 0), Quota("it", 1, 0)))},
         ["draw.category-repeated"]),
        ({"rules": replace(RULES, quotas=(Quota("it", 0, 0),))}, ["draw.quota-empty"]),
        ({"skips": (Skip("00", SkipReason.DECLINED),)}, ["draw.skip-unknown"]),
    ],
)  # fmt: skip
def test_each_fault_of_a_record_is_named(change, expected):
    assert codes(RECORD) == []
    assert codes(replace(RECORD, **change)) == expected


@pytest.mark.parametrize("size", [2, 3])
def test_a_draw_from_the_smallest_pools_calls_everybody_once(size):
    pool = pool_of(POOL.entries[n] for n in range(12) if POOL.entries[n].category == "it")
    few = replace(pool, entries=pool.entries[:size])
    got = draw(replace(RECORD, rules=replace(RULES, quotas=(Quota("it", size, 0),)), pool=few))
    assert sorted(got.orders[0]) == [entry.handle for entry in few.entries]
    assert got.walks[0].seats == got.orders[0]
