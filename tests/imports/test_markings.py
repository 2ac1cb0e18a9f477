"""What a sheet says beside its values: merged cells, hidden rows and sheets, formulas, errors, numbers."""

import io

import openpyxl
import pytest

from daylight.imports.fault import ImportFault
from daylight.imports.preview import preview_of
from daylight.imports.workbook import read_workbook
from imports.lists import FORM, codes, kinds

HEADER = (
    "序号",
    "地区",
    "采购人",
    "采购项目名称",
    "需求概况",
    "预算金额(万元)",
    "是否面向中小企业预留",
    "预计采购时间",
)


def row(
    number,
    item="阅览桌",
    *,
    buyer="晴川市图书馆",
    region="晴川市",
    amount="12.5",
    reserved="是",
    month="2026年4月",
):
    return [number, region, buyer, item, "需求", amount, reserved, month]


def read(*rows, change=lambda book: None, hidden=False):
    """The preview of a workbook whose first sheet has these rows, after it was changed."""
    book = openpyxl.Workbook()
    for one in (HEADER, *rows):
        book.active.append(one)
    change(book)
    written = io.BytesIO()
    book.save(written)
    return preview_of(read_workbook("list.xlsx", written.getvalue()), FORM, hidden=hidden)


def merged(*ranges):
    def change(book):
        for one in ranges:
            book.active.merge_cells(one)

    return change


@pytest.mark.parametrize(
    ("field", "column", "value"), [("buyer", "C", "晴川市图书馆"), ("region", "B", "晴川市")]
)
def test_a_cell_merged_over_rows_counts_for_each_of_them(field, column, value):
    rows = [
        row(1),
        row(2, "书架", **{field: None}),
        row(3, "梯子", **{field: None}),
        row(4, "灯", **{field: "别处"}),
    ]
    told = read(*rows, change=merged(f"{column}2:{column}4")).confirm()
    assert [getattr(one, field) for one in told] == [value, value, value, "别处"]


def test_an_answer_and_a_month_merged_over_rows_count_for_each_of_them():
    rows = [row(1, reserved="否"), row(2, "书架", reserved=None, month=None)]
    told = read(*rows, change=merged("G2:G3", "H2:H3")).confirm()
    assert [(one.reserved_for_smes, one.month) for one in told] == [(False, "2026-04")] * 2


def test_one_amount_merged_over_rows_is_told_for_each_of_them_and_taken_for_none():
    preview = read(row(1), row(2, "书架", amount=None), row(3, "灯"), change=merged("F2:F3"))
    assert kinds(preview) == ["header", "unusable", "unusable", "clean"]
    assert codes(preview) == ["amount.shared"] * 2
    assert "F2:F3" in preview.readings[2].finding.what.en


def test_cells_merged_over_columns_give_nothing_to_their_neighbours():
    rows = [row(1), [2, "晴川市", "晴川市图书馆", "书架", None, "3", "是", "2026年5月"]]
    told = read(*rows, change=merged("D3:E3")).confirm()
    assert [(one.item, one.need) for one in told] == [("阅览桌", "需求"), ("书架", "")]


def test_merged_ranges_that_overlap_are_a_damaged_file():
    def change(book):
        book.active.merged_cells.ranges = [
            openpyxl.worksheet.cell_range.CellRange(one) for one in ("B2:B4", "B3:B5")
        ]

    with pytest.raises(ImportFault) as told:
        read(*(row(n) for n in range(1, 5)), change=change)
    assert "damaged" in told.value.what.en


@pytest.mark.parametrize(
    ("column", "field"), [("F", "amount"), ("D", "item"), ("H", "month"), ("C", "buyer")]
)
def test_a_formula_nobody_has_computed_is_told_by_its_cell(column, field):
    preview = read(row(1), row(2, **{"item": "书架", field: "=1+1"}))
    assert kinds(preview) == ["header", "clean", "unusable"]
    assert codes(preview) == ["cell.no-result"]
    assert f"{column}3" in preview.readings[2].finding.what.zh


