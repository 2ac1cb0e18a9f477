"""Words for refusals of replenishments."""

from daylight.core.values.text import Text

WORDS = {
    "framework.not-convenor": (
        Text("{organisation} 不是该框架协议的征集人", "{organisation} is not the convenor of this framework"),
        Text("请由征集人办理补充征集", "the convenor calls more suppliers"),
    ),
    "framework.not-foreseen": (
        Text("采购包 {lot} 的首次征集未约定补充征集", "the first call for lot {lot} does not provide for more suppliers"),
        Text("请另行征集", "make a new framework"),
    ),
    "framework.enough-left": (
        Text("剩余入围供应商（{listed} 家中的 {left} 家）须低于 {share}，并列明全部入围记录", "a replenishment needs fewer than {share} of the suppliers left, and names every listing; {left} of {listed} are left"),
        Text("剩余比例低于规定时才可补充征集", "call more suppliers only when fewer than that share are left"),
    ),
    "framework.no-shortage": (
        Text("未说明采购包 {lot} 的框架协议执行受到何种影响", "the reason does not say how the shortage affects lot {lot}"),
        Text("请用两种语言说明影响", "state it in both languages"),
    ),
    "framework.other-call": (
        Text("采购包 {lot} 的补充征集须与首次征集的条件、程序和评审办法相同", "more suppliers for lot {lot} are called on the terms of the first call"),
        Text("请采用首次征集的需求、条款、资格和成交方式", "take need, terms, qualification and ways of calling off from the first call"),
    ),
    "framework.listed-before": (
        Text("{organisation} 已在名单上或曾在名单上", "{organisation} is on the list, or was on it"),
        Text("补充征集面向其他供应商", "a replenishment is for other suppliers"),
    ),
    "framework.signed-elsewhere": (
        Text("框架协议在首次征集的项目中签署", "the agreement is signed in the case of the first call"),
        Text("请先将新入围供应商并入名单", "take the listed suppliers up into the framework first"),
    ),
    "framework.outlives-the-first": (
        Text("后入围供应商的协议至 {until}，不得晚于首批协议的 {last}", "the agreement ends on {until}, later than the first ones, which end on {last}"),
        Text("请采用首批协议的期限", "choose the same end as the first agreements"),
    ),
    "framework.joined-differ": (
        Text("应一次并入补充征集入围的全部 {listed} 家，现列 {named} 家", "all {listed} suppliers of the replenishment join once, as it listed them; {named} are named"),
        Text("请按补充征集的入围结果并入", "name them as the replenishment listed them"),
    ),
}  # fmt: skip
