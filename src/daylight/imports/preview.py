"""What an import would do, before it does anything: every row accounted for once, and proposals to confirm.

Need texts come before the items of their notice, in equal number, with no id that ties them. So the first is
proposed for the first item, and so on; nothing is paired until a person confirms the proposal by its id.
Shown by ``tests/imports/test_shandong.py``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from daylight.core.values.plain import digest_of
from daylight.core.values.spelling import squeezed
from daylight.core.values.text import Text
from daylight.imports import words
from daylight.imports.fault import ImportFault
from daylight.imports.form import Form
from daylight.imports.intentions import Intention, Kind, Place, Reading, read_sheet
from daylight.imports.workbook import Sheet

ID_LENGTH = 12
ALL = "all"


@dataclass(frozen=True)
class Proposal:
    """A need text beside the item it seems to belong to; ``whole`` is the item with its need.

    The id is a digest of content, so the same pair in two files is one proposal to decide.
    """

    id: str
    whole: Intention
    need_at: Place


@dataclass(frozen=True)
class Preview:
    """Every row of the files, and what could be made of them."""

    readings: tuple[Reading, ...]
    proposals: tuple[Proposal, ...]

    def counts(self) -> dict[str, int]:
        """How many rows of each kind; together they are all rows."""
        found = Counter(reading.kind for reading in self.readings)
        return {kind: found[kind] for kind in get_args(Kind)}

    def confirm(self, ids: Collection[str] = ()) -> tuple[Intention, ...]:
        """The intentions of the clean rows, with the needs whose proposals are confirmed by id or ``all``."""
        known = {proposal.id for proposal in self.proposals}
        if unknown := sorted(set(ids) - known - {ALL}):
            raise ImportFault(
                Text(f"没有编号为 {unknown[0]} 的建议。", f"There is no proposal {unknown[0]}."),
                Text("请从预览中抄录编号。", "Copy the id from the preview."),
            )
        whole = {p.whole.place: p.whole for p in self.proposals if ALL in ids or p.id in ids}
        clean = (r.intention for r in self.readings if r.kind == "clean" and r.intention)
        return tuple(whole.get(intention.place, intention) for intention in clean)


def preview_of(sheets: Iterable[Sheet], form: Form, *, hidden: bool = False) -> Preview:
    """Read all sheets and propose what belongs together; what is hidden is left out, and told."""
    readings: list[Reading] = []
    proposals: list[Proposal] = []
    for sheet in sheets:
        read = read_sheet(sheet, form, hidden=hidden)
        paired = tuple(_proposals(read))
        known = {proposal.need_at for proposal in paired}
        proposals += paired
        readings += _unpaired_told(read, known)
    return Preview(tuple(readings), tuple(proposals))


def _proposals(readings: tuple[Reading, ...]) -> Iterator[Proposal]:
    for needs, items in _notices(readings).values():
        if len(needs) != len(items):
            continue
        for reading, item in zip(needs, items, strict=True):
            assert reading.need
            whole = replace(item, need=reading.need.need, reserved_for_smes=reading.need.reserved_for_smes)
            id = digest_of((whole.key, squeezed(whole.need), whole.reserved_for_smes))[:ID_LENGTH]
            yield Proposal(id, whole, reading.place)


def _unpaired_told(readings: tuple[Reading, ...], paired: set[Place]) -> Iterator[Reading]:
    """Need texts that no proposal takes up are told as unusable, so none is lost in silence."""
    notices = _notices(readings)
    for reading in readings:
        if reading.kind == "need" and reading.place not in paired:
            needs, items = notices[_notice(reading)]
            finding = words.needs_unequal(len(needs), len(items))
            yield replace(reading, kind="unusable", finding=finding)
        else:
            yield reading


def _notices(readings: tuple[Reading, ...]) -> dict[str, tuple[list[Reading], list[Intention]]]:
    notices: dict[str, tuple[list[Reading], list[Intention]]] = defaultdict(lambda: ([], []))
    for reading in readings:
        if reading.kind == "need":
            notices[_notice(reading)][0].append(reading)
        elif reading.kind == "clean" and reading.intention:
            notices[_notice(reading)][1].append(reading.intention)
    return notices


def _notice(reading: Reading) -> str:
    told = reading.need or reading.intention
    return reading.notice or (told.buyer if told else "")
