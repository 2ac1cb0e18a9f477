"""The notice of the opening: from here on it is public who bid, and at what price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from daylight.core.acts.opening import OpenBids
from daylight.core.disclosure import ocds
from daylight.core.disclosure.notices.known import Named
from daylight.core.disclosure.notices.notice import OWN, Fact, Line, Notice
from daylight.core.disclosure.occasion import Occasion, bid_id
from daylight.core.disclosure.parts import references, value
from daylight.core.disclosure.shown import OpenedBid, Shown
from daylight.core.dockets.case.case import Lot
from daylight.core.dockets.stage import Stage
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Tally(Line):
    """What became of the bids that stood at the deadline of a lot."""

    lot: str
    opened: int
    returned: int
    unopenable: int

    def fact(self) -> Fact:
        words = Text(
            f"开启 {self.opened}，退回 {self.returned}，无法开启 {self.unopenable}",
            f"{self.opened} opened, {self.returned} returned unopened, {self.unopenable} could not be opened",
        )
        return Fact(Text(f"第 {self.lot} 包投标", f"Bids for lot {self.lot}"), words)

    def statistic(self) -> ocds.BidsStatistic:
        """How many bids stood at the deadline, opened or not."""
        stood = self.opened + self.returned + self.unopenable
        return ocds.BidsStatistic(f"{self.lot}-bids", "bids", stood, self.lot)


@dataclass(frozen=True)
class BidRead:
    """A bid as it was read out at the opening."""

    lot: str
    id: str
    bidders: tuple[Named, ...]
    price: Money
    delivery_days: int

    def bid(self) -> ocds.Bid:
        """The bid as OCDS has it."""
        return ocds.Bid(self.id, "pending", (self.lot,), references(self.bidders), value(self.price))

    def shown(self) -> OpenedBid:
        names = tuple(one.name for one in self.bidders)
        return OpenedBid(self.lot, self.id, names, self.price, self.delivery_days)


@dataclass(frozen=True)
class Opening(Notice):
    """The opening record: every opened bid with its price; those returned unopened stay unnamed."""

    tallies: Annotated[tuple[Tally, ...], OWN]
    tenderers: tuple[Named, ...]
    bids: tuple[BidRead, ...]

    def release(self) -> ocds.Release:
        tender = ocds.Tender(
            self.case.ocid,
            bid_opening=ocds.BidOpening(self.act.at),
            number_of_tenderers=len(self.tenderers),
            tenderers=references(self.tenderers),
        )
        lots = {one.lot for one in self.tallies}
        bids = ocds.Bids(
            tuple(one.statistic() for one in self.tallies),
            tuple(one.bid() for one in self.bids if one.lot in lots),
        )
        return replace(self.released("tenderUpdate"), tender=tender, bids=bids)

    def shown(self) -> Shown:
        return replace(super().shown(), opened=tuple(one.shown() for one in self.bids))


def bids_opened(occasion: Occasion[OpenBids]) -> Opening | None:
    """The bids are opened; nothing is told where the method opens offers without reading them out."""
    case = occasion.after
    if case.closed:
        return None
    opened = {org for lot in case.lots for bid in lot.evaluation.bids for org in bid.bidders}
    tallies = tuple(_tally(occasion, lot.id) for lot in case.lots if lot.stage is Stage.OPENED)
    return Opening(*occasion.about, tallies, occasion.named(sorted(opened)), bids_read(occasion, case.lots))


def bids_read(occasion: Occasion[object], lots: Iterable[Lot]) -> tuple[BidRead, ...]:
    """The opened bids of lots."""
    return tuple(
        BidRead(
            lot.id,
            bid_id(bid, lot),
            occasion.named(bid.bidders),
            bid.price.total,
            bid.declaration.delivery_days,
        )
        for lot in lots
        for bid in lot.evaluation.bids
    )


def _tally(occasion: Occasion[OpenBids], lot: str) -> Tally:
    fates = Counter(one.kind for one in occasion.deed.dispositions if one.lot == lot)
    return Tally(lot, fates["opened"], fates["returned"], fates["unopenable"])
