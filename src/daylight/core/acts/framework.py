"""Framework agreements: suppliers are listed and agree to a price, and purchasers call off from the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from daylight.core.acts.award import LoserNotice
from daylight.core.acts.common import Document
from daylight.core.acts.planning import DefineRequirement
from daylight.core.values.money import Money
from daylight.core.values.text import Text

Way = Literal["direct", "rotation", "competition"]


@dataclass(frozen=True)
class FrameworkTerms:
    """What a call for a framework agreement settles for all its lots.

    ``elimination`` is the share of responsive suppliers that is dropped; ``ways`` are those in which
    suppliers are called off, ``users`` the purchasers who may, every purchaser where none is named.
    ``replenish`` says that more may be called when too few are left.
    """

    elimination: Fraction
    ways: tuple[Way, ...]
    users: tuple[str, ...] = ()
    replenish: bool = False


@dataclass(frozen=True)
class Quota:
    """How much may be called off from one listing: units, an amount, both, or as much as is needed."""

    quantity: int | None = None
    amount: Money | None = None


@dataclass(frozen=True)
class ListSuppliers:
    """The suppliers the ranking gives are listed, all others are told why, and everybody knows."""

    lot: str
    listed: tuple[str, ...]
    others: tuple[LoserNotice, ...]


@dataclass(frozen=True)
class SignFramework:
    """One party signs the agreement with a listed supplier; it stands when both have signed the same."""

    lot: str
    bid: str
    valid_until: date
    quota: Quota
    text: Document


@dataclass(frozen=True)
class OpenListing:
    """The listing of a supplier opens as it was agreed: from now on purchasers may call off."""

    case: str
    lot: str
    bid: str
    suppliers: tuple[str, ...]
    price: Money
    quota: Quota
    valid_until: date


@dataclass(frozen=True)
class CallOff:
    """A purchaser takes so many units from a listing, at a price no higher than the one agreed.

    ``call`` is the docket of the call-off, a case of its own. Where suppliers take turns, ``others`` names
    the other listings of the lot. Where they compete, ``call`` is the competition that ranked the supplier.
    """

    case: str
    lot: str
    call: str
    way: Way
    quantity: int
    price: Money
    reason: Text
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenCallOff:
    """The call-off becomes a case with a parent, and its result is published; the contract follows."""

    framework: str
    listing: str
    method: str
    suppliers: tuple[str, ...]
    price: Money
    requirement: DefineRequirement

    @property
    def territory(self) -> str:
        """Whose law applies."""
        return self.requirement.territory


@dataclass(frozen=True)
class ListedSupplier:
    """Who competes: a listing, whose it is, and the price agreed for one unit."""

    listing: str
    suppliers: tuple[str, ...]
    price: Money


@dataclass(frozen=True)
class LeftOut:
    """A listed supplier that cannot meet the need, and why."""

    listing: str
    reason: Text


@dataclass(frozen=True)
class OpenCompetition:
    """The listed suppliers of a lot compete for one need by price, none above the price it agreed to.

    All of the lot are ``invited`` but those ``left_out`` with a reason, and ``others`` whose agreement is
    over or whose quota is too small. What follows is a case like any other: sealed offers, opening,
    ranking, award.
    """

    framework: str
    lot: str
    method: str
    invited: tuple[ListedSupplier, ...]
    requirement: DefineRequirement
    left_out: tuple[LeftOut, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def territory(self) -> str:
        """Whose law applies."""
        return self.requirement.territory

    @property
    def listings(self) -> tuple[str, ...]:
        """Every listing the lot has, each with what becomes of it here."""
        invited, left = (one.listing for one in self.invited), (one.listing for one in self.left_out)
        return (*invited, *left, *self.others)


@dataclass(frozen=True)
class GiveBackQuota:
    """What a call-off drew goes back to the quota, because no contract comes of it.

    Its case was never opened, or its supplier was passed over, or it ended, or another supplier is first.
    """

    case: str
    lot: str
    call: str
    cause: Literal["not_opened", "passed_over", "ended"]
    reason: Text


@dataclass(frozen=True)
class Declined:
    """A listed supplier answered in writing that it does not match a price."""

    listing: str
    answer: Document


@dataclass(frozen=True)
class BuyOffList:
    """A purchaser buys the item of a lot from an outsider that is cheaper, since nobody listed matches it.

    ``listings`` are all of the lot; everybody whose agreement holds was ``asked``. It is a case of its own,
    and the contract follows.
    """

    framework: str
    lot: str
    method: str
    listings: tuple[str, ...]
    suppliers: tuple[str, ...]
    price: Money
    offer: Document
    asked: tuple[Declined, ...]
    requirement: DefineRequirement

    @property
    def territory(self) -> str:
        """Whose law applies."""
        return self.requirement.territory


@dataclass(frozen=True)
class EndListing:
    """A supplier leaves the list, or is taken off it on a ``ground``; what was called off before stands."""

    case: str
    lot: str
    cause: Literal["left", "removed"]
    reason: Text
    ground: str = ""
    evidence: tuple[Document, ...] = ()


KINDS = (
    ListSuppliers, SignFramework, OpenListing,
    CallOff, OpenCallOff, OpenCompetition, GiveBackQuota, BuyOffList, EndListing,
)  # fmt: skip
