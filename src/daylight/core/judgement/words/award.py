"""Words for refusals of the award and contracting phases."""

from daylight.core.values.text import Text

WORDS = {
    "award.enough-qualified": (
        Text("采购包 {lot} 的资格预审没有得出合格供应商不足的结论", "no prequalification concluded that too few suppliers qualify for lot {lot}"),
        Text("请先作出资格预审结论", "conclude the prequalification first"),
    ),
    "award.not-evaluated": (
        Text("采购包尚未完成评审（现为：{stage}）", "the evaluation of the lot is not concluded (stage: {stage})"),
        Text("请待评审结束后确认", "wait for the conclusion of the evaluation"),
    ),
    "award.not-first": (
        Text("应按排序确定中标人；第一名：{first}", "the award follows the ranking; first: {first}"),
        Text("请确认第一名", "award to the first"),
    ),
    "award.no-agency": (
        Text("采购包 {lot} 由采购人自行组织采购，无需送交报告", "the purchaser runs the procedure of lot {lot}, so no report is delivered"),
        Text("请直接确定中标人", "confirm the winner"),
    ),
    "award.report-delivered": (
        Text("采购包 {lot} 的评审报告已经送交", "the report of lot {lot} is delivered already"),
        Text("每次评审只送交一次", "it is delivered once for each evaluation"),
    ),
    "award.silence-means-nothing": (
        Text("采购包 {lot} 的采购方式没有逾期视同确定的规定", "under the law of this method, silence of the purchaser awards nothing (lot {lot})"),
        Text("请由采购人确定中标人", "the purchaser confirms the winner"),
    ),
    "award.time-runs": (
        Text("采购人确定中标人的期限（至 {until}）未满", "the purchaser has time to confirm until {until}"),
        Text("请在期满次日以后办理", "do it from the day after"),
    ),
    "award.objected": (
        Text("采购人已对采购包 {lot} 的评审报告提出异议", "the purchaser has objected to the report of lot {lot}"),
        Text("不能视同确定；请先处理异议", "settle the objection first"),
    ),
    "award.objection-late": (
        Text("采购人提出异议的期限已于 {until} 届满", "the purchaser could object until {until}"),
        Text("请在确定中标人的期限内提出", "object within the time to confirm"),
    ),
    "award.time-not-running": (
        Text("采购包 {lot} 的采购人确定中标人的期限没有开始", "the time of the purchaser to confirm the winner of lot {lot} is not running"),
        Text("请待评审报告送达后提出", "object when the report is delivered"),
    ),
    "award.not-awarded": (
        Text("采购包尚未确定中标人（现为：{stage}）", "the lot has no winner yet (stage: {stage})"),
        Text("请先确定中标人", "award first"),
    ),
    "award.somebody-not-told": (
        Text("应告知 {others} 个未中标人理由，现告知 {told} 个", "the notification gives reasons to the {others} other bidders; with reasons: {told}"),
        Text("请以中英文逐一写明理由", "give each of them the reasons, in both languages"),
    ),
    "award.not-debriefed": (
        Text("告知的内容与评审结果不一致；{bid}的结果为：得分 {points}，排名 {rank}", "the notification differs from the result; for {bid} it is: points {points}, rank {rank}"),
        Text("评分的项目，请告知未中标人本人的得分和排名；未参加评分的不写", "give each bidder its own points and rank; give none to a bid that has no marks"),
    ),
    "award.not-notified": (
        Text("尚未发出中标通知（现为：{stage}）", "the bidders are not notified yet (stage: {stage})"),
        Text("请先发出通知", "notify the bidders first"),
    ),
    "award.published-before": (
        Text("采购包 {lot} 的结果已经公告", "the award of lot {lot} is public already"),
        Text("无需再次公告", "nothing needs to be done"),
    ),
    "award.no-candidate-left": (
        Text("采购包 {lot} 的中标候选人均未签约", "no candidate of lot {lot} is left: none signed"),
        Text("请废标后重新采购", "let the lot fail and procure again"),
    ),
    "award.nobody-to-pass-over": (
        Text("采购包没有已获通知而未签约的中标人（现为：{stage}）", "the lot has no winner who was notified and has not signed (stage: {stage})"),
        Text("只有通知之后、双方签约之前，才能另定下一候选人", "choose the next candidate after the notification and before both parties have signed"),
    ),
    "award.not-the-winner": (
        Text("中标的是：{winner}", "the winner is {winner}"),
        Text("请写明该中标人", "name that bid"),
    ),
    "award.winner-has-signed": (
        Text("采购包 {lot} 的中标人已签署合同，并未拒签", "the winner of lot {lot} has signed and did not refuse"),
        Text("请由采购人签署；确因不能履约的，请改写理由", "the purchaser signs as well; where the winner cannot perform, choose that cause"),
    ),
    "award.nobody-passed-over": (
        Text("采购包 {lot} 没有未签约的中标人", "no winner of lot {lot} failed to sign"),
        Text("此理由不成立；请先办理中标人未签约", "choose another cause, or first record that the winner does not sign"),
    ),
    "award.already-decided": (
        Text("采购包已有结果（{stage}）", "the lot is decided (stage: {stage})"),
        Text("不能再废标或终止", "it can no longer fail or be cancelled"),
    ),
    "award.within-budget": (
        Text("采购包 {lot} 有报价未超过预算", "a price for lot {lot} is within the budget"),
        Text("此理由不成立", "choose another cause"),
    ),
    "award.deadline-not-passed": (
        Text("采购包 {lot} 的投标截止时间未到", "the deadline of lot {lot} has not passed"),
        Text("请待截止后再判断", "wait for the deadline"),
    ),
    "award.enough-bidders": (
        Text("有 {left} 个投标，不少于 {least} 个", "there are {left} bids, and {least} are enough"),
        Text("此理由不成立", "choose another cause"),
    ),
    "contracting.standstill": (
        Text("停顿期至 {until} 止，期满前不得签订合同", "the standstill lasts until {until}; no contract is signed before it ends"),
        Text("请在期满后签订", "sign after that day"),
    ),
    "contracting.not-notified": (
        Text("尚未发出中标通知（现为：{stage}）", "the bidders are not notified yet (stage: {stage})"),
        Text("请先发出中标通知书", "notify the bidders first"),
    ),
    "contracting.not-a-party": (
        Text("{organisation} 不是采购包合同的当事人", "{organisation} is not a party to the contract"),
        Text("合同由采购人与中标人签署", "purchaser and winner sign it"),
    ),
    "contracting.signed-before": (
        Text("{organisation} 一方已经签署", "the side of {organisation} has signed already"),
        Text("请待另一方签署", "wait for the other party"),
    ),
    "contracting.day-past": (
        Text("采购包 {lot} 的履约截止日 {until} 已过", "performance of lot {lot} would end on {until}, which is past"),
        Text("请写今日以后的日期", "write a day from today on"),
    ),
    "contracting.price-changed": (
        Text("合同价 {price} 与中标价不一致", "the contract price, {price}, is not the price of the winning bid"),
        Text("不得背离中标结果另订协议", "sign at the price of the bid"),
    ),
    "contracting.text-changed": (
        Text("双方签署的合同文本“{text}”不一致", "the two parties sign different texts of “{text}”"),
        Text("请签署同一文本", "sign the same text"),
    ),
    "contracting.days-differ": (
        Text("采购包 {lot} 的履约截止日写为 {until}，另一方所签为 {other}", "performance of lot {lot} ends on {until} here, and on {other} where the other party signed"),
        Text("请双方写同一天", "let both write the same day"),
    ),
    "contracting.no-security": (
        Text("采购包 {lot} 的履约保证金不大于零", "the performance security of lot {lot} is not above zero"),
        Text("请填写金额，未约定的请删去", "give an amount, or leave it out where none is agreed"),
    ),
    "contracting.security-differs": (
        Text("采购包 {lot} 的履约保证金应为双方写明的同一正数金额", "the performance security of lot {lot} is one sum above zero, the same for both parties"),
        Text("请双方写明同一金额，或都不约定", "both parties write the same sum, or none"),
    ),
    "contracting.security-too-high": (
        Text("履约保证金超过上限（{most}）", "the performance security is above the ceiling of {most}"),
        Text("请降低履约保证金", "lower it"),
    ),
    "contracting.not-the-copy": (
        Text("采购包 {lot} 报送的不是双方所签文本", "the copy for lot {lot} is not the text both parties signed"),
        Text("请报送所签文本", "file the signed text"),
    ),
    "contracting.not-the-supervisor": (
        Text("{organisation} 不是财政部门", "{organisation} is not a finance department"),
        Text("合同副本报同级财政部门", "file the copy with the finance department of your level"),
    ),
    "contracting.not-signed": (
        Text("采购包 {lot} 的合同双方尚未签署", "the contract of lot {lot} is not signed by both parties"),
        Text("请先由双方签署", "let both parties sign first"),
    ),
    "contracting.award-unpublished": (
        Text("采购包 {lot} 的结果尚未公告", "the award of lot {lot} is not public yet"),
        Text("请先公告结果", "publish the award first"),
    ),
    "contracting.filed-before": (
        Text("采购包 {lot} 的合同副本已经报送", "the copy for lot {lot} is filed already"),
        Text("无需再次报送", "nothing needs to be done"),
    ),
}  # fmt: skip
