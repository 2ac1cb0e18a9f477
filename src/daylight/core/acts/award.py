"""Award: the purchaser decides in rank order, everybody is told why; or the lot fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.values.text import Text

FailureCause = Literal["too_few_bidders", "illegality", "over_budget"]


@dataclass(frozen=True)
class AwardLot:
    """The purchaser confirms the winner."""

    lot: str
    bid: str
    reason: Text


@dataclass(frozen=True)
class LoserNotice:
    """What a bidder who did not win is told."""

    bid: str
    reason: Text


@dataclass(frozen=True)
class NotifyBidders:
    """The winner is notified, and each loser with the reasons."""

    lot: str
    winner: str
    losers: tuple[LoserNotice, ...]


@dataclass(frozen=True)
class PublishAward:
    """The result is published with the names of the experts."""

    lot: str
    fee_basis: Text


@dataclass(frozen=True)
class FailLot:
    """The lot fails for a cause the law names."""

    lot: str
    cause: FailureCause
    reason: Text


@dataclass(frozen=True)
class CancelLot:
    """The task is gone, so the lot is cancelled before award."""

    lot: str
    reason: Text


KINDS = (AwardLot, NotifyBidders, PublishAward, FailLot, CancelLot)
