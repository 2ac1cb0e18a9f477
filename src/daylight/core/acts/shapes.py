"""What several kinds of deed have in common: shapes a reader may ask for where more than one kind fits.

``act.deed(OfBidders)`` gives the deed of any kind that names bidders.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from daylight.core.acts.common import Document
from daylight.core.acts.planning import DefineRequirement
from daylight.core.acts.registry import OrganisationRole
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@runtime_checkable
class OfCase(Protocol):
    """A deed that names a case."""

    @property
    def case(self) -> str: ...


@runtime_checkable
class OfBidders(OfCase, Protocol):
    """A deed of organisations that bid together in a case."""

    @property
    def bidders(self) -> tuple[str, ...]: ...


@runtime_checkable
class OfMember(Protocol):
    """A deed by which a member leaves the committee."""

    @property
    def member(self) -> str: ...


@runtime_checkable
class OfBid(Protocol):
    """A deed about a bid for a lot."""

    @property
    def lot(self) -> str: ...
    @property
    def bid(self) -> str: ...


@runtime_checkable
class OfListing(OfCase, Protocol):
    """A deed about the listing of a lot in the case of its framework."""

    @property
    def lot(self) -> str: ...


@runtime_checkable
class UnderFramework(Protocol):
    """A deed that begins a case beneath a framework."""

    @property
    def framework(self) -> str: ...


@runtime_checkable
class OfPurchase(UnderFramework, Protocol):
    """A deed that buys from a supplier it names, beneath a framework."""

    @property
    def method(self) -> str: ...
    @property
    def requirement(self) -> DefineRequirement: ...
    @property
    def suppliers(self) -> tuple[str, ...]: ...
    @property
    def price(self) -> Money: ...


@runtime_checkable
class InTerritory(Protocol):
    """A deed that names a territory."""

    @property
    def territory(self) -> str: ...


@runtime_checkable
class OfOrganisation(InTerritory, Protocol):
    """A deed that says what an organisation is."""

    @property
    def name(self) -> Text: ...
    @property
    def roles(self) -> tuple[OrganisationRole, ...]: ...
    @property
    def representative(self) -> str: ...


@runtime_checkable
class WithReason(Protocol):
    """A deed that gives its reason in words."""

    @property
    def reason(self) -> Text: ...


@runtime_checkable
class OfRefund(Protocol):
    """A deed that returns money, with what shows it."""

    @property
    def form(self) -> str: ...
    @property
    def evidence(self) -> Document: ...


def lot_of(deed: object) -> str:
    """The lot a deed is about; empty where it names none. Asked of every act, so no shape is checked."""
    lot = getattr(deed, "lot", "")
    return lot if isinstance(lot, str) else ""


def bid_named(deed: object) -> str:
    """The bid a deed is about; empty where it names none."""
    bid = getattr(deed, "bid", "")
    return bid if isinstance(bid, str) else ""
