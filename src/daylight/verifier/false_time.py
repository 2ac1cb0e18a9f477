"""Acts that were received at a false time: the registrar named them, all of them, and no others.

His one act in the docket of the world lets time go back once (``RecoverClock``). What it names is listed in
the verdict and held against no other instant; what has a false instant and is not named is a contradiction.
Shown by ``tests/verifier/test_lying_office.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from daylight.core.acts.act import Act
from daylight.core.dockets.world import Recovery
from daylight.core.ledger.proof import read_log_proof
from daylight.core.values.text import Text
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.seen import Judged
from daylight.verifier.shape import place_of

LEFT_OUT = Text(
    "收到时间 {at} 在登记人所称的错误时间 {since} 之后，却未列入",
    "received at {at}, in the time that was false since {since}, and not named by the registrar",
)
NAMED_WRONGLY = Text(
    "被列为收到时间有误，但 {at} 早于错误时间 {since}",
    "named as received at a false time, and {at} lies before it, {since}",
)


def with_true_instants(record: Judged, acts: Sequence[Act]) -> Sequence[Act]:
    """Those of these acts whose instants can be compared."""
    if record.bundle.entered.recovery is None:
        return acts
    return [act for act in acts if not _is_named(record, act)]


def check_false_time(record: Judged, book: Notebook) -> None:
    """Hold what the registrar named against the acts of the shelf."""
    recovery = record.bundle.entered.recovery
    if recovery is None:
        return
    for docket in record.dockets.values():
        for act in docket.chain.acts:
            at = act.received_at
            if _is_named(record, act):
                book.false_times.append(f"{at.iso()} {act.intent.kind} ({act.docket}/{act.seq})")
                if at < recovery.false_from:
                    _say(act, "act.named-as-false", NAMED_WRONGLY, recovery, book)
            elif at >= recovery.false_from and not _may_be_true(record.bundle, act, recovery):
                _say(act, "act.false-and-not-named", LEFT_OUT, recovery, book)


def _is_named(record: Judged, act: Act) -> bool:
    docket = record.docket(act.docket)
    return docket is not None and record.bundle.entered.is_false(docket.chain.heads[act.seq + 1])


def _may_be_true(bundle: Bundle, act: Act, recovery: Recovery) -> bool:
    """Whether time has come to the instant since: when the bundle was made, and when the leaf left.

    The log takes acts up in their order, shuffled within a tick; so what left a tick before the recovery was
    there before it.
    """
    founding = bundle.world.founding
    if founding is None or bundle.listing.created_ms < act.received_at.utc_ms - founding.tolerance_ms:
        return False
    recovered, leaf = _leaf(bundle, bundle.world.id, recovery.seq), _leaf(bundle, act.docket, act.seq)
    return recovered is None or leaf is None or leaf > recovered - founding.pace.leaves


def _leaf(bundle: Bundle, docket: str, seq: int) -> int | None:
    """The number of its leaf; nothing where a view shows an act whose leaf is not due."""
    path = place_of("proofs", docket, seq)
    return read_log_proof(bundle.contents[path]).index if path in bundle.contents else None


def _say(act: Act, code: str, text: Text, recovery: Recovery, book: Notebook) -> None:
    said = text.fill(at=act.received_at.iso(), since=recovery.false_from.iso())
    book.against(act, code, said.zh, said.en)
