"""Indexes: what lies in many dockets, in one order: bids of a case, purchases of a purchaser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from daylight.core.acts.act import Seen
from daylight.core.dockets.bid import BidFile
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.money import Money


@dataclass(frozen=True)
class Sealed:
    """A standing envelope: a bid, or an application where the file of its applicant is given."""

    manifest: Manifest
    applicant: BidFile | None = None


def _sealed(file: BidFile) -> Iterator[Sealed]:
    """What stands in the docket of one bidder."""
    if file.application:
        yield Sealed(file.application.manifest, file)
    yield from (Sealed(one.manifest) for one in (file.standing.envelopes if file.standing else ()))


@dataclass(frozen=True)
class BidIndex:
    """The index docket of a case's bids: every act of every bid docket, in the order of the journal."""

    files: tuple[BidFile, ...]
    seen: Seen

    @cached_property
    def sealed(self) -> Mapping[str, tuple[Sealed, ...]]:
        """For each sealed file, by its digest, to which standing bids or applications it belongs."""
        found: dict[str, tuple[Sealed, ...]] = {}
        for one in (one for file in self.files for one in _sealed(file)):
            for digest in one.manifest.files:
                found[digest] = (*found.get(digest, ()), one)
        return found


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
