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
        Text("采购包 {lot} 的评审报告应为完整的文件，且只送交一次", "the report of lot {lot} is a complete document and is delivered once"),
        Text("请核对文件；每次评审只送交一次", "check the document; it is delivered once for each evaluation"),
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
        Text("采购人应在 {until} 之前提出异议，且只提出一次", "the purchaser objects once, until {until}"),
        Text("请在确定中标人的期限内提出一次", "object within the time to confirm"),
    ),
    "award.objection-unproven": (
        Text("异议须有中英文理由和至少一份证明（现有 {evidence} 份）", "an objection needs a reason in both languages and at least one document; it has {evidence}"),
        Text("请写明合法理由并附证明", "give the lawful reason and the evidence"),
    ),
    "award.not-awarded": (
        Text("采购包尚未确定中标人（现为：{stage}）", "the lot has no winner yet (stage: {stage})"),
        Text("请先确定中标人", "award first"),
    ),
    "award.somebody-not-told": (
        Text("应告知 {others} 个未中标人理由并写明中标人，现告知 {told} 个", "the notification names the winner and gives reasons to the {others} other bidders; with reasons: {told}"),
        Text("请逐一写明理由", "give each of them the reasons, in both languages"),
    ),
    "award.not-debriefed": (
        Text("告知的内容与评审结果不一致；{bid}的结果为：得分 {points}，排名 {rank}", "the notification differs from the result; for {bid} it is: points {points}, rank {rank}"),
        Text("评分的项目，请告知未中标人本人的得分和排名；未参加评分的不写", "give each bidder its own points and rank; give none to a bid that has no marks"),
    ),
    "award.not-notified": (
        Text("应在发出中标通知后公告一次（现为：{stage}）", "the award is published once, after the bidders are notified (stage: {stage})"),
        Text("请先发出通知", "notify the bidders first"),
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
    "award.passing-over-unproven": (
        Text("须有中英文理由和至少一份证明（现有 {evidence} 份）", "a reason in both languages and at least one document are needed; there are {evidence} documents"),
        Text("请写明理由，并附拒签函或履约不能的证明", "give the reason, with the letter of refusal or proof that the winner cannot perform"),
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
        Text("合同由采购人与中标人各签署一次，{organisation} 不能签署", "purchaser and winner sign once each; {organisation} cannot sign"),
        Text("请核对当事人", "check the parties"),
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
        Text("采购包 {lot} 的履约截止日 {until} 已过，或与另一方所签不同", "performance of lot {lot} ends on {until}, which is past or not the day the other party signed"),
        Text("请双方写明同一个未过的日期", "let both write the same day, not before today"),
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
        Text("采购包 {lot} 的合同签订后，应报送所签文本，且只报送一次", "the copy for lot {lot} is the text both parties signed, filed once after they signed"),
        Text("请在签订后报送所签文本一次", "file the signed text"),
    ),
    "contracting.not-the-supervisor": (
        Text("{organisation} 不是财政部门", "{organisation} is not a finance department"),
        Text("合同副本报同级财政部门", "file the copy with the finance department of your level"),
    ),
    "contracting.not-signed": (
        Text("采购包 {lot} 的合同须双方签署且结果已公告", "the contract of lot {lot} is published after both parties signed and the award is public"),
        Text("请先完成签署和结果公告", "sign and publish the award first"),
    ),
}  # fmt: skip
