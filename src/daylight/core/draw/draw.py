"""A whole draw ``daylight-draw/v1`` as one function of its published record: anyone runs it again.

Public are handles, rules, commitments, contributions, beacon and skips; persons stay behind their handles
until those drawn are opened. Shown by ``tests/core/draw/test_draw.py``, with a golden record that must never
change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.core.draw.chance import (
    LEAST_NONCE,
    Commitment,
    Contribution,
    commitment_to,
    permutation,
    seed_of,
)
from daylight.core.draw.pool import Pool, pool_faults, pool_root
from daylight.core.draw.walk import Quota, Skip, Walk, walk
from daylight.core.values.fault import Fault, fault, repeats
from daylight.core.values.plain import build, canonical_bytes, digest_of, read_plain


@dataclass(frozen=True)
class DrawRules:
    """What is fixed before chance: whom to draw, and how many contributors there must be at least."""

    draw_id: str
    quotas: tuple[Quota, ...]
    least_contributors: int


@dataclass(frozen=True)
class DrawRecord:
    """Everything a draw is computed from, in the order in which it becomes known."""

    rules: DrawRules
    pool: Pool
    commitments: tuple[Commitment, ...]
    contributions: tuple[Contribution, ...]
    beacon: bytes
    skips: tuple[Skip, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """What came of a draw: the seed, and for each category the whole order and who serves."""

    draw_id: str
    pool_root: bytes
    seed: bytes
    orders: tuple[tuple[str, ...], ...]
    walks: tuple[Walk, ...]


def draw(record: DrawRecord) -> Drawn | tuple[Fault, ...]:
    """Carry out the draw, or say everything that keeps the record from being one."""
    if faults := record_faults(record):
        return faults
    rules, root = record.rules, pool_root(record.pool)
    seed = seed_of(
        rules.draw_id,
        bytes.fromhex(digest_of(rules)),
        root,
        contributions=record.contributions,
        beacon=record.beacon,
    )
    orders = tuple(
        permutation(seed, quota.category, record.pool.handles(quota.category)) for quota in rules.quotas
    )
    walks = [
        walk(order, quota, tuple(skip for skip in record.skips if skip.handle in order))
        for order, quota in zip(orders, rules.quotas, strict=True)
    ]
    faults = tuple(one for found in walks if isinstance(found, tuple) for one in found)
    sound = tuple(found for found in walks if isinstance(found, Walk))
    return faults or Drawn(rules.draw_id, root, seed, orders, sound)


def redraw(source: bytes) -> bytes:
    """From the canonical record to the canonical outcome: equal bytes prove a published draw."""
    return canonical_bytes(draw(build(DrawRecord, read_plain(source))))


def record_faults(record: DrawRecord) -> tuple[Fault, ...]:
    """Everything that keeps a record from being drawn, all at once; empty when it is sound."""
    return (
        *pool_faults(record.pool),
        *_quota_faults(record),
        *_contribution_faults(record),
        *_nonce_faults(record),
    )


def _quota_faults(record: DrawRecord) -> Iterator[Fault]:
    quotas, pool = record.rules.quotas, record.pool
    for category in repeats(quota.category for quota in quotas):
        yield fault(
            "draw.category-repeated",
            "类别“{category}”有不止一个名额规定。",
            "Category “{category}” has more than one quota; give it one.",
            category=category,
        )
    for quota in quotas:
        if quota.seats < 1 or quota.alternates < 0:
            yield fault(
                "draw.quota-empty",
                "类别“{category}”的名额应至少为 1,候补不能为负。",
                "Category “{category}” needs at least one seat, and no fewer than zero alternates.",
                category=quota.category,
            )
        if len(pool.handles(quota.category)) < quota.seats:
            yield fault(
                "draw.pool-too-small",
                "类别“{category}”备选 {size} 人,少于名额 {seats} 人;请先扩大备选池。",
                "Category “{category}” has {size} in the pool for {seats} seats; enlarge the pool first.",
                category=quota.category,
                size=len(pool.handles(quota.category)),
                seats=quota.seats,
            )
    drawable = {handle for quota in quotas for handle in pool.handles(quota.category)}
    for handle in sorted({skip.handle for skip in record.skips} - drawable):
        yield fault(
            "draw.skip-unknown",
            "被跳过的“{handle}”不在备选池中。",
            "“{handle}” is passed over but can't be drawn; remove the skip.",
            handle=handle,
        )


def _contribution_faults(record: DrawRecord) -> Iterator[Fault]:
    committed = {one.who for one in record.commitments}
    shown = {one.who for one in record.contributions}
    if len(shown) < record.rules.least_contributors:
        yield fault(
            "draw.too-few-contributors",
            "随机数提供方 {found} 个,至少需要 {least} 个。",
            "There are {found} contributors; at least {least} are needed.",
            found=len(shown),
            least=record.rules.least_contributors,
        )
    twice = {
        *repeats(one.who for one in record.commitments),
        *repeats(one.who for one in record.contributions),
    }
    for who in sorted(twice):
        yield fault(
            "draw.contributor-repeated",
            "“{who}”提供了不止一次;每方一次。",
            "“{who}” stands more than once; each contributes once.",
            who=who,
        )
    for who in sorted(committed ^ shown):
        yield fault(
            "draw.contribution-unmatched",
            "“{who}”的承诺与随机数未一一对应;已承诺的必须公开(可由持钥人代为开启)。",
            "The commitment and the nonce of “{who}” are not both there; what was committed must be shown "
            "(the key holders can open it).",
            who=who,
        )


def _nonce_faults(record: DrawRecord) -> Iterator[Fault]:
    committed = {one.who: one.commit for one in record.commitments}
    for one in record.contributions:
        if len(one.nonce) < LEAST_NONCE:
            yield fault(
                "draw.nonce-short",
                "“{who}”的随机数为 {found} 字节,至少需要 {least} 字节,否则可被猜出。",
                "The nonce of “{who}” has {found} bytes; it needs at least {least}, or it can be guessed.",
                who=one.who,
                found=len(one.nonce),
                least=LEAST_NONCE,
            )
        if one.who in committed and commitment_to(record.rules.draw_id, one) != committed[one.who]:
            yield fault(
                "draw.contribution-changed",
                "“{who}”公开的随机数与其事先承诺不符。",
                "The nonce of “{who}” is not the one committed to; only that one can be used.",
                who=one.who,
            )
