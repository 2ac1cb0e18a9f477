"""Words for refusals of the award and contracting phases."""

from daylight.core.values.text import Text

WORDS = {
    "award.enough-qualified": (
        Text("采购包 {lot} 的资格预审没有得出合格供应商不足的结论", "no prequalification concluded that too few qualify for lot {lot}"),
        Text("请先作出资格预审结论", "conclude the prequalification first"),
    ),
    "award.not-evaluated": (
        Text("采购包尚未完成评审（现为 {stage}）", "the lot is not evaluated (it is {stage})"),
        Text("请待评审结束后确认", "wait for the conclusion of the evaluation"),
    ),
    "award.not-first": (
        Text("应按排序确定中标人，第一名为 {first}", "the award follows the ranking; first is {first}"),
        Text("请确认第一名", "award to the first"),
    ),
    "award.no-agency": (
        Text("采购包 {lot} 由采购人自行组织采购，无需送交报告", "the purchaser runs the procedure of lot {lot} himself; no report is delivered"),
        Text("请直接确定中标人", "confirm the winner"),
    ),
    "award.report-delivered": (
        Text("采购包 {lot} 的评审报告已经送交，或文件不完整", "the report of lot {lot} is delivered already, or the document is not sound"),
        Text("每次评审只送交一次；请核对文件", "it is delivered once for each evaluation; check the document"),
    ),
    "award.silence-means-nothing": (
        Text("采购包 {lot} 的采购方式没有逾期视同确定的规定", "the law of this method does not take silence for consent (lot {lot})"),
        Text("请由采购人确定中标人", "let the purchaser confirm the winner"),
    ),
    "award.time-runs": (
        Text("采购人确定中标人的期限（{until}）未满", "the purchaser's time to confirm is not over ({until})"),
        Text("请在期满次日以后办理", "do it from the day after on"),
    ),
    "award.objected": (
        Text("采购人已对采购包 {lot} 的评审报告提出异议", "the purchaser has objected to the report of lot {lot}"),
        Text("不能视同确定；请先处理异议", "silence can't be taken for consent; settle the objection first"),
    ),
    "award.objection-late": (
        Text("提出异议的期限（{until}）已过，或已经提出", "the time to object is over ({until}), or the purchaser has objected"),
        Text("请在确定中标人的期限内提出一次", "object once, within the time to confirm"),
    ),
    "award.objection-unproven": (
        Text("异议须有中英文理由和至少一份证明（现有 {evidence} 份）", "an objection needs a reason in both languages and at least one document (there are {evidence})"),
        Text("请写明合法理由并附证明", "give the lawful reason and the proof"),
    ),
    "award.not-awarded": (
        Text("采购包尚未确定中标人（现为 {stage}）", "the lot has no winner yet (it is {stage})"),
        Text("请先确定中标人", "award first"),
    ),
    "award.somebody-not-told": (
        Text("应告知 {others} 个未中标人理由，实为 {told} 个，或中标人有误", "{others} bidders are to be told why, {told} are, or the winner is wrong"),
        Text("请逐一写明理由", "give each of them the reasons, in both languages"),
    ),
    "award.not-debriefed": (
        Text("投标 {bid} 的告知与评审结果不一致：得分 {points}，排名 {rank}", "what bid {bid} is told is not how it fared: {points} points, rank {rank}"),
        Text("评分的项目，请告知未中标人本人的得分和排名；未参加评分的不写", "where points were given, tell each its own points and rank; tell none to bids that were not marked"),
    ),
    "award.not-notified": (
        Text("尚未发出中标通知（现为 {stage}）", "bidders are not notified yet (the lot is {stage})"),
        Text("请先发出通知", "notify first"),
    ),
    "award.no-candidate-left": (
        Text("采购包 {lot} 的中标候选人均未签约", "every candidate of lot {lot} was passed over"),
        Text("请废标后重新采购", "let the lot fail and start anew"),
    ),
    "award.nobody-to-pass-over": (
        Text("采购包没有已获通知而未签约的中标人（现为 {stage}）", "the lot has no winner who was told and has no contract (it is {stage})"),
        Text("只有通知之后、双方签约之前，才能另定下一候选人", "the next candidate follows only after the notification and before both have signed"),
    ),
    "award.not-the-winner": (
        Text("中标的是 {winner}", "the winner is {winner}"),
        Text("请写明该中标人", "name that bid"),
    ),
    "award.winner-has-signed": (
        Text("采购包 {lot} 的中标人已签署合同，并未拒签", "the winner of lot {lot} has signed and did not refuse"),
        Text("请由采购人签署；确因不能履约的，请改写理由", "sign as well; if the winner cannot perform, say so"),
    ),
    "award.passing-over-unproven": (
        Text("须有中英文理由和至少一份证明（现有 {evidence} 份）", "a reason in both languages and at least one document are needed (there are {evidence})"),
        Text("请写明理由，并附拒签函或履约不能的证明", "give the reason, and the letter of refusal or the proof that it cannot be performed"),
    ),
    "award.nobody-passed-over": (
        Text("采购包 {lot} 没有未签约的中标人", "no winner of lot {lot} was passed over"),
        Text("此理由不成立；请先办理中标人未签约", "this cause does not apply; first pass over the winner who does not sign"),
    ),
    "award.already-decided": (
        Text("采购包已有结果（{stage}）", "the lot is decided ({stage})"),
        Text("不能再废标或终止", "it can no longer fail or be cancelled"),
    ),
    "award.within-budget": (
        Text("采购包 {lot} 有报价未超过预算", "a price of lot {lot} is within the budget"),
        Text("此理由不成立", "this cause does not apply"),
    ),
    "award.deadline-not-passed": (
        Text("采购包 {lot} 的投标截止时间未到", "the deadline of lot {lot} has not passed"),
        Text("请待截止后再判断", "wait for the deadline"),
    ),
    "award.enough-bidders": (
        Text("有 {left} 个投标，不少于 {least} 个", "there are {left} bids, not fewer than {least}"),
        Text("此理由不成立", "this cause does not apply"),
    ),
    "contracting.standstill": (
        Text("停顿期至 {until} 止，期满前不得签订合同", "the standstill lasts until {until}; nobody signs before it is over"),
        Text("请在期满后签订", "sign after it"),
    ),
    "contracting.not-notified": (
        Text("尚未发出中标通知（现为 {stage}）", "bidders are not notified yet (the lot is {stage})"),
        Text("请先发出中标通知书", "notify first"),
    ),
    "contracting.not-a-party": (
        Text("{organisation} 不是合同当事人，或已签署", "{organisation} is no party of this contract, or has signed"),
        Text("合同由采购人与中标人各签署一次", "purchaser and winner sign once each"),
    ),
    "contracting.price-changed": (
        Text("合同价 {price} 与中标价不一致", "the contract price {price} is not the price of the winning bid"),
        Text("不得背离中标结果另订协议", "sign at the price of the bid"),
    ),
    "contracting.text-changed": (
        Text("双方签署的合同文本不一致（{text}）", "the two parties sign different texts ({text})"),
        Text("请签署同一文本", "sign the same text"),
    ),
    "contracting.days-differ": (
        Text("采购包 {lot} 的履约截止日 {until} 已过，或与另一方所签不同", "performance of lot {lot} ends on {until}, which is past or not the day the other party signed"),
        Text("请双方写明同一个未过的日期", "let both write the same day, not before today"),
    ),
    "contracting.security-differs": (
        Text("采购包 {lot} 的履约保证金不是双方约定的同一正数金额", "the performance security of lot {lot} is not one sum above zero that both parties sign"),
        Text("请双方写明同一金额，或都不约定", "let both write the same sum, or none"),
    ),
    "contracting.security-too-high": (
        Text("履约保证金超过上限（{most} 分）", "the performance security is above the ceiling ({most} minor units)"),
        Text("请降低履约保证金", "lower it"),
    ),
    "contracting.not-the-copy": (
        Text("采购包 {lot} 的合同未签署、已经备案，或副本与所签文本不一致", "the contract of lot {lot} is unsigned, filed already, or the copy is not the text signed"),
        Text("请在签订后报送所签文本一次", "file the very text both signed, once"),
    ),
    "contracting.not-the-supervisor": (
        Text("{organisation} 不是财政部门", "{organisation} is no finance department"),
        Text("合同副本报同级财政部门", "file the copy with the finance department of your level"),
    ),
    "contracting.not-signed": (
        Text("采购包 {lot} 的合同尚未双方签署", "the contract of lot {lot} is not signed by both parties"),
        Text("请先完成签署", "sign first"),
    ),
}  # fmt: skip
