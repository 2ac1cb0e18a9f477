"""The provision roles that conditions cite, phase first, and what each asks for.

A country's articles say which roles they fill; ``check`` tells which have none. A role is named like the
refusals that rest on it. Each country's own tests show which roles it fills.
"""

from __future__ import annotations

from daylight.core.values.text import Text

ROLES: dict[str, Text] = {
    "purchaser.responsible": Text("谁采购谁负责", "who purchases answers for it"),
    "purchaser.capacity": Text("采购人主体资格", "who may be a purchaser"),
    "mandate.in_force": Text("在授权范围和期限内行事", "one acts under a mandate in force"),
    "registry.identity": Text("主体身份真实可核", "parties are who they say they are"),
    "requirement.defined": Text("采购需求完整明确", "the requirement is complete and clear"),
    "requirement.survey": Text("开展需求调查", "the market is surveyed"),
    "requirement.review": Text("采购需求经审查", "the requirement is reviewed"),
    "requirement.reviewer_not_author": Text("审查人不是编制人", "nobody reviews what he wrote"),
    "intention.published": Text("提前公开采购意向", "the intention is published ahead"),
    "intention.content": Text("采购意向的内容", "what an intention tells"),
    "agency.entrusted": Text("委托代理须有协议", "an agency acts by agreement"),
    "agency.registered": Text("代理机构名录登记", "an agency is on the register"),
    "keyholders.sealing": Text("开标前保密", "bids stay secret until they are opened"),
    "solicitation.documents_complete": Text("采购文件内容完整", "the documents are complete"),
    "solicitation.criteria_stated": Text("评审标准写入文件", "criteria stand in the documents"),
    "solicitation.budget_published": Text("公开采购预算", "the budget is published"),
    "solicitation.ceiling_not_floor": Text(
        "可设最高限价，不得设最低限价", "a ceiling price, never a minimum price"
    ),
    "solicitation.no_discrimination": Text("不得差别或歧视待遇", "no supplier is discriminated against"),
    "solicitation.price_only_standard_goods": Text(
        "标准统一的货物服务用最低评标价法", "standard goods go by the lowest price"
    ),
    "solicitation.notice": Text("发布采购公告", "the solicitation is announced"),
    "documents.obtain": Text("获取采购文件", "documents can be obtained"),
    "enquiry.ask": Text("供应商可以询问", "suppliers may enquire"),
    "clarification.scope": Text("澄清修改的范围", "what a clarification may change"),
    "clarification.to_all": Text("澄清告知全体", "a clarification reaches all"),
    "bidding.deadline": Text("截止后不得收取", "nothing is taken after the deadline"),
    "bidding.sealed": Text("投标文件密封", "bids are sealed"),
    "bidding.withdrawal": Text("截止前可撤回", "a bid may be withdrawn before the deadline"),
    "bidding.replacement": Text("截止前可补充修改", "a bid may be changed before the deadline"),
    "bidding.eligible": Text("供应商应具备的条件", "the supplier is eligible"),
    "bidding.one_bid": Text("关联供应商不得同包投标", "related suppliers don't bid for one lot"),
    "bidding.consortium": Text("联合体投标", "bidding as a consortium"),
    "bidding.security": Text("投标保证金", "the bid security"),
    "bidding.ceiling": Text("报价不得超过预算或最高限价", "no price above the budget or the ceiling"),
    "bidding.minimum": Text("投标人不足法定数", "too few bidders"),
    "opening.at_deadline": Text("截止时间即开标时间", "opening is at the deadline"),
    "opening.host": Text("开标主持", "who hosts the opening"),
    "opening.committee_absent": Text("评委不得参加开标", "the committee stays away from the opening"),
    "opening.record": Text("开标全程记录", "the opening is recorded"),
    "committee.composition": Text("评标委员会组成", "how the committee is composed"),
    "committee.draw": Text("随机抽取专家", "experts are drawn at random"),
    "committee.recusal": Text("利害关系人回避", "those with an interest recuse themselves"),
    "committee.independence": Text("独立评审", "members evaluate independently"),
    "qualification.by_purchaser": Text(
        "资格审查由采购人或代理机构进行", "the purchaser's side checks qualification"
    ),
    "conformity.by_committee": Text("符合性审查由评标委员会进行", "the committee checks conformity"),
    "clarification.by_bidder": Text("投标人澄清说明", "a bidder explains his bid"),
    "arithmetic.order": Text("报价不一致的修正顺序", "the order in which prices are corrected"),
    "low_price.explanation": Text("异常低价须说明", "an abnormally low price is explained"),
    "scoring.by_document": Text("只按文件规定评分", "scores follow the documents only"),
    "scoring.objective_identical": Text("客观分应当一致", "objective scores are identical"),
    "scoring.all_members": Text("成员各自独立打分", "every member scores"),
    "scoring.price": Text("价格分的计算", "how price is scored"),
    "evaluation.ranking": Text("排序规则", "how bids are ranked"),
    "evaluation.tie": Text("并列的处理", "how ties are broken"),
    "evaluation.report": Text("评标报告", "the evaluation report"),
    "evaluation.again": Text("重新评审的情形", "when there is another evaluation"),
    "award.by_rank": Text("按排序确定中标人", "the award follows the ranking"),
    "award.no_other": Text("不得改变或另定中标人", "nobody else is awarded"),
    "award.notice_content": Text("结果公告的内容", "what the award notice tells"),
    "award.notify_losers": Text("告知未中标原因", "losers are told why"),
    "failure.causes": Text("废标的情形", "when the procurement fails"),
    "cancellation.causes": Text("终止采购的情形", "when it may be cancelled"),
    "contract.terms_unchanged": Text("不得实质性变更", "terms stay as bid"),
    "contract.parties": Text("合同当事人", "who signs the contract"),
    "contract.publish": Text("合同公告", "the contract is published"),
    "contract.additions": Text("追加采购", "additions to a contract"),
    "emergency.additions": Text("紧急采购的追加", "additions in an emergency"),
    "contract.performance_security": Text("履约保证金", "the performance security"),
    "publication.truthful": Text("公告真实准确", "what is published is true"),
    "publication.place": Text("在指定媒体发布", "it is published where it must be"),
    "records.complete": Text("采购文件妥善保存", "records are complete and kept"),
}
