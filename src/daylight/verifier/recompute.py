"""What stands beside the acts is computed again: evaluations with every figure, and the private fields shown.

Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.common import Opening, Private, opening_holds
from daylight.core.acts.evaluation import ConcludeEvaluation
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.shapes import lot_of
from daylight.core.dockets.case.case import Case, the_lot
from daylight.core.dockets.impossible import Impossible
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.values.plain import Misshapen, build, canonical_bytes, read_plain
from daylight.verifier.authentic import Authentic
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.seen import Judged
from daylight.verifier.shape import OPENINGS, evaluation_path


@dataclass(frozen=True)
class Shown:
    """The opening of a private field of an act."""

    docket: str
    seq: int
    path: str
    salt: str
    value: str


def evaluation_bytes(case: object, act: Act) -> bytes:
    """Inputs and result of the evaluation an act concludes, from the state before it."""
    deed = act.deed(ConcludeEvaluation)
    if not isinstance(case, Case):
        raise Impossible("a case")
    inputs = evaluation_inputs(case, the_lot(case, deed.lot), deed.tie_draw.order if deed.tie_draw else ())
    return canonical_bytes({"lot": deed.lot, "inputs": inputs, "result": evaluate(inputs)})


def recompute_evaluations(record: Judged, book: Notebook) -> None:
    """Every concluded evaluation lies in the bundle and is the one anybody computes."""
    contents, shelf, case = record.bundle.contents, record.shelf, record.case
    named = {
        shelf.home + evaluation_path(lot_of(act.intent.deed)): act
        for act in record.shown
        if isinstance(act.intent.deed, ConcludeEvaluation)
    }
    for path in sorted(shelf.evaluations | set(named)):
        act = named.get(path)
        if act is None:
            book.contradict("evaluation.unfounded", path, "没有相应的评审结论", "no act concludes it", path)
        elif path not in shelf.evaluations:
            book.miss(
                "bundle.missing", path, "缺少文件，无法得出结论", "is missing; nothing can be concluded"
            )
        elif act.seq >= len(case.acts):
            continue  # it rests on an act that does not hold
        elif contents[path] != evaluation_bytes(case.states[act.seq], act):
            book.against(
                act,
                "evaluation.differs",
                f"{path} 与重新计算的结果不符",
                f"{path} differs from what the marks and prices give",
                more=(path,),
            )
        else:
            book.counts["evaluations"] += 1


def read_openings(bundle: Bundle, book: Notebook) -> dict[str, list[Shown]]:
    """The private fields that are shown, by docket."""
    found: defaultdict[str, list[Shown]] = defaultdict(list)
    try:
        for shown in build(tuple[Shown, ...], read_plain(bundle.contents[OPENINGS])):
            found[shown.docket].append(shown)
    except Misshapen as error:
        book.contradict(
            "openings.unreadable", OPENINGS, f"不可读：{error}", f"cannot be read: {error}", OPENINGS
        )
    return found


def check_openings(authentic: Authentic, shown: Iterable[Shown], book: Notebook) -> None:
    """Every private field that is shown opens its digest; all others are named as withheld or erased."""
    fields = dict(_private_fields(authentic))
    for one in shown:
        field = fields.pop((one.docket, one.seq, one.path), None)
        if field is None or not _opens(field, one):
            book.contradict(
                "openings.differ", _place(one), "不能打开其承诺", "does not open its digest", OPENINGS
            )
        else:
            book.counts["private"] += 1
    book.withheld.extend(f"{docket}/{seq}.{path}" for docket, seq, path in sorted(fields))


def count_dispositions(record: Judged, book: Notebook) -> None:
    """How many submissions were disposed of; that none is missing was judged with the opening itself."""
    for act in record.case.acts:
        if isinstance(act.intent.deed, OpenBids):
            book.counts["dispositions"] += len(act.deed(OpenBids).dispositions)


def contradict_strays(shown: Iterable[Shown], book: Notebook) -> None:
    """What is shown of a docket that is not in the bundle opens nothing."""
    for one in shown:
        book.contradict("openings.differ", _place(one), "包内没有此案卷", "has no docket here", OPENINGS)


def _place(one: Shown) -> str:
    return f"{one.docket}/{one.seq}.{one.path}"


def _opens(field: Private, one: Shown) -> bool:
    try:
        return opening_holds(field, Opening(one.path, one.salt, one.value))
    except ValueError:
        return False


def _private_fields(authentic: Authentic) -> Iterator[tuple[tuple[str, int, str], Private]]:
    for docket in sorted(authentic.acts):
        for act, _ in authentic.acts[docket]:
            for name, value in vars(act.intent.deed).items():
                if isinstance(value, Private):
                    yield (docket, act.seq, name), value
