"""Conditions and clocks of open frameworks: a call that stays open, applications, reviews, listings.

Shown by ``tests/scenarios/test_framework_open.py``.
"""

from __future__ import annotations

from daylight.core.acts.act import Clock
from daylight.core.acts.dockets import listing_docket
from daylight.core.acts.framework import CallOff
from daylight.core.acts.intent import Intent
from daylight.core.acts.open_framework import (
    ApplyForListing,
    InviteApplications,
    OpenTerms,
    PublishListing,
    ReviewApplication,
)
from daylight.core.acts.shapes import lot_of
from daylight.core.dockets.case.framework import Admitted
from daylight.core.dockets.listing import Listing
from daylight.core.dockets.stage import OVER
from daylight.core.procedures.common import partial, unproven, unsaid
from daylight.core.procedures.matter import Matter, owed
from daylight.core.rulebook.deadlines import due
from daylight.core.values.fact import this
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse

REVIEW = "framework.application_review"
PUBLISH = "framework.listing_publish"


def applying_facets(intent: Intent) -> dict[str, str]:
    """The framework, and who applies."""
    deed = intent.deed_of(ApplyForListing)
    return {"case": deed.case, **{f"organisation:{id}": id for id in deed.suppliers}}


def publishing_facets(intent: Intent) -> dict[str, str]:
    """The listing, and whose it is."""
    deed = intent.deed_of(PublishListing)
    named = {f"organisation:{id}": id for id in deed.suppliers}
    return {"listing": deed.listing, **named}


def method_admits_at_any_time(m: Matter) -> Refusal | None:
    """Only an open framework stays open."""
    if m.method and m.method.rolling:
        return None
    return refuse("framework.not-open", "framework.open", method=m.method_named(m.case.method))


def call_covers_every_lot_at_a_price(m: Matter) -> Refusal | None:
    """Each lot that is not over has its price of one unit, within its budget, and a sound quota."""
    deed = m.deed(InviteApplications)
    named = {terms.lot: terms for terms in deed.lots}
    lots = {lot.id: lot for lot in m.case.lots if lot.stage not in OVER}
    once = len(named) == len(deed.lots)
    if (
        once
        and named.keys() == lots.keys()
        and all(_is_priced(one, lots[one.lot].budget) for one in named.values())
    ):
        return None
    return refuse("framework.open-terms", "framework.open", lots=tuple(sorted(lots)))


def call_says_what_it_asks(m: Matter) -> tuple[Refusal, ...]:
    """Documents, agreement and qualification are there for all to read."""
    deed, role = m.deed(InviteApplications), "solicitation.documents_complete"
    missing = () if deed.documents else (refuse("solicitation.no-documents", role),)
    unstated = () if deed.qualification else (refuse("solicitation.no-qualification", role),)
    return (*missing, *unstated, *partial(role, *deed.documents, deed.agreement))


def call_ends_within_the_law(m: Matter) -> Refusal | None:
    """The call ends with its agreements: after today, and not later than the law lets them."""
    until, parameter = m.deed(InviteApplications).valid_until, f"framework.term.{m.case.requirement.object}"
    last = due(m.law, parameter, m.at.day).value.latest
    if m.at.day <= until <= last:
        return None
    return refuse("framework.term-too-long", parameter, until=until, last=last)


def call_is_open(m: Matter) -> Refusal | None:
    """There is a call, and its last day has not passed."""
    call = m.case.framework.open_call
    if call and m.at.day <= call.valid_until:
        return None
    return refuse("framework.call-over", "framework.open", until=call.valid_until if call else None)


def applicant_takes_the_terms_as_they_are(m: Matter) -> tuple[Refusal, ...]:
    """Price, quota, text and time are those of the call, and what it asks for is shown."""
    deed, call = m.deed(ApplyForListing), m.case.framework.open_call
    said = (deed.terms, deed.agreement_sha256, deed.valid_until)
    terms = next((one for one in call.lots if one.lot == deed.lot), None) if call else None
    right = (terms, call.agreement.sha256, call.valid_until) if call else None
    shown = unproven(deed.evidence, "framework.open")
    if said == right:
        return shown
    return (refuse("framework.application-differs", "framework.open", lot=deed.lot), *shown)


