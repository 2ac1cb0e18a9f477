"""Award: the purchaser decides in rank order and tells everybody why; or the next follows; or it fails."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from daylight.core.acts.common import Document
from daylight.core.values.text import Text

FailureCause = Literal[
    "too_few_bidders", "too_few_qualified", "illegality", "over_budget", "winner_did_not_sign"
]
PassingCause = Literal["refused", "cannot_perform"]


@dataclass(frozen=True)
class AwardLot:
    """The purchaser confirms the winner; where listed suppliers compete, with the ``listing`` it draws on."""

    lot: str
    bid: str
    reason: Text
    listing: str = ""


@dataclass(frozen=True)
class DeliverReport:
    """The agency delivers the evaluation report; from then on the purchaser has his time to confirm."""

    lot: str
    report: Document


@dataclass(frozen=True)
class ObjectToReport:
    """The purchaser has a lawful reason not to confirm the first in rank, and says so in his time."""

    lot: str
    reason: Text
    evidence: tuple[Document, ...]


@dataclass(frozen=True)
class DeemFirstAwarded:
    """The purchaser stayed silent until his time was over: the first in rank counts as confirmed."""

    lot: str
    bid: str


@dataclass(frozen=True)
class LoserNotice:
    """What a bidder who did not win is told: why, and where points were given its own points and rank."""

    bid: str
    reason: Text
    rank: int = 0
    points: Fraction | None = None


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


@dataclass(frozen=True)
class PassOverWinner:
    """A winner who refuses to sign or cannot perform is passed over; the lot is to be awarded again."""

    lot: str
    bid: str
    cause: PassingCause
    reason: Text
    evidence: tuple[Document, ...]


KINDS = (
    DeliverReport, AwardLot, ObjectToReport, DeemFirstAwarded, NotifyBidders, PublishAward,
    PassOverWinner, FailLot, CancelLot,
)  # fmt: skip
