"""The shelf of imported intentions in the database. Shown by ``tests/imports/test_keeping.py``."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict

from django.db import transaction
from django.db.models import QuerySet

from daylight.store.kept import Kept
from daylight.store.models import ImportedIntention

MOST_AT_ONCE = 500


class DatabaseShelf:
    """Imported intentions by identity."""

    def change(self) -> AbstractContextManager[None]:
        """All of a change is kept, or nothing of it."""
        return transaction.atomic()

    def with_keys(self, keys: Iterable[str]) -> tuple[Kept, ...]:
        """What is kept under any of the keys, in the order of import."""
        wanted = sorted(keys)
        found: list[Kept] = []
        for start in range(0, len(wanted), MOST_AT_ONCE):
            rows = ImportedIntention.objects.filter(key__in=wanted[start : start + MOST_AT_ONCE])
            found += _kept(rows.order_by("id"))
        return tuple(found)

    def keep(self, kept: Iterable[Kept]) -> None:
        """Keep what is new; what is more complete takes the place of its identity."""
        ImportedIntention.objects.bulk_create(
            [ImportedIntention(**asdict(one)) for one in kept],
            batch_size=MOST_AT_ONCE,
            update_conflicts=True,
            unique_fields=["identity"],
            update_fields=["source"],
        )

    def all(self) -> tuple[Kept, ...]:
        """Everything kept, in the order of import."""
        return tuple(_kept(ImportedIntention.objects.order_by("id")))

    def by_identity(self, beginning: str) -> tuple[Kept, ...]:
        """What is kept under an identity, given whole or by its beginning."""
        return tuple(_kept(ImportedIntention.objects.filter(identity__startswith=beginning)))


def _kept(rows: QuerySet[ImportedIntention]) -> Iterable[Kept]:
    for row in rows:
        yield Kept(row.identity, row.key, row.buyer, row.item, row.region, row.month, bytes(row.source))
