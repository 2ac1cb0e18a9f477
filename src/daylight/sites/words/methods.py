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
        "请写大于零的整数（不带“万”等单位），例如 1500000。",
        "Write a whole number above zero without a unit, such as 1500000.",
    ),
    "methods.wrong-before": Text(
        "请写整数（不带“万”等单位），没有则写 0 或留空。",
        "Write a whole number without a unit; 0 or nothing where there is none.",
    ),
    "methods.wrong-choice": Text(
        "地址中有无法识别的选项，请在下方重新选择。",
        "The address names a choice that is not known; choose again below.",
    ),
    "until.title": Text("到什么时候？", "Until when?"),
    "until.link": Text("期限到哪一天？", "Until when?"),
    "until.lead": Text(
        "选一个法定期限和起算日，给出截止日、理由和跳过的休息日；也可以从截止日倒推。",
        "Choose a period and the day it starts from; the answer is the day, its reason and the days of rest "
        "skipped. It can be counted backwards too.",
    ),
    "until.period": Text("期限", "Period"),
    "until.day": Text("起算事件之日", "Day of the event"),
    "until.back": Text("倒推：上面是期限另一端之日", "backwards: the day above is the other end"),
    "until.wrong": Text("“{said}”不是日期，请写 2026-07-01。", "“{said}” is not a day; write 2026-07-01."),
    "until.unknown": Text(
        "地址中的期限无法识别，请重新选择。", "The address names no known period; choose again."
    ),
    "until.last": Text("最迟 {day}", "By {day}"),
    "until.first": Text("不早于 {day}", "Not before {day}"),
    "until.event-first": Text("起算事件最早为 {day}", "The event at the earliest on {day}"),
    "until.event-last": Text("起算事件最迟为 {day}", "The event at the latest on {day}"),
    "until.from": Text("起算事件：{event}", "Counted from: {event}"),
    "until.uncertain": Text(
        "放假安排尚未公布，给出可能的两端。",
        "The holidays are not announced yet: both possible ends are given.",
    ),
    "until.too-far": Text("日期太远，无法计算。", "The day is too far away to count."),
    "until.starts": Text("自何日起算，依事项而定", "Which day counts depends on the matter"),
    "until.value": Text("这一期限的法律依据与沿革", "The law behind this period, and its history"),
    "methods.ask": Text("查看", "Show"),
    "methods.answer": Text("结果", "The answer"),
    "methods.level": Text(
        "答案依预算级次而定，请在上面的地区中选定级次。",
        "The answer depends on the level of the budget: choose the level among the places above.",
    ),
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
