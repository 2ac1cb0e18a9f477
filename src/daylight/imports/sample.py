"""Workbooks of invented intentions, in the shapes and with the dirt of collected ones, written by code.

The rows stand in ``forms/intentions-sample.json`` of the country package.
Shown by ``tests/imports/test_sample.py``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path

import openpyxl

from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault

SAMPLE = Path("forms") / "intentions-sample.json"


def sample_workbooks(country: Path) -> dict[str, bytes]:
    """The sample's workbooks by file name."""
    place = country / SAMPLE
    if not place.is_file():
        raise ImportFault(
            Text(f"{country.name} 没有示例。", f"{country.name} has no sample."),
            Text("请指定要导入的文件。", "Name the files to import."),
        )
    return {name: workbook(rows) for name, rows in json.loads(place.read_bytes()).items()}


def workbook(rows: Iterable[Iterable[object]]) -> bytes:
    """A workbook of one sheet with these rows."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
