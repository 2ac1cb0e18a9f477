"""Effects of opening acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.bid_content import BidDeclaration, read_declaration, read_price
from daylight.core.acts.life_cycle_terms import not_declared
from daylight.core.acts.opening import CallOpening, Disposition, OpenBids, ReleaseShares
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.case.evaluation import LotBid, LotEvaluation
from daylight.core.dockets.case.tendering import Opening, Tendering
from daylight.core.dockets.impossible import Impossible
from daylight.core.dockets.stage import Stage
from daylight.core.values.plain import Misshapen
from daylight.core.values.text import Text

NO_FINAL_OFFER = Text("未提交最后报价，视为退出", "no final offer was made, so the supplier has left")


def opening_called(case: Case, act: Act) -> Tendering:
    """The presider has called the opening of what is sealed: of the applications, or of this round's bids."""
    deed, tendering = act.deed(CallOpening), case.tendering
    if deed.of == "bids":
        return replace(tendering, opening=replace(tendering.opening, called_at=deed.called_at))
    if tendering.prequalification is None:
        raise Impossible("a prequalification")
    return replace(tendering, prequalification=replace(tendering.prequalification, called_at=deed.called_at))


def shares_released(case: Case, act: Act) -> Opening:
    """One holder's shares are on record, by digest."""
    shares = tuple((s.manifest, s.plaintext_sha256, s.fault) for s in act.deed(ReleaseShares).shares)
    return replace(case.opening, released=(*case.opening.released, (act.intent.person, shares)))


def bids_opened(case: Case, act: Act) -> tuple[Tendering, Mapping[str, LotEvaluation]]:
    """Opened bids enter their lots; every lot moves on."""
    deed = act.deed(OpenBids)
    bidders = {bid.bid: bid.bidders for bid in deed.bidders}
    opening = replace(case.opening, opened_at=act.received_at, dispositions=len(deed.dispositions))
    return replace(case.tendering, opening=opening), {
        lot.id: _opened(lot, deed.dispositions, bidders) for lot in case.lots if lot.stage is Stage.TENDERED
    }


def _opened(
    lot: Lot, dispositions: tuple[Disposition, ...], bidders: dict[str, tuple[str, ...]]
) -> LotEvaluation:
    read = tuple(_lot_bid(one, bidders) for one in dispositions if one.lot == lot.id and one.kind == "opened")
    evaluation = replace(lot.evaluation, opened=True)
    if not evaluation.bids:
        return replace(evaluation, bids=read)
    offered = {bid.bid: bid for bid in read}
    bids = (_final(lot, bid, offered.get(bid.bid)) for bid in evaluation.bids)
    return replace(evaluation, bids=tuple(bids))


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
