"""Files that people send: what is no workbook, locked, broken or built to burst is told as such."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from daylight.imports import workbook as bounds
from daylight.imports.fault import ImportFault
from daylight.imports.sample import workbook
from daylight.imports.workbook import read_workbook

GOOD = workbook([["甲", 1, 2.5, None], [], [datetime(2026, 3, 1)]])
PART = "xl/worksheets/sheet1.xml"


def rebuilt(changed):
    """The good workbook with parts put in, changed or (``None``) left out."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old:
        parts = {name: old.read(name) for name in old.namelist()} | changed
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return written.getvalue()


def fault(content):
    with pytest.raises(ImportFault) as told:
        read_workbook("f.xlsx", content)
    assert told.value.what.zh.startswith("f.xlsx")
    assert told.value.mend.zh
    return told.value.what.en


def test_cells_become_text_and_empty_rows_nothing():
    (sheet,) = read_workbook("f.xlsx", GOOD)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("甲", "1", "2.5")),
        (3, ("2026-03-01T00:00:00",)),
    ]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04broken", b"\x00" * 100])
def test_what_is_no_workbook_is_told(content):
    assert fault(content) == "f.xlsx is not an .xlsx workbook."


def test_an_archive_of_something_else_is_told():
    assert fault(rebuilt({"[Content_Types].xml": None})) == "f.xlsx is not an .xlsx workbook."


def test_an_encrypted_workbook_is_told():
    assert fault(bounds.OLE + b"\0" * 600 + bounds.ENCRYPTED) == "f.xlsx is encrypted."


def test_an_old_workbook_is_told():
    assert fault(bounds.OLE + b"\0" * 600) == "f.xlsx is an old .xls or another Office file."


def test_a_file_above_the_bound_is_told(monkeypatch):
    monkeypatch.setattr(bounds, "LARGEST_FILE", len(GOOD) - 1)
    assert fault(GOOD) == "f.xlsx is above 0 MB."


def test_a_zip_bomb_is_told_before_it_unpacks():
    assert fault(rebuilt({"xl/media/a.bin": b"\0" * 9_000_000})) == "f.xlsx would unpack to an abnormal size."


def test_an_archive_of_too_many_parts_is_told(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_PARTS", 3)
    assert fault(GOOD) == "f.xlsx would unpack to an abnormal size."


def test_entities_are_told():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert fault(rebuilt({PART: bomb})) == "f.xlsx holds XML entities, which no workbook needs."


def test_damage_is_told():
    assert fault(rebuilt({PART: b"<worksheet><sheetData><row r='1'>"})).startswith("f.xlsx is damaged")
    assert fault(rebuilt({"xl/workbook.xml": None})).startswith("f.xlsx is damaged")


def test_every_shortened_file_is_told_or_read_never_a_crash():
    for length in range(0, len(GOOD), 97):
        fault(GOOD[:length])


def test_bounds_of_rows_and_columns_are_told(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_ROWS", 2)
    monkeypatch.setattr(bounds, "MOST_COLUMNS", 2)
    (sheet,) = read_workbook("f.xlsx", workbook([("a",), ("b", "c")]))
    assert len(sheet.rows) == 2
    for rows in ([("a",)] * 3, [("a", "b", "c")]):
        with pytest.raises(ImportFault):
            read_workbook("f.xlsx", workbook(rows))


def test_a_workbook_that_holds_nothing_is_told_and_a_blank_sheet_beside_others_is_none():
    assert fault(workbook([])) == "f.xlsx holds nothing."
    assert fault(workbook([[None, ""], []])) == "f.xlsx holds nothing."
    book = openpyxl.Workbook()
    book.active.append(["甲"])
    book.create_sheet("空白")
    assert [sheet.name for sheet in read_workbook("f.xlsx", saved(book))] == ["Sheet"]


@pytest.mark.parametrize("part", ["xl/workbook.xml"])
def test_the_strict_format_is_told_with_what_to_save_it_as(part):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old:
        book = old.read(part)
    strict = book.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", bounds.STRICT)
    assert strict != book
    assert "Strict Open XML" in fault(rebuilt({part: strict}))


def test_a_number_is_the_text_a_spreadsheet_program_shows():
    (sheet,) = read_workbook(
        "f.xlsx", workbook([[33.59999999999999, 5e-05, 0.1 + 0.2, 1e15, 12345678, -0.5]])
    )
    assert sheet.rows[0].cells == ("33.6", "0.00005", "0.3", "1000000000000000", "12345678", "-0.5")


def test_characters_nobody_sees_are_no_part_of_a_cell():
    (sheet,) = read_workbook("f.xlsx", workbook([["甲\u200b乙", "\ufeff丙", "丁\n戊"]]))
    assert sheet.rows[0].cells == ("甲乙", "丙", "丁\n戊")


def saved(book):
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
