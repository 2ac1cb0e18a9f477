"""Words for refusals of framework agreements."""

from daylight.core.values.text import Text

WORDS = {
    "framework.terms": (
        Text("征集文件未载明框架协议的第二阶段安排，或该采购方式（{method}）没有入围名单", "the documents do not say how suppliers are called off later, or the method ({method}) has no list"),
        Text("请写明淘汰比例和第二阶段成交方式，或去掉这些条款", "state the share to be dropped and the ways of calling off, or leave them out"),
    ),
    "framework.no-turns": (
        Text("顺序轮候只适用于服务，本项目为 {object}", "suppliers take turns in services only; this is {object}"),
        Text("请采用直接选定", "let purchasers choose"),
    ),
    "framework.not-a-unit": (
        Text("采购包 {lot} 应只有一个产品，且按一个单位报价", "lot {lot} asks for more than one unit of one product"),
        Text("请按单价征集，每包一个产品", "ask for the price of one unit, one product a lot"),
    ),
    "framework.quality-first": (
        Text("采购包 {lot} 不得采用质量优先法", "quality cannot come first in lot {lot}"),
        Text("请按价格排序；有政府定价或特殊仪器的，请在采购方式中说明，且不计价格分", "rank by price; where law lets quality rank, show the fact with the choice of method and give price no points"),
    ),
    "framework.drops-too-few": (
        Text("淘汰比例为 {share}，应不低于 {least} 且低于一", "{share} is dropped; the law asks for {least} at least, and less than all"),
        Text("请提高淘汰比例", "drop more"),
    ),
    "framework.lists": (
        Text("采购包 {lot} 采用框架协议，应确定入围供应商", "lot {lot} is for a framework agreement; suppliers are listed"),
        Text("请公告入围供应商", "list the suppliers"),
    ),
    "framework.no-list": (
        Text("该采购方式（{method}）没有入围名单", "the method ({method}) has no list of suppliers"),
        Text("请按该方式确定中标人", "award as the method has it"),
    ),
    "framework.list-differs": (
        Text("按排序和淘汰比例应入围 {right} 家，所列 {named} 家与之不符", "the ranking gives a list of {right}; the {named} named are not those"),
        Text("请按排序列出入围供应商", "list the first of the ranking, in its order"),
    ),
    "framework.not-told": (
        Text("应告知 {others} 个未入围供应商理由，实为 {told} 个", "{others} suppliers are to be told why they are not listed, {told} are"),
        Text("请逐一写明理由", "give each of them the reasons, in both languages"),
    ),
    "framework.not-listed": (
        Text("采购包尚未公告入围结果（现为 {stage}）", "no list is published yet (the lot is {stage})"),
        Text("请先公告入围供应商", "list the suppliers first"),
    ),
    "framework.not-a-party": (
        Text("{organisation} 不是该框架协议当事人，或已签署", "{organisation} is no party of this agreement, or has signed"),
        Text("协议由征集人与入围供应商各签署一次", "convenor and listed supplier sign once each"),
    ),
    "framework.other-terms": (
        Text("双方签署的协议文本、期限或额度不一致（{bid}）", "the two parties sign other texts, terms or quotas ({bid})"),
        Text("请签署相同内容", "sign the same"),
    ),
    "framework.term-too-long": (
        Text("框架协议期限至 {until}，最迟应为 {last}，且不早于今日", "the agreement would end on {until}; it ends by {last}, and not before today"),
        Text("请调整期限", "choose another end"),
    ),
    "framework.unsound-quota": (
        Text("采购包 {lot} 的协议额度应大于零，且为同一货币", "the quota of lot {lot} is not above zero, or in other money"),
        Text("请更正额度，或不设额度", "correct the quota, or set none"),
    ),
    "framework.not-signed": (
        Text("与 {bid} 的框架协议尚未双方签署", "the agreement with {bid} is not signed by both parties"),
        Text("请先完成签署", "sign first"),
    ),
    "framework.listing-differs": (
        Text("入围记录与双方签署的协议不符（{bid}）", "the listing is not what both have signed ({bid})"),
        Text("请按协议的价格、额度和期限登记", "open it at the price, quota and term that were agreed"),
    ),
    "framework.not-a-user": (
        Text("{organisation} 不是该框架协议的采购人", "{organisation} is no purchaser this framework is for"),
        Text("请由框架协议适用范围内的采购人办理", "let a purchaser call off for whom the framework was made"),
    ),
    "framework.other-lot": (
        Text("该入围记录不属于所指项目或采购包 {lot}", "the listing is not of this framework, or of lot {lot}"),
        Text("请选择本包的入围供应商", "choose a supplier listed for this lot"),
    ),
    "framework.ended": (
        Text("该供应商的框架协议已终止或到期（{until}）", "the supplier is off the list, or the agreement ended ({until})"),
        Text("请选择其他入围供应商", "choose another supplier of the list"),
    ),
    "framework.other-way": (
        Text("征集文件未约定此成交方式（{way}）", "the terms do not know this way of calling off ({way})"),
        Text("请采用约定的方式", "use a way the terms name"),
    ),
    "framework.above-agreed": (
        Text("成交单价应大于零且不高于协议价（{agreed} 分）", "the price is not above zero, or above the one agreed ({agreed} minor units)"),
        Text("请按不高于协议价的价格成交", "call off at the agreed price or below"),
    ),
    "framework.quota": (
        Text("协议额度剩余 {left}，不足 {asked}", "{left} is left of the quota; {asked} is asked for"),
        Text("请减少数量，或选择其他入围供应商", "take less, or choose another supplier of the list"),
    ),
    "framework.call-taken": (
        Text("成交案卷 {call} 已被使用或不是案卷", "the docket {call} is taken, or is not that of a case"),
        Text("请使用新的案卷号", "use a new docket"),
    ),
    "framework.not-its-turn": (
        Text("未轮到该供应商，或未列明本包全部入围记录", "it is not this supplier's turn, or not all listings of the lot are named"),
        Text("请按名单顺序轮候，每轮每家一次", "follow the order of the list, each once a round"),
    ),
    "framework.no-call": (
        Text("入围记录 {listing} 中没有贵单位的这一成交", "the listing {listing} has no such call-off of yours"),
        Text("请先从入围记录中选定", "call off from the listing first"),
    ),
    "framework.call-differs": (
        Text("案卷与成交 {call} 的供应商、价格或数量不符", "supplier, price or quantity are not those of the call-off {call}"),
        Text("请按成交内容登记", "open it as it was called off"),
    ),
    "framework.need-differs": (
        Text("竞价需求应为一个包、一项内容，与框架协议的类别和地区一致，预算不高于协议价（{lot}）", "the need is one lot of one item, of the framework's object and territory, with a budget within the prices agreed ({lot})"),
        Text("请按框架协议确定竞价需求", "state the need as the framework covers it"),
    ),
    "framework.invited-differ": (
        Text("应邀请全部能够满足需求的入围供应商（{able} 家），实际邀请 {named} 家", "{able} listed suppliers can compete; {named} are invited"),
        Text("请列明本包全部入围记录；不能满足需求的，请说明理由", "name every listing of the lot; say why whoever is left out cannot meet the need"),
    ),
    "framework.too-few-compete": (
        Text("参与竞价的入围供应商为 {invited} 家，不少于 {least} 家", "{invited} suppliers would compete; the law asks for {least}"),
        Text("请采用直接选定", "choose a supplier of the list directly"),
    ),
    "framework.method-settled": (
        Text("本案的方式（{method}）由框架协议确定，不再选择采购方式", "the framework settles how this is done ({method}); no other method is chosen"),
        Text("请直接发出通知", "issue the call"),
    ),
    "framework.not-by-price": (
        Text("采购包 {lot} 为二次竞价，应以最低价成交，不扣除、不预留、不再入围", "among those listed the lowest price wins lot {lot}; nothing is deducted or reserved, and no list is made"),
        Text("请去掉这些条款", "leave those terms out"),
    ),
    "framework.not-invited": (
        Text("{bidders} 未被邀请参与本次竞价", "{bidders} is not among the listed suppliers that compete here"),
        Text("只有被邀请的入围供应商可以报价", "only suppliers of the list that are invited offer"),
    ),
    "framework.no-unit-price": (
        Text("报价 {bid} 不能折算为整分的单价", "the offer {bid} gives no price of one unit in whole minor units"),
        Text("总价应为单价与数量之积", "the total is the price of one unit times the quantity"),
    ),
    "framework.not-first": (
        Text("竞价 {call} 中排名第一的不是该供应商，或数量、单价不符", "this supplier is not first in the competition {call}, or quantity or price are not those offered"),
        Text("请按竞价结果从第一名的入围记录中成交", "draw on the listing of the first, as it offered"),
    ),
    "framework.not-drawn": (
        Text("尚未从成交供应商（{bid}）的入围记录中扣减额度", "the quota of the winner ({bid}) is not drawn yet"),
        Text("请先从其入围记录中成交，再确定成交供应商", "draw on its listing first, then award"),
    ),
    "framework.call-stands": (
        Text("成交 {call} 的状态为 {found}，与所述原因不符，或未说明理由，额度不能退回", "the call-off {call} is {found}, which is not the cause given, or no reason is given; the quota stays drawn"),
        Text("合同未能订立的，先在成交案卷中记录，再退回额度", "record in the case of the call-off that no contract comes of it, then give back"),
    ),
    "framework.cannot-end": (
        Text("{organisation} 不能终止该入围记录，或已终止，或未说明理由", "{organisation} cannot end this listing, or it has ended, or no reason is given"),
        Text("供应商可说明理由退出，征集人可说明理由清退", "a supplier leaves, a convenor removes, each with a reason"),
    ),
}  # fmt: skip