def applicants_are_suppliers_with_their_own_docket(m: Matter) -> Refusal | None:
    """Registered suppliers apply, the one who acts among them, and nobody who runs the framework."""
    deed = m.deed(ApplyForListing)
    known = all((org := m.organisation(id)) and "supplier" in org.roles for id in deed.suppliers)
    runs = {m.case.purchaser, m.case.host} & set(deed.suppliers)
    own = m.intent.docket == listing_docket(deed.case, deed.lot, deed.suppliers)
    own = own and m.intent.organisation in deed.suppliers
    if known and own and not runs and list(deed.suppliers) == sorted(set(deed.suppliers)):
        return None
    return refuse("framework.no-applicant", "bidding.eligible", suppliers=tuple(map(m.named, deed.suppliers)))


def no_application_stands(m: Matter) -> Refusal | None:
    """Who was refused, or left, may apply again; who waits or is listed may not."""
    listing = m.state
    if not isinstance(listing, Listing) or listing.ended_at or listing.accepted is False:
        return None
    return refuse("framework.applied-before", "framework.open", listing=this(listing.id))


def application_waits_for_review(m: Matter) -> tuple[Refusal, ...]:
    """An application is reviewed once, and the applicant is told why, in both languages."""
    deed, listing = m.deed(ReviewApplication), m.state
    said = unsaid("reason", deed.reason, "framework.open")
    if isinstance(listing, Listing) and listing.waits:
        return said
    return (refuse("framework.nothing-to-review", "framework.open", lot=deed.lot), *said)


def listing_was_accepted(m: Matter) -> Refusal | None:
    """What is published is an application that was accepted, once."""
    deed, listing = m.deed(PublishListing), m.facets.get("listing")
    if isinstance(listing, Listing) and listing.accepted and listing.ended_at is None:
        of, said = listing.agreed, (m.case.id, deed.lot, deed.suppliers, deed.application)
        new = Admitted(deed.listing, deed.application) not in m.lot.listing.admitted
        if new and said == (of.case, of.lot, of.suppliers, listing.application):
            return None
    return refuse("framework.not-accepted", "framework.open", listing=this(deed.listing))


def listing_was_published(m: Matter) -> Refusal | None:
    """In an open framework nothing is called off before the notice of the listing."""
    listing = m.state
    if not isinstance(listing, Listing) or not listing.application:
        return None
    if Admitted(listing.id, listing.application) in m.lot.listing.admitted:
        return None
    return refuse("framework.unpublished", "framework.open", listing=this(listing.id))


def price_is_the_one_the_call_sets(m: Matter) -> Refusal | None:
    """An open framework pays one price to all."""
    deed, listing = m.deed(CallOff), m.state
    if (
        m.case.framework.open_call is None
        or not isinstance(listing, Listing)
        or deed.price == listing.agreed.price
    ):
        return None
    return refuse("framework.fixed-price", "framework.open", price=listing.agreed.price)


def review_clock(m: Matter) -> tuple[Clock, ...]:
    """An application is reviewed within the days the law gives."""
    return _owed(m, REVIEW, ReviewApplication)


def publishing_clock(m: Matter) -> tuple[Clock, ...]:
    """What is accepted is published within the days the law gives."""
    return _owed(m, PUBLISH, PublishListing) if m.deed(ReviewApplication).passed else ()


def _owed(m: Matter, id: str, kind: type) -> tuple[Clock, ...]:
    if m.law.maybe(id) is None:
        return ()
    return (owed(id, "agency", kind, due(m.law, id, m.at.day), lot=lot_of(m.intent.deed)),)


def _is_priced(terms: OpenTerms, budget: Money) -> bool:
    price, quota = terms.price, terms.quota
    amount = quota.amount or budget
    sound = (quota.quantity is None or quota.quantity > 0) and amount.amount_minor > 0
    return (
        sound
        and price.currency == budget.currency == amount.currency
        and 0 < price.amount_minor <= budget.amount_minor
    )
