"""Files that people send: what is no workbook, locked, broken or built to burst is told as such."""

import io
import zipfile
from datetime import datetime

import pytest

from daylight.imports import workbook as bounds
from daylight.imports.fault import ImportFault
from daylight.imports.sample import workbook
from daylight.imports.workbook import read_workbook, rows_of

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
    assert len(list(rows_of("f", [("a",), ("b", "c")]))) == 2
    for rows in ([("a",)] * 3, [("a", "b", "c")]):
        with pytest.raises(ImportFault):
            list(rows_of("f", rows))
