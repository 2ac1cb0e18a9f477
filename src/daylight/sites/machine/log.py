"""The log as files, as C2SP tlog-tiles serves them: the checkpoint never kept, a full tile kept for ever.

Shown by ``tests/sites/test_log.py``.
"""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.sites.kit.here import settings

TILE = re.compile(r"tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/(x[0-9]{3}/)*[0-9]{3}(\.p/[0-9]{1,3})?")
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def log(request: HttpRequest, place: str) -> HttpResponse:
    """The checkpoint or a tile."""
    if place != "checkpoint" and not TILE.fullmatch(place):
        raise Http404(place)
    try:
        content = (settings().home / "log" / place).read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise Http404(place) from None
    signed = place == "checkpoint"
    answer = HttpResponse(
        content, content_type="text/plain; charset=utf-8" if signed else "application/octet-stream"
    )
    answer["Cache-Control"] = "no-cache" if signed else FOR_EVER
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
