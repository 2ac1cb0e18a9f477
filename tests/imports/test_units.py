"""The unit of a column: by the whole cell of its header or the line above, exactly or not at all."""

import pytest

from daylight.core.values.money import Money
from daylight.imports.cells import Finding
from daylight.imports.units import unit_of
from imports.lists import FORM, codes, seen

WORTH = {
    "百元": 10_000,
    "千元": 10**5,
    "十万元": 10**7,
    "百万元": 10**8,
    "千万元": 10**9,
    "亿元": 10**10,
    "元": 100,
}
OTHER = ["美元", "万美元", "日元", "欧元", "港币", "英镑", "USD", "单位：万美元", "新台币"]


def listed(header, amount, *above):
    rows = [(line,) for line in above]
    row = ("晴川市图书馆", "书架", amount, "2026年4月")
    return seen(*rows, ("采购人", "采购项目名称", header, "预计采购时间"), row)


@pytest.mark.parametrize("unit", WORTH)
@pytest.mark.parametrize(
    "form", ["预算金额（{}）", "预算金额（单位：{}）", "预算金额{}", "金额 [{}]", "采购预算(人民币{},含税)"]
)
def test_a_unit_in_the_header_is_worth_what_it_says(unit, form):
    header = form.format(unit)
    if "[" in form:
        header = header.replace("[", "(").replace("]", ")")
    (told,) = listed(header, 2).confirm()
    assert told.amount == Money(2 * WORTH[unit], "CNY")


@pytest.mark.parametrize("said", OTHER)
@pytest.mark.parametrize("form", ["预算金额（{}）", "预算金额{}"])
def test_another_currency_is_told_and_never_ours(said, form):
    if "：" in said and "（" not in form:
        pytest.skip("a colon stands in brackets")
    assert codes(listed(form.format(said), 2)) == ["amount.other-currency"]


@pytest.mark.parametrize("said", ["万万元", "半元", "十亿元", "打元", "金圆"])
def test_a_unit_that_is_not_known_is_told_and_never_guessed(said):
    assert codes(listed(f"预算金额（{said}）", 2)) == ["amount.unknown-unit"]
    assert codes(listed(f"预算金额{said}", 2)) == ["amount.unknown-unit"]


def test_the_line_above_the_header_says_the_unit_where_the_header_does_not():
    (told,) = listed("预算金额", 2, "2026年采购意向", "单位：千元").confirm()
    assert told.amount == Money(2 * 10**5, "CNY")
    (told,) = listed("预算金额", 2, "采购意向表（金额单位:百万元）").confirm()
    assert told.amount == Money(2 * 10**8, "CNY")
    assert codes(listed("预算金额", 2, "单位：万美元")) == ["amount.other-currency"]


def test_header_and_line_above_that_differ_are_told():
    assert codes(listed("预算金额（元）", 2, "单位：万元")) == ["amount.two-units"]
    assert unit_of("预算金额（万元）", ["单位：万元"], FORM) == "万元"


def test_a_rate_is_no_unit():
    assert codes(listed("预算金额（元/月）", 2)) == ["amount.no-unit"]


@pytest.mark.parametrize("said", ["2美元", "2万美元", "2 USD"])
def test_a_cell_in_another_currency_is_told_whatever_its_header_says(said):
    assert codes(listed("预算金额（万元）", said)) == ["amount.other-currency"]


def test_a_column_without_money_words_in_its_brackets_has_no_unit():
    assert unit_of("预算金额（分年度）", [], FORM) == ""
    assert not isinstance(unit_of("预算金额（含税）（万元）", [], FORM), Finding)


@pytest.mark.parametrize(
    "title",
    [
        "晴川市图书馆2026年03月（至）06月政府采购意向",
        "晴川市图书馆2026年政府采购意向公开",
        "关于晴川市图书馆2026年4月采购意向的公告",
        "采购单位（盖章）：晴川市图书馆",
        "采购人名称: 晴川市图书馆 ",
    ],
)
def test_the_buyer_stands_in_a_line_above_the_header_of_the_official_form(title):
    header = ("序号", "采购项目名称", "采购需求概况", "预算金额（万元）", "预计采购时间（填写到月）", "备注")
    (told,) = seen(
        (title,), ("现公开如下：",), header, (1, "书架", "更换", 30.5, "2026年4月", None)
    ).confirm()
    assert (told.buyer, told.amount) == ("晴川市图书馆", Money(30_500_000, "CNY"))
