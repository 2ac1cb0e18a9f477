"""Whether time and order agree: nothing goes back, and what an act saw was all there was when it arrived.

The office cannot judge an act by less than there is, or date one back, without leaving two instants that
contradict each other: each act carries its own, under the gateway's signature, and the heads it saw.
What arrives at the same time may be judged in another order; so instants are compared, less the tolerance
the world was founded with. Only what opens bids waits for all that arrived before it, and has none.
Acts whose instant the registrar named as false are compared with nothing; ``false_time.py`` looks at them.
Asked of worlds that have an id. Shown by ``tests/verifier/test_lying_office.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.core.acts.act import Act, Seen
from daylight.core.acts.planning import ChooseMethod
from daylight.core.values.docket import DocketKind, indexed, is_docket
from daylight.core.values.text import Text
from daylight.verifier.chains import Index
from daylight.verifier.false_time import with_true_instants
from daylight.verifier.findings import Notebook
from daylight.verifier.seen import Judged
from daylight.verifier.shape import NOTE

BACK = Text(
    "收到时间 {at} 早于同一案卷前一行为的 {before}",
    "received at {at}, before the act it follows, {before}",
)
LESS = Text(
    "收到于 {at}，却未见到此前 {before} 已收到的 {what}",
    "received at {at}, and did not see {what}, received before it at {before}",
)
LATER = Text(
    "收到于 {at}，却见到了其后 {before} 才收到的 {what}",
    "received at {at}, and saw {what}, received only after it at {before}",
)

CREATED = (
    "清单的生成时间早于其中的行为，登记簿可能不完整",
    "was created before the acts in it, so its register may be cut short",
)


def check_order(record: Judged, book: Notebook) -> None:
    """Hold every act of the shelf against the act before it, and against the dockets whose heads it saw."""
    founding = record.bundle.world.founding
    if founding is None:
        return
    for docket in record.dockets.values():
        true = with_true_instants(record, docket.chain.acts)
        for place, act in enumerate(true[1:]):
            _follows(act, true[place], founding.tolerance_ms, book)
        for act in true:
            for seen in act.seen:
                _saw_all(record, act, seen, founding.tolerance_ms, book)


def check_shown_until(record: Judged, book: Notebook) -> None:
    """A bundle shows the register as of when it was created; so it is no older than the acts in it."""
    bundle = record.bundle
    shown = with_true_instants(record, record.shown)
    last = max((act.received_at.utc_ms for act in shown), default=0)
    if bundle.world.founding and bundle.listing.created_ms < last - bundle.world.founding.tolerance_ms:
        book.contradict("bundle.made-before", NOTE, *CREATED, NOTE)


def _follows(act: Act, before: Act, tolerance: int, book: Notebook) -> None:
    if act.received_at.utc_ms < before.received_at.utc_ms - tolerance:
        _say(act, "act.time-went-back", BACK, before, book)


def _saw_all(record: Judged, act: Act, seen: Seen, tolerance: int, book: Notebook) -> None:
    """What the act saw arrived before it, and what it did not see arrived after it."""
    index = record.chained.index
    if index and index.id == seen.docket:
        acts, tolerance = _entered(record, index), 0
    elif bought := record.chained.purchases.get(seen.docket):
        acts = _bought(record, bought)
    elif seen.docket != act.docket and (docket := record.docket(seen.docket)):
        acts = docket.chain.acts
    else:
        return
    reached = with_true_instants(record, acts[: seen.length]) if seen.length <= len(acts) else ()
    last = reached[-1] if reached else None
    if last and last.received_at.utc_ms > act.received_at.utc_ms + tolerance:
        _say(act, "act.saw-later", LATER, last, book)
    for missed in with_true_instants(record, acts[seen.length :]):
        if missed.received_at.utc_ms < act.received_at.utc_ms - tolerance:
            _say(act, "act.saw-less", LESS, missed, book)
            return


def _entered(record: Judged, index: Index) -> Sequence[Act]:
    """The acts of all bids, in the order in which the index entered them."""
    return [record.dockets[link.docket].chain.acts[link.seq] for link in index.links]


def _bought(record: Judged, index: Index) -> Sequence[Act]:
    """A purchaser's choices of method that are shown: those entered, in their order, then any others."""
    chosen = {
        (act.docket, act.seq): act
        for chain in {**record.elsewhere, **record.chained.chains}.values()
        if is_docket(chain.id, DocketKind.CASE)
        for act in chain.acts
        if isinstance(act.intent.deed, ChooseMethod) and act.intent.organisation == indexed(index.id)
    }
    entered = [chosen.pop((link.docket, link.seq), None) for link in index.links]
    return (*(act for act in entered if act), *chosen.values())


def _say(act: Act, code: str, text: Text, other: Act, book: Notebook) -> None:
    what = f"{other.docket}/{other.seq} {other.intent.kind}"
    said = text.fill(at=act.received_at.iso(), before=other.received_at.iso(), what=what)
    book.against(act, code, said.zh, said.en)


def last_acts(record: Judged) -> Iterator[str]:
    """The last act that is shown of the case, and when it was received: what the verdict is as of."""
    for act in record.shown[-1:]:
        yield f"{act.received_at.iso()} {act.intent.kind} ({act.docket}/{act.seq})"
