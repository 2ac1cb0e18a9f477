"""What follows from the journal, made again from it: publications, rows of the board, links of the indexes.

Cases are folded one after the other and what they give is spooled to disk, so memory holds one at a time.
A docket that does not hold gives nothing, and its rows are left as they are. So is a row that no act gives:
it may be the last trace of an act that was deleted. ``fsck`` names what differs, ``rebuild`` restores it.
Shown by ``tests/store/test_derived.py``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from django.db.models import Model, Q, QuerySet

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
from daylight.store.shapes import remove_stray, strays, with_keys

ROWS_AT_ONCE = 500
VIEWS_KEPT = 1000
SPOOL = """
CREATE TABLE told (position INTEGER PRIMARY KEY, docket, ocid, kind, at_ms, release, page, id);
CREATE INDEX told_id ON told (id);
CREATE INDEX told_docket ON told (docket);
CREATE TABLE kept (seq INTEGER PRIMARY KEY, docket, id);
CREATE INDEX kept_id ON kept (id);
CREATE TABLE numbered (seq INTEGER PRIMARY KEY, position UNIQUE);
CREATE TABLE entered (name, position, docket, seq, digest, PRIMARY KEY (name, position)) WITHOUT ROWID;
CREATE INDEX entered_act ON entered (name, docket, seq);
CREATE TABLE wrong (key PRIMARY KEY, pk);
"""
TELL = "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
NUMBER = "INSERT INTO numbered VALUES (?, ?)"
TOLD = (
    "SELECT numbered.seq, docket, ocid, kind, at_ms, release, page"
    " FROM numbered JOIN told USING (position) ORDER BY numbered.seq"
)
LISTED = (
    "SELECT docket, first, page FROM told JOIN numbered USING (position) JOIN"
    " (SELECT MIN(numbered.seq) AS first, MAX(numbered.seq) AS last FROM told JOIN numbered USING (position)"
    " GROUP BY docket) ON numbered.seq = last ORDER BY first"
)
ENTER = "INSERT INTO entered VALUES (?, ?, ?, ?, ?)"
STANDS = "SELECT 1 FROM entered WHERE name = ? AND docket = ? AND seq = ?"
LISTS = "SELECT 1 FROM told WHERE docket = ?"
ENTERED = "SELECT docket, seq, digest FROM entered WHERE name = ? ORDER BY position"
KEYS: dict[type[Model], tuple[str, ...]] = {
    models.Publication: ("seq",),
    models.CaseRow: ("place",),
    models.IndexLink: ("index", "place"),
}


@dataclass(frozen=True)
class Table:
    """Rows as they are kept, and as the journal gives them, both in the order of a key."""

    key: str
    kept: QuerySet[Any]
    true: Callable[[], Iterator[Model]]


@dataclass(frozen=True)
class Difference:
    """A row of a model that is not as it should be: too much if nothing is ``true``, missing if not kept."""

    true: Any
    kept: Any
    columns: tuple[str, ...] = ()

    @property
    def row(self) -> Any:
        """The row that names it."""
        return self.true or self.kept

    @property
    def name(self) -> str:
        """What an operator calls the row."""
        return _name(type(self.row), self.row)


@dataclass(frozen=True)
class Stray:
    """A row whose key is of another kind than keys are, so that no act gives it."""

    model: type[Model]
    number: int
    name: str


@dataclass(frozen=True)
class Derived:
    """What the acts give; ``left`` are cases and indexes left as they are, and why."""

    spool: sqlite3.Connection
    left: dict[str, str] = field(default_factory=dict)

    def tables(self) -> Iterator[Table]:
        """Publications, the board, and index after index."""
        for model, key, true in (
            (models.Publication, "seq", self._publications),
            (models.CaseRow, "place", self._board),
        ):
            yield Table(key, with_keys(model, key).exclude(case__in=list(self.left)).order_by(key), true)
        for name in self._indexes():
            links = with_keys(models.IndexLink, "place").filter(index=name).order_by("place")
            yield Table("place", links, partial(self._links, name))

    def differences(self, table: Table) -> Iterator[Difference]:
        """Every row that is not as it should be; of an index with links that no act gives, only these."""
        orphaned = False
        for one in _compared(table) if table.kept.model is models.IndexLink else ():
            same_head = one.true and one.kept and one.true.head == one.kept.head
            if one.kept and not same_head and self.is_trace(one.kept):
                orphaned = True
                yield Difference(None, one.kept)
        if not orphaned:
            yield from _compared(table)

    def is_trace(self, kept: Any) -> bool:
        """Whether a row too much may be the trace of a deleted act, and not a right one in a wrong place."""
        if isinstance(kept, models.CaseRow):
            return self.spool.execute(LISTS, (kept.case,)).fetchone() is None
        if isinstance(kept, models.IndexLink):
            return self.spool.execute(STANDS, (kept.index, kept.docket, kept.seq)).fetchone() is None
        return True

    def strays(self) -> Iterator[Stray]:
        """Rows that stand in no order, because their key is of another kind."""
        for model, keys in KEYS.items():
            for number, found in strays(model, keys):
                yield Stray(model, number, _name(model, None, *found))

    def _indexes(self) -> list[str]:
        names = {name for (name,) in self.spool.execute("SELECT DISTINCT name FROM entered")}
        kept = models.IndexLink.objects.order_by("index").values_list("index", flat=True).distinct()
        names |= {name for name in kept if isinstance(name, str)}
        return sorted(names - self.left.keys())

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
    """Make everything again but what rests on the dockets that do not hold; read within one moment."""
    with closing(sqlite3.connect("")) as spool:  # a file of its own that nobody sees and nothing outlives
        spool.executescript(SPOOL)
        made = Derived(spool)
        views, law = Views(_SoundEntries(unsound), VIEWS_KEPT), kept_law(vault, rules.book)
        for case in cases():
            rows = models.Entry.objects.filter(docket=case).order_by("seq")
            acts = (read_act(bytes(source)) for source in rows.values_list("source", flat=True))
            try:
                if case in unsound:
                    raise Unsound(case)
                for act, one in publications_of(acts, law, views=views, prefix=rules.ocid_prefix):
                    position = rows.get(seq=act.seq).position
                    kind, at_ms = act.intent.kind, act.received_at.utc_ms
                    row = (position, one.case, one.ocid, kind, at_ms, one.release, one.page)
                    spool.execute(TELL, (*row, _id_of(one.release)))
            except (LawLost, MisshapenRelease, Unsound) as error:
                made.left[case] = repr(error)
                spool.execute("DELETE FROM told WHERE docket = ?", (case,))
        _number(made)
        _enter(made, unsound)
        yield made


@dataclass(frozen=True)
class Restored:
    """How many rows were put right, and the rows that no act gives, which were left."""

    count: int
    left: tuple[str, ...]


def restore(made: Derived) -> Restored:
    """Put right every row that differs, but for those no act gives. Called in the lane's turn."""
    restored, left = 0, [stray.name for stray in made.strays()]
    for table in made.tables():
        made.spool.execute("DELETE FROM wrong")
        for one in made.differences(table):
            if one.true is None and made.is_trace(one.kept):
                left.append(one.name)
                continue
            restored += 1
            pk = one.kept and one.kept.pk
            made.spool.execute("INSERT INTO wrong VALUES (?, ?)", (getattr(one.row, table.key), pk))
        _replace(made, table)
    return Restored(restored, tuple(left))


