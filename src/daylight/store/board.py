"""The board: what was published, and the rows the portal lists: read models only."""

from __future__ import annotations

import json

from django.db.models import Max

from daylight.office.ports import Published
from daylight.store import models


def publish(published: Published, *, kind: str, at_ms: int) -> None:
    """Give a disclosure its place in the gap-free sequence; called in the transaction of its act."""
    last = models.Publication.objects.aggregate(last=Max("seq"))["last"] or 0
    models.Publication.objects.create(
        seq=last + 1,
        case=published.case,
        ocid=published.ocid,
        kind=kind,
        published_ms=at_ms,
        release=published.release,
        page=published.page,
    )
    row = json.loads(published.page).get("row")
    if row:
        models.CaseRow.objects.update_or_create(case=published.case, defaults=row)
