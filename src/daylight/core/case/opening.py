"""Effects of opening acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.bid_content import BidDeclaration, read_declaration, read_price
from daylight.core.acts.life_cycle_terms import not_declared
from daylight.core.acts.opening import Disposition
from daylight.core.case.state import Case, Impossible, Lot, LotBid
from daylight.core.values.plain import Misshapen
from daylight.core.values.text import Text

NO_FINAL_OFFER = Text("未提交最后报价，视为退出", "no final offer was made, so the supplier has left")


def shares_released(case: Case, act: Act) -> Case:
    """One holder's shares are on record, by digest."""
    shares = tuple((s.manifest, s.plaintext_sha256, s.fault) for s in act.intent.deed.shares)
    return replace(case, released=(*case.released, (act.intent.person, shares)))


def bids_opened(case: Case, act: Act) -> Case:
    """Opened bids enter their lots; every lot moves on."""
    dispositions: tuple[Disposition, ...] = act.intent.deed.dispositions
    bidders = {bid.bid: bid.bidders for bid in act.intent.deed.bidders}
    return replace(
        case,
        opened_at=act.received_at,
        dispositions=len(dispositions),
        lots=tuple(_opened(lot, dispositions, bidders) for lot in case.lots),
    )


def _opened(lot: Lot, dispositions: tuple[Disposition, ...], bidders: dict[str, tuple[str, ...]]) -> Lot:
    if lot.stage != "tendered":
        return lot
    read = tuple(
        _lot_bid(one, bidders) for one in dispositions if one.lot == lot.id and one.kind == "opened"
    )
    if not lot.bids:
        return replace(lot, stage="opened", bids=read)
    offered = {bid.bid: bid for bid in read}
    bids = tuple(_final(lot, bid, offered.get(bid.bid)) for bid in lot.bids)
    return replace(lot, stage="opened", bids=bids)


def _final(lot: Lot, bid: LotBid, offer: LotBid | None) -> LotBid:
    """A final offer takes the place of the first; who makes none has left the negotiation."""
    if bid.rejected:
        return bid
    if offer is None:
        return replace(bid, rejected="no_final_offer", reason=NO_FINAL_OFFER)
    return replace(
        bid, price=offer.price, declaration=_declared(lot, bid, offer), first_price=bid.price,
        corrected_minor=None, preferences=None,
    )  # fmt: skip


def _declared(lot: Lot, bid: LotBid, offer: LotBid) -> BidDeclaration:
    """What a final offer declares; quantities that were reviewed stand until others can take their place."""
    life = lot.terms.evaluation.life_cycle if lot.terms else None
    if life is None or not tuple(not_declared(life, offer.declaration.quantities)):
        return offer.declaration
    return replace(offer.declaration, quantities=bid.declaration.quantities)


def _lot_bid(disposition: Disposition, bidders: dict[str, tuple[str, ...]]) -> LotBid:
    bid, parts = disposition.bid, {part.name: part.content for part in disposition.parts}
    try:
        return LotBid(bid, bidders[bid], read_price(parts["price"]), read_declaration(parts["declaration"]))
    except (KeyError, Misshapen):
        raise Impossible(f"what bid {bid!r} offers") from None
