"""Words for refusals of framework agreements."""

from daylight.core.values.text import Text

WORDS = {
    "framework.terms": (
        Text("框架协议的征集文件须载明淘汰比例和第二阶段成交方式，其他采购方式不写（{method}）", "only a call for a framework list states its share to drop and its ways of calling off (method: {method})"),
        Text("请写明淘汰比例和第二阶段成交方式，或去掉这些条款", "state them for a list, or leave them out"),
    ),
    "framework.no-turns": (
        Text("顺序轮候只适用于服务，本项目为{object}", "suppliers take turns only for services; this case is for {object}"),
        Text("请采用直接选定", "let purchasers choose"),
    ),
    "framework.not-a-unit": (
        Text("采购包 {lot} 应只有一个产品，且按一个单位报价", "lot {lot} must ask for one unit of one product"),
        Text("请按单价征集，每包一个产品", "ask for the price of one unit, with one product in each lot"),
    ),
    "framework.quality-first": (
        Text("采购包 {lot} 不得采用质量优先法", "quality cannot rank first in lot {lot}"),
        Text("请按价格排序；有政府定价或特殊仪器的，请在采购方式中说明，且不计价格分", "rank by price; where the law lets quality rank, state that fact with the choice of method and give price no points"),
    ),
    "framework.drops-too-few": (
        Text("淘汰比例为 {share}，应不低于 {least} 且低于一", "the call drops {share} of the suppliers; the law asks for at least {least}, and fewer than all"),
        Text("请提高淘汰比例", "raise the share"),
    ),
    "framework.lists": (
        Text("采购包 {lot} 采用框架协议，应确定入围供应商", "lot {lot} is for a framework agreement, so suppliers are listed"),
        Text("请公告入围供应商", "list the suppliers"),
    ),
    "framework.no-list": (
        Text("该采购方式（{method}）没有入围名单", "the method “{method}” has no list of suppliers"),
        Text("请按该方式确定中标人", "award as the method provides"),
    ),
    "framework.list-differs": (
        Text("按排序和淘汰比例应入围 {right} 家，所列 {named} 家与之不符", "the ranking lists {right} suppliers; the {named} named are others"),
        Text("请按排序列出入围供应商", "list the first of the ranking, in order"),
    ),
    "framework.not-told": (
        Text("应告知 {others} 个未入围供应商理由，实为 {told} 个", "{others} suppliers need reasons why they are not listed; with reasons: {told}"),
        Text("请逐一写明理由", "give each of them the reasons, in both languages"),
    ),
    "framework.not-listed": (
        Text("采购包尚未公告入围结果（现为：{stage}）", "no list is published yet (stage: {stage})"),
        Text("请先公告入围供应商", "list the suppliers first"),
    ),
    "framework.not-a-party": (
        Text("协议由征集人与入围供应商各签署一次，{organisation} 不能签署", "convenor and listed supplier sign once each; {organisation} cannot sign"),
        Text("请核对当事人", "check the parties"),
    ),
    "framework.other-terms": (
        Text("双方签署的协议文本、期限和额度应当一致（{bid}）", "both parties sign one text, one term and one quota ({bid})"),
        Text("请签署相同内容", "sign what the other party signed"),
    ),
    "framework.term-too-long": (
        Text("框架协议应自今日起至 {last} 之间期满，现为 {until}", "the agreement ends between today and {last}; its end is {until}"),
        Text("请调整期限", "choose another end"),
    ),
    "framework.unsound-quota": (
        Text("采购包 {lot} 的协议额度应大于零，且为同一货币", "the quota of lot {lot} is above zero and in the currency of the lot"),
        Text("请更正额度，或不设额度", "correct the quota, or set none"),
    ),
    "framework.not-signed": (
        Text("框架协议尚未双方签署（{bid}）", "the agreement is not signed by both parties ({bid})"),
        Text("请先完成签署", "sign first"),
    ),
    "framework.listing-differs": (
        Text("入围记录与双方签署的协议不符（{bid}）", "the listing differs from the signed agreement ({bid})"),
        Text("请按协议的价格、额度和期限登记", "state the price, quota and term that were agreed"),
    ),
    "framework.not-a-user": (
        Text("{organisation} 不是该框架协议的采购人", "{organisation} is not a purchaser of this framework"),
        Text("请由框架协议适用范围内的采购人办理", "only a purchaser of the framework can call off"),
    ),
    "framework.other-lot": (
        Text("该入围记录应属于所指项目的采购包 {lot}", "the listing must belong to this framework and to lot {lot}"),
        Text("请选择本包的入围供应商", "choose a supplier listed for this lot"),
    ),
    "framework.ended": (
        Text("该供应商的框架协议已不再有效（至 {until}）", "the agreement of this supplier is no longer in force (until {until})"),
        Text("请选择其他入围供应商", "choose another supplier on the list"),
    ),
    "framework.other-way": (
        Text("征集文件未约定此成交方式（{way}）", "the terms of the list do not provide for this way of calling off: {way}"),
        Text("请采用约定的方式", "use a way the terms name"),
    ),
    "framework.above-agreed": (
        Text("成交单价应大于零且不高于协议价（{agreed}）", "the price of one unit is above zero and at most the one agreed, {agreed}"),
        Text("请按不高于协议价的价格成交", "call off at the agreed price or below"),
    ),
    "framework.quota": (
        Text("协议额度剩余 {left}，不足 {asked}", "{left} of the quota is left; the call-off asks for {asked}"),
        Text("请减少数量，或选择其他入围供应商", "take less, or choose another supplier on the list"),
    ),
    "framework.call-taken": (
        Text("成交须使用新的项目案卷，{call}不能使用", "a call-off needs a new case of its own, and {call} cannot be used"),
        Text("请使用新的案卷", "use a new case"),
    ),
    "framework.not-its-turn": (
        Text("应按名单顺序轮候，并列明本包全部入围记录", "suppliers take turns in the order of the list, and every listing of the lot is named"),
        Text("请按名单顺序轮候，每轮每家一次", "follow the order of the list, each supplier once a round"),
    ),
    "framework.no-call": (
        Text("{listing}中没有贵单位的这一成交", "{listing} has no such call-off of your organisation"),
        Text("请先从入围记录中选定", "call off from the listing first"),
    ),
    "framework.call-differs": (
        Text("{call}与所成交的供应商、价格或数量不符", "supplier, price or quantity differ from what was called off for {call}"),
        Text("请按成交内容登记", "open the case as it was called off"),
    ),
    "framework.need-differs": (
        Text("竞价需求应为一个包、一项内容，与框架协议的类别和地区一致，预算不高于协议价（包 {lot}）", "the need is one lot of one item, of the object and territory of the framework, within the prices agreed (lot {lot})"),
        Text("请按框架协议确定竞价需求", "state the need as the framework covers it"),
    ),
    "framework.invited-differ": (
        Text("应邀请全部能够满足需求的入围供应商（{able} 家），实际邀请 {named} 家", "every listed supplier that can meet the need ({able}) is invited, or left out with a reason; {named} are invited"),
        Text("请列明本包全部入围记录；不能满足需求的，请说明理由", "name every listing of the lot; give the reason why a supplier cannot meet the need"),
    ),
    "framework.too-few-compete": (
        Text("参与竞价的入围供应商为 {invited} 家，不少于 {least} 家", "{invited} suppliers would compete, and the law asks for {least}"),
        Text("请采用直接选定", "choose a supplier on the list directly"),
    ),
    "framework.method-settled": (
        Text("本案的方式“{method}”由框架协议确定，不再选择采购方式", "the framework settles the method “{method}”; no other one is chosen"),
        Text("请直接发出通知", "issue the call"),
    ),
    "framework.not-by-price": (
        Text("采购包 {lot} 为二次竞价，应以最低价成交，不扣除、不预留、不再入围", "the lowest price wins lot {lot} among listed suppliers, so it has no preference, no set-aside and no list of its own"),
        Text("请去掉这些条款", "leave out these terms"),
    ),
    "framework.not-invited": (
        Text("{bidders} 未被邀请参与本次竞价", "{bidders} was not invited to this competition"),
        Text("只有被邀请的入围供应商可以报价", "only listed suppliers that are invited can offer"),
    ),
    "framework.no-unit-price": (
        Text("{bid}的总价不能折算为精确的单价", "the total of {bid} gives no exact price of one unit"),
        Text("总价应为单价与数量之积", "the total is the price of one unit times the quantity"),
    ),
    "framework.not-first": (
        Text("应从竞价第一名的入围记录中按其数量、单价成交（{call}）", "the call-off follows the first offer of the competition, in quantity and price ({call})"),
        Text("请按竞价结果从第一名的入围记录中成交", "call off from the listing of the first supplier, as it offered"),
    ),
    "framework.not-drawn": (
        Text("尚未从成交供应商（{bid}）的入围记录中扣减额度", "the quota of the winner, {bid}, is not called off yet"),
        Text("请先从其入围记录中成交，再确定成交供应商", "call off from its listing first, then award"),
    ),
    "framework.call-stands": (
        Text("成交的状态与所写原因不一致（现为：{found}）", "the cause is not what became of the call-off ({found})"),
        Text("请先在该成交的项目中办理无法签约的结果，再退回额度", "record in the case of the call-off that it leads to no contract, then give back the quota"),
    ),
    "framework.cannot-end": (
        Text("{organisation} 不能以此原因终止入围", "{organisation} cannot end the listing for this cause"),
        Text("供应商退出，或由征集人清退", "the supplier leaves, or the convenor removes it"),
    ),
    "framework.ended-before": (
        Text("{listing}已经终止", "{listing} is ended already"),
        Text("无需再次终止", "nothing needs to be done"),
    ),
}  # fmt: skip
