"""What follows from the journal, made again from it: publications, rows of the board, links of the indexes.

Cases are folded one after the other and what they give is spooled to disk, so memory holds one at a time.
A docket that does not hold gives nothing, and its rows are left as they are. ``fsck`` names what differs,
``rebuild`` restores it. Shown by ``tests/store/test_derived.py``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice
from typing import Any

from django.db.models import Max, Model, QuerySet

from daylight.core.acts.act import read_act
from daylight.core.judgement.fold import index_link
from daylight.core.judgement.register import REGISTER
from daylight.office.perform import Rules
from daylight.office.ports import Entry, Vault
from daylight.office.publishing import LawLost, MisshapenRelease, kept_law, publications_of
from daylight.office.views import Views
from daylight.store import models
from daylight.store.board import row_of
from daylight.store.journal import JournalReader, cases

ROWS_AT_ONCE = 500
SPOOL = """
CREATE TABLE told (position INTEGER PRIMARY KEY, docket, ocid, kind, at_ms, release, page, seq);
CREATE TABLE entered (name, position, docket, seq, digest, PRIMARY KEY (name, position)) WITHOUT ROWID;
"""
TELL = "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, NULL)"
TOLD = "SELECT seq, docket, ocid, kind, at_ms, release, page FROM told ORDER BY seq"
LISTED = (
    "SELECT docket, first, page FROM told JOIN"
    " (SELECT MIN(seq) AS first, MAX(seq) AS last FROM told GROUP BY docket) ON seq = last ORDER BY first"
)
ENTER = "INSERT INTO entered VALUES (?, ?, ?, ?, ?)"
ENTERED = "SELECT docket, seq, digest FROM entered WHERE name = ? ORDER BY position"


@dataclass(frozen=True)
class Table:
    """Rows as they are kept, and as the journal gives them, both in the order of a key."""

    key: str
    kept: QuerySet[Any]
    true: Callable[[], Iterator[Model]]


@dataclass(frozen=True)
class Difference:
    """A row that is not as the journal gives it: too much if nothing is ``true``, missing if not ``kept``."""

    true: Model | None
    kept: Model | None
    columns: tuple[str, ...] = ()

    @property
    def row(self) -> Any:
        """The row that names it."""
        return self.true or self.kept


@dataclass(frozen=True)
class Derived:
    """What the acts up to a position give; ``left`` are cases and indexes left as they are, and why."""

    spool: sqlite3.Connection
    last: int
    left: dict[str, str] = field(default_factory=dict)

    def tables(self) -> Iterator[Table]:
        """Publications, the board, and index after index."""
        told = models.Publication.objects.exclude(case__in=list(self.left)).order_by("seq")
        yield Table("seq", told, self._publications)
        rows = models.CaseRow.objects.exclude(case__in=list(self.left)).order_by("place")
        yield Table("place", rows, self._board)
        names = {name for (name,) in self.spool.execute("SELECT DISTINCT name FROM entered")}
        names |= set(models.IndexLink.objects.values_list("index", flat=True).distinct())
        for name in sorted(names - self.left.keys()):
            links = models.IndexLink.objects.filter(index=name).order_by("place")
            yield Table("place", links, partial(self._links, name))

    def differences(self, table: Table) -> Iterator[Difference]:
        """Every row that is not as it should be, but for dockets that were appended to meanwhile."""
        for one in _compared(table):
            docket = one.row.docket if isinstance(one.row, models.IndexLink) else one.row.case
            if not models.Entry.objects.filter(docket=docket, position__gt=self.last).exists():
                yield one

    def _publications(self) -> Iterator[Model]:
        for row in self.spool.execute(TOLD):
            yield models.Publication(*row)

    def _board(self) -> Iterator[Model]:
        for case, place, page in self.spool.execute(LISTED):
            yield models.CaseRow(case=case, place=place, **row_of(page))

    def _links(self, index: str) -> Iterator[Model]:
        head = ""
        for place, (docket, seq, digest) in enumerate(self.spool.execute(ENTERED, (index,))):
            head = index_link(head, digest)
            yield models.IndexLink(index=index, place=place, docket=docket, seq=seq, head=head)


@contextmanager
def derived(rules: Rules, vault: Vault, unsound: Set[str]) -> Iterator[Derived]:
    """Make everything again but what rests on the dockets that do not hold."""
    with closing(sqlite3.connect("")) as spool:  # a file of its own that nobody sees and nothing outlives
        spool.executescript(SPOOL)
        made = Derived(spool, models.Entry.objects.aggregate(last=Max("position"))["last"] or 0)
        views, law = Views(_SoundEntries(unsound)), kept_law(vault, rules.book)
        for case in cases():
            rows = models.Entry.objects.filter(docket=case, position__lte=made.last).order_by("seq")
            sources = rows.values_list("source", flat=True)
            acts = (read_act(bytes(source)) for source in sources)
            try:
                if case in unsound:
                    raise Unsound(case)
                for act, one in publications_of(acts, law, views=views, prefix=rules.ocid_prefix):
                    position = rows.get(seq=act.seq).position
                    kind, at_ms = act.intent.kind, act.received_at.utc_ms
                    row = (position, one.case, one.ocid, kind, at_ms, one.release, one.page)
                    spool.execute(TELL, row)
            except (LawLost, MisshapenRelease, Unsound) as error:
                made.left[case] = repr(error)
                spool.execute("DELETE FROM told WHERE docket = ?", (case,))
        _number(made)
        _enter(made, unsound)
        yield made


def restore(made: Derived) -> int:
    """Put right every row that differs; gives how many there were. Called in the lane's turn."""
    restored = 0
    for table in made.tables():
        wrong = [(getattr(one.row, table.key), one.kept and one.kept.pk) for one in made.differences(table)]
        for pks in _batches(pk for _, pk in wrong if pk is not None):
            table.kept.model.objects.filter(pk__in=pks).delete()
        keys = {key for key, _ in wrong}
        rows = (row for row in table.true() if getattr(row, table.key) in keys)
        for some in _batches(rows):
            table.kept.model.objects.bulk_create(some)
        restored += len(keys)
    return restored


