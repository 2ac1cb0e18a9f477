"""Finds the columns of a list by the words of its header, never by position.

Shown by ``tests/imports/test_intentions.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.imports.form import BRACKETED, Form, bare, squeezed
from daylight.imports.workbook import Row

#: What describes a planned item; the rest describes the notice it stands in.
OF_THE_ITEM = ("number", "item", "need", "amount", "reserved", "month", "note")
FEWEST_FIELDS = 3
HEADER_WITHIN = 20


@dataclass(frozen=True)
class Columns:
    """Where each field stands; ``unit`` is what the header says of amounts, empty where it says nothing."""

    header: int
    places: dict[str, int]
    unit: str

    def cell(self, row: Row, field: str, shift: int = 0) -> str:
        """The text of a field, read ``shift`` columns beside its place; empty where there is none."""
        place = self.places.get(field, -1)
        if place < 0 or not 0 <= place + shift < len(row.cells):
            return ""
        return row.cells[place + shift]

    def own(self, row: Row) -> tuple[str, ...]:
        """The cells that tell of the item and hold anything; its running number tells nothing."""
        cells = [self.cell(row, field) for field in OF_THE_ITEM]
        return tuple(cell for cell in cells if cell and not cell.isdigit())


def find_columns(rows: Sequence[Row], form: Form) -> Columns | None:
    """The columns by the first row that names the item and enough else; ``None`` where no row does."""
    for row in rows[:HEADER_WITHIN]:
        places: dict[str, int] = {}
        for place, cell in enumerate(row.cells):
            field = form.words.get(bare(cell))
            if field == "number" or (field and field not in places):
                places[field] = place  # of two numbers the later one is the item's own
        if {"item", "month"} <= places.keys() and len(places) >= FEWEST_FIELDS:
            return Columns(row.number, places, _unit(row, places, form))
    return None


def names_columns(cells: Sequence[str], form: Form) -> bool:
    """Whether cells only name columns: a header that was repeated inside the list."""
    return len(cells) > 1 and all(bare(cell) in form.words for cell in cells)


def _unit(row: Row, places: dict[str, int], form: Form) -> str:
    """The unit in the brackets of the amount's header, or at its end."""
    if "amount" not in places:
        return ""
    header = squeezed(row.cells[places["amount"]])
    for said in (*(found.strip("()") for found in BRACKETED.findall(header)), header):
        for unit in sorted(form.units, key=len, reverse=True):
            if said.endswith(unit):
                return unit
    return ""