def remove(made: Derived, names: Set[str]) -> tuple[str, ...]:
    """Delete the rows of these names that no act gives; gives the names of which there is none."""
    found: set[str] = set()
    for stray in list(made.strays()):
        if stray.name in names:
            found.add(stray.name)
            remove_stray(stray.model, stray.number)
    for table in made.tables():
        for one in list(made.differences(table)) if names - found else ():
            if one.true is None and one.name in names:
                found.add(one.name)
                table.kept.filter(**{table.key: getattr(one.kept, table.key)}).delete()
    return tuple(sorted(names - found))


def _replace(made: Derived, table: Table) -> None:
    """Delete the rows that are wrong or in the way of a right one, then write the right ones."""
    model = table.kept.model
    pks = made.spool.execute("SELECT pk FROM wrong WHERE pk IS NOT NULL")
    for some in _batches(pk for (pk,) in pks):
        model.objects.filter(pk__in=some).delete()
    rows = (row for row in table.true() if _is_wrong(made, getattr(row, table.key)))
    for some in _batches(rows):
        if model is models.CaseRow:
            ways = {name: [getattr(row, name) for row in some] for name in ("case", "ocid", "place")}
            model.objects.filter(
                Q(case__in=ways["case"]) | Q(ocid__in=ways["ocid"]) | Q(place__in=ways["place"])
            ).delete()
        model.objects.bulk_create(some)


