"""Words of the page that tells which methods are lawful."""

from daylight.core.values.text import Text

WORDS = {
    "methods.title": Text("可以采用哪些采购方式", "Which methods are lawful"),
    "methods.lead": Text(
        "填写预算，回答至多五个问题，按 {day} 的规定列出可以采用的方式、所需批准，以及其他方式为何不可。",
        "Give the budget and answer at most five questions. By the law of {day} you see which methods are lawful, "
        "which approvals they need, and why the others are not lawful.",
    ),
    "methods.link": Text("可以采用哪些采购方式？", "Which methods are lawful?"),
    "methods.object": Text("采购对象", "What is bought"),
    "methods.budget": Text("预算（整数，{currency}）", "Budget (whole {currency})"),
    "methods.before": Text(
        "本年度同预算同品目已用其他方式采购（{currency}）", "Bought this year by other methods ({currency})"
    ),
    "methods.original": Text(
        "添购所属原合同金额（{currency}）", "Contract an addition belongs to ({currency})"
    ),
    "methods.catalogue": Text("属于集中采购目录", "it is in the centralized catalogue"),
    "methods.wrong": Text(
        "预算应为大于零的整数，例如 1500000。", "The budget is a whole number above zero, such as 1500000."
    ),
    "methods.ask": Text("查看", "Show"),
    "methods.answer": Text("结果", "The answer"),
    "methods.outside": Text(
        "低于采购限额标准且不在目录内，不适用采购法律：",
        "Below the limit and outside the catalogue, procurement law does not apply:",
    ),
    "methods.method": Text("采购方式", "Method"),
    "methods.verdict": Text("结论", "Lawful?"),
    "methods.why": Text("理由", "Why"),
    "methods.lawful": Text("可以采用", "lawful"),
    "methods.barred": Text("不可采用", "not lawful"),
    "methods.approval": Text(
        "活动开始前须报财政部门批准：", "The finance department approves it before the activity starts:"
    ),
}
