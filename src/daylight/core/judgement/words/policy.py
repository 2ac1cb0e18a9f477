"""Words for refusals about policies: preferences and set-asides."""

from daylight.core.values.text import Text

WORDS = {
    "solicitation.preference-without-policy": (
        Text("采购包 {lot} 的每项价格扣除须各写明一项不同的政策", "each preference of lot {lot} names one policy, and no two name the same"),
        Text("请为每项价格扣除写明一项政策", "name one policy for each preference"),
    ),
    "solicitation.no-such-preference": (
        Text("采购包 {lot} 的价格扣除“{preference}”在公告之日没有法律依据", "on the day of the notice no law provides for the preference “{preference}” of lot {lot}"),
        Text("请删去该项扣除", "leave it out"),
    ),
    "solicitation.preference-rate": (
        Text("采购包 {lot} 的价格扣除“{preference}”为 {rate}，应在 {least} 至 {most} 之间", "the preference “{preference}” of lot {lot} is {rate}; it must be between {least} and {most}"),
        Text("请在幅度内确定一个比例", "choose a rate within these bounds"),
    ),
    "solicitation.not-reserved": (
        Text("采购包 {lot} 的预算在应当预留的限额以内，未整体预留，也未说明理由", "the law reserves a budget of this size, but lot {lot} is not reserved as a whole and gives no reason"),
        Text("请整体预留给中小企业，或写明不预留的理由", "reserve it for small and medium enterprises, or state the reason"),
    ),
    "solicitation.set-aside-unfit": (
        Text("采购包 {lot} 的预留方式不成立：整体预留的份额为一；联合体、分包预留的份额由采购文件确定，大于零、小于一，且须允许联合体", "the set-aside of lot {lot} is not valid: a whole one covers everything; one by consortium or subcontract covers what the documents fix, more than nothing and less than all, and admits consortia"),
        Text("请调整预留方式或份额", "change the way of reserving, or the share"),
    ),
    "solicitation.set-aside-unsound": (
        Text("采购包 {lot} 的预留方式不成立：整体预留的份额为一；联合体、分包预留的份额不少于 {least}，且须允许联合体", "the set-aside of lot {lot} is not valid: a whole one covers everything; one by consortium or subcontract covers at least {least} and admits consortia"),
        Text("请调整预留方式或份额", "change the way of reserving, or the share"),
    ),
    "solicitation.reserved-and-deducted": (
        Text("采购包 {lot} 已预留，不得再给予小微企业价格扣除", "lot {lot} is reserved, so size gets no price preference in it"),
        Text("请二者择一", "choose one of the two"),
    ),
    "evaluation.bidders-not-named": (
        Text("采购包已预留，审查{bid}时须列明其投标人", "the lot is reserved, so the review of {bid} names its bidders"),
        Text("请列明投标人", "name the bidders"),
    ),
    "evaluation.not-reserved-for": (
        Text("{bid}不属于预留对象：{zh}", "the lot is not reserved for {bid}: {en}"),
        Text("请认定为资格审查不通过", "find that it does not qualify"),
    ),
    "evaluation.claims-unjudged": (
        Text("{bid}申请的价格扣除（{claimed}）须逐项给予，或说明理由不予，并列明投标人", "each preference that {bid} claims is granted, or refused with a reason, and the bidders are named (claimed: {claimed})"),
        Text("请逐项认定，每项一次", "decide on each of them once"),
    ),
    "evaluation.preference-not-due": (
        Text("价格扣除“{preference}”不应给予：{zh}", "the preference “{preference}” is not due: {en}"),
        Text("请说明理由不予扣除", "refuse it for this reason"),
    ),
    "evaluation.due-but-refused": (
        Text("价格扣除“{preference}”依声明和登记应当给予；不予扣除须指明法定理由并附证明", "the preference “{preference}” is due by declaration and register; to refuse it, a ground of law and evidence are needed"),
        Text("请给予扣除；声明不实或产品不在适用范围的，写明事由并附证明", "grant it; where the declaration is false or the product is outside the scope, name that ground and attach evidence"),
    ),
    "evaluation.preferences-add-up": (
        Text("{bid}的价格扣除（{granted}）不得重复享受", "{bid} cannot have all these preferences together: {granted}"),
        Text("同类扣除只给予一项", "grant one of a kind"),
    ),
    "evaluation.origin-differs": (
        Text("{bid}是否按本国产品计算与声明的成本占比不符（应为：{found}）", "whether {bid} counts as domestic follows from the cost share it declares (correct: {found})"),
        Text("请按声明的成本占比认定", "decide by the declared share of cost"),
    ),
    "evaluation.claims-open": (
        Text("{bid}的价格扣除尚未认定", "the preferences of {bid} are not decided yet"),
        Text("请先逐家认定价格扣除，没有申请的也要认定", "decide on the claims of every bid first, also where there are none"),
    ),
}  # fmt: skip