def _is_wrong(made: Derived, key: Any) -> bool:
    return made.spool.execute("SELECT 1 FROM wrong WHERE key = ?", (key,)).fetchone() is not None


class Unsound(LookupError):
    """A docket that does not hold gives nothing."""


class _SoundEntries(JournalReader):
    def __init__(self, unsound: Set[str]) -> None:
        self._unsound = unsound

    def entries(self, docket: str, since: int = 0) -> tuple[Entry, ...]:
        if docket in self._unsound:
            raise Unsound(docket)
        return super().entries(docket, since)

    def acts_of(self, dockets: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        return {docket: self.entries(docket) for docket in dockets}


def _number(made: Derived) -> None:
    """Publications have their numbers in the order of their acts, around those that are left."""
    rows = with_keys(models.Publication, "seq").filter(seq__gte=1).order_by("seq")
    kept = rows.values_list("seq", "case", "release").iterator(ROWS_AT_ONCE)
    made.spool.executemany(
        "INSERT INTO kept VALUES (?, ?, ?)", ((seq, case, _id_of(release)) for seq, case, release in kept)
    )
    told = made.spool.execute("SELECT position, docket, id FROM told ORDER BY position")
    number, following = 1, told.fetchone()
    for seq, case, id in made.spool.execute("SELECT seq, docket, id FROM kept ORDER BY seq"):
        while following and number < seq:
            made.spool.execute(NUMBER, (number, following[0]))
            number, following = number + 1, told.fetchone()
        if following and not _is_left(made, case, id, following):
            made.spool.execute(NUMBER, (seq, following[0]))
            following = told.fetchone()
        number = seq + 1
    while following:
        made.spool.execute(NUMBER, (number, following[0]))
        number, following = number + 1, told.fetchone()


def _is_left(made: Derived, case: Any, id: str, following: tuple[int, str, str]) -> bool:
    """Whether a publication keeps its number though no act gives it: a changed one gives it up to its own."""
    if case in made.left:
        return True
    if not id or made.spool.execute("SELECT 1 FROM told WHERE id = ?", (id,)).fetchone():
        return False
    _, docket, awaited = following
    missing = made.spool.execute("SELECT 1 FROM kept WHERE id = ?", (awaited,)).fetchone() is None
    return not (missing and docket == case)


def _id_of(release: Any) -> str:
    """The id of a release, which names its act; empty where it cannot be read."""
    try:
        id = json.loads(release if isinstance(release, str) else bytes(release))["id"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return ""
    return id if isinstance(id, str) else ""


def _enter(made: Derived, unsound: Set[str]) -> None:
    """Every act stands in its indexes in the order of the journal."""
    for row in models.Entry.objects.order_by("position").iterator(ROWS_AT_ONCE):
        if row.docket in unsound:
            continue
        intent = read_act(bytes(row.source)).intent
        for index in REGISTER[intent.kind].indexes(intent):
            made.spool.execute(ENTER, (index, row.position, row.docket, row.seq, row.digest))
    links = models.IndexLink.objects.order_by("pk").values_list("index", "docket")
    for index, docket in links.iterator(ROWS_AT_ONCE):
        if docket in unsound:
            made.left[index] = repr(Unsound(docket))


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some


def _compared(table: Table) -> Iterator[Difference]:
    """Walk both in the order of the key."""
    true, kept = table.true(), table.kept.iterator(ROWS_AT_ONCE)
    wanted, found = next(true, None), next(kept, None)
    while wanted or found:
        here = min(getattr(row, table.key) for row in (wanted, found) if row is not None)
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


def _name(model: type[Model], row: Any, *keys: Any) -> str:
    if model is models.IndexLink:
        index, place = keys or (row.index, row.place)
        return f"{index}/{place}" if isinstance(index, str) else f"{index!r}/{place}"
    table, key = ("publication", "seq") if model is models.Publication else ("board", "place")
    return f"{table}/{keys[0]!r}" if keys else f"{table}/{getattr(row, key)}"
