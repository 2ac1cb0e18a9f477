"""Lists of intentions for tests: a form, workbooks of given rows, and what was read of them."""

from daylight.imports.form import read_form
from daylight.imports.preview import preview_of
from daylight.imports.sample import workbook
from daylight.imports.workbook import read_workbook
from world import SRC

FORM = read_form(SRC / "daylight_cn")
OVERVIEW = ("序号", "分类1", "分类2", "地市", "客户名称", "项目名称", "金额", "预计时间", "link")
ITEMS = (
    "序号", "地区", "标题", "采购方式", "项目类型", "发布时间", "子序号", "采购项目名称", "采购需求概况",
    "预算金额(万元)", "拟面向中小企业预留", "预计采购时间", "备注", "Link",
)  # fmt: skip
TITLE = "晴川市图书馆2026年03月(至)06月政府采购意向"


def overview(buyer, item, amount, month, link="https://x/1"):
    return (1, None, "意向", "晴川省", buyer, item, amount, month, link)


def items(*cells, title=TITLE, link="https://x/1"):
    return (1, "晴川省", title, None, None, "2026-02-10 09:30:00", *cells, *[None] * (7 - len(cells)), link)


def seen(*rows, file="list.xlsx"):
    """The preview of one workbook."""
    return preview_of(read_workbook(file, workbook(rows)), FORM)


def kinds(preview):
    return [reading.kind for reading in preview.readings]


def codes(preview):
    return [reading.finding.code for reading in preview.readings if reading.finding]
