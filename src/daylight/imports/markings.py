"""What a sheet says beside its values: merged cells, hidden rows, formulas nobody has computed.

The library that reads values streams them and leaves these out, so the part of the sheet is read once more,
as a stream too (ECMA-376 part 1, 18.3.1). Shown by ``tests/imports/test_markings.py``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries

MOST_MERGED = 100_000
"""More merged ranges than a person makes; what is beyond is a broken file."""


@dataclass(frozen=True)
class Merged:
    """One range of merged cells, in rows and columns from 1; only its first cell holds the value."""

    ref: str
    column: int
    first: int
    last: int


@dataclass
class Markings:
    """What a sheet says of its rows and cells; ``uncomputed`` are (row, column), from 1."""

    hidden: set[int] = field(default_factory=set)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)

    def shared(self, rows: Sequence[int]) -> dict[int, list[Merged]]:
        """For each of the rows, ascending, the ranges that reach over it and others; ``ValueError`` where
        two ranges of one column overlap."""
        found: dict[int, list[Merged]] = defaultdict(list)
        until: dict[int, int] = {}
        for one in sorted(self.merged, key=lambda one: (one.column, one.first)):
            if one.first <= until.get(one.column, 0):
                raise ValueError(f"merged cells overlap at {one.ref}")
            until[one.column] = one.last
            for place in range(bisect_left(rows, one.first), bisect_left(rows, one.last + 1)):
                found[rows[place]].append(one)
        return found


def markings_of(part: IO[bytes]) -> Markings:
    """The markings of one sheet, read from its part of the workbook."""
    found, number = Markings(), 0
    for event, element in iterparse(part, events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            if name == "row":
                number = int(element.get("r") or number + 1)
                if element.get("hidden") in ("1", "true"):
                    found.hidden.add(number)
            continue
        if name == "c":
            _note_formula(element, number, found)
        elif name == "mergeCell":
            _note_merged(str(element.get("ref")), found)
        if name in ("row", "mergeCell"):
            element.clear()
    return found


def _note_formula(cell: Element, row: int, found: Markings) -> None:
    children = {child.tag.rpartition("}")[2]: child.text for child in cell}
    if "f" not in children or children.get("v") or cell.get("t") == "str":
        return  # a text that is empty is stored as one
    ref = cell.get("r")
    if ref:
        found.uncomputed.add((row, column_index_from_string(coordinate_from_string(ref)[0])))


def _note_merged(ref: str, found: Markings) -> None:
    if len(found.merged) == MOST_MERGED:
        raise ValueError(f"more than {MOST_MERGED} merged ranges")
    left, top, _, bottom = range_boundaries(ref)
    if left is None or top is None or bottom is None:
        raise ValueError(f"{ref} is no range of cells")
    if bottom > top:
        found.merged.append(Merged(ref, left, top, bottom))
