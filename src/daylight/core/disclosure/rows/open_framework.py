"""How acts of open framework become public."""

from __future__ import annotations

from daylight.core.acts.open_framework import (
    ApplyForListing,
    InviteApplications,
    PublishListing,
    ReviewApplication,
)
from daylight.core.disclosure.notices import open_framework as notices
from daylight.core.disclosure.row import (
    AT_ONCE,
    HOST,
    PUBLIC,
    Files,
    Publication,
    Reader,
    Right,
    tells,
)
from daylight.core.values.text import Text

WHEN_LISTED = Text("入围后公告；未入围的告知申请人", "told when it is listed; who is not is told itself")


ROWS: tuple[Publication, ...] = (
    Publication(
        InviteApplications,
        Text("开放式框架协议征集公告", "Call for an open framework"),
        AT_ONCE,
        notice=tells(InviteApplications, notices.applications_invited),
        files=(
            Files("documents", PUBLIC),
            Files("agreement", PUBLIC),
        ),
    ),
    Publication(
        ApplyForListing,
        Text("申请入围", "A supplier applies to be listed"),
        AT_ONCE,
        silent=WHEN_LISTED,
        files=(Files("evidence", (HOST, Right(Reader.OWN))),),
    ),
    Publication(
        ReviewApplication, Text("审核入围申请", "An application is reviewed"), AT_ONCE, silent=WHEN_LISTED
    ),
    Publication(
        PublishListing,
        Text("入围公告", "Notice of a listing"),
        AT_ONCE,
        notice=tells(PublishListing, notices.listing_published),
    ),
)
