"""What follows a framework agreement: it is filed, users are told, and at its end all that was bought is."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.common import Document
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class FileAgreements:
    """Copies of the agreements that stand are filed with the authority, each by its text."""

    lot: str
    bids: tuple[str, ...]
    filed: Document


@dataclass(frozen=True)
class NotifyUsers:
    """Those who may call off are told of the agreements that stand, and how to use them."""

    lot: str
    bids: tuple[str, ...]
    told: Text


@dataclass(frozen=True)
class SummaryLine:
    """What was bought from one listing: how many call-offs stand, of how many units, for how much."""

    listing: str
    suppliers: tuple[str, ...]
    calls: int
    quantity: int
    amount: Money


@dataclass(frozen=True)
class PublishCallOffSummary:
    """All that was bought under a framework is published when its agreements are over."""

    lot: str
    lines: tuple[SummaryLine, ...]


KINDS = (FileAgreements, NotifyUsers, PublishCallOffSummary)
