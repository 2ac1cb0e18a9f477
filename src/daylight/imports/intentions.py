"""Rows of a list to intentions: every row that holds anything becomes exactly one reading.

Pure: a sheet and a form in, readings out. A row is believed only where its cells have the shape their columns
ask for: an amount, a month, a name. What stands one column aside is recognised by its shape and taken only as
the repeat of a clean row; a row with a text and yes or no, but no amount, is the need text of an item of the
same notice and waits for a person to say so. Shown by ``tests/imports/test_intentions.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from openpyxl.utils.cell import get_column_letter

from daylight.core.values.money import Money
from daylight.core.values.plain import digest_of
from daylight.core.values.spelling import squeezed
from daylight.imports import words
from daylight.imports.cells import Finding, read_answer, read_money, read_month
from daylight.imports.columns import OF_THE_ITEM, Columns, find_columns, names_columns
from daylight.imports.form import Form
from daylight.imports.workbook import Row, Sheet

Kind = Literal["clean", "header", "repeat", "need", "hidden", "unusable"]
READ = ("region", "buyer", "title", "item", "need", "amount", "reserved", "month", "method")
ASIDE = (-1, 1)


@dataclass(frozen=True)
class Place:
    """Where something was read."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Intention:
    """A planned purchase as a list tells it; ``month`` is ``2026-03``, what is not told ``None`` or empty.

    ``reserved_words`` is what stands where yes or no is asked and is neither: a person has to say which.
    """

    buyer: str
    item: str
    need: str
    amount: Money | None
    month: str
    reserved_for_smes: bool | None
    region: str
    method: str
    place: Place
    reserved_words: str = ""

    @property
    def key(self) -> str:
        """What two tellings of one planned purchase share, however they are spelled."""
        told = (self.region, self.buyer, self.item, self.month)
        return digest_of((*map(squeezed, told), self.amount))

    @property
    def identity(self) -> str:
        """The digest of the normalised content."""
        return digest_of((self.key, squeezed(self.need)))


@dataclass(frozen=True)
class NeedText:
    """A need without its item, as shifted rows tell it."""

    buyer: str
    need: str
    reserved_for_smes: bool
    note: str


@dataclass(frozen=True)
class Reading:
    """What became of one row; ``notice`` is the notice it stands in, ``repeats`` the row it says again.

    A row that is clean and still ``repeats`` another counts once: it is that row, or was written twice.
    """

    place: Place
    kind: Kind
    notice: str = ""
    intention: Intention | None = None
    need: NeedText | None = None
    finding: Finding | None = None
    repeats: Place | None = None


