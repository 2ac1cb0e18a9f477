"""Journal, vault and log in memory: the second implementation of the ports, for replays and tests."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

from daylight.core.acts.common import Opening
from daylight.core.acts.server import RecoverClock
from daylight.core.judgement.fold import index_link
from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.ledger.leaf import commitment
from daylight.core.sealing.parts import HeldPieces
from daylight.office.logbook import Leaf, Signed
from daylight.office.ports import Draft, Entry, IndexLink, Received, Stale


class MemoryJournal:
    """A journal that lives as long as its process."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._links: dict[str, list[IndexLink]] = defaultdict(list)
        self._given: dict[str, Draft] = {}
        self._telling: dict[str, list[Draft]] = defaultdict(list)
        self._latest = 0
        self._lane = threading.RLock()

    def entries(self, docket: str, since: int = 0) -> tuple[Entry, ...]:
        """The acts of a docket from a place on."""
        return tuple(self._entries.get(docket, ())[since:])

    def acts_of(self, dockets: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The acts of several dockets at once."""
        return {docket: found for docket in dockets if (found := self.entries(docket))}

    def links(self, index: str, since: int = 0) -> tuple[IndexLink, ...]:
        """The links of an index docket from a place on."""
        return tuple(self._links.get(index, ())[since:])

    def receipt(self, intent_id: str) -> tuple[bytes, bytes, bytes] | None:
        """Note, salt and act already given for an intent."""
        draft = self._given.get(intent_id)
        return (draft.note, draft.salt, draft.source) if draft else None

    def openings(self, intent_id: str) -> tuple[Opening, ...]:
        """What opens the private fields of an act."""
        draft = self._given.get(intent_id)
        return draft.openings if draft else ()

    def published(self, case: str) -> tuple[bytes, ...]:
        """The releases of a case, in the order of their publication."""
        told = (one for draft in self._telling.get(case, ()) for one in draft.published)
        return tuple(one.release for one in told if one.case == case)

    def commit(self, draft: Draft) -> None:
        """Append, or raise ``Stale``."""
        with self._lane:
            if any(self._length(seen.docket) != seen.length for seen in draft.act.seen):
                raise Stale
            if draft.intent_id in self._given:
                raise Stale
            draft.in_time()
            self._append(draft)

    def exclusively(self, judged: Callable[[], Draft]) -> None:
        """Judge and append while nobody else appends."""
        with self._lane:
            self.commit(judged())

    def latest_instant(self) -> int:
        """The latest instant of arrival."""
        return self._latest

    def received_since(self, ms: int) -> tuple[Received, ...]:
        """The acts received at or after an instant, in order."""
        acts = ((draft.act, draft.digest) for draft in self.drafts)
        return tuple(
            Received(act.received_at.utc_ms, act.docket, act.seq, act.intent.kind, digest)
            for act, digest in acts
            if act.received_at.utc_ms >= ms
        )

    def _append(self, draft: Draft) -> None:
        act = draft.act
        self._entries[act.docket].append(Entry(act.docket, act.seq, draft.source, draft.salt))
        for index in draft.indexes:
            links = self._links[index]
            head = index_link(links[-1].head if links else "", draft.digest)
            links.append(IndexLink(act.docket, act.seq, head))
        self._given[draft.intent_id] = draft
        for case in {told.case for told in draft.published}:
            self._telling[case].append(draft)
        before = 0 if isinstance(act.intent.deed, RecoverClock) else self._latest
        self._latest = max(before, act.received_at.utc_ms)
        self.drafts.append(draft)

    def _length(self, docket: str) -> int:
        return len((self._links if ":" in docket else self._entries).get(docket, ()))


class MemoryVault:
    """A vault that lives as long as its process."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keep bytes."""
        digest = sha256(content).hexdigest()
        self._kept[digest] = content
        return digest

    def get(self, sha256: str) -> bytes:
        """The bytes of a digest."""
        return self._kept[sha256]

    def pieces(self, sha256: str) -> HeldPieces:
        """The same in one piece."""
        return HeldPieces(self._kept[sha256])

    def size(self, sha256: str) -> int:
        """How many bytes a digest has."""
        return len(self._kept[sha256])

    def holds(self, digests: Iterable[str]) -> frozenset[str]:
        """Which of the digests are kept."""
        return frozenset(digests) & self._kept.keys()


class MemoryLog:
    """A log that lives as long as its process, of the acts of a journal in memory."""

    def __init__(self, journal: MemoryJournal) -> None:
        self.files: dict[str, bytes] = {}
        self._journal = journal
        self._numbers: dict[int, int] = {}
        self._leaves: dict[str, tuple[int, bytes]] = {}
        self._signed: dict[int, Signed] = {}
        self._lock = threading.RLock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Nobody else grows the log meanwhile."""
        with self._lock:
            yield

    def waiting(self, most: int) -> tuple[Leaf, ...]:
        """Acts without a leaf, in the order of the journal."""
        drafts = enumerate(self._journal.drafts)
        found = [Leaf(at, _committed(draft)) for at, draft in drafts if at not in self._numbers]
        return tuple(found[:most])

    def numbered(self, since: int = 0) -> Iterator[Leaf]:
        """Acts with a leaf, in the order of their leaves, from a number on."""
        for number, at in sorted((number, at) for at, number in self._numbers.items() if number >= since):
            yield Leaf(number, _committed(self._journal.drafts[at]))

    def leaf_of(self, intent_id: str) -> tuple[int, bytes] | None:
        """The leaf number and the salt of an act, once it has left."""
        return self._leaves.get(intent_id)

    def read(self, path: str) -> bytes:
        """A file of the log; ``KeyError`` where there is none."""
        return self.files[path]

    def write(self, path: str, content: bytes) -> None:
        """Keep a file of the log."""
        self.files[path] = content

    def drop_narrower(self, path: str) -> None:
        """Remove the narrower versions of a whole tile or bundle."""
        for name in [name for name in self.files if name.startswith(f"{path}.p/")]:
            del self.files[name]

    def last(self) -> Signed | None:
        """The largest size that was recorded."""
        return self._signed[max(self._signed)] if self._signed else None

    def record(self, checkpoint: Checkpoint, *, at_ms: int, numbers: Mapping[int, int]) -> None:
        """Record a size once, and with it the numbers of its leaves by their positions."""
        if checkpoint.size in self._signed:
            raise ValueError(f"the size {checkpoint.size} is recorded already")
        self._signed[checkpoint.size] = Signed(checkpoint.size, checkpoint.root, b"")
        self._numbers.update(numbers)
        for at, number in numbers.items():
            draft = self._journal.drafts[at]
            self._leaves[draft.intent_id] = (number, draft.salt)

    def attach(self, size: int, note: bytes) -> None:
        """Keep the signed note of a recorded size."""
        self._signed[size] = Signed(size, self._signed[size].root, note)


def _committed(draft: Draft) -> bytes:
    return commitment(draft.salt, draft.source)
