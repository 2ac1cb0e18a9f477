"""Releases of open frameworks: the call with its price, and who is listed."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.open_framework import InviteApplications, PublishListing
from daylight.core.disclosure import ocds
from daylight.core.disclosure.award import names_of
from daylight.core.disclosure.fallen import award_id, award_to, price_of
from daylight.core.disclosure.occasion import Occasion, Told
from daylight.core.disclosure.parts import (
    both,
    document,
    fact,
    lot_status,
    tender_of,
    value,
)
from daylight.core.dockets.case.case import bid_of


def applications_invited(occasion: Occasion[InviteApplications]) -> Told:
    """The call: what is bought at which price of one unit, who may apply, and until when."""
    case, deed, at = occasion.after, occasion.deed, occasion.act.received_at
    prices = {terms.lot: terms.price for terms in deed.lots}
    lots = (
        ocds.Lot(lot.id, both(lot.title), lot_status(lot), value(prices[lot.id]))
        for lot in case.lots
        if lot.id in prices
    )
    tender = replace(
        tender_of(occasion),
        submission_method=("electronicSubmission",),
        tender_period=ocds.Period(at, at.on_day(deed.valid_until)),
        eligibility_criteria="；".join(text.zh for text in deed.qualification),
        eligibility_criteria_en="; ".join(text.en for text in deed.qualification),
        documents=(
            *(document(one, "biddingDocuments", at) for one in deed.documents),
            document(deed.agreement, "contractDraft", at),
        ),
        lots=tuple(lots),
    )
    facts = (
        *(
            fact(f"付费标准（{lot.title.zh}）", f"Price of one unit ({lot.title.en})", prices[lot.id])
            for lot in case.lots
            if lot.id in prices
        ),
        fact("征集和协议截止日", "Applications and agreements until", deed.valid_until),
    )
    return Told(occasion.release("tender", tender=tender), facts)


def listing_published(occasion: Occasion[PublishListing]) -> Told:
    """Who is listed from now on, at the price of the call."""
    lot = occasion.lot
    listed = bid_of(lot, occasion.deed.listing)
    assert listed is not None  # the act has just entered it
    place = lot.listing.listed.index(listed.bid) + 1
    award = award_to(occasion, lot, listed, f"{award_id(occasion, lot)}-{place}")
    facts = (
        fact("采购包", "Lot", lot.title),
        fact("入围供应商", "Supplier listed", names_of(occasion, listed)),
        fact("付费标准", "Price of one unit", price_of(listed)),
    )
    return Told(occasion.release("award", awards=(replace(award, related_bid=""),)), facts)
