"""Effects of a replenishment: on its own case, and on the framework it fills up."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.replenishment import Joined
from daylight.core.case.listing import Replenishes
from daylight.core.case.state import Case, Lot, LotBid, some, the_lot, with_lot


def replenishment_opened(_: None, act: Act) -> Case:
    """A case of its own, in which more suppliers will answer."""
    deed = act.intent.deed
    need = deed.requirement
    return Case(
        id=act.docket,
        purchaser=act.intent.organisation,
        author=act.intent.person,
        requirement=need,
        opened_on=act.received_at.day,
        lots=tuple(Lot(plan.id, plan.title, plan.budget) for plan in some(need.lots)),
        items=need.items,
        replenishes=Replenishes(
            deed.framework, deed.lot, deed.method, deed.suppliers,
            deed.terms, deed.agreed, deed.qualification,
        ),
    )  # fmt: skip


def suppliers_taken_up(case: Case, act: Act) -> Case:
    """The list is longer; whoever joins it still has to sign."""
    deed = act.intent.deed
    lot = the_lot(case, deed.lot)
    ids = tuple(one.bid for one in deed.joined)
    bids = (*lot.bids, *(_as_bid(one) for one in deed.joined))
    return with_lot(case, replace(lot, bids=bids, listed=(*lot.listed, *ids), joined=(*lot.joined, *ids)))


def _as_bid(one: Joined) -> LotBid:
    price = BidPrice(one.price, one.price.amount_minor, None, ())
    return LotBid(one.bid, one.suppliers, price, BidDeclaration("", 0), qualified=True, conforming=True)
