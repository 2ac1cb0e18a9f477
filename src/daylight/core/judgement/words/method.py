"""Words for refusals of the choice of method, of invitations, and of negotiation."""

from daylight.core.values.text import Text

WORDS = {
    "choice.price-formula": (
        Text(
            "采购包 {lot} 的价格分公式“{formula}”不合法，可用：{admitted}",
            "lot {lot} gives price points by {formula}; the law admits {admitted}",
        ),
        Text("请改用法定的价格分公式", "use a formula the law admits"),
    ),
    "choice.unknown": (
        Text(
            "采购方式 {method}、依据事实（未知：{facts}）或响应文件的开启方式与规则库不符",
            "the method {method}, its facts (unknown: {facts}) or how it opens offers are not those of the rulebook",
        ),
        Text(
            "请用“daylight law methods”查看可用方式和事实",
            "see the methods and facts with “daylight law methods”",
        ),
    ),
    "choice.no-reason": (
        Text("选择 {method} 没有说明理由", "the choice of {method} gives no reason"),
        Text("请写明依据的事实和理由", "say which facts it rests on and why"),
    ),
    "choice.not-failed": (
        Text(
            "“{fact}”须以本采购人此前失败的采购包为证，未找到",
            "“{fact}” rests on an earlier lot of this purchaser that failed; there is none",
        ),
        Text("请指明该项目和采购包", "name that case and lot"),
    ),
    "choice.object": (
        Text("{method} 只适用于 {covered}，不适用于 {object}", "{method} is for {covered}, not for {object}"),
        Text("请选择适用该类采购的方式", "choose a method for such objects"),
    ),
    "choice.works-tendered": (
        Text("预算 {budget} 的工程依法必须招标", "works with a budget of {budget} must be tendered by law"),
        Text("请按招标投标法办理", "follow the law on tendering"),
    ),
    "choice.no-ground": (
        Text("没有法定情形可以采用 {method}", "no ground of law opens {method} to this need"),
        Text("请查看各方式的适用情形，或公开招标", "look at the grounds of each method, or tender openly"),
    ),
    "choice.addition-too-large": (
        Text(
            "添购 {budget} 超过原合同金额的法定比例，或未写明原合同金额",
            "an addition of {budget} exceeds its share of the original contract, or that contract is not named",
        ),
        Text("请减少添购或另行采购", "add less, or procure anew"),
    ),
    "choice.not-added-up": (
        Text(
            "同年度同预算项目同品目以其他方式已采购 {found} 分，所填为 {stated} 分",
            "other methods bought {found} in minor units of this item and category this year; {stated} is stated",
        ),
        Text("请如实填写", "state what was bought"),
    ),
    "choice.supplier": (
        Text(
            "只有单一来源采购写明供应商，且须已登记：{supplier}",
            "only a single source names its supplier, who is registered: {supplier}",
        ),
        Text("请核对供应商", "check the supplier"),
    ),
    "choice.none-made": (
        Text("尚未确定采购方式", "no method was chosen"),
        Text("请先确定采购方式", "choose the method first"),
    ),
    "choice.not-finance": (
        Text(
            "{organisation} 不是可以批复本项目的财政部门",
            "{organisation} is no finance department that may decide here",
        ),
        Text("请由财政部门批复", "let the finance department decide"),
    ),
    "choice.nothing-to-approve": (
        Text("采用 {method} 无须批准，或已经批复", "{method} needs no approval here, or it was decided on"),
        Text("无需办理", "nothing needs to be done"),
    ),
    "choice.not-approved": (
        Text("采用 {method} 尚未获得批准", "{method} is not approved"),
        Text("请先报财政部门批准", "have the finance department approve it first"),
    ),
    "choice.publicity-missing": (
        Text("单一来源公示未进行或未满期", "the only supplier was not made public, or not long enough"),
        Text("请公示至期满", "make it public until the period is over"),
    ),
    "choice.objection-stands": (
        Text("对单一来源的异议尚未论证或已成立", "an objection to the only supplier is open or well founded"),
        Text(
            "请组织论证；异议成立的，改用其他采购方式",
            "have it argued; where it is well founded choose another method",
        ),
    ),
    "choice.no-publicity": (
        Text(
            "只有以唯一供应商为由的选择才公示一次，并附专业人员意见",
            "only a choice that rests on an only supplier is made public, once, with professional opinions",
        ),
        Text("请核对采购方式和意见", "check the choice and the opinions"),
    ),
    "choice.publicity-over": (
        Text("不在公示期内，或没有写明理由", "the publicity does not run, or the objection has no reason"),
        Text("请在公示期内书面提出并说明理由", "object in writing while it runs, and say why"),
    ),
    "choice.own-objection": (
        Text("{organisation} 是采购人或代理机构", "{organisation} purchases here or runs this procedure"),
        Text("异议由其他供应商、单位或个人提出", "others object"),
    ),
    "choice.no-objection": (
        Text(
            "没有待论证的异议 {objection}，或缺少论证意见",
            "there is no open objection {objection}, or no argument with opinions",
        ),
        Text("请核对异议编号并附专业人员意见", "check its number and attach the opinions"),
    ),
    "choice.nobody-invited": (
        Text(
            "该方式只向受邀供应商发出，尚未邀请",
            "this method is for invited suppliers only, and none is invited",
        ),
        Text("请先随机选择并邀请供应商", "draw and invite suppliers first"),
    ),
    "choice.evaluation": (
        Text(
            "第 {lot} 包的评审方法不适用于该采购方式；可用：{admitted}",
            "lot {lot} is evaluated in a way this method does not admit; it admits {admitted}",
        ),
        Text("请改用允许的评审方法", "use one it admits"),
    ),
    "choice.price-weight-high": (
        Text(
            "第 {lot} 包价格分 {points} 分，高于上限 {most} 分",
            "price has {points} points in lot {lot}; at most {most} are allowed",
        ),
        Text("请降低价格分权重", "give price less weight"),
    ),
    "choice.no-invitation": (
        Text(
            "采用 {method} 不能邀请供应商，或已邀请、采购文件已发出",
            "{method} takes no invitation, or suppliers were invited or solicited",
        ),
        Text("邀请在发出采购文件之前进行一次", "invite once, before the solicitation"),
    ),
    "choice.too-few-invited": (
        Text(
            "邀请了 {invited} 家，至少应有 {least} 家", "{invited} are invited; at least {least} are needed"
        ),
        Text("请增加受邀供应商", "invite more"),
    ),
    "choice.not-drawn": (
        Text(
            "受邀供应商须由事先准备的随机抽取产生（{fault}）",
            "the invited are those chance called, by a draw that was prepared ({fault})",
        ),
        Text("请先准备抽取，再按结果邀请", "prepare the draw, then invite as it fell"),
    ),
    "choice.pool-too-small": (
        Text(
            "备选供应商 {found} 家，至少应有 {least} 家",
            "the pool has {found} suppliers; at least {least} are needed",
        ),
        Text("请扩大备选范围", "widen the pool"),
    ),
    "choice.one-sided": (
        Text(
            "采购人推荐 {own} 家（共 {of} 家），超过比例 {most}，或没有书面理由",
            "the purchaser recommends {own} of {of}, above its share of {most}, or no reason is given",
        ),
        Text("请由专家推荐其余供应商并写明理由", "let experts recommend the others, in writing"),
    ),
    "choice.not-invited": (
        Text(
            "该供应商不在受邀（或拟定）之列，或未出示邀请凭证",
            "this supplier is not invited or named, or shows no invitation",
        ),
        Text("请出示邀请凭证", "show the invitation"),
    ),
    "negotiation.not-here": (
        Text("采购方式 {method} 不进行谈判或磋商", "the method {method} knows no negotiation"),
        Text("请按采购文件评审", "evaluate by the documents"),
    ),
    "negotiation.over": (
        Text(
            "谈判（磋商）已结束，正在或已经提交最后报价",
            "the negotiation is over; final offers were called for",
        ),
        Text("不能再变动", "nothing changes any more"),
    ),
    "negotiation.no-final-offers": (
        Text("第 {lot} 包尚未提交最后报价", "final offers for lot {lot} are not in"),
        Text("请先谈判（磋商），再要求提交最后报价", "negotiate, then call for final offers"),
    ),
    "negotiation.fixed-terms": (
        Text(
            "只能变动技术、服务要求和合同草案条款，并须写明：{parts}",
            "only technical and service requirements and the draft contract may change, in writing: {parts}",
        ),
        Text("其他内容不得变动", "leave the rest as it is"),
    ),
    "negotiation.not-representative": (
        Text("{person} 不是采购人代表", "{person} does not represent the purchaser here"),
        Text("请由采购人代表确认", "let the purchaser’s representative confirm"),
    ),
    "negotiation.no-change": (
        Text("没有待确认的变动 {change}", "there is no change {change} to confirm"),
        Text("请核对变动编号", "check its number"),
    ),
    "negotiation.lot-not-open": (
        Text("第 {lot} 包不在评审中", "lot {lot} is not being evaluated"),
        Text("请核对采购包", "check the lot"),
    ),
    "negotiation.unconfirmed": (
        Text("第 {lot} 包有未经采购人代表确认的变动", "a change for lot {lot} is not confirmed"),
        Text("请先确认变动", "have it confirmed first"),
    ),
    "negotiation.not-heard": (
        Text(
            "第 {lot} 包还有供应商未审查或未单独谈判",
            "somebody left in lot {lot} was not reviewed or not heard",
        ),
        Text("请与每家供应商分别谈判", "negotiate with each supplier alone"),
    ),
    "negotiation.too-few": (
        Text(
            "仍在的供应商 {left} 家，至少应有 {least} 家",
            "{left} suppliers are left; at least {least} are needed",
        ),
        Text("请终止采购并依法重新开展", "let the lot fail and begin anew"),
    ),
    "negotiation.lots-differ": (
        Text("应同时要求全部在评采购包报价：{lots}", "all lots being evaluated are called at once: {lots}"),
        Text("请列出全部采购包", "name them all"),
    ),
    "negotiation.no-time": (
        Text("截止时间 {deadline} 已过", "the deadline {deadline} is over"),
        Text("请给供应商留出时间", "leave the suppliers some time"),
    ),
    "bidding.other-round": (
        Text(
            "报价轮次为第 {named} 轮，现为第 {round} 轮", "the bid is for round {named}; round {round} runs"
        ),
        Text("请按当前轮次提交", "bid in the round that runs"),
    ),
    "bidding.not-left": (
        Text("最后报价只由仍在谈判（磋商）的供应商提交", "final offers come from suppliers still in"),
        Text("无法提交", "nothing can be submitted"),
    ),
}
