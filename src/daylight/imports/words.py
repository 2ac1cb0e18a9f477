"""The findings on rows as a whole: what is wrong and what would correct it, in both languages."""

from __future__ import annotations

from daylight.core.values.text import Text
from daylight.imports.cells import Finding


def no_header() -> Finding:
    """No row of the sheet names its columns."""
    return Finding(
        "sheet.no-header",
        Text("此表没有可识别的表头", "no header of this sheet is recognised"),
        Text(
            "请保留含“采购项目名称”“预计采购时间”等列名的表头行",
            "keep the row that names item, month and the rest",
        ),
    )


def no_buyer() -> Finding:
    """Neither a column nor the title names the buyer."""
    return Finding(
        "row.no-buyer",
        Text("没有采购人", "no buyer is named"),
        Text("请填写采购人，或补全标题", "name the buyer, or complete the title"),
    )


def no_item() -> Finding:
    """The row names no item."""
    return Finding(
        "row.no-item",
        Text("没有采购项目名称", "no item is named"),
        Text("请填写项目名称，或删除此行", "name the item, or delete the row"),
    )


def no_answer(said: str) -> Finding:
    """Yes or no is expected."""
    return Finding(
        "row.no-answer",
        Text(f"预留一栏“{said[:40]}”不是“是”或“否”", f"“{said[:40]}” is neither yes nor no"),
        Text("请填写“是”或“否”", "write yes or no"),
    )


def shifted_alone() -> Finding:
    """The row stands one column aside, and no clean row says the same."""
    return Finding(
        "row.shifted",
        Text(
            "内容错位一列，且没有相同的正常行",
            "the row stands one column aside and no clean row says the same",
        ),
        Text("请将各格移回对应列后再导入", "move its cells below their headers and import again"),
    )


def needs_unequal(needs: int, items: int) -> Finding:
    """Need texts and items of a notice differ in number."""
    return Finding(
        "need.unequal",
        Text(
            f"同一公告有 {needs} 条需求、{items} 个项目，无法配对",
            f"the notice has {needs} need texts and {items} items, so they can't be paired",
        ),
        Text(
            "请在原公告中核对，把需求填入对应项目", "look into the notice and write each need beside its item"
        ),
    )
