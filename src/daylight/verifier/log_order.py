"""Whether an act came into the log when it says that it was received, as far as the order of leaves tells.

The log takes acts up in the order in which they arrived, shuffled within a tick, and a receipt names the day
of its leaf. So where the leaf of one act is a tick behind that of another, and the other was received only
after that day, the first came into the log late: it was held back, or is dated back.
Shown by ``tests/verifier/test_lying_office.py``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from daylight.core.acts.act import Act
from daylight.core.acts.world import Founding
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text
from daylight.verifier.false_time import with_true_instants
from daylight.verifier.findings import Notebook
from daylight.verifier.seen import Judged
from daylight.verifier.shape import place_of

LATE = Text(
    "收到于 {at}，叶子应于 {due} 前入日志，却排在 {before} 才收到的 {what} 之后",
    "received at {at}, so its leaf was due at {due}; it is behind that of {what}, received at {before}",
)


@dataclass(frozen=True, slots=True)
class Left:
    """An act that has left for the log: the number of its leaf, and when it was received."""

    leaf: int
    at: Instant
    docket: str
    seq: int
    kind: str

    @property
    def named(self) -> str:
        """What it is, and where."""
        return f"{self.docket}/{self.seq} {self.kind}"

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files, which prove all of this."""
        return tuple(place_of(folder, self.docket, self.seq) for folder in ("acts", "proofs", "receipts"))


@dataclass
class Leaves:
    """The leaves of all acts that are shown, whatever they are about; of each no more than is compared."""

    left: list[Left] = field(default_factory=list)

    def add(self, record: Judged) -> None:
        """Note the leaves of a shelf; acts of a false time are compared with nothing."""
        if record.bundle.world.founding is None:
            return
        for docket in record.dockets.values():
            self.left.extend(_left(record, with_true_instants(record, docket.chain.acts)))

    def check(self, founding: Founding | None, book: Notebook) -> None:
        """Hold each leaf against the latest that was received for a leaf of a tick before it."""
        if founding is None:
            return
        latest: Left | None = None
        behind: deque[Left] = deque()
        owed_ms = founding.pace.due_after_ms + founding.tolerance_ms
        for one in sorted(self.left, key=lambda one: one.leaf):
            while behind and behind[0].leaf <= one.leaf - founding.pace.leaves:
                earlier = behind.popleft()
                latest = max(latest or earlier, earlier, key=lambda it: it.at.utc_ms)
            if latest and latest.at.utc_ms > one.at.utc_ms + owed_ms:
                due = one.at.later_by(founding.pace.due_after_ms)
                said = LATE.fill(at=one.at.iso(), due=due.iso(), before=latest.at.iso(), what=latest.named)
                book.contradict("log.came-late", one.named, said.zh, said.en, *one.paths, *latest.paths)
            behind.append(one)


def _left(record: Judged, acts: Sequence[Act]) -> Iterator[Left]:
    leaves = record.chained.authentic.leaves
    for act in acts:
        if (leaf := leaves.get((act.docket, act.seq))) is not None:
            yield Left(leaf, act.received_at, act.docket, act.seq, act.intent.kind)
