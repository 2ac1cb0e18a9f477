"""Indexes: what lies in many dockets, in one order: bids of a case, purchases of a purchaser."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Seen
from daylight.core.dockets.bid import BidFile
from daylight.core.values.money import Money


@dataclass(frozen=True)
class BidIndex:
    """The index docket of a case's bids: every act of every bid docket, in the order of the journal."""

    files: tuple[BidFile, ...]
    seen: Seen


@dataclass(frozen=True)
class Purchase:
    """A purchase as its choice of method announced it."""

    case: str
    method: str
    category: str
    budget_item: str
    fiscal_year: int
    budget: Money


@dataclass(frozen=True)
class PurchaseIndex:
    """The index docket of a purchaser's choices of method."""

    purchases: tuple[Purchase, ...]
    seen: Seen
