"""The log as files, as C2SP tlog-tiles serves them: the checkpoint never kept, a full tile kept for ever.

Shown by ``tests/sites/test_log.py``.
"""

from __future__ import annotations

import re
from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.ledger.tiles import beginning_of
from daylight.sites.kit.here import settings

TILE = re.compile(r"tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/(x[0-9]{3}/)*[0-9]{3}(\.p/[0-9]{1,3})?")
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def log(request: HttpRequest, place: str) -> HttpResponse:
    """The checkpoint or a tile."""
    if place != "checkpoint" and not TILE.fullmatch(place):
        raise Http404(place)
    content = _read(place)
    signed = place == "checkpoint"
    answer = HttpResponse(
        content, content_type="text/plain; charset=utf-8" if signed else "application/octet-stream"
    )
    answer["Cache-Control"] = "no-cache" if signed else FOR_EVER
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _read(place: str) -> bytes:
    """A file of the log; where a narrower tile was dropped, the beginning of the full one."""
    folder = settings().home / "log"
    whole, _, width = place.partition(".p/")
    for name in (place, whole) if width else (place,):
        with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
            content = (folder / name).read_bytes()
            return content if name == place else beginning_of(whole, content, int(width))
    raise Http404(place)
