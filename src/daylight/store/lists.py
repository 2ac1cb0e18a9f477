"""Lists of cases, page by page, each page as cheap as any other however many cases there are.

What is few is counted and paged by number. Of more, pages follow one another by the key of a row, which an
index finds, and nobody counts them. Shown by ``tests/store/test_lists.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from daylight.store import models
from daylight.store.search import matching

PAGE = 20
COUNTED = 200
ORDER = ("-updated_ms", "-place")
TERRITORIES = """
WITH RECURSIVE found (name) AS (
  SELECT MIN(territory) FROM store_caserow
  UNION ALL SELECT (SELECT MIN(territory) FROM store_caserow WHERE territory > name) FROM found
  WHERE name IS NOT NULL
) SELECT name FROM found WHERE name IS NOT NULL
"""


@dataclass(frozen=True)
class Key:
    """Where a row stands in a list: when it was updated last, and its place."""

    updated_ms: int
    place: int

    def __str__(self) -> str:
        return f"{self.updated_ms}-{self.place}"


OLDEST = Key(0, 0)


def read_key(text: str) -> Key | None:
    """The key in an address; nothing where the text is none."""
    parts = text.split("-")
    if len(parts) != 2 or not all(part.isascii() and part.isdecimal() and len(part) < 16 for part in parts):
        return None
    return Key(*map(int, parts))


@dataclass(frozen=True)
class Listed:
    """One page of a list: by number, with how many there are; of ``many``, with the keys beside it."""

    rows: tuple[models.CaseRow, ...]
    page: int
    pages: int
    total: int
    many: bool = False
    newer: Key | None = None
    older: Key | None = None


def notices(
    search: str = "",
    *,
    stage: str = "",
    territory: str = "",
    page: int = 1,
    newer: Key | None = None,
    older: Key | None = None,
    size: int = PAGE,
    counted: int = COUNTED,
) -> Listed:
    """Cases, the latest first; a territory includes those whose id begins with its own.

    Where there are more than ``counted``, the page is that of the rows newer or older than a key.
    """
    rows = matching(models.CaseRow.objects.all(), search, counted)
    if stage:
        rows = rows.filter(stage=stage)
    places = list(_within(rows, territory).order_by().values_list("place", flat=True)[: counted + 1])
    if len(places) > counted:
        walked = _within(rows.annotate(lies_in=Concat("territory", Value(""))), territory, "lies_in")
        return _by_key(walked, newer, older, size)
    pages = max(1, -(-len(places) // size))
    page = min(max(1, page), pages)
    shown = models.CaseRow.objects.filter(place__in=places).order_by(*ORDER)
    return Listed(tuple(shown[(page - 1) * size : page * size]), page, pages, len(places))


def territories() -> tuple[str, ...]:
    """The places that have a case: each is found from the one before, whatever lies between."""
    with connection.cursor() as cursor:
        cursor.execute(TERRITORIES)
        return tuple(name for (name,) in cursor.fetchall())


def _within(
    rows: QuerySet[models.CaseRow], territory: str, column: str = "territory"
) -> QuerySet[models.CaseRow]:
    """Rows of a territory; by another column than the indexed one, so that rows are read in their order."""
    if not territory:
        return rows
    return rows.filter(Q(**{column: territory}) | Q(**{f"{column}__startswith": f"{territory}-"}))


def _by_key(rows: QuerySet[models.CaseRow], newer: Key | None, older: Key | None, size: int) -> Listed:
    if newer:
        beyond = rows.filter(updated_ms__gte=newer.updated_ms).filter(
            Q(updated_ms__gt=newer.updated_ms) | Q(place__gt=newer.place)
        )
        found = list(beyond.order_by("updated_ms", "place")[: size + 1])
        if len(found) > size:
            return _page(found[size - 1 :: -1], is_first=False, is_last=newer == OLDEST)
        older = None  # fewer are newer, so it is the first page
    if older:
        rows = rows.filter(updated_ms__lte=older.updated_ms).filter(
            Q(updated_ms__lt=older.updated_ms) | Q(place__lt=older.place)
        )
    found = list(rows.order_by(*ORDER)[: size + 1])
    return _page(found[:size], is_first=not older, is_last=len(found) <= size)


def _page(rows: Sequence[models.CaseRow], *, is_first: bool, is_last: bool) -> Listed:
    newer = None if is_first or not rows else Key(rows[0].updated_ms, rows[0].place)
    older = None if is_last or not rows else Key(rows[-1].updated_ms, rows[-1].place)
    return Listed(tuple(rows), 1, 1, len(rows), many=True, newer=newer, older=older)
