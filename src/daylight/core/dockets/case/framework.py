"""What frameworks leave: on a case that stands under one or calls for one, and in the lots of a framework."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.framework import FrameworkTerms, ListedSupplier, Quota
from daylight.core.acts.open_framework import InviteApplications
from daylight.core.acts.solicitation import LotTerms
from daylight.core.values.instant import Instant
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
class Admitted:
    """An application to an open framework, by its number, whose listing was published."""

    listing: str
    application: int


@dataclass(frozen=True)
class LotListing:
    """The part of a lot that acts on a framework replace: who is on its list, and with whom it is agreed."""

    admitting: bool = False
    listed: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    admitted: tuple[Admitted, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    summary_at: Instant | None = None

    def agreement(self, bid: str) -> Agreement | None:
        """The framework agreement with the supplier of a bid."""
        return next((one for one in self.agreements if one.bid == bid), None)


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


@dataclass(frozen=True)
class Framework:
    """The part of a case that says how it stands to a framework: called off, filling up, or calling."""

    called: CalledOff | None = None
    replenishes: Replenishes | None = None
    open_call: InviteApplications | None = None
