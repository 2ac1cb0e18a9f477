"""Notices of open frameworks: the call with its price, and who is listed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from daylight.core.acts.common import Document
from daylight.core.acts.open_framework import InviteApplications, PublishListing
from daylight.core.disclosure import ocds
from daylight.core.disclosure.notices.fallen import Awarded, award_id, awarded, bid_that_won
from daylight.core.disclosure.notices.known import LotKnown
from daylight.core.disclosure.notices.notice import OWN, Fact, Line, LotNotice, Notice, Says
from daylight.core.disclosure.notices.solicitation import joined
from daylight.core.disclosure.occasion import Occasion
from daylight.core.disclosure.parts import document, lot_of, tender_of, value
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text


@dataclass(frozen=True)
class UnitPrice(Line):
    """What one unit of a lot costs anyone who buys it."""

    lot: LotKnown
    price: Money

    def fact(self) -> Fact:
        price, title = money_words(self.price), self.lot.title
        label = Text(f"付费标准（{title.zh}）", f"Price of one unit ({title.en})")
        return Fact(label, Text(price, price))


@dataclass(frozen=True)
class Call(Notice):
    """The call: what is bought at which price of one unit, who may apply, and until when."""

    prices: Annotated[tuple[UnitPrice, ...], OWN]
    valid_until: Annotated[date, Says("征集和协议截止日", "Applications and agreements until")]
    qualification: Text
    documents: tuple[Document, ...]
    agreement: Document

    def release(self) -> ocds.Release:
        at = self.act.at
        drafted = document(self.agreement, "contractDraft", at)
        tender = replace(
            tender_of(self.case),
            submission_method=("electronicSubmission",),
            tender_period=ocds.Period(at, at.on_day(self.valid_until)),
            eligibility_criteria=self.qualification.zh,
            eligibility_criteria_en=self.qualification.en,
            documents=(*(document(one, "biddingDocuments", at) for one in self.documents), drafted),
            lots=tuple(replace(lot_of(one.lot), value=value(one.price)) for one in self.prices),
        )
        return replace(self.released("tender"), tender=tender)


@dataclass(frozen=True)
class Listing(LotNotice):
    """Who is listed from now on, at the price of the call."""

    listed: Annotated[
        Awarded,
        Says("入围供应商", "Supplier listed", of="suppliers"),
        Says("付费标准", "Price of one unit", of="price"),
    ]

    def release(self) -> ocds.Release:
        return replace(self.released("award"), awards=(self.listed.award(self, self.lot),))


def applications_invited(occasion: Occasion[InviteApplications]) -> Call:
    """Applications are invited."""
    deed = occasion.deed
    act, case = occasion.about
    prices = {terms.lot: terms.price for terms in deed.lots}
    priced = tuple(UnitPrice(lot, prices[lot.id]) for lot in case.lots if lot.id in prices)
    return Call(
        act, case, priced, deed.valid_until, joined(deed.qualification), deed.documents, deed.agreement
    )


def listing_published(occasion: Occasion[PublishListing]) -> Listing:
    """A supplier is listed."""
    lot = occasion.lot
    listed = bid_that_won(lot, occasion.deed.listing)
    id = f"{award_id(occasion, lot)}-{lot.listing.listed.index(listed.bid) + 1}"
    return Listing(*occasion.about_lot, replace(awarded(occasion, lot, listed, id), bid=""))
