"""What people read for the codes of the platform: functions, roles, causes, forms, and what a docket is about."""

from collections.abc import Mapping

from daylight.core.dockets.stage import STAGES
from daylight.core.values.text import Text

FUNCTIONS = {
    "planning.define": Text("编制采购需求", "defining requirements"),
    "planning.review": Text("审查采购需求", "reviewing requirements"),
    "planning.publish": Text("公开采购意向和公示", "publishing intentions"),
    "planning.entrust": Text("委托代理机构", "entrusting an agency"),
    "planning.keys": Text("确定密钥持有人", "appointing key holders"),
    "planning.choose": Text("选择采购方式", "choosing the method"),
    "oversight.approve": Text("批准采购方式", "approving the method"),
    "solicitation.issue": Text("发出采购文件", "issuing the solicitation"),
    "solicitation.answer": Text("答复询问", "answering enquiries"),
    "bidding.bid": Text("投标", "bidding"),
    "opening.preside": Text("主持开标", "presiding over the opening"),
    "evaluation.form": Text("组建评标委员会", "forming the committee"),
    "evaluation.qualify": Text("资格审查", "reviewing qualifications"),
    "award.confirm": Text("确定中标人", "confirming the award"),
    "award.notify": Text("发出中标通知和公告", "notifying bidders of the award"),
    "contract.sign": Text("签订合同", "signing contracts"),
    "contract.publish": Text("公告合同", "publishing contracts"),
    "security.refund": Text("退还保证金", "refunding securities"),
}
FIELDS = {
    "address": Text("地址", "address"),
    "argument": Text("论证意见", "argument"),
    "fee_basis": Text("收费标准", "basis of the fee"),
    "general": Text("一般性审查意见", "general review"),
    "judgement": Text("认定意见", "finding"),
    "key": Text("重点审查意见", "key review"),
    "name": Text("名称", "name"),
    "reason": Text("理由", "reason"),
    "report": Text("报告", "report"),
    "summary": Text("概况", "summary"),
    "text": Text("正文", "text"),
    "title": Text("标题", "title"),
    "told": Text("告知内容", "what is told"),
}
DOCKETS = {
    "world": Text("本平台", "this platform"),
    "": Text("未代表任何单位的个人", "a person who acts for no organisation"),
    "person": Text("该人员", "this person"),
    "org": Text("该单位", "this organisation"),
    "mandate": Text("该授权", "this mandate"),
    "case": Text("该项目", "this case"),
    "bid": Text("该投标", "this bid"),
    "enquiry": Text("该询问", "this enquiry"),
    "listing": Text("该入围记录", "this listing"),
    "prequalification": Text("该资格预审", "this prequalification"),
    "unknown": Text("该编号", "this number"),
}
SUBJECTS = {
    **{
        kind: Text(words.zh.removeprefix("该"), words.en.removeprefix("this "))
        for kind, words in DOCKETS.items()
        if kind
    },
    "organisation": Text("单位", "organisation"),
    "lot": Text("采购包", "lot"),
    "bids": Text("投标", "bid"),
    "file": Text("投标", "bid"),
    "prequalified": Text("资格预审结论", "conclusion of a prequalification"),
    "framework": Text("框架协议", "framework"),
    "replenishment": Text("补充征集", "replenishment"),
    "call": Text("成交", "call-off"),
    "earlier": Text("此前的项目", "earlier case"),
    "purchases": Text("采购记录", "record of purchases"),
}
ROLES = {
    "purchaser": Text("采购人", "purchaser"),
    "agency": Text("采购代理机构", "agency"),
    "supplier": Text("供应商", "supplier"),
    "finance_department": Text("财政部门", "finance department"),
    "notary": Text("公证机构", "notary"),
    "expert_body": Text("专家管理机构", "expert body"),
    "operator": Text("平台运营机构", "operator"),
}
OBJECTS = {
    "goods": Text("货物", "goods"),
    "works": Text("工程", "works"),
    "services": Text("服务", "services"),
}
ACTS = {
    "RegisterPerson": Text("个人登记", "registering a person"),
    "DeclareRecusal": Text("声明回避", "stepping down"),
    "RecoverClock": Text("校正平台时间", "setting the time right"),
    "ReplaceServerKey": Text("更换平台密钥", "replacing a key of the server"),
    "ReviewQualification": Text("资格审查", "reviewing a qualification"),
    "ReviewConformity": Text("符合性审查", "reviewing conformity"),
    "JudgePreferences": Text("认定价格扣除", "deciding on preferences"),
    "CorrectArithmetic": Text("修正报价", "correcting a price"),
    "AskAboutLowPrice": Text("要求说明低价", "asking about a low price"),
    "JudgeLowPrice": Text("判断低价说明", "deciding on a low price"),
    "RecordNegotiation": Text("记录谈判", "recording a negotiation"),
    "ChangeTerms": Text("变动谈判条款", "changing terms"),
    "ConfirmTerms": Text("确认条款变动", "confirming changed terms"),
    "CallForFinalOffers": Text("要求最后报价", "calling for final offers"),
    "ScoreBid": Text("评分", "giving marks"),
    "ConcludeEvaluation": Text("作出评审结论", "concluding the evaluation"),
    "ReopenEvaluation": Text("重新评审", "opening an evaluation again"),
    "ReleaseShares": Text("释放密钥份额", "releasing key shares"),
    "ReleaseApplication": Text("释放申请的密钥份额", "releasing the shares of an application"),
    "ReviewApplicant": Text("审查资格预审申请", "reviewing an application"),
    "ReviewRequirement": Text("审查采购需求", "reviewing the requirement"),
    "PublishIntention": Text("公开采购意向", "publishing the intention"),
    "ChooseMethod": Text("选择采购方式", "choosing the method"),
    "ApproveMethod": Text("批准采购方式", "approving the method"),
    "PublishSoleSource": Text("单一来源公示", "publishing the only supplier"),
    "CorrectOrganisation": Text("更正单位登记", "correcting an entry of the register"),
    "ReplaceOrganisation": Text("以新登记取代错误登记", "replacing an entry under a wrong number"),
    "EntrustAgency": Text("委托代理机构", "entrusting an agency"),
    "AppointKeyHolders": Text("确定密钥持有人", "appointing key holders"),
    "InviteApplications": Text("征集申请", "inviting applications"),
}  # fmt: skip
PARTS = {
    "price": Text("报价", "price"),
    "declaration": Text("声明", "declaration"),
    "technical": Text("技术要求", "technical requirements"),
    "service": Text("服务要求", "service requirements"),
    "contract": Text("合同草案条款", "draft contract"),
    "qualification": Text("资格条件", "qualification"),
}
SEALS = {
    "key_set": Text("密钥组不是本项目的", "it uses another key set"),
    "holders": Text("密钥持有人不是本项目的", "it names other key holders"),
    "context": Text("密封内容属于其他项目、采购包、投标人或轮次", "it was sealed for another case, lot, bidder or round"),
    "threshold": Text("开启所需人数不符", "it asks for another number of key holders"),
    "application": Text("缺少应当读出的部分", "the part to be read is missing"),
}  # fmt: skip
REFUNDS = {
    "transfer": Text("转账", "transfer"),
    "cheque": Text("支票", "cheque"),
    "guarantee_returned": Text("退回保函", "return of the guarantee"),
    "performance_security": Text("转为履约保证金", "performance security"),
    "cash": Text("现金", "cash"),
}
AGAIN = {
    "sum_wrong": Text("分值汇总计算错误", "a wrong sum"),
    "mark_out_of_range": Text("分项评分超出评分标准范围", "a mark out of its range"),
    "objective_marks_differ": Text("客观评审因素评分不一致", "different marks on an objective criterion"),
    "abnormal_mark": Text("评分畸高、畸低", "an abnormally high or low mark"),
    "qualification_wrong": Text("资格性审查认定错误", "a wrong finding on a qualification"),
    "price_wrong": Text("价格分计算错误", "wrong points for price"),
}
LOW_PRICES = {
    "mean": Text("低于平均报价的规定比例", "below the share of the mean price"),
    "second_lowest": Text("低于次低报价的规定比例", "below the share of the second lowest price"),
    "ceiling": Text("低于最高限价的规定比例", "below the share of the ceiling"),
}
OUT = {
    "not_qualified": Text("资格审查不通过", "it does not qualify"),
    "not_conforming": Text("符合性审查不通过", "it does not conform"),
    "correction_refused": Text("投标人不确认修正后的报价", "the bidder did not confirm the corrected price"),
    "abnormally_low": Text("报价异常低且未能说明", "its price is abnormally low"),
    "no_final_offer": Text("没有提交最后报价", "it made no final offer"),
}
DRAWS = {
    "this": Text("此次抽取", "this draw"),
    "missing": Text("没有抽取记录", "there is no record of a draw"),
    "draw": Text("抽取没有事先准备或不能复算", "the draw was not prepared, or cannot be computed again"),
    "seats": Text("与抽取结果不一致", "they are not those drawn"),
    "order": Text("顺序与抽取结果不一致", "the order is not the one drawn"),
    "draw.category-repeated": Text("同一类别的名额规定不止一个", "a category has two quotas"),
    "draw.quota-empty": Text("类别的名额应至少为一", "a category has no seat"),
    "draw.pool-too-small": Text("备选池人数少于名额", "the pool is smaller than the seats"),
    "draw.pool-not-in-order": Text("备选池未按编号升序排列", "the pool is not in order"),
    "draw.handle-repeated": Text("备选池中有人出现不止一次", "somebody is in the pool twice"),
    "draw.skip-unknown": Text("被跳过的人不在备选池中", "somebody who is not in the pool is skipped"),
    "draw.skip-repeated": Text("同一人被跳过不止一次", "somebody is skipped twice"),
    "draw.too-few-contributors": Text("随机数提供方太少", "there are too few contributors"),
    "draw.contributor-repeated": Text("有人提供了不止一次", "somebody contributed twice"),
    "draw.contribution-unmatched": Text("承诺与随机数未一一对应", "a commitment and its number do not match"),
    "draw.nonce-short": Text("有随机数太短", "a random number is too short"),
    "draw.contribution-changed": Text("公开的随机数与事先承诺不符", "a random number is not the one committed to"),
}  # fmt: skip
WAYS = {
    "direct": Text("直接选定", "direct choice"),
    "rotation": Text("顺序轮候", "turns"),
    "competition": Text("二次竞价", "a second competition"),
}
FATES = {
    "not_opened": Text("尚未建立成交案卷", "no case was opened for it"),
    "passed_over": Text("供应商未签约", "its supplier did not sign"),
    "ended": Text("成交案卷已终止", "its case ended without a contract"),
    "stands": Text("成交有效", "it is valid"),
}
DISPOSITIONS = {
    "opened": Text("已开启", "opened"),
    "replaced": Text("已被替换", "replaced"),
    "withdrawn": Text("已撤回", "withdrawn"),
    "unopenable": Text("无法开启", "cannot be opened"),
    "returned": Text("退回", "returned"),
}
EVALUATIONS = {
    "lowest_evaluated_price": Text("最低评标价法", "the lowest evaluated price"),
    "comprehensive_scoring": Text("综合评分法", "comprehensive scoring"),
    "lowest_life_cycle_cost": Text("最低全生命周期成本法", "the lowest life-cycle cost"),
}
FORMULAS = {
    "ratio": Text("低价优先比例", "the ratio to the lowest price"),
    "linear_from_lowest": Text("自最低价线性递减", "a line from the lowest price"),
    "linear_between": Text("最低价与最高价之间线性", "a line between the lowest and the highest price"),
    "absolute": Text("按文件写明的两个价格", "two prices the documents name"),
}
POLICIES = {
    "small_micro": Text("小微企业价格扣除", "preference for small and micro enterprises"),
    "mixed": Text("联合体和分包的小微企业价格扣除", "preference for a share of small and micro enterprises"),
    "domestic": Text("本国产品价格扣除", "preference for domestic products"),
    "energy_saving": Text("节能产品优先采购", "preference for energy-saving products"),
    "environmental": Text("环境标志产品优先采购", "preference for products with an environmental label"),
}
FAULTS = {
    "evaluation.no-valid-bid": Text("没有有效投标", "there is no valid bid"),
    "evaluation.bid-repeated": Text("有投标出现不止一次", "a bid is named twice"),
    "evaluation.member-repeated": Text("有成员出现不止一次", "a member is named twice"),
    "evaluation.draw-repeated": Text("抽签顺序中有投标出现不止一次", "a bid is drawn twice"),
    "evaluation.draw-unknown-bid": Text("抽签顺序中有无效投标", "the draw names a bid that is not valid"),
    "evaluation.currencies-differ": Text("报价币种不一", "the prices are in several currencies"),
    "evaluation.price-not-positive": Text("有报价不大于零", "a price is not above zero"),
    "evaluation.preference-unfounded": Text("有价格扣除没有依据", "a preference has no ground"),
    "evaluation.preferences-exceed-price": Text(
        "有投标的价格扣除不低于其报价", "preferences reach a whole price"
    ),
    "evaluation.quantity-not-declared": Text("有数据未按要求申报", "a quantity is not declared as asked"),
    "evaluation.no-member": Text("没有评审委员会成员", "there is no member to give marks"),
    "evaluation.mark-count": Text("有成员未按评分项逐一评分", "a member has not marked each criterion once"),
    "evaluation.mark-out-of-range": Text("有评分超出范围", "a mark is out of its range"),
    "evaluation.objective-marks-differ": Text("客观因素评分不一致", "marks on an objective criterion differ"),
}
SIZES = {
    "micro": Text("微型企业", "micro"),
    "small": Text("小型企业", "small"),
    "medium": Text("中型企业", "medium"),
    "large": Text("大型企业", "large"),
    "prison": Text("监狱企业", "a prison enterprise"),
    "disabled": Text("残疾人福利性单位", "a unit of the disabled"),
    "unknown": Text("未知", "unknown"),
}
CODES: Mapping[str, Mapping[str, Text]] = {
    "size": SIZES,
    "Stage": {stage.value: known.words for stage, known in STAGES.items()},
    "DocketKind": {kind: SUBJECTS[kind] for kind in DOCKETS if kind},
    "EvaluationMethod": EVALUATIONS,
    "Policy": POLICIES,
    "PriceFormula": FORMULAS,
    "act": ACTS,
    "again": AGAIN,
    "disposition": DISPOSITIONS,
    "docket": DOCKETS,
    "draw": DRAWS,
    "fate": FATES,
    "fault": FAULTS,
    "field": FIELDS,
    "function": FUNCTIONS,
    "low": LOW_PRICES,
    "object": OBJECTS,
    "out": OUT,
    "part": PARTS,
    "refund": REFUNDS,
    "role": ROLES,
    "seal": SEALS,
    "subject": SUBJECTS,
    "terms": {"candidates": Text("没有候选人名额", "no candidate is recommended")},
    "way": WAYS,
}
