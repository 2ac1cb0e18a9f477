"""Playing a framework agreement: the list, the agreements, the listings, and call-offs from them.

The way to the evaluation is that of any open purchase (``practice.play``, ``practice.judging``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.client.session import Party
from daylight.core.acts.award import LoserNotice
from daylight.core.acts.contracting import PublishContract, SignContract
from daylight.core.acts.dockets import listing_docket
from daylight.core.acts.framework import (
    CallOff,
    ListSuppliers,
    OpenCallOff,
    OpenListing,
    Quota,
    SignFramework,
    Way,
)
from daylight.core.acts.planning import DefineRequirement, Item, LotPlan
from daylight.core.dockets.case.case import Lot, bid_of, the_lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.dockets.listing import Listing
from daylight.core.procedures.framework.listing import how_many_are_listed
from daylight.core.procedures.matter import law_of_case
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.judging import PERFORMED_DAYS
from daylight.practice.play import Played, document, host
from daylight.practice.stage import Stage
from daylight.practice.town import Town

BEHIND = Text("排名靠后，未入围", "ranked too low for the list")
CHOSEN = Text("价格与服务最适合本次需要", "price and service fit this need best")


@dataclass(frozen=True)
class Wanted:
    """What a purchaser calls off: so many units at a price, in a way."""

    quantity: int
    price: Money
    way: Way = "direct"


def list_suppliers(stage: Stage, town: Town, played: Played, lot_id: str) -> tuple[str, ...]:
    """The host lists those the ranking gives; returns their bids."""
    deed = list_of(stage, town, played, lot_id)
    stage.confirms(host(town, played), deed, played.case)
    return deed.listed


def list_of(stage: Stage, town: Town, played: Played, lot_id: str) -> ListSuppliers:
    """The list as the ranking gives it."""
    case = stage.case(played.case, town.buyer)
    lot, law = the_lot(case, lot_id), law_of_case(stage.book, case, stage.clock.now().day)
    assert case.tendering.solicitation is not None and case.tendering.solicitation.framework is not None
    least = law.whole("framework.elimination_minimum").value
    stay = how_many_are_listed(
        len(lot.evaluation.ranking), case.tendering.solicitation.framework.elimination, least
    )
    listed = lot.evaluation.ranking[:stay]
    others = tuple(
        LoserNotice(bid.bid, bid.reason or BEHIND) for bid in lot.evaluation.bids if bid.bid not in listed
    )
    return ListSuppliers(lot_id, listed, others)


def agreement_of(stage: Stage, lot_id: str, bid: str, *, until: date, quota: Quota) -> SignFramework:
    """The agreement both sides sign."""
    return SignFramework(lot_id, bid, until, quota, document(stage, "框架协议", f"框架协议 {lot_id} {bid}"))


def sign_and_open(
    stage: Stage, town: Town, played: Played, lot_id: str, *, until: date, quota: Quota
) -> tuple[str, ...]:
    """Convenor and every listed supplier sign, and the listings open; returns their dockets.

    Those who have signed before are passed.
    """
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    listed = tuple(bid for bid in lot.listing.listed if lot.listing.agreement(bid) is None)
    for bid in listed:
        deed = agreement_of(stage, lot_id, bid, until=until, quota=quota)
        stage.confirms(host(town, played), deed, played.case)
        stage.confirms(played.bidders[bid][1], deed, played.case)
    return tuple(open_listing(stage, town, played, lot_id, bid) for bid in listed)


def open_listing(stage: Stage, town: Town, played: Played, lot_id: str, bid_id: str) -> str:
    """The listing of a supplier opens as agreed."""
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    bid = bid_of(lot, bid_id)
    assert bid is not None
    deed = listing_of(played.case, lot, bid)
    docket = listing_docket(deed.case, deed.lot, deed.suppliers)
    stage.acts(host(town, played), deed, docket)
    return docket


def listing_of(case: str, lot: Lot, bid: LotBid) -> OpenListing:
    """The listing as the agreement has it."""
    agreement = lot.listing.agreement(bid.bid)
    assert agreement is not None
    price = Money(bid.price_minor, bid.price.total.currency)
    return OpenListing(case, lot.id, bid.bid, bid.bidders, price, agreement.quota, agreement.valid_until)


def call_off(stage: Stage, listing: Listing, wanted: Wanted) -> CallOff:
    """What a purchaser signs to call off; the call-off has a new docket."""
    agreed = listing.agreed
    return CallOff(
        agreed.case, agreed.lot, stage.new_docket("case"),
        wanted.way, wanted.quantity, wanted.price, CHOSEN,
    )  # fmt: skip


def opening_of(framework: Played, listing: Listing, drawn: CallOff, title: Text) -> OpenCallOff:
    """The case of a call-off as it was drawn."""
    script, amount = framework.script, drawn.quantity * drawn.price.amount_minor
    planned = next(lot for lot in script.lots if lot.id == drawn.lot)
    assert script.chosen is not None
    need = DefineRequirement(
        title=title,
        object=script.object,
        standard=script.standard,
        territory=script.territory,
        lots=(LotPlan("1", planned.title, Money(amount, drawn.price.currency)),),
        items=(Item("1-1", "1", planned.item, drawn.quantity, Text("套", "set")),),
        suppliers_surveyed=0,
    )
    return OpenCallOff(
        drawn.case, listing.id, script.chosen.method, listing.agreed.suppliers, drawn.price, need
    )


def contract_of_call_off(stage: Stage, purchaser: Party, supplier: Party, case: str) -> None:
    """Both parties sign the call-off's contract, and it is published."""
    lot = stage.case(case, purchaser).lots[0]
    text = document(stage, "合同", f"合同 {case}")
    until = stage.clock.now().day.toordinal() + PERFORMED_DAYS
    deed = SignContract(lot.id, lot.budget, None, date.fromordinal(until), text)
    stage.confirms(purchaser, deed, case)
    stage.confirms(supplier, deed, case)
    public = document(stage, "合同公开文本", f"合同公开文本 {case}")
    stage.acts(purchaser, PublishContract(lot.id, public), case)
