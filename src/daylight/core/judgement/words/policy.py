"""Words for refusals about policies: preferences and set-asides."""

from daylight.core.values.text import Text

WORDS = {
    "solicitation.preference-without-policy": (
        Text("采购包 {lot} 有价格扣除未写明所落实的政策，或同一政策写了两次", "a preference of lot {lot} serves no policy, or two serve one"),
        Text("请为每项价格扣除写明一项政策", "name one policy for each preference"),
    ),
    "solicitation.no-such-preference": (
        Text("采购包 {lot} 的价格扣除“{preference}”在公告之日没有法律依据", "no law gives preference “{preference}” of lot {lot} on the day of the notice"),
        Text("请删去该项扣除", "leave it out"),
    ),
    "solicitation.preference-rate": (
        Text("采购包 {lot} 的价格扣除“{preference}”为 {rate}，应在 {least} 至 {most} 之间", "preference “{preference}” of lot {lot} is {rate}; it must lie between {least} and {most}"),
        Text("请在幅度内确定一个比例", "fix one rate within these bounds"),
    ),
    "solicitation.not-reserved": (
        Text("采购包 {lot} 的预算在应当预留的限额以内，未整体预留，也未说明理由", "the budget is within what law reserves; lot {lot} is not reserved whole, and it is not said why"),
        Text("请整体预留给中小企业，或写明不预留的理由", "reserve it for small and medium enterprises, or say why not"),
    ),
    "solicitation.set-aside-unsound": (
        Text("采购包 {lot} 的预留方式不成立：整体预留的份额为一；联合体、分包预留的份额不少于 {least}，且须允许联合体", "the set-aside of lot {lot} does not hold: whole means all; by consortium or subcontract at least {least}, and consortia must be allowed"),
        Text("请调整预留方式或份额", "change how it is reserved, or the share"),
    ),
    "solicitation.reserved-and-deducted": (
        Text("采购包 {lot} 已预留，不得再给予小微企业价格扣除", "lot {lot} is reserved, so no price is reduced for size"),
        Text("请二者择一", "choose one of the two"),
    ),
    "evaluation.bidders-not-named": (
        Text("采购包已预留，审查投标 {bid} 时须列明其投标人", "the lot is reserved, so the bidders of {bid} are named when it is reviewed"),
        Text("请列明投标人", "name them"),
    ),
    "evaluation.not-reserved-for": (
        Text("投标 {bid} 不属于预留对象：{zh}", "bid {bid} is none the lot is reserved for: {en}"),
        Text("请认定为资格审查不通过", "find it not qualified"),
    ),
    "evaluation.claims-unjudged": (
        Text("投标 {bid} 申请的价格扣除（{claimed}）须逐项给予，或说明理由不予，并列明投标人", "each preference bid {bid} claims ({claimed}) is granted, or refused with a reason, and its bidders are named"),
        Text("请逐项认定，每项一次", "judge each of them once"),
    ),
    "evaluation.preference-not-due": (
        Text("价格扣除“{preference}”不应给予：{zh}", "preference “{preference}” is not due: {en}"),
        Text("请说明理由不予扣除", "refuse it with this reason"),
    ),
    "evaluation.due-but-refused": (
        Text("价格扣除“{preference}”依声明和登记应当给予，未指明法定的不予理由，或没有证明", "preference “{preference}” is due by what is declared and registered; no ground of law is named, or none is shown"),
        Text("请给予扣除；声明不实或产品不在适用范围的，写明事由并附证明", "grant it; where the declaration is false or the product outside the scope, name that ground and show it"),
    ),
    "evaluation.preferences-add-up": (
        Text("投标 {bid} 的价格扣除（{granted}）不得重复享受", "the preferences of bid {bid} ({granted}) do not add up"),
        Text("同类扣除只给予一项", "grant one of a kind"),
    ),
    "evaluation.origin-differs": (
        Text("投标 {bid} 是否按本国产品计算与声明的成本占比不符（应为 {found}）", "whether bid {bid} counts as domestic differs from the share of cost it declares (it should be {found})"),
        Text("请按声明的成本占比认定", "judge by the share of cost declared"),
    ),
    "evaluation.claims-open": (
        Text("投标 {bid} 的价格扣除尚未认定", "the claims of bid {bid} are not judged yet"),
        Text("请先逐家认定价格扣除，没有申请的也要认定", "judge the claims of every bid first, also where there are none"),
    ),
}  # fmt: skip