def read_sheet(sheet: Sheet, form: Form, *, hidden: bool = False) -> tuple[Reading, ...]:
    """One reading for each row of a sheet, in order; what is hidden is read only where that is confirmed."""
    if sheet.hidden and not hidden:
        finding = words.hidden_sheet()
        return tuple(_told(sheet, row, "hidden", finding) for row in sheet.rows)
    columns = find_columns(sheet.rows, form)
    if columns is None:
        return tuple(_unusable(sheet, row, "", words.no_header()) for row in sheet.rows)
    readings = tuple(_Reader(sheet, columns, form, hidden).readings())
    clean: dict[tuple[object, ...], Place] = {}
    for reading in readings:
        if reading.kind == "clean" and reading.intention:
            clean.setdefault(_content(reading.intention), reading.place)
    return tuple(_settled(reading, clean) for reading in readings)


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    columns: Columns
    form: Form
    hidden: bool

    def readings(self) -> Iterator[Reading]:
        for row in self.sheet.rows:
            yield self._reading(row)

    def _reading(self, row: Row) -> Reading:
        place = Place(self.sheet.file, self.sheet.name, row.number)
        own = self.columns.own(row)
        if row.number <= self.columns.header or names_columns(own, self.form):
            return Reading(place, "header")
        if row.hidden and not self.hidden:
            return Reading(place, "hidden", finding=words.hidden_row())
        notice = self.columns.cell(row, "link") or self.columns.cell(row, "title")
        read = self._intention(row, 0)
        if isinstance(read, Intention):
            return Reading(place, "clean", notice, read)
        for shift in () if row.marks and self._marked(row, 0) else ASIDE:
            aside = self._intention(row, shift)
            if isinstance(aside, Intention) and not aside.item.isdigit():
                return Reading(place, "repeat", notice, aside)
        need = self._need(row)
        if need:
            return Reading(place, "need", notice, need=need)
        return _unusable(self.sheet, row, notice, read)

    def _intention(self, row: Row, shift: int) -> Intention | Finding:
        """The row read as an item, ``shift`` columns aside; a finding where a cell lacks its shape."""
        item, need, said, answer, when = (
            self.columns.cell(row, field, shift) for field in ("item", "need", "amount", "reserved", "month")
        )
        if marked := self._marked(row, shift):
            return marked
        buyer = self._buyer(row)
        if not buyer:
            return words.no_buyer()
        if not item:
            return words.no_item()
        month = read_month(when, self.form, self.columns.mark(row, "month", shift))
        amount = self._amount(said) if said else None
        reserved = read_answer(answer, self.form)
        for wrong in (amount, month):
            if isinstance(wrong, Finding):
                return wrong
        unclear = answer if reserved is None else ""
        if unclear and shift:
            return words.shifted_alone()  # beside its place a cell is known by its shape alone
        assert isinstance(month, str) and not isinstance(amount, Finding)
        region, method = (self.columns.cell(row, field) for field in ("region", "method"))
        place = Place(self.sheet.file, self.sheet.name, row.number)
        return Intention(buyer, item, need, amount, month, reserved, region, method, place, unclear)

    def _amount(self, said: str) -> Money | Finding:
        unit = self.columns.unit
        return unit if isinstance(unit, Finding) else read_money(said, unit, self.form)

    def _marked(self, row: Row, shift: int) -> Finding | None:
        """What a cell holds instead of a value that could be read."""
        for field in READ:
            beside = shift if field in OF_THE_ITEM else 0
            mark = self.columns.mark(row, field, beside)
            if mark is None:
                continue
            cell = f"{get_column_letter(self.columns.places[field] + beside + 1)}{row.number}"
            if mark.kind == "error":
                return words.error_value(cell, self.columns.cell(row, field, beside))
            if mark.kind == "formula":
                return words.no_result(cell)
            if field == "amount" and mark.merged:
                return words.shared_amount(mark.merged)
        return None

    def _need(self, row: Row) -> NeedText | None:
        """A shifted need stands where the item should, with yes or no where the amount should."""
        answer = read_answer(self.columns.cell(row, "amount"), self.form)
        need = self.columns.cell(row, "item")
        if answer is None or not need or "need" in self.columns.places:
            return None
        return NeedText(self._buyer(row), need, answer, self.columns.cell(row, "month"))

    def _buyer(self, row: Row) -> str:
        named = self.columns.cell(row, "buyer")
        found = self.form.buyer_in_title.search(self.columns.cell(row, "title"))
        return named or (found["buyer"].strip() if found else self.columns.buyer)


def _content(intention: Intention) -> tuple[object, ...]:
    return (intention.identity, intention.reserved_for_smes)


def _settled(reading: Reading, clean: dict[tuple[object, ...], Place]) -> Reading:
    """A shifted row counts as a repeat only where a clean row says the same."""
    said = clean.get(_content(reading.intention)) if reading.intention else None
    if reading.kind == "clean" and said != reading.place:
        return replace(reading, repeats=said)
    if reading.kind != "repeat":
        return reading
    if said:
        return Reading(reading.place, "repeat", reading.notice, repeats=said)
    return Reading(reading.place, "unusable", reading.notice, finding=words.shifted_alone())


def _unusable(sheet: Sheet, row: Row, notice: str, finding: Finding) -> Reading:
    return _told(sheet, row, "unusable", finding, notice)


def _told(sheet: Sheet, row: Row, kind: Kind, finding: Finding, notice: str = "") -> Reading:
    return Reading(Place(sheet.file, sheet.name, row.number), kind, notice, finding=finding)
