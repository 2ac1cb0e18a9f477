"""Words of the evaluation of a lot: ranking, explanation, inquiries, committee."""

from daylight.core.values.text import Text

WORDS = {
    "evaluation.title": Text("评审", "Evaluation"),
    "evaluation.rounding": Text("舍入：", "Rounding:"),
    "evaluation.derivations": Text("每个得分怎么来的", "Where each figure comes from"),
    "evaluation.committee": Text("评标委员会", "Committee"),
    "evaluation.recomputed": Text(
        "以上全部由公布的数据重新算出，不取自存储的结果。",
        "All of this was computed from published data just now, not taken from a stored result.",
    ),
    "evaluation.json": Text("下载评审数据与结果（JSON）", "Inputs and result as JSON"),
    "member.expert": Text("评审专家", "expert"),
    "member.representative": Text("采购人代表", "representative of the purchaser"),
    "member.chair": Text("组长", "chair"),
    "terms.formula": Text("价格分公式", "Price points"),
    "terms.formula.scale": Text(
        "（满分价 {full}，零分价 {none}）", " (all points at {full}, none at {none})"
    ),
    "ranking.caption": Text("得分与排名", "Points and ranks"),
    "ranking.caption.price": Text("评审价与排名", "Evaluated prices and ranks"),
    "ranking.rank": Text("名次", "Rank"),
    "ranking.price": Text("投标报价", "Price bid"),
    "ranking.evaluated": Text("评审价", "Evaluated price"),
    "ranking.of": Text("满分 {most}", "of {most}"),
    "ranking.total": Text("总分", "Total"),
    "ranking.chart": Text("总分由哪些因素构成", "What each total is made of"),
    "ranking.chart.price": Text("评审价比较", "Evaluated prices compared"),
    "ranking.caption.cost": Text("全生命周期成本与排名", "Life-cycle costs and ranks"),
    "ranking.chart.cost": Text("全生命周期成本比较", "Life-cycle costs compared"),
    "lifecycle.title": Text("全生命周期成本", "Life-cycle cost"),
    "lifecycle.caption": Text("各项成本的现值", "What each cost is worth today"),
    "lifecycle.years": Text("逐年现值", "Year by year, worth today"),
    "lifecycle.year": Text("年", "Year"),
    "lifecycle.sum": Text("合计", "Sum"),
    "lifecycle.total": Text("全生命周期成本", "Life-cycle cost"),
    "lifecycle.fixed": Text("采购文件规定的数值", "Values the documents fix"),
    "lifecycle.asked": Text("供应商申报的数值", "Quantities bidders declare"),
    "lifecycle.about": Text(
        "使用 {years} 年，{rates}折现率 {discount}，成本计在年末；",
        "{years} years of use, discounted at {discount} ({rates}), costs at the end of the year; ",
    ),
    "lifecycle.real": Text("实际", "real"),
    "lifecycle.nominal": Text("名义", "nominal"),
    "lifecycle.scored": Text("作为评审因素计分。", "scored as a criterion."),
    "lifecycle.ranks": Text("按其高低排序。", "bids rank by it."),
    "lifecycle.informs": Text("只供参考，不影响结果。", "for information only; it decides nothing."),
    "lifecycle.growth": Text("（每年 +{rate}）", " (+{rate} a year)"),
    "evidence.none": Text("无", "none"),
    "evidence.certificate": Text("凭证书或标识", "by certificate or label"),
    "evidence.test_report": Text("凭检验报告", "by test report"),
    "evidence.binding_offer": Text("有约束力的报价", "a binding offer"),
    "input.mark": Text("评分", "Mark by"),
    "input.total": Text("精确总分", "Exact total"),
    "input.total_rounded": Text("舍入后总分", "Rounded total"),
    "input.price": Text("报价", "Price as bid"),
    "input.evaluated_minor": Text("评审价（最小货币单位）", "Evaluated price, in minor units"),
    "input.benchmark_minor": Text("评标基准价（最小货币单位）", "Lowest evaluated price, in minor units"),
    "input.life_cycle_minor": Text("全生命周期成本（最小货币单位）", "Life-cycle cost, in minor units"),
    "input.least_life_cycle_minor": Text(
        "最低全生命周期成本（最小货币单位）", "Lowest life-cycle cost, in minor units"
    ),
    "input.most": Text("分值", "Most points"),
    "input.points": Text("精确得分", "Exact points"),
    "input.points_rounded": Text("舍入后得分", "Rounded points"),
    "input.criterion": Text("因素", "Criterion"),
    "input.preference": Text("价格扣除", "Preference"),
    "input.rate": Text("比例", "Rate"),
    "why.points": Text("{points} 分", "{points} points"),
    "why.scored": Text("“{bidder}”以 {figure}居首", "{bidder} leads with {figure}"),
    "why.price": Text(
        "“{bidder}”的评审价最低，为 {figure}", "{bidder} has the lowest evaluated price, {figure}"
    ),
    "why.cost": Text(
        "“{bidder}”的全生命周期成本最低，为 {figure}", "{bidder} has the lowest life-cycle cost, {figure}"
    ),
    "why.alone": Text("，没有其他有效投标。", "; there is no other valid bid."),
    "why.ahead": Text("，领先第二名“{bidder}” {margin}。", ", {margin} ahead of {bidder}."),
    "why.level": Text(
        "，与“{bidder}”相同，按采购文件规定的办法分出先后。",
        ", level with {bidder}; the rule for ties decided.",
    ),
    "rounding.changes": Text("舍入会改变这些投标的名次：{bids}。", "Rounding changes the rank of {bids}."),
    "rounding.nothing": Text("舍入不改变任何名次。", "Rounding changes no rank."),
    "explain.title": Text("其他投标差在哪里", "What the others lacked"),
    "explain.behind": Text("落后 {margin}", "{margin} behind"),
    "explain.gaps": Text("领先者多得的分：", "Where the leader got more or less:"),
    "towin.price": Text(
        "报价不高于 {price}（降低 {less}，{share}），其他不变，即可居首。",
        "At {price} or less ({less} lower, {share}), all else being equal, it would have led.",
    ),
    "towin.price.never": Text("无论报价多低都不能居首。", "No lower price would have made it lead."),
    "towin.points": Text(
        "“{criterion}”再得{least}即可居首。",
        "On {criterion} it lacked {least}; with these it would have led.",
    ),
    "towin.points.never": Text(
        "“{criterion}”需再得{least}，超过满分，仅靠此项不可能居首。",
        "On {criterion} it lacked {least}, beyond the most there is: not enough alone.",
    ),
    "towin.least": Text(" {points} 分", "{points} points"),
    "towin.more": Text("多于 {points} 分", "more than {points} points"),
    "switch": Text(
        "价格占总分 {share} 时两者持平；比重更高则“{bidder}”领先。",
        "With price weighing {share} of all points the two are level; above that, {bidder} leads.",
    ),
    "switch.none": Text(
        "无论价格比重多大，先后都不变。", "Whatever price weighs, the order of the two stays the same."
    ),
    "hangs.title": Text("结果取决于什么", "What the result hangs on"),
    "hangs.nothing": Text(
        "去掉任何一个其他投标、任何一位成员或任何一个因素，领先者都不变。",
        "Leave out any other bid, any member or any criterion: the leader stays the same.",
    ),
    "without.bid": Text(
        "若没有“{left}”的投标，领先者为 {leaders}。", "Without the bid of {left}, {leaders} would lead."
    ),
    "without.member": Text(
        "若不计成员 {left} 的评分，领先者为 {leaders}。", "Without the marks of {left}, {leaders} would lead."
    ),
    "without.criterion": Text(
        "若没有因素“{left}”，领先者为 {leaders}。", "Without the criterion {left}, {leaders} would lead."
    ),
    "inquiry.title": Text("对异常低价的询问", "Low prices that were asked about"),
    "inquiry.trigger": Text("原因", "Why it was asked"),
    "inquiry.asked": Text("询问", "Asked"),
    "inquiry.answered": Text("答复", "Answered"),
    "inquiry.finding": Text("认定", "Finding"),
    "inquiry.silent": Text("未答复", "no answer"),
    "inquiry.open": Text("未认定", "none"),
    "inquiry.accepted": Text("说明合理，继续参与", "explained; stays in"),
    "inquiry.refused": Text("不能合理说明，无效", "not explained; out"),
    "trigger.mean": Text("低于平均报价的规定比例", "below the share of the mean price"),
    "trigger.second_lowest": Text("低于次低报价的规定比例", "below the share of the second lowest price"),
    "trigger.ceiling": Text("低于最高限价的规定比例", "below the share of the ceiling price"),
    "trigger.judgement": Text("评标委员会认为过低", "the committee's own judgement"),
}
