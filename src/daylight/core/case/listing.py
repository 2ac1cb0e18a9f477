"""What a framework agreement adds up to: agreements in its case, and each listing in a docket of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.act import Clock
from daylight.core.acts.framework import FrameworkTerms, ListedSupplier, OpenListing, Quota, Way
from daylight.core.acts.solicitation import LotTerms
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

PARTIES = 2


@dataclass(frozen=True)
class Agreement:
    """What convenor and one listed supplier sign; it stands when both have."""

    bid: str
    valid_until: date
    quota: Quota
    text_sha256: str
    signed: tuple[str, ...]
    filed: bool = False
    told: bool = False

    @property
    def stands(self) -> bool:
        """Whether both have signed."""
        return len(self.signed) == PARTIES


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
class Admitted:
    """An application to an open framework, by its number, whose listing was published."""

    listing: str
    application: int


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


@dataclass(frozen=True)
class Replenishes:
    """What makes a case a replenishment: the lot it fills up, who was listed there, and on which terms."""

    framework: str
    lot: str
    method: str
    suppliers: tuple[str, ...]
    terms: LotTerms
    agreed: FrameworkTerms
    qualification: tuple[Text, ...]


@dataclass(frozen=True)
class CalledOff:
    """What makes a case a call-off: the framework above it, and the listing it was drawn from.

    Where suppliers compete there is no such listing yet, but a ``lot`` of the framework, and those invited.
    """

    framework: str
    listing: str
    method: str
    lot: str = ""
    invited: tuple[ListedSupplier, ...] = ()

    def of(self, suppliers: tuple[str, ...]) -> ListedSupplier | None:
        """Who of those invited a bidder is."""
        return next((one for one in self.invited if set(one.suppliers) == set(suppliers)), None)
