"""Words for refusals of the choice of method, of invitations, and of negotiation."""

from daylight.core.values.text import Text

WORDS = {
    "choice.price-formula": (
        Text("采购包 {lot} 的价格分公式“{formula}”不合法，可用：{admitted}", "lot {lot} gives points for price by {formula}; the law admits {admitted}"),
        Text("请改用法定的价格分公式", "use a formula the law admits"),
    ),
    "choice.unknown": (
        Text("规则库中没有采购方式“{method}”", "the rulebook has no method “{method}”"),
        Text("用 daylight law methods 查看可选方式", "look up the methods with “daylight law methods”"),
    ),
    "choice.unknown-facts": (
        Text("规则库中没有这些依据事实：{facts}", "the rulebook has no such facts: {facts}"),
        Text("用 daylight law methods 查看可选事实", "look up the facts with “daylight law methods”"),
    ),
    "choice.other-opening": (
        Text("所写响应文件的开启方式与“{method}”的规定不同", "the choice opens offers in another way than “{method}” does"),
        Text("请改用该方式的开启方式", "choose the way of opening this method has"),
    ),
    "choice.no-reason": (
        Text("选择“{method}”没有说明理由", "the choice of “{method}” gives no reason"),
        Text("请写明依据的事实和理由", "state the facts it rests on and the reason"),
    ),
    "choice.not-failed": (
        Text("“{fact}”须以本采购人此前失败的采购包为证，未找到", "“{fact}” rests on an earlier lot of this purchaser that failed, and there is none"),
        Text("请指明该项目和采购包", "name that case and lot"),
    ),
    "choice.object": (
        Text("“{method}”只适用于{covered}，不适用于{object}", "“{method}” is for {covered}, not for {object}"),
        Text("请选择适用该类采购的方式", "choose a method for this object"),
    ),
    "choice.works-tendered": (
        Text("预算 {budget} 的工程依法必须招标", "the law requires a tender for works with a budget of {budget}"),
        Text("请按招标投标法办理", "follow the law on tendering"),
    ),
    "choice.no-ground": (
        Text("没有法定情形可以采用“{method}”", "no ground of law admits “{method}” for this need"),
        Text("请查看各方式的适用情形，或公开招标", "look at the grounds of each method, or tender openly"),
    ),
    "choice.addition-too-large": (
        Text("添购 {budget} 须写明原合同金额，且不超过其法定比例", "an addition of {budget} must name the original contract and stay within its share of it"),
        Text("请减少添购或另行采购", "add less, or procure separately"),
    ),
    "choice.not-added-up": (
        Text("同年度同预算项目同品目以其他方式已采购 {found}，所填为 {stated}", "{found} of this category and budget item was bought by other methods this year; {stated} is stated"),
        Text("请如实填写", "state the sum that was bought"),
    ),
    "choice.supplier": (
        Text("{supplier} 未登记为供应商", "{supplier} is not registered as a supplier"),
        Text("请核对供应商", "check the supplier"),
    ),
    "choice.no-supplier": (
        Text("单一来源采购没有写明供应商", "the single source names no supplier"),
        Text("请写明唯一的供应商", "name the only supplier"),
    ),
    "choice.supplier-named": (
        Text("此采购方式不预先写明供应商", "this method names no supplier beforehand"),
        Text("请删去供应商", "leave the supplier out"),
    ),
    "choice.none-made": (
        Text("尚未确定采购方式", "no method is chosen yet"),
        Text("请先确定采购方式", "choose the method first"),
    ),
    "choice.not-finance": (
        Text("{organisation} 不是可以批复本项目的财政部门", "{organisation} is not a finance department that may decide here"),
        Text("请由财政部门批复", "ask the finance department to decide"),
    ),
    "choice.nothing-to-approve": (
        Text("采用“{method}”没有待批准的事项", "no approval is open for “{method}”"),
        Text("无需办理", "nothing needs to be done"),
    ),
    "choice.not-approved": (
        Text("采用“{method}”尚未获得批准", "“{method}” is not approved yet"),
        Text("请先报财政部门批准", "ask the finance department for approval first"),
    ),
    "choice.publicity-missing": (
        Text("单一来源公示须进行至期满", "the notice of the only supplier must be public until its period ends"),
        Text("请公示至期满", "publish it and wait for the end of the period"),
    ),
    "choice.objection-stands": (
        Text("对单一来源的异议尚未排除", "an objection to the only supplier has not been rejected"),
        Text("请组织论证；异议成立的，改用其他采购方式", "answer it with professional opinions; where it is well founded, choose another method"),
    ),
    "choice.nobody-recommends": (
        Text("有供应商没有写明由谁推荐", "for a supplier it is not said who recommends it"),
        Text("请逐一写明推荐方", "name for each supplier who recommends it"),
    ),
    "choice.no-publicity": (
        Text("该选择不以唯一供应商为由，无需公示", "the choice does not rest on an only supplier, so there is nothing to publish"),
        Text("请核对采购方式和依据", "check the method and its ground"),
    ),
    "choice.published-before": (
        Text("单一来源已经公示", "the choice of the only supplier is public already"),
        Text("无需再次公示", "nothing needs to be done"),
    ),
    "choice.no-opinions": (
        Text("没有附专业人员意见", "no professional opinion is attached"),
        Text("请附专业人员意见", "attach the opinions"),
    ),
    "choice.not-public": (
        Text("单一来源尚未公示", "the choice of the only supplier is not public yet"),
        Text("请在公示期内提出异议", "object during the notice period"),
    ),
    "choice.publicity-over": (
        Text("公示期已于 {until} 届满", "the notice period ended on {until}"),
        Text("期满后不再受理", "objections are made within the period"),
    ),
    "choice.own-objection": (
        Text("{organisation} 是本项目的采购人或代理机构", "{organisation} is the purchaser of this case, or its agency"),
        Text("异议由其他供应商、单位或个人提出", "other suppliers, bodies and persons object"),
    ),
    "choice.no-objection": (
        Text("没有此项待论证的异议", "no such objection waits for an answer"),
        Text("请核对异议编号", "check the number"),
    ),
    "choice.nobody-invited": (
        Text("该方式只向受邀供应商发出，尚未邀请", "only invited suppliers respond in this method, and none is invited"),
        Text("请先随机选择并邀请供应商", "draw and invite suppliers first"),
    ),
    "choice.evaluation": (
        Text("第 {lot} 包的评审方法不适用于该采购方式；可用：{admitted}", "this method does not evaluate lot {lot} in the way stated; it admits: {admitted}"),
        Text("请改用允许的评审方法", "choose a way it admits"),
    ),
    "choice.price-weight-high": (
        Text("第 {lot} 包价格分 {points} 分，高于上限 {most} 分", "price has {points} points in lot {lot}; at most {most} are allowed"),
        Text("请降低价格分权重", "give price less weight"),
    ),
    "choice.no-invitation": (
        Text("采用“{method}”，现在不能邀请供应商", "under “{method}”, suppliers cannot be invited now"),
        Text("邀请在发出采购文件之前进行一次", "invite once, before the solicitation, where the method provides for it"),
    ),
    "choice.too-few-invited": (
        Text("邀请了 {invited} 家，至少应有 {least} 家", "{invited} are invited; at least {least} are needed"),
        Text("请增加受邀供应商", "invite more suppliers"),
    ),
    "choice.not-drawn": (
        Text("受邀供应商须由事先准备的随机抽取产生：{fault}", "the invited suppliers come from a draw that was prepared: {fault}"),
        Text("请先准备抽取，再按结果邀请", "prepare the draw, then invite those who were drawn"),
    ),
    "choice.pool-too-small": (
        Text("备选供应商 {found} 家，至少应有 {least} 家", "the pool has {found} suppliers; at least {least} are needed"),
        Text("请扩大备选范围", "widen the pool"),
    ),
    "choice.one-sided": (
        Text("采购人推荐 {own} 家（共 {of} 家），不得超过 {most}", "the purchaser recommends {own} of {of} suppliers; at most {most} is allowed"),
        Text("请由评审专家推荐其余供应商", "let experts recommend the others"),
    ),
    "choice.not-invited": (
        Text("没有出示本项目发给该供应商的邀请凭证", "no invitation of this case to this supplier is shown"),
        Text("请出示邀请凭证", "show the invitation"),
    ),
    "choice.other-supplier": (
        Text("本项目由 {supplier} 单独响应", "only {supplier} responds in this case"),
        Text("该供应商以外不能响应", "no other supplier can respond"),
    ),
    "negotiation.not-here": (
        Text("采购方式“{method}”不进行谈判或磋商", "the method “{method}” has no negotiation"),
        Text("请按采购文件评审", "evaluate by the documents"),
    ),
    "negotiation.over": (
        Text("谈判（磋商）已结束，正在或已经提交最后报价", "the negotiation is over, because final offers were called for"),
        Text("不能再变动", "nothing can be changed now"),
    ),
    "negotiation.no-final-offers": (
        Text("第 {lot} 包尚未提交最后报价", "the final offers for lot {lot} have not arrived"),
        Text("请先谈判（磋商），再要求提交最后报价", "negotiate, then call for final offers"),
    ),
    "negotiation.fixed-terms": (
        Text("只能变动技术、服务要求和合同草案条款，并须写明：{parts}", "only technical requirements, service requirements and the draft contract may change, in writing; these parts are named: {parts}"),
        Text("其他内容不得变动", "leave the other terms as they are"),
    ),
    "negotiation.not-representative": (
        Text("{person} 不是采购人代表", "{person} does not represent the purchaser on the committee"),
        Text("请由采购人代表确认", "ask the purchaser’s representative to confirm"),
    ),
    "negotiation.no-change": (
        Text("此编号没有待确认的变动", "no change is waiting to be confirmed under this number"),
        Text("请核对变动编号", "check the number"),
    ),
    "negotiation.lot-not-open": (
        Text("第 {lot} 包不在评审中", "lot {lot} is not being evaluated"),
        Text("请核对采购包", "check the lot"),
    ),
    "negotiation.unconfirmed": (
        Text("第 {lot} 包有未经采购人代表确认的变动", "the purchaser’s representative has not confirmed a change for lot {lot}"),
        Text("请先确认变动", "have the change confirmed first"),
    ),
    "negotiation.not-heard": (
        Text("第 {lot} 包的每家供应商都须经审查并单独谈判", "every supplier left in lot {lot} must be reviewed and negotiate alone with the committee"),
        Text("请与每家供应商分别谈判", "negotiate with each supplier alone"),
    ),
    "negotiation.too-few": (
        Text("仍在的供应商 {left} 家，至少应有 {least} 家", "{left} suppliers are left; at least {least} are needed"),
        Text("请终止采购并依法重新开展", "let the lot fail and procure again"),
    ),
    "negotiation.lots-differ": (
        Text("应同时要求全部在评采购包报价：{lots}", "the call covers all lots under evaluation at once: {lots}"),
        Text("请列出全部采购包", "name all of them"),
    ),
    "negotiation.no-time": (
        Text("截止时间 {deadline} 已过", "the deadline {deadline} has passed"),
        Text("请给供应商留出时间", "give the suppliers some time"),
    ),
    "bidding.other-round": (
        Text("报价轮次为第 {named} 轮，现为第 {round} 轮", "the bid is for round {named}; the current round is {round}"),
        Text("请按当前轮次提交", "bid in the current round"),
    ),
    "bidding.not-left": (
        Text("最后报价只由仍在谈判（磋商）的供应商提交", "only suppliers still in the negotiation make final offers"),
        Text("无法提交", "nothing can be submitted"),
    ),
}  # fmt: skip
