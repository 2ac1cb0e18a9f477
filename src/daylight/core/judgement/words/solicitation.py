"""Words for refusals of the solicitation phase."""

from daylight.core.values.text import Text

WORDS = {
    "solicitation.too-few-candidates": (
        Text("采购包 {lot} 只推荐 {found} 名候选人，至少应为 {least} 名", "lot {lot} recommends {found} candidates; at least {least} are needed"),
        Text("请把候选人数改为不少于法定数", "recommend as many as the law asks for"),
    ),
    "solicitation.life-cycle-unknown": (
        Text("采购包 {lot} 的全生命周期成本按产品类别“{group}”计算，当日没有这一类别", "lot {lot} computes the life-cycle cost of “{group}”, and no such product group exists on that day"),
        Text("请选用当日有效的产品类别", "choose a product group in force on that day"),
    ),
    "solicitation.life-cycle-differs": (
        Text("采购包 {lot} 的成本项或数据与产品类别“{group}”不一致", "the costs and data of lot {lot} differ from the product group “{group}”"),
        Text("请照该类别写明方法和所需数据，只可删去标为可选的成本项", "use the method and data of the group; only optional costs may be left out"),
    ),
    "solicitation.life-cycle-ranks": (
        Text("采购包 {lot} 按全生命周期成本排序，而报价只能作算术修正和政策扣除", "lot {lot} ranks by life-cycle cost, but the law adjusts a price only for arithmetic and policy"),
        Text("请改为综合评分法的评审因素，或只作信息", "make it a criterion among others, or show it for information"),
    ),
    "solicitation.core-item-unknown": (
        Text("核心产品“{item}”不是采购包 {lot} 的标的", "the core product “{item}” is not an item of lot {lot}"),
        Text("请从标的中指定核心产品", "name one of its items"),
    ),
    "solicitation.tie-without-draw": (
        Text("采购包 {lot} 的并列处理未以随机抽取收尾", "the ways to break a tie in lot {lot} do not end with the draw"),
        Text("请把抽签列为最后一种方法", "put the draw last"),
    ),
    "solicitation.currencies-differ": (
        Text("采购包 {lot} 的金额币种不同", "the amounts of lot {lot} are in different currencies"),
        Text("请统一为预算的币种", "use the currency of the budget"),
    ),
    "solicitation.amount-not-above-zero": (
        Text("采购包 {lot} 的保证金、最低限价等金额不大于零", "an amount in the terms of lot {lot} is not above zero"),
        Text("请填写金额，不需要的请删去", "give an amount, or leave it out where none is meant"),
    ),
    "solicitation.floor-above-ceiling": (
        Text("采购包 {lot} 的最低限价高于最高限价", "the minimum price of lot {lot} is above its ceiling price"),
        Text("请降低最低限价", "lower the minimum price"),
    ),
    "solicitation.explanation-too-long": (
        Text("说明时间 {given} 分钟超过投标有效期", "{given} minutes to explain are longer than the bids are valid"),
        Text("请缩短说明时间", "give less time"),
    ),
    "solicitation.not-reviewed": (
        Text("采购需求未通过审查", "the requirement has not passed its review"),
        Text("请先完成需求审查", "review the requirement first"),
    ),
    "solicitation.no-intention": (
        Text("没有公开采购意向", "no intention was published"),
        Text("请先公开采购意向", "publish the intention first"),
    ),
    "solicitation.intention-too-late": (
        Text("采购意向于 {published} 公开，最迟应为 {last}", "the intention was published on {published}; the last day was {last}"),
        Text("请待公开满期后再开始采购活动", "start when the period has passed"),
    ),
    "solicitation.no-key-holders": (
        Text("没有确定密钥持有人，投标无法密封", "no key holders are appointed, so bids cannot be sealed"),
        Text("请先确定密钥持有人", "appoint the key holders first"),
    ),
    "solicitation.already-issued": (
        Text("采购文件已经发出", "the solicitation is issued already"),
        Text("如需变更，请发布澄清或更正", "clarify or amend it instead"),
    ),
    "solicitation.lots-differ": (
        Text("采购文件的采购包与需求不一致，应为：{lots}", "the solicitation covers exactly the lots of the requirement: {lots}"),
        Text("每个采购包写一次条件", "give the terms of each lot once"),
    ),
    "solicitation.no-documents": (
        Text("没有附文件", "no document is attached"),
        Text("请附上文件", "attach the documents"),
    ),
    "solicitation.names-twice": (
        Text("两份文件的名称相同", "two documents have the same name"),
        Text("请使文件名称各异", "give each document its own name"),
    ),
    "solicitation.no-qualification": (
        Text("没有写明资格条件", "the conditions for participation are not stated"),
        Text("请写明资格条件", "state the conditions"),
    ),
    "solicitation.no-ceiling": (
        Text("采购包 {lot} 的最高限价不大于零", "the ceiling price of lot {lot} is not above zero"),
        Text("请填写最高限价", "give a ceiling above zero"),
    ),
    "solicitation.ceiling-currency": (
        Text("采购包 {lot} 的最高限价与预算币种不同", "the ceiling price of lot {lot} is not in the currency of its budget"),
        Text("请使用预算的币种", "use the currency of the budget"),
    ),
    "solicitation.unsound-terms": (
        Text("采购包 {lot} 的评审条款有误：{fault}", "the evaluation terms of lot {lot} are wrong: {fault}"),
        Text("请修正评审条款", "correct the evaluation terms"),
    ),
    "solicitation.ceiling-above-budget": (
        Text("采购包 {lot} 的最高限价超过预算", "the ceiling price of lot {lot} is above its budget"),
        Text("请将最高限价设在预算以内", "set it within the budget"),
    ),
    "solicitation.minimum-price": (
        Text("采购包 {lots} 设定了最低限价", "these lots set a minimum price: {lots}"),
        Text("请删除最低限价", "remove the minimum price"),
    ),
    "solicitation.price-weight": (
        Text("采购包 {lot} 的价格分值为 {points}，不得低于 {least}", "price has {points} points in lot {lot}; at least {least} are needed"),
        Text("请提高价格分值", "raise the points for price"),
    ),
    "solicitation.standard-needs-lowest-price": (
        Text("采购包 {lot} 的标的规格标准统一，应采用最低评标价法", "the specification of lot {lot} is uniform, so the lowest price decides"),
        Text("请改用最低评标价法", "choose the lowest evaluated price"),
    ),
    "solicitation.low-price-rates": (
        Text("采购包 {lot} 没有写明合法的异常低价比例（上限 {most}）", "lot {lot} lacks the lawful shares for abnormally low prices (at most {most})"),
        Text("请按规定写明三项比例", "state the three shares within the bounds"),
    ),
    "solicitation.raised-unannounced": (
        Text("采购文件对是否提高异常低价比例的声明与所写比例不符", "the documents do not say rightly whether the shares for abnormally low prices are raised above those of the law"),
        Text("请按所写比例声明是否提高", "say it as the shares are"),
    ),
    "solicitation.explanation-too-short": (
        Text("异常低价说明时间为 {given} 分钟，不得少于 {least} 分钟", "bidders have {given} minutes to explain a low price; at least {least} are needed"),
        Text("请延长说明时间", "give more time"),
    ),
    "solicitation.security-too-high": (
        Text("采购包 {lot} 的投标保证金超过上限（{most}）", "the bid security of lot {lot} is above the ceiling of {most}"),
        Text("请降低保证金", "lower the security"),
    ),
    "solicitation.period-too-short": (
        Text("投标截止日 {asked} 过早，最早为 {earliest}", "the deadline {asked} is too early; the first lawful day is {earliest}"),
        Text("请推迟投标截止时间", "set a later deadline"),
    ),
    "solicitation.supply-too-short": (
        Text("采购文件提供到 {asked} 为止，至少应到 {earliest}", "documents are offered until {asked}; they must be offered until {earliest} at least"),
        Text("请延长提供期限", "offer them longer"),
    ),
    "solicitation.words-against-law": (
        Text("{what_zh}", "{what_en}"),
        Text("{mend_zh}", "{mend_en}"),
    ),
    "solicitation.finding-unanswered": (
        Text("{what_zh}，尚未说明理由", "{what_en}, and no reason is given"),
        Text("{mend_zh}确需保留的，请就“{finding}”（{place}）写明理由并签署", "{mend_en} Where it is needed, sign a reason for “{finding}” ({place})"),
    ),
    "solicitation.not-issued": (
        Text("采购文件尚未发出", "the solicitation is not issued yet"),
        Text("请待采购公告发布后再办理", "wait for the notice"),
    ),
    "solicitation.supply-over": (
        Text("采购文件提供期限已于 {until} 届满", "the documents were offered until {until}"),
        Text("请联系采购人或代理机构", "ask the purchaser or the agency"),
    ),
    "solicitation.empty-question": (
        Text("没有写明询问内容", "the enquiry has no text"),
        Text("请写明问题", "write the question"),
    ),
    "solicitation.no-such-enquiry": (
        Text("本项目没有此项询问", "this case has no such enquiry"),
        Text("请核对询问编号", "check the number of the enquiry"),
    ),
    "solicitation.answered-before": (
        Text("{enquiry}已经答复", "{enquiry} is answered already"),
        Text("无需再次答复", "nothing needs to be done"),
    ),
    "solicitation.other-question": (
        Text("所引问题与原询问不同", "the question quoted differs from the one that was asked"),
        Text("请照原文引用问题", "quote the question as it was asked"),
    ),
    "solicitation.empty-answer": (
        Text("没有写明答复内容", "the answer has no text"),
        Text("请写明答复", "write the answer"),
    ),
    "solicitation.deadline-earlier": (
        Text("新的截止时间不晚于现定的 {standing}", "the new deadline is not later than the current one, {standing}"),
        Text("截止时间只能推迟", "choose a later deadline"),
    ),
}  # fmt: skip
