"""Playing an open framework: the call, applications, reviews and notices of listings.

Choosing the method is that of any purchase (``practice.methods``); call-offs are ``practice.framework``.
"""

from __future__ import annotations

from datetime import date

from daylight.client.session import Party
from daylight.core.acts.dockets import listing_docket
from daylight.core.acts.framework import Quota
from daylight.core.acts.open_framework import (
    ApplyForListing,
    InviteApplications,
    OpenTerms,
    PublishListing,
    ReviewApplication,
)
from daylight.core.dockets.listing import Listing
from daylight.core.values.text import Text
from daylight.practice.play import INTENTION_DAYS, Played, document, host, pass_days
from daylight.practice.stage import Stage
from daylight.practice.town import Town

MEETS = Text("符合征集条件", "meets the call")


def call_of(stage: Stage, played: Played, until: date, quota: Quota) -> InviteApplications:
    """The call of a script, at the budget of each lot for one unit."""
    script = played.script
    return InviteApplications(
        documents=(document(stage, "征集文件", f"# {script.title.zh}\n\n{script.title.en}\n"),),
        agreement=document(stage, "框架协议文本", "开放式框架协议 / open framework agreement\n"),
        lots=tuple(OpenTerms(lot.id, lot.budget, quota) for lot in script.lots),
        qualification=script.qualification,
        valid_until=until,
        users=script.chosen.framework.users if script.chosen and script.chosen.framework else (),
    )


def invite_applications(stage: Stage, town: Town, played: Played, until: date, quota: Quota) -> None:
    """The call is published when the intention has been out long enough."""
    pass_days(stage, INTENTION_DAYS)
    stage.confirms(host(town, played), call_of(stage, played, until, quota), played.case)


def application_of(
    stage: Stage, call: InviteApplications, case: str, lot_id: str, party: Party
) -> ApplyForListing:
    """A supplier takes the terms of the call."""
    terms = next(one for one in call.lots if one.lot == lot_id)
    evidence = (document(stage, "资格证明", f"资格证明 {party.organisation}"),)
    suppliers = (party.organisation,)
    return ApplyForListing(case, suppliers, terms, call.agreement.sha256, call.valid_until, evidence)


def apply(stage: Stage, town: Town, played: Played, lot_id: str, party: Party) -> str:
    """A supplier applies; returns the docket of its listing."""
    call = stage.case(played.case, town.buyer).framework.open_call
    assert call is not None
    docket = listing_docket(played.case, lot_id, (party.organisation,))
    stage.acts(party, application_of(stage, call, played.case, lot_id, party), docket)
    return docket


def review(
    stage: Stage, town: Town, played: Played, docket: str, reason: Text = MEETS, *, passed: bool = True
) -> None:
    """The host reviews an application."""
    listing, _ = stage.door.view(docket, town.buyer.device)
    deed = ReviewApplication(played.case, listing.agreed.lot, passed, reason)
    stage.acts(host(town, played), deed, docket)


def notice_of(listing: Listing) -> PublishListing:
    """The notice of a listing as it was applied for."""
    assert listing.application
    return PublishListing(listing.agreed.lot, listing.id, listing.agreed.suppliers, listing.application)


def admit(stage: Stage, town: Town, played: Played, lot_id: str, party: Party) -> str:
    """A supplier applies, is accepted and listed; returns the docket of its listing."""
    docket = apply(stage, town, played, lot_id, party)
    review(stage, town, played, docket)
    listing, _ = stage.door.view(docket, town.buyer.device)
    stage.acts(host(town, played), notice_of(listing), played.case)
    return docket
