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


def hidden_row() -> Finding:
    """A row that a person who opens the file does not see."""
    return Finding(
        "row.hidden",
        Text("此行已隐藏，未采用", "the row is hidden and left out"),
        Text("如需采用，请取消隐藏，或加 --hidden", "show it, or add --hidden, if it counts"),
    )


def hidden_sheet() -> Finding:
    """A sheet that a person who opens the file does not see."""
    return Finding(
        "sheet.hidden",
        Text("此工作表已隐藏，未采用", "the sheet is hidden and left out"),
        Text("如需采用，请取消隐藏，或加 --hidden", "show it, or add --hidden, if it counts"),
    )


def error_value(cell: str, said: str) -> Finding:
    """A formula went wrong and says so where a value should stand."""
    return Finding(
        "cell.error",
        Text(f"单元格 {cell} 是公式错误值 {said}", f"cell {cell} holds {said}, the error value of a formula"),
        Text("请在电子表格软件中改正公式，或填写数值", "correct the formula, or write the value"),
    )


def no_result(cell: str) -> Finding:
    """Whatever wrote the file has not computed its formulas."""
    return Finding(
        "cell.no-result",
        Text(f"单元格 {cell} 是没有计算结果的公式", f"cell {cell} holds a formula without a stored result"),
        Text("请用电子表格软件打开并保存后再导入", "open and save the file in a spreadsheet program"),
    )


def shared_amount(range: str) -> Finding:
    """One amount for several rows is the sum of them, or the amount of each: nobody can tell."""
    return Finding(
        "amount.shared",
        Text(f"金额合并于 {range}，无法分到各行", f"one amount is merged over {range}"),
        Text("请取消合并，逐行填写金额", "take the cells apart and write the amount of each row"),
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
