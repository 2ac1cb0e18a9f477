"""The release of the opening: from here on it is public who bid, and at what price."""

from __future__ import annotations

from collections import Counter

from daylight.core.acts.opening import OpenBids
from daylight.core.disclosure import ocds
from daylight.core.disclosure.occasion import Fact, Occasion, Told
from daylight.core.disclosure.parts import bid_id, tenderers, value
from daylight.core.dockets.case.case import Lot
from daylight.core.dockets.stage import Stage
from daylight.core.values.text import Text

STANDING = ("opened", "returned", "unopenable")


def bids_opened(occasion: Occasion[OpenBids]) -> Told | None:
    """The opening record: every opened bid with its price; those returned unopened stay unnamed.

    Nothing where the method opens offers without reading them out.
    """
    case = occasion.after
    if case.closed:
        return None
    named = tenderers(occasion)
    tender = ocds.Tender(
        occasion.ocid,
        bid_opening=ocds.BidOpening(occasion.act.received_at),
        number_of_tenderers=len(named),
        tenderers=named,
    )
    lots = [lot for lot in case.lots if lot.stage is Stage.OPENED]
    bids = ocds.Bids(
        tuple(_received(occasion, lot) for lot in lots),
        tuple(bid for lot in lots for bid in _bids(occasion, lot)),
    )
    facts = tuple(_counted(occasion, lot) for lot in lots)
    return Told(occasion.release("tenderUpdate", tender=tender, bids=bids), facts)


def _bids(occasion: Occasion[object], lot: Lot) -> tuple[ocds.Bid, ...]:
    return tuple(
        ocds.Bid(
            bid_id(bid, lot),
            "pending",
            (lot.id,),
            occasion.references(bid.bidders),
            value(bid.price.total),
        )
        for bid in lot.evaluation.bids
    )


def _received(occasion: Occasion[OpenBids], lot: Lot) -> ocds.BidsStatistic:
    """How many bids stood at the deadline, opened or not."""
    return ocds.BidsStatistic(f"{lot.id}-bids", "bids", sum(_fates(occasion, lot).values()), lot.id)


def _counted(occasion: Occasion[OpenBids], lot: Lot) -> Fact:
    fates = _fates(occasion, lot)
    words = Text(
        "开启 {opened}，退回 {returned}，无法开启 {unopenable}",
        "{opened} opened, {returned} returned unopened, {unopenable} could not be opened",
    )
    counts = {fate: str(fates[fate]) for fate in STANDING}
    return Fact(Text(f"第 {lot.id} 包投标", f"Bids for lot {lot.id}"), words.fill(**counts))


def _fates(occasion: Occasion[OpenBids], lot: Lot) -> Counter[str]:
    dispositions = (one for one in occasion.deed.dispositions if one.lot == lot.id)
    return Counter(one.kind for one in dispositions if one.kind in STANDING)
