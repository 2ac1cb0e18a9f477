"""Effects of an open framework: on its case, and on the docket of each listing."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.framework import OpenListing
from daylight.core.acts.open_framework import (
    ApplyForListing,
    InviteApplications,
    PublishListing,
    ReviewApplication,
)
from daylight.core.case.listing import Admitted, Agreement, Listing
from daylight.core.case.state import Case, Lot, LotBid, bid_of, the_lot, with_lot


def applications_invited(case: Case, act: Act) -> Case:
    """Every lot admits suppliers from now on."""
    deed, at = act.deed(InviteApplications), act.received_at
    named = {terms.lot for terms in deed.lots}
    lots = (replace(lot, stage="admitting") if lot.id in named else lot for lot in case.lots)
    return replace(case, open_call=deed, issued_at=at, lots=tuple(lots))


def listing_applied_for(listing: Listing | None, act: Act) -> Listing:
    """The application waits to be reviewed; what was called off under an earlier one stands."""
    deed, terms = act.deed(ApplyForListing), act.deed(ApplyForListing).terms
    agreed = OpenListing(
        deed.case, terms.lot, act.docket, deed.suppliers, terms.price, terms.quota, deed.valid_until
    )
    before = listing or Listing(act.docket, agreed)
    number = before.application + 1
    return Listing(act.docket, agreed, before.calls, application=number, clocks=act.clocks)


def application_reviewed(listing: Listing, act: Act) -> Listing:
    """The application is accepted and waits for its notice, or it is refused."""
    return replace(listing, accepted=act.deed(ReviewApplication).passed, clocks=act.clocks)


def listing_published(case: Case, act: Act) -> Case:
    """The supplier is on the list, and everybody knows."""
    deed, at = act.deed(PublishListing), act.received_at
    lot = the_lot(case, deed.lot)
    admitted = (*lot.admitted, Admitted(deed.listing, deed.application))
    lot = replace(lot, admitted=admitted, notified_at=at, award_published_at=at)
    if bid_of(lot, deed.listing) is None:
        assert case.open_call is not None  # a condition of the act
        unit = next(terms.price for terms in case.open_call.lots if terms.lot == lot.id)
        price = BidPrice(unit, unit.amount_minor, None, ())
        declared = BidDeclaration("", 0)
        bid = LotBid(deed.listing, deed.suppliers, price, declared, qualified=True, conforming=True)
        lot = replace(lot, bids=(*lot.bids, bid), listed=(*lot.listed, bid.bid))
    return with_lot(case, replace(lot, agreements=_agreed(case, lot, deed)))


def _agreed(case: Case, lot: Lot, deed: PublishListing) -> tuple[Agreement, ...]:
    """The agreements of a lot with the one the notice makes, in the words of the call."""
    call = case.open_call
    assert call is not None  # a condition of the act
    quota = next(terms.quota for terms in call.lots if terms.lot == lot.id)
    sides = (case.host, deed.suppliers[0])
    new = Agreement(deed.listing, call.valid_until, quota, call.agreement.sha256, sides)
    return (*(one for one in lot.agreements if one.bid != deed.listing), new)
