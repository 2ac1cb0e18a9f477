"""The release of the opening: from here on it is public who bid, and at what price."""

from __future__ import annotations

from daylight.core.case.state import Lot
from daylight.core.disclosure import ocds
from daylight.core.disclosure.occasion import Occasion, Told
from daylight.core.disclosure.parts import bid_id, fact, tenderers, value


def bids_opened(occasion: Occasion) -> Told:
    """The opening record: every opened bid with its price; those returned unopened stay unnamed."""
    case = occasion.after
    named = tenderers(occasion)
    tender = ocds.Tender(
        occasion.ocid,
        bid_opening=ocds.BidOpening(occasion.act.received_at),
        number_of_tenderers=len(named),
        tenderers=named,
    )
    lots = [lot for lot in case.lots if lot.stage == "opened"]
    bids = ocds.Bids(
        tuple(statistic for lot in lots for statistic in _statistics(occasion, lot)),
        tuple(bid for lot in lots for bid in _bids(occasion, lot)),
    )
    facts = tuple(
        fact(f"第 {lot.id} 包开启的投标", f"Bids opened for lot {lot.id}", len(lot.bids)) for lot in lots
    )
    return Told(occasion.release("tenderUpdate", tender=tender, bids=bids), facts)


def _bids(occasion: Occasion, lot: Lot) -> tuple[ocds.Bid, ...]:
    return tuple(
        ocds.Bid(
            bid_id(bid, lot),
            "pending",
            (lot.id,),
            occasion.references(bid.bidders),
            value(bid.price.total),
        )
        for bid in lot.bids
    )


def _statistics(occasion: Occasion, lot: Lot) -> tuple[ocds.BidsStatistic, ...]:
    dispositions = [one.kind for one in occasion.deed.dispositions if one.lot == lot.id]
    counted = (
        ("bids", len(lot.bids)),
        ("returnedBids", dispositions.count("returned")),
        ("unopenableBids", dispositions.count("unopenable")),
    )
    return tuple(
        ocds.BidsStatistic(f"{lot.id}-{measure}", measure, number, lot.id) for measure, number in counted
    )
