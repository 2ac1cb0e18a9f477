"""Words for refusals of replenishments."""

from daylight.core.values.text import Text

WORDS = {
    "framework.not-convenor": (
        Text("{organisation} 不是该框架协议的征集人", "{organisation} did not make this framework"),
        Text("请由征集人办理补充征集", "let who made the framework call more suppliers"),
    ),
    "framework.not-foreseen": (
        Text("采购包 {lot} 的首次征集未约定补充征集", "the first call for lot {lot} does not say that more suppliers may be called"),
        Text("请另行征集", "make a new framework"),
    ),
    "framework.enough-left": (
        Text("入围 {listed} 家，剩余 {left} 家，不低于 {share}，或未列明全部入围记录", "{left} of {listed} are left, which is not below {share}, or not all listings are named"),
        Text("剩余比例低于规定时才可补充征集", "call more only when fewer than that share are left"),
    ),
    "framework.no-shortage": (
        Text("未说明采购包 {lot} 的框架协议执行受到何种影响", "it is not said how the shortage hurts lot {lot}"),
        Text("请用两种语言说明影响", "say it in both languages"),
    ),
    "framework.other-call": (
        Text("采购包 {lot} 的补充征集与首次征集的条件、程序或评审办法不同", "lot {lot} is not called on the terms of the first call"),
        Text("请采用首次征集的需求、条款、资格和成交方式", "take need, terms, qualification and ways from the first call"),
    ),
    "framework.listed-before": (
        Text("{organisation} 已在名单上或曾在名单上", "{organisation} is on the list, or was"),
        Text("补充征集面向其他供应商", "a replenishment is for others"),
    ),
    "framework.signed-elsewhere": (
        Text("框架协议在原案卷 {framework} 中签署", "the agreement is signed in the framework {framework}"),
        Text("请先将新入围供应商并入名单", "take those listed up into the framework first"),
    ),
    "framework.outlives-the-first": (
        Text("后入围供应商的协议至 {until}，不得晚于首批协议的 {last}", "an agreement until {until} would outlive the first ones, which end on {last}"),
        Text("请采用首批协议的期限", "end it with the first"),
    ),
    "framework.joined-differ": (
        Text("应并入补充征集入围的全部 {listed} 家，所列 {named} 家与之不符或已并入", "the replenishment listed {listed}; the {named} named are not those, or have joined before"),
        Text("请按补充征集的入围结果并入", "take up all it listed, as it listed them"),
    ),
}  # fmt: skip
