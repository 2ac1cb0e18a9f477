"""Words for refusals of the evaluation phase where it is made again, or its committee changes."""

from daylight.core.values.text import Text

WORDS = {
    "evaluation.too-late": (
        Text("采购包现为“{stage}”，只能在评审结论之后、双方签约之前重新评审", "an evaluation is made again between its conclusion and the contract (stage: {stage})"),
        Text("结论之前由委员会当场修正；签约之后的问题请报告财政部门", "before the conclusion the committee corrects its own record; after the contract, report to the finance department"),
    ),
    "evaluation.other-committee": (
        Text("采购包 {lot} 不是由现任委员会评审的", "another committee evaluated lot {lot}"),
        Text("请由原评标委员会更正；成员不能再评的，请重新组建委员会", "the original committee corrects its evaluation; where it cannot, form another one"),
    ),
    "evaluation.no-cause-here": (
        Text("该采购方式不得以此事由（{cause}）重新评审", "this method admits no second evaluation for this cause: {cause}"),
        Text("重新评审的情形由法规逐一列明；其他问题请依质疑、投诉处理", "the law lists the causes; raise anything else as a query or complaint"),
    ),
    "evaluation.nothing-to-correct": (
        Text("须说明理由，且更正事由（{cause}）应在记录中成立", "a correction needs a reason, and the record must show its cause: {cause}"),
        Text("汇总由系统计算；畸高畸低的评分请说明理由", "sums are computed; give a reason where a mark is abnormally high or low"),
    ),
    "evaluation.bids-misnamed": (
        Text("资格性审查认定错误须写明经审查的投标，其他事由不写（现写明：{bids}）", "a wrong finding on a qualification names the bids that were reviewed; other causes name none (named: {bids})"),
        Text("请写明认定有误的投标", "name the bids whose qualification was found wrongly"),
    ),
    "evaluation.never-heard": (
        Text("{bid}被错误排除，未参加谈判，无最后报价", "{bid} was left out wrongly, so it took no part in the negotiation and has no final offer"),
        Text("重新评审不能补救；请终止后重新采购", "another evaluation cannot repair that; let the lot fail and procure again"),
    ),
    "evaluation.nothing-changed": (
        Text("采购包 {lot} 没有因重新评审改变且尚未报告的结果", "lot {lot} has no result that a second evaluation changed and that is still to be reported"),
        Text("无需报告", "nothing needs to be done"),
    ),
    "award.change-unreported": (
        Text("采购包 {lot} 重新评审改变了结果，尚未书面报告财政部门", "a second evaluation changed the result of lot {lot}, and the finance department has no report of it"),
        Text("请先书面报告，再确定中标人", "report it in writing, then confirm the winner"),
    ),
    "evaluation.no-committee": (
        Text("没有评标委员会", "there is no committee"),
        Text("请直接组建", "form one"),
    ),
    "evaluation.members-misnamed": (
        Text("须写明现任委员会中的过错成员，每人一次；不是成员的：{person}", "members at fault are named once each and are members of the committee; not a member: {person}"),
        Text("请核对成员", "check the members you name"),
    ),
    "evaluation.no-new-committee": (
        Text("该采购方式没有重新组建评审小组的规定", "the law of this method provides for no new committee"),
        Text("存在影响公正的违法行为的，请终止后重新采购", "where something unlawful affects fairness, let the lot fail and procure again"),
    ),
    "evaluation.contract-stands": (
        Text("没有未签合同的采购包可以重新评审", "no lot without a contract is left to evaluate"),
        Text("合同已经签订的，应先依法撤销合同；已经履行的，依法承担责任", "revoke the contract by law first; where it is performed, those responsible are liable"),
    ),
    "evaluation.replacing-suffices": (
        Text("有过错的成员 {members} 人，尚有候补 {left} 人，且未作出结论", "{members} members are at fault and {left} alternates are left, and nothing is concluded"),
        Text("请更换该成员，不必重新组建", "replace the members; the committee stays"),
    ),
    "evaluation.concluded-with-member": (
        Text("{person} 参与的评审已有结论，仅更换成员不足以补救", "{person} took part in a concluded evaluation, so replacing this member is not enough"),
        Text("请重新组建评标委员会", "dissolve the committee and form another one"),
    ),
    "evaluation.sat-before": (
        Text("{person} 是被解散的评标委员会成员", "{person} was a member of the committee that was dissolved"),
        Text("请从备选池中除去原成员后另行抽取", "take former members out of the pool and draw again"),
    ),
}  # fmt: skip
