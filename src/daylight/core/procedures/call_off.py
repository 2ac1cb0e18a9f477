"""Conditions of the second stage: a call-off takes from one listing, and becomes a case with a parent."""

from __future__ import annotations

from daylight.core.acts.act import Clock
from daylight.core.acts.framework import CallOff, EndListing, FrameworkTerms, OpenCallOff
from daylight.core.acts.intent import Intent
from daylight.core.case.listing import Call, Listing
from daylight.core.case.state import Case
from daylight.core.procedures.award import contract_clocks_of
from daylight.core.procedures.matter import Matter
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse


def call_facets(intent: Intent) -> dict[str, str]:
    """The framework, and where suppliers take turns the other listings of the lot."""
    return {"case": intent.deed.case, **{f"listing:{one}": one for one in intent.deed.others}}


def actor_may_call_off(m: Matter) -> Refusal | None:
    """A purchaser, and one of those the framework is for where it names them."""
    here, terms = m.organisation(m.intent.organisation), _terms(m.case)
    named = terms is None or not terms.users or m.intent.organisation in terms.users
    if here and "purchaser" in here.roles and named:
        return None
    return refuse(
        "framework.not-a-user", "framework.second_stage", organisation=m.named(m.intent.organisation)
    )


def listing_is_of_this_lot(m: Matter) -> Refusal | None:
    """The framework and the lot named are those of the listing."""
    deed, agreed = m.intent.deed, _listing(m).agreed
    if (deed.case, deed.lot) == (agreed.case, agreed.lot):
        return None
    return refuse("framework.other-lot", "framework.agreement", lot=deed.lot)


def listing_is_in_force(m: Matter) -> Refusal | None:
    """The agreement has not ended, and the supplier is still on the list."""
    listing = _listing(m)
    if listing.ended_at is None and m.at.day <= listing.agreed.valid_until:
        return None
    return refuse("framework.ended", "framework.agreement", until=listing.agreed.valid_until)


def way_is_one_of_the_terms(m: Matter) -> Refusal | None:
    """Suppliers are called off in the ways the call for the list told them."""
    way, terms = m.deed(CallOff).way, _terms(m.case)
    if terms and way in terms.ways:
        return None
    return refuse("framework.other-way", "framework.second_stage", way=way)


def price_is_not_above_the_one_agreed(m: Matter) -> Refusal | None:
    """The price agreed is a ceiling for every call-off."""
    price, agreed = m.deed(CallOff).price, _listing(m).agreed.price
    if price.currency == agreed.currency and 0 < price.amount_minor <= agreed.amount_minor:
        return None
    return refuse("framework.above-agreed", "framework.second_stage", agreed=agreed.amount_minor)


def quota_is_left(m: Matter) -> Refusal | None:
    """Nothing is called off beyond the quota, and something is."""
    deed, listing = m.deed(CallOff), _listing(m)
    quota, drawn = listing.agreed.quota, listing.drawn
    left = None if quota.quantity is None else quota.quantity - (drawn.quantity or 0)
    if deed.quantity < 1 or (left is not None and deed.quantity > left):
        return refuse("framework.quota", "framework.agreement", asked=deed.quantity, left=left or 0)
    money = Money(deed.quantity * deed.price.amount_minor, listing.agreed.price.currency)
    if quota.amount and drawn.amount and drawn.amount + money > quota.amount:
        left = quota.amount.amount_minor - drawn.amount.amount_minor
        return refuse("framework.quota", "framework.agreement", asked=money.amount_minor, left=left)
    return None


def call_off_has_a_case_of_its_own(m: Matter) -> Refusal | None:
    """Each call-off is named by the docket of a case that no other call-off has."""
    call = m.deed(CallOff).call
    if call.startswith("case-") and _listing(m).call(call) is None and call != m.deed(CallOff).case:
        return None
    return refuse("framework.call-taken", "records.complete", call=call)


def supplier_is_next_in_turn(m: Matter) -> Refusal | None:
    """In turn each supplier is called once a round, in the order of the list; those who left are passed."""
    deed = m.deed(CallOff)
    if deed.way != "rotation":
        return None if not deed.others else refuse("framework.not-its-turn", "framework.second_stage")
    here, others = _listing(m), [m.facets.get(f"listing:{one}") for one in deed.others]
    found = [one for one in (here, *others) if isinstance(one, Listing)]
    order = {bid: place for place, bid in enumerate(m.lot.listed)}
    if sorted(one.agreed.bid for one in found) != sorted(order) or not _all_of(found, deed):
        return refuse("framework.not-its-turn", "framework.second_stage")
    waiting = [one for one in found if one.ended_at is None]
    first = min(waiting, key=lambda one: (one.turns, order[one.agreed.bid]), default=here)
    return None if first.id == here.id else refuse("framework.not-its-turn", "framework.second_stage")


def call_off_is_the_one_drawn(m: Matter) -> Refusal | None:
    """The case of a call-off says what was drawn from the listing: by whom, from whom, how much, for what."""
    deed, listing = m.deed(OpenCallOff), m.facets.get("listing")
    call = listing.call(m.intent.docket) if isinstance(listing, Listing) else None
    if not isinstance(listing, Listing) or call is None or call.purchaser != m.intent.organisation:
        return refuse("framework.no-call", "framework.second_stage", listing=deed.listing)
    agreed = (listing.agreed.case, listing.agreed.suppliers, call.price)
    if agreed == (deed.framework, deed.suppliers, deed.price) and _says(deed, call):
        return None
    return refuse("framework.call-differs", "framework.second_stage", call=call.id)


def method_is_that_of_a_list(m: Matter) -> Refusal | None:
    """A call-off belongs to a method that lists suppliers."""
    method = m.book.method_by_id.get(m.deed(OpenCallOff).method)
    if method and method.lists:
        return None
    return refuse("framework.no-list", "method.framework_agreement", method=m.deed(OpenCallOff).method)


def actor_may_end_the_listing(m: Matter) -> Refusal | None:
    """A supplier leaves by itself; the convenor takes one off the list; both say why, once."""
    deed, listing = m.deed(EndListing), _listing(m)
    by = listing.agreed.suppliers if deed.cause == "left" else (m.case.host,)
    if m.intent.organisation in by and listing.ended_at is None and deed.reason.zh.strip():
        return None
    return refuse("framework.cannot-end", "framework.removal", organisation=m.named(m.intent.organisation))


def call_off_clocks(m: Matter) -> tuple[Clock, ...]:
    """Purchaser and supplier owe their signatures from the result on."""
    deed = m.deed(OpenCallOff)
    return contract_clocks_of(m.law.under(deed.method), m.at.day, deed.requirement.lots[0].id)


def _says(deed: OpenCallOff, call: Call) -> bool:
    lots, items = deed.requirement.lots, deed.requirement.items
    return [lot.budget for lot in lots] == [call.amount] and [
        (item.lot, item.quantity) for item in items
    ] == [(lots[0].id, call.quantity)]


def _all_of(found: list[Listing], deed: CallOff) -> bool:
    return all((one.agreed.case, one.agreed.lot) == (deed.case, deed.lot) for one in found)


def _terms(case: Case) -> FrameworkTerms | None:
    return case.solicitation.framework if case.solicitation else None


def _listing(m: Matter) -> Listing:
    if not isinstance(m.state, Listing):
        raise TypeError("the kind must stand in the docket of a listing")
    return m.state
