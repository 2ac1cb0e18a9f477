"""The journal in a database, and its one commit lane.

Callers wait in the lane; the lane's thread takes what waits, re-checks every head each act has seen, commits
the batch with full durability, and then releases all answers. What is wrong with one act concerns nobody else
in its batch. One failed commit stops the lane: after a failed fsync nobody can say what the disk holds.
Shown by ``tests/store/test_journal.py``.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Max

from daylight.core.acts.common import Opening
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.server import RecoverClock
from daylight.core.judgement.fold import index_link
from daylight.core.values.docket import DocketKind, docket_name
from daylight.office.ports import Draft, Entry, IndexLink, LaneStopped, Received, Stale
from daylight.store import models, statements
from daylight.store.board import publish

ROWS_AT_ONCE = 500
MOST_IN_A_BATCH = 256
BATCHES_REMEMBERED = 10_000
LANE_LOCK = 0x6461796C  # one lane at a time across the processes of a PostgreSQL database


def cases() -> Iterator[str]:
    """The dockets of all cases, in the order of their first acts."""
    first = models.Entry.objects.filter(seq=0, docket__startswith=docket_name(DocketKind.CASE, ""))
    for docket in first.order_by("position").values_list("docket", flat=True).iterator(ROWS_AT_ONCE):
        if isinstance(docket, str):
            yield docket


@dataclass
class _Waiting:
    draft: Draft | None
    turn: Callable[[], Draft] | None = None
    done: Future[None] = field(default_factory=Future)


class JournalReader:
    """What the journal holds, over Django's database connection, SQLite or PostgreSQL."""

    def entries(self, docket: str, since: int = 0) -> tuple[Entry, ...]:
        """The acts of a docket from a place on, in order."""
        found = statements.asked(statements.ACTS, (docket, since))
        return tuple(Entry(docket, seq, bytes(source), bytes(salt)) for docket, seq, source, salt in found)

    def acts_of(self, dockets: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The acts of several dockets at once, each in order: one query for some hundreds."""
        found: dict[str, list[Entry]] = {}
        names = sorted(set(dockets))
        for start in range(0, len(names), ROWS_AT_ONCE):
            rows = models.Entry.objects.filter(docket__in=names[start : start + ROWS_AT_ONCE])
            columns = rows.order_by("docket", "seq").values_list("docket", "seq", "source", "salt")
            for docket, seq, source, salt in columns:
                found.setdefault(docket, []).append(Entry(docket, seq, bytes(source), bytes(salt)))
        return {docket: tuple(entries) for docket, entries in found.items()}

    def links(self, index: str, since: int = 0) -> tuple[IndexLink, ...]:
        """The links of an index docket from a place on, in order."""
        rows = models.IndexLink.objects.filter(index=index, place__gte=since).order_by("place")
        return tuple(IndexLink(*row) for row in rows.values_list("docket", "seq", "head"))

    def receipt(self, intent_id: str) -> tuple[bytes, bytes, bytes] | None:
        """Note, salt and act already given for an intent."""
        row = models.Entry.objects.filter(intent_id=intent_id).values_list("note", "salt", "source").first()
        return (bytes(row[0]), bytes(row[1]), bytes(row[2])) if row else None

    def openings(self, intent_id: str) -> tuple[Opening, ...]:
        """What opens the private fields of an act, as far as it has not been erased."""
        rows = models.PrivateField.objects.filter(intent_id=intent_id).order_by("path")
        return tuple(Opening(*row) for row in rows.values_list("path", "salt", "value"))

    def published(self, case: str) -> tuple[bytes, ...]:
        """The releases of a case, in the order of their publication."""
        rows = models.Publication.objects.filter(case=case).order_by("seq")
        return tuple(bytes(release) for release in rows.values_list("release", flat=True))

    def latest_instant(self) -> int:
        """The latest instant of arrival in the journal, since the time was set right."""
        worlds = models.Entry.objects.filter(docket__startswith=docket_name(DocketKind.WORLD, ""))
        recovered = worlds.filter(kind=kind_name(RecoverClock)).aggregate(at=Max("position"))["at"] or 0
        since = models.Entry.objects.filter(position__gte=recovered) if recovered else models.Entry.objects
        return since.aggregate(latest=Max("received_ms"))["latest"] or 0

    def received_since(self, ms: int) -> tuple[Received, ...]:
        """The acts received at or after an instant, in order."""
        rows = models.Entry.objects.filter(received_ms__gte=ms).order_by("position")
        return tuple(
            Received(*row) for row in rows.values_list("received_ms", "docket", "seq", "kind", "digest")
        )


class DatabaseJournal(JournalReader):
    """The journal with its commit lane."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._stopped: BaseException | None = None
        self.batches: deque[int] = deque(maxlen=BATCHES_REMEMBERED)
        self._thread = threading.Thread(target=self._run, name="commit-lane", daemon=True)
        self._thread.start()

    def commit(self, draft: Draft) -> None:
        """Append durably, or raise ``Stale``."""
        self._queue(_Waiting(draft))

    def exclusively(self, judged: Callable[[], Draft]) -> None:
        """Judge and append in the lane's own turn."""
        self._queue(_Waiting(None, judged))

    def close(self) -> None:
        """Let the lane finish what waits and end it."""
        self._waiting.put(None)
        self._thread.join()

    def _queue(self, waiting: _Waiting) -> None:
        if self._stopped:
            raise LaneStopped(str(self._stopped)) from self._stopped
        self._waiting.put(waiting)
        waiting.done.result()

    def _run(self) -> None:
        ended = False
        while not ended:
            batch, ended = self._batch()
            if not batch:
                continue
            if self._stopped:
                _fail(batch, LaneStopped(str(self._stopped)))
                continue
            try:
                answers = _commit(batch)
            except BaseException as failure:
                self._stopped = failure
                _fail(
                    batch,
                    LaneStopped(f"提交失败，已停止接收。 A commit failed and the lane stopped: {failure}"),
                )
                connection.close()
                continue
            self.batches.append(len(batch))
            for waiting, broken in answers:
                waiting.done.set_exception(broken) if broken else waiting.done.set_result(None)
        connection.close()

    def _batch(self) -> tuple[list[_Waiting], bool]:
        batch: list[_Waiting] = []
        first = self._waiting.get()
        while first is not None:
            batch.append(first)
            if len(batch) >= MOST_IN_A_BATCH:
                return batch, False
            try:
                first = self._waiting.get_nowait()
            except queue.Empty:
                return batch, False
        return batch, True


@contextmanager
def turn() -> Iterator[None]:
    """A transaction in which nobody else appends."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LANE_LOCK])
        yield


@contextmanager
def moment() -> Iterator[None]:
    """A transaction in which everything that is read is of one moment, while the lane goes on."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # as Django begins one, SQLite would let the lane wait
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _fail(batch: Iterable[_Waiting], failure: Exception) -> None:
    for waiting in batch:
        waiting.done.set_exception(failure)


def _commit(batch: list[_Waiting]) -> list[tuple[_Waiting, Exception | None]]:
    answers: list[tuple[_Waiting, Exception | None]] = []
    with turn():
        lane = _Turn([waiting.draft for waiting in batch if waiting.draft])
        for waiting in batch:
            answers.append((waiting, lane.admit(waiting)))
        lane.append()
    return answers


class _Turn:
    """One turn of the lane: what stands before it is read once, what it admits is written at once."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._lengths = _lengths(seen.docket for draft in drafts for seen in draft.act.seen)
        self._heads: dict[str, tuple[int, str]] = {}
        ids = [draft.intent_id for draft in drafts]
        self._known = statements.known_among(ids)
        self._admitted: list[Draft] = []

    def admit(self, waiting: _Waiting) -> Exception | None:
        """Check one act against the heads it has seen; what is wrong with it concerns nobody else."""
        draft = waiting.draft
        if waiting.turn is not None:
            self.append()
            try:
                draft = waiting.turn()
            except Exception as refused:
                return refused
            self._lengths.update(_lengths(seen.docket for seen in draft.act.seen))
        assert draft is not None
        moved = any(self._lengths.get(seen.docket, 0) != seen.length for seen in draft.act.seen)
        if moved or draft.intent_id in self._known:
            return Stale()
        try:
            draft.in_time()
        except Exception as late:
            return late
        self._known.add(draft.intent_id)
        self._lengths[draft.act.docket] = draft.act.seq + 1
        for index in draft.indexes:
            self._lengths[index] = self._lengths.get(index, 0) + 1
        self._admitted.append(draft)
        return None

    def append(self) -> None:
        """Write what was admitted so far."""
        drafts, self._admitted = self._admitted, []
        statements.write(statements.ENTER, map(_entry, drafts))
        statements.write(statements.LINK, (link for draft in drafts for link in self._links(draft)))
        statements.write(
            statements.KEEP,
            ((draft.intent_id, one.path, one.salt, one.value) for draft in drafts for one in draft.openings),
        )
        owing = dict(one for draft in drafts for one in draft.owing)
        statements.write(statements.OWES, ((case,) for case, owes in owing.items() if owes))
        statements.write(statements.OWES_NOT, ((case,) for case, owes in owing.items() if not owes))
        for draft in drafts:
            for published in draft.published:
                publish(published, kind=draft.act.intent.kind, at_ms=draft.act.received_at.utc_ms)

    def _links(self, draft: Draft) -> Iterator[tuple[str, int, str, int, str]]:
        for index in draft.indexes:
            place, head = self._heads.get(index) or statements.last_link(index)
            self._heads[index] = place + 1, index_link(head, draft.digest)
            yield index, place, draft.act.docket, draft.act.seq, self._heads[index][1]


def _entry(draft: Draft) -> tuple[str, int, str, bytes, str, bytes, str, int, bytes]:
    act = draft.act
    return (
        act.docket,
        act.seq,
        act.intent.kind,
        draft.source,
        draft.digest,
        draft.salt,
        draft.intent_id,
        act.received_at.utc_ms,
        draft.note,
    )


def _lengths(dockets: Iterable[str]) -> dict[str, int]:
    names = sorted(set(dockets))
    plain = [name for name in names if ":" not in name]
    indexed = [name for name in names if ":" in name]
    return statements.acts_in(plain) | statements.links_in(indexed)