class Unsound(LookupError):
    """A docket that does not hold gives nothing."""


class _SoundEntries(JournalReader):
    def __init__(self, unsound: Set[str]) -> None:
        self._unsound = unsound

    def entries(self, docket: str, since: int = 0) -> tuple[Entry, ...]:
        if docket in self._unsound:
            raise Unsound(docket)
        return super().entries(docket, since)


def _number(made: Derived) -> None:
    """Publications have their numbers in the order of their acts, around those of cases that are left."""
    kept = models.Publication.objects.filter(case__in=list(made.left)).values_list("seq", flat=True)
    taken = set(kept)
    free = (number for number in count(1) if number not in taken)
    positions = made.spool.execute("SELECT position FROM told ORDER BY position").fetchall()
    made.spool.execute("CREATE UNIQUE INDEX told_seq ON told (seq)")
    made.spool.executemany(
        "UPDATE told SET seq = ? WHERE position = ?",
        ((number, position) for number, (position,) in zip(free, positions, strict=False)),
    )


def _enter(made: Derived, unsound: Set[str]) -> None:
    """Every act stands in its indexes in the order of the journal."""
    rows = models.Entry.objects.filter(position__lte=made.last).exclude(docket__in=unsound)
    for row in rows.order_by("position").iterator(ROWS_AT_ONCE):
        intent = read_act(bytes(row.source)).intent
        for index in REGISTER[intent.kind].indexes(intent):
            made.spool.execute(ENTER, (index, row.position, row.docket, row.seq, row.digest))
    for link in models.IndexLink.objects.filter(docket__in=unsound):
        made.left[link.index] = repr(Unsound(link.docket))


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some


def _compared(table: Table) -> Iterator[Difference]:
    """Walk both in the order of the key."""
    true, kept = table.true(), table.kept.iterator(ROWS_AT_ONCE)
    wanted, found = next(true, None), next(kept, None)
    while wanted or found:
        places = [getattr(row, table.key) for row in (wanted, found) if row is not None]
        here = min(places)
        one = wanted if wanted and getattr(wanted, table.key) == here else None
        other = found if found and getattr(found, table.key) == here else None
        if columns := _differing(one, other):
            yield Difference(one, other, columns)
        wanted = next(true, None) if one else wanted
        found = next(kept, None) if other else found


def _differing(true: Model | None, kept: Model | None) -> tuple[str, ...]:
    one = true or kept
    names = [field.name for field in one._meta.concrete_fields if field.name != "id"] if one else []
    return tuple(name for name in names if _plain(true, name) != _plain(kept, name))


def _plain(row: Model | None, name: str) -> Any:
    value = getattr(row, name, None)
    return bytes(value) if isinstance(value, memoryview) else value
