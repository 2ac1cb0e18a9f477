"""Opens an .xlsx workbook (ECMA-376) that somebody unknown sent: bounds first, then every cell as text.

Sizes are checked before anything is unpacked, and XML is read through ``defusedxml``, so neither a zip bomb
nor an entity bomb gets far. What a value does not tell (an error, a formula without its result, a cell merged
over rows, a number and how it is shown) is marked beside it. Shown by ``tests/imports/test_workbook.py``.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException

from daylight.core.values.spelling import seen
from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault
from daylight.imports.markings import Markings, markings_of

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
BOOK = "xl/workbook.xml"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
"""The namespace of Strict Open XML (ISO/IEC 29500-1), which the library reads as empty."""
AS_SHOWN = 15
"""The significant digits a spreadsheet program shows; what a double holds beyond them is noise."""
FIXED = re.compile(r"[#0,]*0(?:\.(?P<part>0+))?_?[ )]?")
PLEASE_XLSX = Text("请用电子表格软件另存为 .xlsx 后再导入。", "Save it as .xlsx in a spreadsheet program.")
PLEASE_ORDINARY = Text(
    "请用电子表格软件另存为普通的 .xlsx（非 Strict）后再导入。",
    "Save it as an ordinary .xlsx, not Strict, in a spreadsheet program.",
)
PLEASE_FILL = Text("请确认文件是否正确。", "Check whether it is the right file.")
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
class Mark:
    """What is to be known of a cell beside its text: how a number is shown, the range it is merged over."""

    kind: Literal["value", "number", "error", "formula"]
    shown: str = ""
    merged: str = ""


@dataclass(frozen=True)
class Row:
    """A row that holds anything: its number in the sheet, its cells as text, and marks by place from 0."""

    number: int
    cells: tuple[str, ...]
    marks: Mapping[int, Mark] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet of a file."""

    file: str
    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


def read_workbook(file: str, content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold anything; an ``ImportFault`` says what is wrong with the file."""
    _is_workbook(file, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which are not read
            sheets = tuple(_sheets(file, content))
    except BROKEN as wrong:
        if _defused(wrong):
            raise _fault(
                file, "含有被禁止的 XML 实体", "holds XML entities, which no workbook needs"
            ) from None
        raise _fault(file, "已损坏，无法读取", f"is damaged ({type(wrong).__name__})", PLEASE_XLSX) from wrong
    if not sheets:
        raise _fault(file, "是空白文件", "holds nothing", PLEASE_FILL)
    return sheets


def _sheets(file: str, content: bytes) -> Iterator[Sheet]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for sheet in book.worksheets:
                with archive.open(_part_of(sheet)) as part:
                    markings = markings_of(part)
                if rows := tuple(_rows(file, sheet, markings)):
                    yield Sheet(file, str(sheet.title), rows, hidden=sheet.sheet_state != "visible")
    finally:
        book.close()


def _part_of(sheet: Any) -> str:
    return str(sheet._worksheet_path)  # the library has no other name for it


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
    _is_not_strict(file, content)


def _is_not_strict(file: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            book = archive.read(BOOK)
        except BROKEN:
            return  # it is read as damaged
    if STRICT in book:
        raise _fault(file, "是 Strict Open XML 格式", "is in the format Strict Open XML", PLEASE_ORDINARY)


def _rows(file: str, sheet: Any, markings: Markings) -> Iterator[Row]:
    """The rows with what their cells share with the rows above them."""
    sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
    rows = [
        replace(row, hidden=row.number in markings.hidden)
        for row in rows_of(file, sheet.iter_rows(), markings)
    ]
    by_number = {row.number: row for row in rows}
    shared = markings.shared([row.number for row in rows])
    for row in rows:
        cells, marks = list(row.cells), dict(row.marks)
        for one in shared.get(row.number, ()):
            first = by_number.get(one.first)
            place = one.column - 1
            if first is None or place >= len(first.cells):
                continue
            cells += [""] * (place + 1 - len(cells))
            cells[place] = first.cells[place]
            marks[place] = replace(first.marks.get(place, Mark("value")), merged=one.ref)
        yield replace(row, cells=tuple(cells), marks=marks)


def rows_of(file: str, values: Iterable[Iterable[Any]], markings: Markings | None = None) -> Iterator[Row]:
    """The rows that hold anything, within bounds."""
    uncomputed = markings.uncomputed if markings else frozenset()
    for number, cells in enumerate(values, 1):
        row = tuple(cells)
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
        texts = tuple(cell_text(cell.value) for cell in row)
        marks = {place: mark for place, cell in enumerate(row) if (mark := _mark(cell))}
        marks |= {place: Mark("formula") for place in range(len(row)) if (number, place + 1) in uncomputed}
        if any(texts) or marks:
            yield Row(number, texts, marks)


def cell_text(value: Any) -> str:
    """A cell as the text a person reads; a number to the digits a spreadsheet program shows."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{Decimal(f'{value:.{AS_SHOWN}g}'):f}"
    return seen(str(value)).strip()


def _mark(cell: Any) -> Mark | None:
    if cell.data_type == "e":
        return Mark("error", cell_text(cell.value))
    if cell.data_type == "n" and isinstance(cell.value, int | float):
        fixed = FIXED.fullmatch(cell.number_format or "")
        return Mark("number", f"{Decimal(repr(cell.value)):.{len(fixed['part'] or '')}f}" if fixed else "")
    return None


def _fault(file: str, zh: str, en: str, mend: Text = PLEASE_CHECK) -> ImportFault:
    return ImportFault(Text(f"{file}：{zh}。", f"{file} {en}."), mend)
