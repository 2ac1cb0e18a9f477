"""Down the permutation once: whom chance called, whom a stated reason passes over, who comes next.

A replacement is always the next in the same permutation, never a new draw: to replace somebody, add the skip
and walk again. Reasons are a closed list, and nobody is passed over before chance has called them.
Step 6 of ``daylight-draw/v1``; shown by ``tests/core/draw/test_walk.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from daylight.core.values.fault import Fault, fault, repeats
from daylight.core.values.text import Text


class SkipReason(StrEnum):
    """Why one who was called does not serve."""

    EMPLOYER_BIDS = "employer_bids"
    TIES_TO_BIDDER = "ties_to_bidder"
    KINSHIP = "kinship"
    OWN_UNIT = "own_unit"
    UNIT_FULL = "unit_full"
    RECUSED = "recused"
    UNREACHABLE = "unreachable"
    DECLINED = "declined"


SKIP_WORDS = {
    SkipReason.EMPLOYER_BIDS: Text("所在单位参加投标", "the employer is a bidder"),
    SkipReason.TIES_TO_BIDDER: Text(
        "规定期限内与投标人存在劳动关系或任职", "employed by, or an officer of, a bidder within the period"
    ),
    SkipReason.KINSHIP: Text("与投标人有亲属关系", "kin to a bidder"),
    SkipReason.OWN_UNIT: Text("属于采购人或代理机构本单位", "belongs to the purchaser or the agency"),
    SkipReason.UNIT_FULL: Text("同一单位人数已达上限", "the limit for one unit is reached"),
    SkipReason.RECUSED: Text("本人申请回避", "recused at own request"),
    SkipReason.UNREACHABLE: Text("按规定次数联系未果", "not reached after the logged calls"),
    SkipReason.DECLINED: Text("本人不能参加", "declined"),
}


@dataclass(frozen=True)
class Quota:
    """How many serve in a category, and how many stand by."""

    category: str
    seats: int
    alternates: int


@dataclass(frozen=True)
class Skip:
    """One who was called and passed over."""

    handle: str
    reason: SkipReason


@dataclass(frozen=True)
class Walk:
    """Who serves and who stands by, in order; ``passed_over`` in the order chance called them."""

    category: str
    seats: tuple[str, ...]
    alternates: tuple[str, ...]
    passed_over: tuple[Skip, ...]
    seats_open: int


def walk(order: tuple[str, ...], quota: Quota, skips: tuple[Skip, ...]) -> Walk | tuple[Fault, ...]:
    """Fill the quota from the permutation, passing over the skips, or say which skips can't stand."""
    over = {skip.handle: skip for skip in skips}
    called = [handle for handle in order if handle not in over][: quota.seats + quota.alternates]
    reached = order[: order.index(called[-1])] if _filled(called, quota) else order
    if faults := tuple(_skip_faults(skips, reached)):
        return faults
    seats, alternates = called[: quota.seats], called[quota.seats :]
    return Walk(
        quota.category,
        tuple(seats),
        tuple(alternates),
        tuple(over[handle] for handle in reached if handle in over),
        quota.seats - len(seats),
    )


def _filled(called: list[str], quota: Quota) -> bool:
    return bool(called) and len(called) == quota.seats + quota.alternates


def _skip_faults(skips: tuple[Skip, ...], reached: tuple[str, ...]) -> Iterator[Fault]:
    handles = [skip.handle for skip in skips]
    for handle in repeats(handles):
        yield fault(
            "draw.skip-repeated",
            "“{handle}”被跳过不止一次;请保留一个理由。",
            "“{handle}” is passed over more than once; keep one reason.",
            handle=handle,
        )
    for handle in sorted(set(handles) - set(reached)):
        yield fault(
            "draw.skip-not-called",
            "“{handle}”尚未被抽中,不能跳过。",
            "“{handle}” has not been called by the draw, so there is nothing to pass over; remove the skip.",
            handle=handle,
        )
