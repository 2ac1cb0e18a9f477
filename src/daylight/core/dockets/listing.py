"""The docket of a supplier on the list of a framework: price, quota, and every call-off from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from daylight.core.acts.act import Act, Clock
from daylight.core.acts.framework import CallOff, EndListing, GiveBackQuota, OpenListing, Quota, Way
from daylight.core.acts.open_framework import ApplyForListing, ReviewApplication
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money


@dataclass(frozen=True)
class Call:
    """One call-off from a listing; ``id`` is its own case, ``returned`` why it was given back."""

    id: str
    purchaser: str
    way: Way
    quantity: int
    price: Money
    at: Instant
    returned: str = ""

    @property
    def amount(self) -> Money:
        """What the call-off costs."""
        return Money(self.quantity * self.price.amount_minor, self.price.currency)


@dataclass(frozen=True)
class Listing:
    """A supplier on the list of one lot: price, quota, and every call-off drawn from it.

    In an open framework it begins as an ``application``, counted from one, that is ``accepted`` or not;
    ``clocks`` are what is owed to it.
    """

    id: str
    agreed: OpenListing
    calls: tuple[Call, ...] = ()
    ended_at: Instant | None = None
    cause: str = ""
    application: int = 0
    accepted: bool | None = None
    clocks: tuple[Clock, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether an application waits for its review."""
        return bool(self.application) and self.accepted is None and self.ended_at is None

    @property
    def drawn(self) -> Quota:
        """How much was called off so far, without what was given back."""
        standing = [call for call in self.calls if not call.returned]
        amount = sum(call.amount.amount_minor for call in standing)
        return Quota(sum(call.quantity for call in standing), Money(amount, self.agreed.price.currency))

    @property
    def left(self) -> Quota:
        """How much may still be called off, where the quota has a bound."""
        quota, drawn = self.agreed.quota, self.drawn
        quantity = None if quota.quantity is None else quota.quantity - (drawn.quantity or 0)
        amount = quota.amount - drawn.amount if quota.amount and drawn.amount else None
        return Quota(quantity, amount)

    def in_force(self, day: date) -> bool:
        """Whether the agreement has not ended, and the supplier is on the list and still is."""
        admitted = not self.application or self.accepted is True
        return admitted and self.ended_at is None and day <= self.agreed.valid_until

    def admits(self, quantity: int) -> bool:
        """Whether so many units are left at the price agreed."""
        left, cost = self.left, Money(quantity * self.agreed.price.amount_minor, self.agreed.price.currency)
        enough = left.quantity is None or quantity <= left.quantity
        return enough and (left.amount is None or cost <= left.amount)

    @property
    def turns(self) -> int:
        """How often the supplier had its turn; one that did not sign has had it."""
        return sum(call.way == "rotation" and call.returned in ("", "passed_over") for call in self.calls)

    def call(self, id: str) -> Call | None:
        """The call-off of a docket, unless it was given back; that of a competition before any other."""
        found = [call for call in self.calls if call.id == id and not call.returned]
        return min(found, key=lambda call: call.way != "competition", default=None)


def listing_opened(act: Act) -> Listing:
    """Purchasers may call off."""
    return Listing(act.docket, act.deed(OpenListing))


def call_drawn(listing: Listing, act: Act) -> Listing:
    """The quota is less by what was called off."""
    deed, here = act.deed(CallOff), act.intent.organisation
    call = Call(deed.call, here, deed.way, deed.quantity, deed.price, act.received_at)
    return replace(listing, calls=(*listing.calls, call))


def quota_given_back(listing: Listing, act: Act) -> Listing:
    """The quota is what it was before the call-off."""
    deed, given = act.deed(GiveBackQuota), listing.call(act.deed(GiveBackQuota).call)
    calls = (replace(call, returned=deed.cause) if call is given else call for call in listing.calls)
    return replace(listing, calls=tuple(calls))


def listing_ended(listing: Listing, act: Act) -> Listing:
    """Nothing more is called off."""
    return replace(listing, ended_at=act.received_at, cause=act.deed(EndListing).cause)


def listing_applied_for(listing: Listing | None, act: Act) -> Listing:
    """The application waits to be reviewed; what was called off under an earlier one stands."""
    deed, terms = act.deed(ApplyForListing), act.deed(ApplyForListing).terms
    agreed = OpenListing(
        deed.case, terms.lot, act.docket, deed.suppliers, terms.price, terms.quota, deed.valid_until
    )
    before = listing or Listing(act.docket, agreed)
    number = before.application + 1
    return Listing(act.docket, agreed, before.calls, application=number, clocks=act.clocks)


def listing_reviewed(listing: Listing, act: Act) -> Listing:
    """The application is accepted and waits for its notice, or it is refused."""
    return replace(listing, accepted=act.deed(ReviewApplication).passed, clocks=act.clocks)
