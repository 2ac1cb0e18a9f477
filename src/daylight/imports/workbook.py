"""Opens an .xlsx workbook (ECMA-376) that somebody unknown sent: bounds first, then every cell as text.

Sizes are checked before anything is unpacked, and XML is read through ``defusedxml``, so neither a zip bomb
nor an entity bomb gets far. Shown by ``tests/imports/test_workbook.py``.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException

from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault

if not openpyxl.DEFUSEDXML:
    raise ImportError("openpyxl must read through defusedxml; OPENPYXL_DEFUSEDXML switches it off")

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 200_000_000
MOST_TIMES_LARGER = 200
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PLEASE_XLSX = Text("请用电子表格软件另存为 .xlsx 后再导入。", "Save it as .xlsx in a spreadsheet program.")
PLEASE_SPLIT = Text("请拆分后分别导入。", "Split it and import the parts.")
PLEASE_CHECK = Text(
    "请向提供者核实文件来源后重新索取。", "Ask where it came from and get it again from its source."
)
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    NotImplementedError,
    ParseError,
    SyntaxError,
)


@dataclass(frozen=True)
class Row:
    """A row that holds anything: its number in the sheet, and its cells as text, empty where blank."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a file."""

    file: str
    name: str
    rows: tuple[Row, ...]


def read_workbook(file: str, content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook; an ``ImportFault`` says what is wrong with the file."""
    _is_workbook(file, content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            return tuple(
                Sheet(file, str(sheet.title), tuple(_rows(file, sheet))) for sheet in book.worksheets
            )
        finally:
            book.close()
    except BROKEN as wrong:
        if _defused(wrong):
            raise _fault(
                file, "含有被禁止的 XML 实体", "holds XML entities, which no workbook needs"
            ) from None
        raise _fault(file, "已损坏，无法读取", f"is damaged ({type(wrong).__name__})", PLEASE_XLSX) from wrong


def _defused(wrong: BaseException | None) -> bool:
    """Whether reading was stopped at an entity; openpyxl wraps what stopped it."""
    while wrong is not None and not isinstance(wrong, DefusedXmlException):
        wrong = wrong.__cause__ or wrong.__context__
    return wrong is not None


def _is_workbook(file: str, content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise _fault(
            file, f"超过 {LARGEST_FILE // 10**6} MB", f"is above {LARGEST_FILE // 10**6} MB", PLEASE_SPLIT
        )
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise _fault(
                file, "已加密", "is encrypted", Text("请取消密码后再导入。", "Take the password off first.")
            )
        raise _fault(
            file, "是旧版 .xls 或其他 Office 文件", "is an old .xls or another Office file", PLEASE_XLSX
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except BROKEN:
        raise _fault(file, "不是 .xlsx 工作簿", "is not an .xlsx workbook", PLEASE_XLSX) from None
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise _fault(file, "不是 .xlsx 工作簿", "is not an .xlsx workbook", PLEASE_XLSX)
    if any(part.flag_bits & 1 for part in parts):
        raise _fault(file, "压缩包已加密", "is an encrypted archive", PLEASE_XLSX)
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > LARGEST_UNPACKED or unpacked > MOST_TIMES_LARGER * len(content)
    if bomb or len(parts) > MOST_PARTS:
        raise _fault(file, "解压后异常庞大", "would unpack to an abnormal size")


def _rows(file: str, sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
    return rows_of(file, sheet.iter_rows(values_only=True))


def rows_of(file: str, values: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """The rows that hold anything, within bounds."""
    for number, row in enumerate(values, 1):
        if number > MOST_ROWS:
            raise _fault(
                file, f"超过 {MOST_ROWS} 行", f"has more than {MOST_ROWS} rows in a sheet", PLEASE_SPLIT
            )
        if len(row) > MOST_COLUMNS:
            raise _fault(
                file,
                f"第 {number} 行超过 {MOST_COLUMNS} 列",
                f"has more than {MOST_COLUMNS} columns in row {number}",
            )
        cells = tuple(cell_text(value) for value in row)
        if any(cells):
            yield Row(number, cells)


def cell_text(value: Any) -> str:
    """A cell as the text a person reads; a number in its shortest exact spelling."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _fault(file: str, zh: str, en: str, mend: Text = PLEASE_CHECK) -> ImportFault:
    return ImportFault(Text(f"{file}：{zh}。", f"{file} {en}."), mend)
