"""What a framework agreement adds up to: agreements in its case, and each listing in a docket of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.framework import OpenListing, Quota, Way
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money

PARTIES = 2


@dataclass(frozen=True)
class Agreement:
    """What convenor and one listed supplier sign; it stands when both have."""

    bid: str
    valid_until: date
    quota: Quota
    text_sha256: str
    signed: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether both have signed."""
        return len(self.signed) == PARTIES


@dataclass(frozen=True)
class Call:
    """One call-off from a listing; ``id`` is the docket of its own case."""

    id: str
    purchaser: str
    way: Way
    quantity: int
    price: Money
    at: Instant

    @property
    def amount(self) -> Money:
        """What the call-off costs."""
        return Money(self.quantity * self.price.amount_minor, self.price.currency)


@dataclass(frozen=True)
class Listing:
    """A supplier on the list of one lot: price, quota, and every call-off drawn from it."""

    id: str
    agreed: OpenListing
    calls: tuple[Call, ...] = ()
    ended_at: Instant | None = None
    cause: str = ""

    @property
    def drawn(self) -> Quota:
        """How much was called off so far."""
        amount = sum(call.amount.amount_minor for call in self.calls)
        return Quota(sum(call.quantity for call in self.calls), Money(amount, self.agreed.price.currency))

    @property
    def turns(self) -> int:
        """How often the supplier was called off in its turn."""
        return sum(call.way == "rotation" for call in self.calls)

    def call(self, id: str) -> Call | None:
        """The call-off of a docket."""
        return next((call for call in self.calls if call.id == id), None)


@dataclass(frozen=True)
class CalledOff:
    """What makes a case a call-off: the framework above it, and the listing it was drawn from."""

    framework: str
    listing: str
    method: str
