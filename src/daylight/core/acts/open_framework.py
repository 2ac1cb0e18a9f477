"""Open frameworks: anyone who meets the call is listed at any time, at the price the call sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.common import Document
from daylight.core.acts.framework import Quota
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class OpenTerms:
    """What a lot of an open framework offers: the price of one unit, and how much each may deliver."""

    lot: str
    price: Money
    quota: Quota


@dataclass(frozen=True)
class InviteApplications:
    """The call for an open framework is published, and stays open until its last day.

    All who meet it are listed without being compared to others; ``agreement`` is the text that binds from the
    notice of the listing on. ``users`` are the purchasers who may call off, all where none is named.
    """

    documents: tuple[Document, ...]
    agreement: Document
    lots: tuple[OpenTerms, ...]
    qualification: tuple[Text, ...]
    valid_until: date
    users: tuple[str, ...] = ()


@dataclass(frozen=True)
class ApplyForListing:
    """A supplier applies, and takes the terms as the call states them."""

    case: str
    suppliers: tuple[str, ...]
    terms: OpenTerms
    agreement_sha256: str
    valid_until: date
    evidence: tuple[Document, ...]

    @property
    def lot(self) -> str:
        """The lot applied for."""
        return self.terms.lot


@dataclass(frozen=True)
class ReviewApplication:
    """An application meets the call, or it does not, for reasons the applicant is told."""

    case: str
    lot: str
    passed: bool
    reason: Text


@dataclass(frozen=True)
class PublishListing:
    """The listing of a supplier is published, by the number of its application; so the agreement is made."""

    lot: str
    listing: str
    suppliers: tuple[str, ...]
    application: int


KINDS = (InviteApplications, ApplyForListing, ReviewApplication, PublishListing)
