"""Words for refusals of what follows a framework agreement."""

from daylight.core.values.text import Text

WORDS = {
    "framework.filed-differ": (
        Text("应备案的框架协议为 {waiting} 份，所列 {named} 份与之不符，或没有备案文件", "{waiting} agreements are to be filed; the {named} named are not those, or nothing was filed"),
        Text("请列明全部已成立、尚未备案的协议", "name all that stand and are not filed"),
    ),
    "framework.told-differ": (
        Text("应告知的框架协议为 {waiting} 份，所列 {named} 份与之不符，或没有说明", "users are to be told of {waiting} agreements; the {named} named are not those, or nothing is said"),
        Text("请列明全部已成立、尚未告知的协议，并用两种语言说明", "name all that stand and are not told, in both languages"),
    ),
    "framework.not-over": (
        Text("框架协议至 {until}，尚未期满，或已公告汇总", "the agreements end on {until}, which has not passed, or they are summed up already"),
        Text("期满后公告一次", "publish the summary once they are over"),
    ),
    "framework.summary-differs": (
        Text("成交汇总应逐一列明 {listed} 家，所列 {named} 家与成交记录不符", "the summary has a line for each of {listed} listed; the {named} lines are not what was called off"),
        Text("请按入围记录的成交数量和金额汇总", "sum up what the listings say"),
    ),
    "framework.no-ground": (
        Text("清退理由 {ground} 不属于法定或约定情形，或没有证据", "{ground} is no ground for removal, or there is no evidence"),
        Text("请选择清退情形并附证据", "name a ground and attach evidence"),
    ),
    "framework.not-cheaper": (
        Text("协议外单价 {price} 分不低于入围供应商的最低协议价 {least} 分", "{price} minor units off the list are not below the lowest price agreed, {least}"),
        Text("请从入围供应商中成交", "call off from the list"),
    ),
    "framework.on-the-list": (
        Text("{supplier} 在名单上或曾在名单上", "{supplier} is on the list, or was"),
        Text("请从其入围记录中成交，或选择其他供应商", "call off from its listing, or buy from somebody else"),
    ),
    "framework.not-all-asked": (
        Text("有效入围供应商 {able} 家，其中 {asked} 家有不能同价的书面答复", "{able} suppliers are on the list; {asked} have answered in writing that they do not match the price"),
        Text("请逐一征询入围供应商并附答复", "ask every supplier of the list and attach its answer"),
    ),
    "framework.other-item": (
        Text("采购包 {lot} 的协议外采购应为同一标的，且数量、单价与预算相符", "off the list one buys the item of lot {lot}, at a price, quantity and budget that agree"),
        Text("请按框架协议的标的登记", "state the item as the framework has it"),
    ),
}  # fmt: skip
