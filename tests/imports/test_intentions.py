"""Each kind of dirt, in workbooks built here; and that rows in are rows accounted, whatever they hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.values.money import Money
from imports.lists import FORM, ITEMS, OVERVIEW, codes, items, kinds, overview, seen

ROW = ("书架采购项目", "更换书架 120 组。", "48.000000", "是", "2026年04月")


def test_a_clean_row_of_items_is_read_whole():
    (told,) = seen(ITEMS, items("1", *ROW)).confirm()
    assert (told.buyer, told.item, told.need) == ("晴川市图书馆", ROW[0], ROW[1])
    assert (told.amount, told.month, told.reserved_for_smes) == (Money(48_000_000, "CNY"), "2026-04", True)
    assert (told.region, told.place.row) == ("晴川省", 2)


def test_columns_are_found_by_their_words_in_any_order():
    order = [3, 7, 0, 5, 8, 4, 6, 1, 2]
    row = overview("晴川市图书馆", "书架", "48.000000", "2026年04月")
    turned = [tuple(one[place] for place in order) for one in (OVERVIEW, row)]
    moved, straight = (seen(*rows).confirm()[0] for rows in (turned, (OVERVIEW, row)))
    assert moved == straight


def test_a_header_below_a_title_is_found():
    preview = seen(("2026 年采购意向汇总",), OVERVIEW, overview("图书馆", "书架", "48.000000", "2026年04月"))
    assert kinds(preview) == ["header", "header", "clean"]


def test_repeated_headers_are_headers_with_brackets_of_any_width():
    names = (
        "采购项目名称",
        "采购需求概况",
        "预算金额（万元）",
        "拟面向中小企业预留",
        "预计采购时间（填写到月）",
        "备注",
    )
    pair = overview("图书馆", "采购需求概况", "拟面向中小企业预留", "备注")
    assert kinds(seen(ITEMS, items(*names), items("1", *ROW))) == ["header", "header", "clean"]
    assert kinds(seen(OVERVIEW, pair)) == ["header", "header"]


def test_a_shifted_row_repeats_the_clean_row_that_says_the_same():
    preview = seen(ITEMS, items(*ROW), items("1", *ROW))
    assert kinds(preview) == ["header", "repeat", "clean"]
    assert preview.readings[1].repeats == preview.readings[2].place


def test_a_shifted_row_without_its_clean_row_is_told_and_not_taken():
    preview = seen(ITEMS, items(*ROW), items("1", *ROW[:2], "48.100000", *ROW[3:]))
    assert kinds(preview) == ["header", "unusable", "clean"]
    assert codes(preview) == ["row.shifted"]


def test_shifted_need_texts_are_proposed_for_the_items_of_their_notice_in_order():
    rows = [overview("图书馆", f"需求\n{n}", "是", None) for n in (1, 2)]
    rows += [overview("图书馆", f"项目{n}", "48.000000", "2026年04月") for n in (1, 2)]
    rows += [overview("图书馆", "别的公告", "48.000000", "2026年04月", link="https://x/2")]
    preview = seen(OVERVIEW, *rows)
    assert kinds(preview) == ["header", "need", "need", "clean", "clean", "clean"]
    assert [(p.whole.item, p.whole.need) for p in preview.proposals] == [
        ("项目1", "需求\n1"),
        ("项目2", "需求\n2"),
    ]
    assert [told.need for told in preview.confirm()] == ["", "", ""]
    one = preview.confirm([preview.proposals[1].id])
    assert [(told.need, told.reserved_for_smes) for told in one] == [
        ("", None),
        ("需求\n2", True),
        ("", None),
    ]


def test_need_texts_that_don_t_match_their_items_in_number_are_told():
    rows = [overview("图书馆", f"需求{n}", "否", None) for n in (1, 2)]
    preview = seen(OVERVIEW, *rows, overview("图书馆", "项目", "48.000000", "2026年04月"))
    assert kinds(preview) == ["header", "unusable", "unusable", "clean"]
    assert codes(preview) == ["need.unequal", "need.unequal"]


def test_what_is_wrong_with_a_row_is_named_with_what_would_mend_it():
    good = dict(zip(("item", "need", "amount", "reserved", "month"), ROW, strict=True))

    def spoiled(**wrong):
        return items("1", *{**good, **wrong}.values())

    rows = {
        "amount.unreadable": spoiled(amount="待定"),
        "amount.not-whole": spoiled(amount="1.00000005"),
        "amount.zero": spoiled(amount="0.000000"),
        "amount.no-unit": spoiled(amount="5 箱"),
        "month.unreadable": spoiled(month="2026年13月"),
        "row.no-item": spoiled(item=None),
        "row.no-buyer": items("1", *ROW, title="政府采购意向"),
    }
    preview = seen(ITEMS, *rows.values())
    assert codes(preview) == list(rows)
    for reading in preview.readings[1:]:
        for text in (reading.finding.what, reading.finding.mend):
            assert text.zh
            assert text.en


def test_an_amount_without_any_unit_is_not_guessed():
    preview = seen(OVERVIEW, overview("图书馆", "书架", "48", "2026年04月"))
    assert codes(preview) == ["amount.no-unit"]


def test_an_item_without_an_amount_is_kept_without_one():
    (told,) = seen(ITEMS, items("1", ROW[0], ROW[1], None, "否", "2026年04月")).confirm()
    assert (told.amount, told.reserved_for_smes) == (None, False)


def test_a_sheet_without_a_header_is_told_row_by_row():
    preview = seen(("a", "b"), (None, None), (1, 2))
    assert [(r.place.row, r.finding.code) for r in preview.readings] == [
        (1, "sheet.no-header"),
        (3, "sheet.no-header"),
    ]


CELL = st.one_of(
    st.none(),
    st.sampled_from(
        [*ROW, "1", "否", "采购需求概况", "备注", "2026年13月", "0.000000", TITLE := "甲局2026年03月(至)06月"]
    ),
    st.text(alphabet="是否年月0123456789.（）() 甲\n", max_size=8),
)


@given(st.sampled_from([ITEMS, OVERVIEW]), st.lists(st.lists(CELL, max_size=15), max_size=8))
@settings(max_examples=60, deadline=None)
def test_rows_in_are_rows_accounted(header, rows):
    preview = seen(header, *rows)
    filled = [n for n, row in enumerate([header, *rows], 1) if any(str(c or "").strip() for c in row)]
    assert [reading.place.row for reading in preview.readings] == filled
    assert sum(preview.counts().values()) == len(filled)
    assert len(preview.confirm()) == preview.counts()["clean"]
    for reading in preview.readings:
        assert (reading.intention is not None) == (reading.kind == "clean")
        assert (reading.finding is not None) == (reading.kind == "unusable")
        assert (reading.repeats is not None) == (reading.kind == "repeat")
        assert (reading.need is not None) >= (reading.kind == "need")


def test_the_form_knows_no_word_for_two_fields():
    assert FORM.words["采购需求概况"] == "need"
    assert FORM.words["预算金额"] == "amount"
