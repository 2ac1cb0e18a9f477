"""The board: what was published, and the rows the portal lists: read models only.

Everything here follows from the journal: ``derived`` makes it again, to compare and to restore.
Shown by ``tests/store/test_board.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from daylight.core.disclosure.page import LONGEST_NAME, LONGEST_TITLE
from daylight.core.disclosure.writing import read_json
from daylight.office.ports import Published
from daylight.store import models
from daylight.store.search import folded, grams_of

PAGE = 20


@dataclass(frozen=True)
class Notice:
    """One publication as the portal shows it."""

    seq: int
    kind: str
    at_ms: int
    page: dict[str, Any]


@dataclass(frozen=True)
class CasePage:
    """A case with everything it has told."""

    row: models.CaseRow
    notices: tuple[Notice, ...]


def publish(published: Published, *, kind: str, at_ms: int) -> None:
    """Give a disclosure its place in the gap-free sequence; called in the transaction of its act."""
    seq = (models.Publication.objects.aggregate(last=Max("seq"))["last"] or 0) + 1
    models.Publication.objects.create(
        seq=seq,
        case=published.case,
        ocid=published.ocid,
        kind=kind,
        published_ms=at_ms,
        release=published.release,
        page=published.page,
    )
    row = row_of(published.page)
    models.CaseRow.objects.update_or_create(
        case=published.case, defaults=row, create_defaults={**row, "case": published.case, "place": seq}
    )


LONGEST = {
    "title_zh": LONGEST_TITLE, "title_en": LONGEST_TITLE,
    "purchaser_zh": LONGEST_NAME, "purchaser_en": LONGEST_NAME,
}  # fmt: skip


def row_of(page: bytes) -> dict[str, Any]:
    """The columns of a case's row as its latest notice gives them, but for the case and its place."""
    row: dict[str, Any] = json.loads(page)["row"]
    row["words"] = folded(row["words"])
    for name, longest in LONGEST.items():
        row[name] = row[name][:longest]
    return {**row, "grams": grams_of(row["words"])}


def case_page(ocid: str) -> CasePage | None:
    """A case with its notices in order; nothing where there is no such case."""
    row = models.CaseRow.objects.filter(ocid=ocid).first()
    return CasePage(row, publications(ocid)) if row else None


def case_of(ocid: str) -> str | None:
    """The docket of a published case by its open contracting id."""
    return models.CaseRow.objects.filter(ocid=ocid).values_list("case", flat=True).first()


def publications(ocid: str) -> tuple[Notice, ...]:
    """The notices of a case in the order of their publication."""
    rows = models.Publication.objects.filter(ocid=ocid).order_by("seq")
    found = rows.values_list("seq", "kind", "published_ms", "page")
    return tuple(Notice(seq, kind, at_ms, json.loads(bytes(page))) for seq, kind, at_ms, page in found)


def notices_of(kinds: Iterable[str], limit: int) -> tuple[tuple[models.CaseRow, Notice], ...]:
    """The latest notices of some kinds, each with the row of its case."""
    rows = models.Publication.objects.filter(kind__in=sorted(kinds)).order_by("-seq")[:limit]
    found = list(rows.values_list("case", "seq", "kind", "published_ms", "page"))
    cases = models.CaseRow.objects.in_bulk({case for case, *_ in found})
    return tuple(
        (cases[case], Notice(seq, kind, at_ms, json.loads(bytes(page))))
        for case, seq, kind, at_ms, page in found
        if case in cases
    )


def releases(ocid: str) -> tuple[Any, ...]:
    """The releases of a case in the order of their publication, amounts exact."""
    rows = models.Publication.objects.filter(ocid=ocid).order_by("seq")
    return _read(rows.values_list("release", flat=True))


def release(ocid: str, release_id: str) -> bytes | None:
    """One release as it was published, to the byte."""
    found = models.Publication.objects.filter(ocid=ocid).values_list("release", flat=True)
    return next((bytes(one) for one in found if json.loads(bytes(one))["id"] == release_id), None)


def latest_publication_ms() -> int | None:
    """When something was published last, in UTC milliseconds; nothing where nothing ever was."""
    return models.Publication.objects.order_by("-seq").values_list("published_ms", flat=True).first()


def feed(after: int = 0, limit: int = PAGE) -> tuple[tuple[int, Any], ...]:
    """Releases with their numbers that follow a number, as many as the limit at most."""
    rows = models.Publication.objects.filter(seq__gt=after).order_by("seq")[:limit]
    found = tuple(rows.values_list("seq", "release"))
    return tuple(zip((seq for seq, _ in found), _read(one for _, one in found), strict=True))


def _read(sources: Iterable[bytes | memoryview]) -> tuple[Any, ...]:
    return tuple(read_json(bytes(source)) for source in sources)