@pytest.mark.parametrize("said", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
@pytest.mark.parametrize("field", ["item", "need_at_place", "buyer", "amount", "reserved"])
def test_the_error_value_of_a_formula_is_no_word(said, field):
    wrong = row(2, **{"item": "书架"} | ({field: said} if field != "need_at_place" else {}))
    if field == "need_at_place":
        wrong[4] = said
    preview = read(row(1), wrong)
    assert kinds(preview) == ["header", "clean", "unusable"]
    assert codes(preview) == ["cell.error"]
    assert said in preview.readings[2].finding.what.en


def hide(book):
    book.active.row_dimensions[3].hidden = True
    draft = book.create_sheet("旧稿")
    for one in (HEADER, row(9, "作废")):
        draft.append(one)
    draft.sheet_state = "hidden"


def test_hidden_rows_and_sheets_are_told_and_left_out_until_they_are_confirmed():
    rows = [row(1), row(2, "书架")]
    preview = read(*rows, change=hide)
    assert kinds(preview) == ["header", "clean", "hidden", "hidden", "hidden"]
    assert codes(preview) == ["row.hidden", "sheet.hidden", "sheet.hidden"]
    assert [one.item for one in preview.confirm()] == ["阅览桌"]
    assert [one.item for one in read(*rows, change=hide, hidden=True).confirm()] == ["阅览桌", "书架", "作废"]


@pytest.mark.parametrize(
    ("month", "shown", "wanted"),
    [
        (2026.1, "General", None),
        (2026.10, "0.0", None),
        (2026.10, "0.00", "2026-10"),
        (2026.01, "0.00", "2026-01"),
        (2026.11, "General", "2026-11"),
        (2026.9, "General", "2026-09"),
        (202604, "General", "2026-04"),
        ("2026.10", "General", "2026-10"),
        ("2026.1", "General", "2026-01"),
    ],
)
def test_a_month_written_as_a_number_is_read_as_it_is_shown_or_told(month, shown, wanted):
    def change(book):
        book.active["H2"].number_format = shown

    preview = read(row(1, month=month), change=change)
    if wanted is None:
        assert codes(preview) == ["month.number"]
    else:
        assert [one.month for one in preview.confirm()] == [wanted]


@pytest.mark.parametrize(("cell", "answer"), [(True, True), (False, False), ("☑", True), ("□", False)])
def test_a_checkbox_is_yes_or_no(cell, answer):
    assert [one.reserved_for_smes for one in read(row(1, reserved=cell)).confirm()] == [answer]


@pytest.mark.parametrize("words", ["部分", "30%", "是（预留30%）", "非预留", "见附件"])
def test_an_answer_that_is_neither_yes_nor_no_is_kept_in_its_words(words):
    (told,) = read(row(1, reserved=words)).confirm()
    assert (told.reserved_for_smes, told.reserved_words) == (None, words)


def test_two_rows_that_say_the_same_count_once_and_are_named():
    preview = read(row(1), row(2), row(3, "书架"))
    assert kinds(preview) == ["header", "clean", "clean", "clean"]
    assert preview.readings[2].repeats == preview.readings[1].place
    assert preview.readings[1].repeats is None
    assert len({one.identity for one in preview.confirm()}) == 2


def test_a_number_of_a_month_merged_over_rows_is_as_ambiguous_as_one():
    rows = [row(1, month=2026.1), row(2, "书架", month=None)]
    assert codes(read(*rows, change=merged("H2:H3"))) == ["month.number"] * 2


def test_rows_hidden_by_a_filter_are_told_too():
    def filtered(book):
        book.active.auto_filter.ref = "A1:H4"
        book.active.row_dimensions[2].hidden = True

    assert kinds(read(row(1), row(2, "书架"), change=filtered)) == ["header", "hidden", "clean"]
