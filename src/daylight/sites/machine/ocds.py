"""Open Contracting data: releases and records by permanent addresses, and the feed that misses nothing.

OCDS 1.1.5 defines packages and no interface; addresses follow its publication guidance, the feed its
extension pagination. Shown by ``tests/sites/test_ocds.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from importlib import resources
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from daylight.core.disclosure import merge
from daylight.core.disclosure.packages import (
    Publisher,
    feed_page,
    record_package,
    release_package,
    with_links,
)
from daylight.core.disclosure.writing import json_bytes, read_json
from daylight.core.values.instant import EPOCH, Instant, instant_of
from daylight.sites.kit.here import address_of, now, settings
from daylight.store import board

EXTENSIONS = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json",
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json",
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_enquiry_extension/v1.1.5/extension.json",
    *(
        f"https://raw.githubusercontent.com/open-contracting-extensions/ocds_{name}_extension/master/extension.json"
        for name in (
            "awardCriteria",
            "bidOpening",
            "communication",
            "otherRequirements",
            "partyDetails_scale",
            "submissionTerms",
            "pagination",
        )
    ),
)
"""Extensions of the standard that our releases use; our own stands beside them."""

OWN = ("extension.json", "release-schema.json")
PAGE = 100


@require_safe
def release(request: HttpRequest, ocid: str, release: str) -> HttpResponse:
    """A package with one release, its bytes as they were published."""
    found = board.release(ocid, release)
    if found is None:
        raise Http404(release)
    told = cast(dict[str, Any], read_json(found))
    return _json(release_package([told], **_head(request, [told])), told["date"])


@require_safe
def record(request: HttpRequest, ocid: str) -> HttpResponse:
    """A package with the record of a case: all its releases and what they add up to."""
    releases = board.releases(ocid)
    if not releases:
        raise Http404(ocid)
    said = record_package([merge.record(releases)], **_head(request, releases))
    return _json(said, releases[-1]["date"])


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The releases that follow a number, in the order of their publication."""
    after = request.GET.get("after", "0")
    if not after.isdecimal() or len(after) > 18:
        return HttpResponse("after: 0, 1, 2, …\n", status=400, content_type="text/plain; charset=utf-8")
    numbered = board.feed(int(after), PAGE)
    base = f"{address_of(request)}/ocds/feed"
    shown = feed_page(numbered, after=int(after), most=PAGE, address=lambda seq: f"{base}?after={seq}")
    said = release_package(shown.releases, **_head(request, shown.releases))
    return _json(with_links(said, shown))


@require_safe
def extension(request: HttpRequest, name: str) -> HttpResponse:
    """Our own extension, for anyone who reads our releases."""
    if name not in OWN:
        raise Http404(name)
    place = resources.files("daylight.core.disclosure") / "extension" / name
    told = json.loads(place.read_bytes())
    return HttpResponse(json.dumps(told, ensure_ascii=False, indent=2), content_type="application/json")


def _head(request: HttpRequest, releases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Address, publisher and date of a package: as late as its last release, so equal packages stay equal.

    An empty page is as late as what was published last of all; before anything was, it is of now.
    """
    base = address_of(request)
    publisher = Publisher(
        name=settings().publisher,
        uri=base,
        license=settings().data_license,
        policy=f"{base}/en/data/",
        extensions=(*EXTENSIONS, f"{base}/ocds/extension/extension.json"),
    )
    at = max(instant_of(one["date"]) for one in releases) if releases else _last_published()
    return {"uri": base + request.get_full_path_info(), "publisher": publisher, "at": at}


def _last_published() -> Instant:
    here, last = now(), board.latest_publication_ms()
    return here if last is None else Instant(last, here.offset_minutes)


def _json(said: dict[str, Any], last: str = "") -> HttpResponse:
    answer = HttpResponse(json_bytes(said), content_type="application/json")
    answer["Access-Control-Allow-Origin"] = "*"
    if last:
        answer["Last-Modified"] = http_date((datetime.fromisoformat(last) - EPOCH).total_seconds())
    return answer
