"""Words for refusals of what follows a framework agreement."""

from daylight.core.values.text import Text

WORDS = {
    "framework.filed-differ": (
        Text("应列明全部已成立、尚未备案的 {waiting} 份协议，现列 {named} 份", "{waiting} agreements are not filed yet, and {named} are named"),
        Text("请列明全部待备案的协议", "name all that are not filed yet"),
    ),
    "framework.told-differ": (
        Text("应列明全部已成立、尚未告知的 {waiting} 份协议，现列 {named} 份", "users do not know of {waiting} agreements, and {named} are named"),
        Text("请列明全部待告知的协议", "name all that users do not know of"),
    ),
    "framework.not-over": (
        Text("框架协议至 {until} 期满，尚未届满", "the agreements end on {until}, which is not over"),
        Text("请待期满后公告", "wait for their end"),
    ),
    "framework.summed-before": (
        Text("采购包 {lot} 的成交汇总已经公告", "the summary of lot {lot} is public already"),
        Text("无需再次公告", "nothing needs to be done"),
    ),
    "framework.summary-differs": (
        Text("成交汇总应逐一列明 {listed} 家，所列 {named} 家与成交记录不符", "the summary has one line for each of the {listed} listed suppliers, as they were called off; {named} lines differ from that"),
        Text("请按入围记录的成交数量和金额汇总", "add up the call-offs of each listing"),
    ),
    "framework.no-ground": (
        Text("没有写明法定或约定的清退情形（现为：{ground}）", "the ground of the removal is none the method provides: {ground}"),
        Text("请选择清退情形", "choose a ground of the method"),
    ),
    "framework.not-cheaper": (
        Text("协议外单价 {price} 不低于入围供应商的最低协议价 {least}", "the price off the list, {price}, is not below the lowest price agreed, {least}"),
        Text("请从入围供应商中成交", "call off from the list"),
    ),
    "framework.on-the-list": (
        Text("协议外供应商须已登记，且从未入围：{supplier}", "a supplier off the list is registered and never was on the list: {supplier}"),
        Text("请从其入围记录中成交，或选择其他供应商", "call off from its listing, or buy from another supplier"),
    ),
    "framework.not-all-asked": (
        Text("有效入围供应商 {able} 家，其中 {asked} 家有不能同价的书面答复", "each of the {able} suppliers on the list must answer in writing that it does not match the price; {asked} answers are given"),
        Text("请逐一征询入围供应商并附答复", "ask every supplier on the list and attach its answer"),
    ),
    "framework.other-item": (
        Text("采购包 {lot} 的协议外采购应为同一标的，且数量、单价与预算相符", "a purchase off the list is one lot of the item of lot {lot}, and its budget is price times quantity"),
        Text("请按框架协议的标的登记", "state the item as the framework does"),
    ),
}  # fmt: skip
