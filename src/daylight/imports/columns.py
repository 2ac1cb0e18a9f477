"""Finds the columns of a list by the words of its header, never by position.

Shown by ``tests/imports/test_intentions.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.imports.cells import Finding
from daylight.imports.form import Form, bare
from daylight.imports.units import field_of, unit_of
from daylight.imports.workbook import Mark, Row

#: What describes a planned item; the rest describes the notice it stands in.
OF_THE_ITEM = ("number", "item", "need", "amount", "reserved", "month", "note")
FEWEST_FIELDS = 3
HEADER_WITHIN = 20


@dataclass(frozen=True)
class Columns:
    """Where each field stands; ``unit`` is what is said of all amounts, ``buyer`` who is named above them."""

    header: int
    places: dict[str, int]
    unit: str | Finding
    buyer: str = ""

    def cell(self, row: Row, field: str, shift: int = 0) -> str:
        """The text of a field, read ``shift`` columns beside its place; empty where there is none."""
        place = self.places.get(field, -1)
        if place < 0 or not 0 <= place + shift < len(row.cells):
            return ""
        return row.cells[place + shift]

    def mark(self, row: Row, field: str, shift: int = 0) -> Mark | None:
        """The mark of the cell that ``cell`` reads."""
        place = self.places.get(field, -1)
        return row.marks.get(place + shift) if place >= 0 else None

    def own(self, row: Row) -> tuple[str, ...]:
        """The cells that tell of the item and hold anything; its running number tells nothing."""
        cells = [self.cell(row, field) for field in OF_THE_ITEM]
        return tuple(cell for cell in cells if cell and not cell.isdigit())


def find_columns(rows: Sequence[Row], form: Form) -> Columns | None:
    """The columns by the first row that names the item and enough else; ``None`` where no row does."""
    above: list[str] = []
    for row in rows[:HEADER_WITHIN]:
        places: dict[str, int] = {}
        for place, cell in enumerate(row.cells):
            field = field_of(cell, form)
            if field == "number" or (field and field not in places):
                places[field] = place  # of two numbers the later one is the item's own
        if {"item", "month"} <= places.keys() and len(places) >= FEWEST_FIELDS:
            unit = unit_of(row.cells[places["amount"]], above, form) if "amount" in places else ""
            return Columns(row.number, places, unit, _buyer(above, form))
        above += [cell for cell in row.cells if cell]
    return None


def names_columns(cells: Sequence[str], form: Form) -> bool:
    """Whether cells only name columns: a header that was repeated inside the list."""
    return len(cells) > 1 and all(bare(cell) in form.words or field_of(cell, form) for cell in cells)


def _buyer(above: Sequence[str], form: Form) -> str:
    """Who is named in a line above the header."""
    for pattern in form.buyer_above:
        for line in above:
            if found := pattern.search(line):
                return found["buyer"].strip()
    return ""
