"""How the house stands: does it take anything in, how old is the last checkpoint, do its clocks agree.

Shown by ``tests/sites/test_status.py``.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.sites.kit import show
from daylight.sites.kit.here import settings
from daylight.sites.kit.page import page
from daylight.wiring import the_watch


@require_safe
def status(request: HttpRequest, lang: str) -> HttpResponse:
    """The page; nobody may keep it, because it is about this moment."""
    stands = the_watch().standing()
    answer = page(
        request,
        "portal/status.html",
        here="status",
        closed=stands.closed.of(lang) if stands.closed else "",
        size=f"{stands.size:,}",
        none=stands.size == 0,
        age=stands.age_seconds,
        pace=f"{settings().log_tick_seconds:g}",
        alarms=[(show.instant_words(one.at, lang), one.text.of(lang)) for one in stands.alarms],
        source=bool(settings().time_source),
    )
    answer["Cache-Control"] = "no-store"
    return answer
