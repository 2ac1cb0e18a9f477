"""Effects of framework acts: on the case of the framework, on a listing, on the case of a call-off."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.bid_content import BidDeclaration, BidPrice, PriceLine
from daylight.core.case.listing import Agreement, Call, CalledOff, Listing
from daylight.core.case.state import Case, Lot, LotBid, some, the_lot, with_lot


def suppliers_listed(case: Case, act: Act) -> Case:
    """The list stands and everybody knows it."""
    deed, at = act.intent.deed, act.received_at
    lot = replace(the_lot(case, deed.lot), stage="listed", listed=deed.listed)
    return with_lot(case, replace(lot, notified_at=at, award_published_at=at))


def framework_signed(case: Case, act: Act) -> Case:
    """A party has signed with one of those listed."""
    deed, here = act.intent.deed, act.intent.organisation
    lot = the_lot(case, deed.lot)
    old = lot.agreement(deed.bid)
    signed = (*old.signed, here) if old else (here,)
    agreement = Agreement(deed.bid, deed.valid_until, deed.quota, deed.text.sha256, signed)
    others = tuple(one for one in lot.agreements if one.bid != deed.bid)
    return with_lot(case, replace(lot, agreements=(*others, agreement)))


def listing_opened(_: None, act: Act) -> Listing:
    """Purchasers may call off."""
    return Listing(act.docket, act.intent.deed)


def call_drawn(listing: Listing, act: Act) -> Listing:
    """The quota is less by what was called off."""
    deed, here = act.intent.deed, act.intent.organisation
    call = Call(deed.call, here, deed.way, deed.quantity, deed.price, act.received_at)
    return replace(listing, calls=(*listing.calls, call))


def quota_given_back(listing: Listing, act: Act) -> Listing:
    """The quota is what it was before the call-off."""
    deed, given = act.intent.deed, listing.call(act.intent.deed.call)
    calls = (replace(call, returned=deed.cause) if call is given else call for call in listing.calls)
    return replace(listing, calls=tuple(calls))


def listing_ended(listing: Listing, act: Act) -> Listing:
    """Nothing more is called off."""
    return replace(listing, ended_at=act.received_at, cause=act.intent.deed.cause)


def competition_opened(_: None, act: Act) -> Case:
    """A case of its own, in which those invited will offer."""
    deed = act.intent.deed
    need, plan = deed.requirement, some(deed.requirement.lots)[0]
    return Case(
        id=act.docket,
        purchaser=act.intent.organisation,
        author=act.intent.person,
        requirement=need,
        opened_on=act.received_at.day,
        lots=(Lot(plan.id, plan.title, plan.budget),),
        items=need.items,
        called=CalledOff(deed.framework, "", deed.method, deed.lot, deed.invited),
    )


def bought_off_list(_: None, act: Act) -> Case:
    """A case of its own, whose supplier stands on no list."""
    deed = act.intent.deed
    called = CalledOff(deed.framework, "", deed.method, deed.lot)
    return _with_a_supplier(act, called, f"offer-{act.docket}")


def call_off_opened(_: None, act: Act) -> Case:
    """A case of its own, whose supplier is known: what remains is the contract."""
    deed = act.intent.deed
    return _with_a_supplier(act, CalledOff(deed.framework, deed.listing, deed.method), deed.listing)


def _with_a_supplier(act: Act, called: CalledOff, bid: str) -> Case:
    deed, at = act.intent.deed, act.received_at
    plan, item = some(deed.requirement.lots)[0], some(deed.requirement.items)[0]
    line = PriceLine(item.id, item.quantity, deed.price.amount_minor, plan.budget.amount_minor)
    price = BidPrice(plan.budget, plan.budget.amount_minor, None, (line,))
    won = LotBid(bid, deed.suppliers, price, BidDeclaration("", 0), qualified=True, conforming=True)
    lot = Lot(
        plan.id, plan.title, plan.budget, "published",
        bids=(won,), winner=won.bid, notified_at=at, award_published_at=at,
    )  # fmt: skip
    return Case(
        id=act.docket,
        purchaser=act.intent.organisation,
        author=act.intent.person,
        requirement=deed.requirement,
        opened_on=at.day,
        lots=(lot,),
        items=deed.requirement.items,
        called=called,
    )
