"""How machines read what people read: addresses of the data, and how they are kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.sites.kit.here import address_of, settings
from daylight.sites.kit.page import page
from daylight.store import board, lists


@require_safe
def data(request: HttpRequest, lang: str) -> HttpResponse:
    """The addresses, with an example from what was published last."""
    latest = lists.notices(size=1).rows
    example = latest[0].ocid if latest else ""
    release = board.releases(example)[-1]["id"] if example else ""
    return page(
        request,
        "portal/data.html",
        here="data",
        base=address_of(request),
        example=example,
        release=release,
        license=settings().data_license,
    )
