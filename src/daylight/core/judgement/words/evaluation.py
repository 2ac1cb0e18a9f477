"""Words for refusals of the evaluation phase."""

from daylight.core.values.text import Text

WORDS = {
    "evaluation.quantity-missing": (
        Text("投标 {bid} 的“{quantity}”未申报、超出上下限或没有证明，无法计算全生命周期成本", "bid {bid} does not declare “{quantity}” within bounds and with evidence, so its life-cycle cost can't be computed"),
        Text("请认定为符合性审查不通过", "find it not conforming"),
    ),
    "evaluation.lot-not-opened": (
        Text("采购包不在评审中（现为 {stage}）", "the lot is not under evaluation (it is {stage})"),
        Text("请在开标后、评审结束前办理", "do it after the opening and before the conclusion"),
    ),
    "evaluation.too-few-qualified": (
        Text("资格合格的投标人只有 {left} 家，少于 {least} 家，不得评标", "{left} bidders qualify, fewer than {least}: nothing is evaluated"),
        Text("请以“投标人不足”作废标处理（FailLot）", "fail the lot for too few bidders (FailLot)"),
    ),
    "evaluation.same-employer": (
        Text("{employer} 有 {found} 名专家入选，最多 {most} 名", "{employer} has {found} experts on the committee; {most} at most"),
        Text("请从每个单位只列一人的专家库重新抽取", "draw again from a pool with no more of one employer"),
    ),
    "evaluation.no-legal-expert": (
        Text("技术复杂、专业性强的项目应有法律专家：现有 {found} 名，至少 {least} 名", "a complex matter has legal experts: {found} here, {least} at least"),
        Text("请按“法律”类别（legal）抽取专家后重新组成", "draw from the category legal too, and form it again"),
    ),
    "evaluation.drawn-too-early": (
        Text("评审专家最早可于 {first} 抽取", "experts are drawn on {first} at the earliest"),
        Text("请在该日或之后抽取", "draw on that day or later"),
    ),
    "evaluation.bid-is-out": (
        Text("投标 {bid} 已无效（{why}）", "bid {bid} is out ({why})"),
        Text("无需再评审", "nothing needs to be done"),
    ),
    "evaluation.objective-marks-differ": (
        Text("投标 {bid} 的客观因素“{criterion}”各成员评分不一致", "members mark bid {bid} differently on the objective criterion “{criterion}”"),
        Text("请委员会核对后重新打分", "let the committee check, and mark again"),
    ),
    "evaluation.no-brand": (
        Text("投标 {bid} 未声明核心产品 {item} 的品牌", "bid {bid} declares no brand for the core product {item}"),
        Text("请认定为符合性审查不通过", "find it not conforming"),
    ),
    "evaluation.not-a-member": (
        Text("{person} 不是现任评标委员会成员", "{person} is not a member of the committee in office"),
        Text("请由委员会成员办理", "let a member do it"),
    ),
    "evaluation.not-the-chair": (
        Text("{person} 不是评标委员会组长", "{person} is not the chair of the committee"),
        Text("请由组长办理", "let the chair do it"),
    ),
    "evaluation.no-alternate": (
        Text("没有候补专家可以接替 {person}", "no alternate is left to take the seat of {person}"),
        Text("请重新组建评标委员会", "form the committee anew"),
    ),
    "evaluation.committee-formed": (
        Text("评标委员会已经组建", "the committee is formed already"),
        Text("成员回避时由候补接替", "alternates take the seats of those who step down"),
    ),
    "evaluation.draw-prepared": (
        Text("抽取 {draw} 已经准备，或不属于本项目", "draw {draw} is prepared already, or is none of this case"),
        Text("一次抽取只准备一次；如需递补，按原排列顺延", "a draw is prepared once; replacements follow its permutation"),
    ),
    "evaluation.contributors": (
        Text("随机数承诺方 {found} 个，须为本项目的密钥持有人，且不少于开标所需人数", "{found} contributors; they are key holders of the case, as many as open bids"),
        Text("请由足够的密钥持有人各自作出承诺", "let enough key holders commit, each once"),
    ),
    "evaluation.contribution-unsigned": (
        Text("{person} 的随机数承诺没有本人签名", "the commitment of {person} is not signed with their own key"),
        Text("请由本人用设备密钥签署", "let them sign it on their device"),
    ),
    "evaluation.draw-not-prepared": (
        Text("抽取 {draw} 与事先准备的规则、备选池、承诺不一致，或没有事先准备", "draw {draw} was not prepared, or differs from what was fixed before chance was known"),
        Text("请先准备抽取，再按准备的内容抽取", "prepare the draw first, then draw as prepared"),
    ),
    "evaluation.draw-differs": (
        Text("抽取结果无法复算（{fault}）", "the draw cannot be recomputed ({fault})"),
        Text("请按公布的算法抽取", "draw by the published algorithm"),
    ),
    "evaluation.seats-differ": (
        Text("专家名单与抽取结果不一致", "the experts are not those who were drawn"),
        Text("请按抽取顺序列名", "list them in the order of the draw"),
    ),
    "evaluation.members-not-distinct": (
        Text("成员未登记、重复，或组长不是成员：{person}", "a member is not registered, named twice, or the chair is no member: {person}"),
        Text("请核对成员名单", "check the list of members"),
    ),
    "evaluation.composition": (
        Text("委员会 {members} 人，其中专家 {experts} 人；至少 {least} 人的单数，专家不少于 {share}", "{members} members, {experts} of them experts; an odd number of at least {least} with {share} experts is needed"),
        Text("请调整人数", "change the numbers"),
    ),
    "evaluation.tied-to-bidder": (
        Text("专家 {person} 的单位是投标人、采购人或采购代理机构", "expert {person} is employed by a bidder, the purchaser or the agency"),
        Text("该成员应当回避", "the member steps down"),
    ),
    "evaluation.reviewed-before": (
        Text("该投标人的资格已经审查", "the bidder's qualification was reviewed already"),
        Text("无需再次审查", "nothing needs to be done"),
    ),
    "evaluation.no-security": (
        Text("投标 {bid} 没有按要求提交投标保证金", "bid {bid} gave no bid security where one is asked"),
        Text("该投标人资格不合格", "the bidder does not qualify"),
    ),
    "evaluation.bids-twice": (
        Text("{organisation} 在同一采购包中有两份投标", "{organisation} stands behind two bids for the lot"),
        Text("相关投标无效", "neither bid qualifies"),
    ),
    "evaluation.no-price": (
        Text("投标 {bid} 的报价不大于零", "the price of bid {bid} is not above zero"),
        Text("该投标无效", "the bid does not conform"),
    ),
    "evaluation.above-ceiling": (
        Text("投标 {bid} 的报价超过最高限价", "the price of bid {bid} is above the ceiling"),
        Text("该投标无效", "the bid does not conform"),
    ),
    "evaluation.below-floor": (
        Text("投标 {bid} 的报价低于最低限价", "the price of bid {bid} is below the minimum price"),
        Text("该投标无效", "the bid does not conform"),
    ),
    "evaluation.not-yet-qualified": (
        Text("投标 {bid} 未通过资格审查，或已作符合性审查", "bid {bid} has not passed qualification, or conformity was reviewed already"),
        Text("请先完成资格审查", "review the qualification first"),
    ),
    "evaluation.not-yet-conforming": (
        Text("投标 {bid} 未通过符合性审查", "bid {bid} has not passed conformity"),
        Text("请先完成符合性审查", "review conformity first"),
    ),
    "evaluation.wrong-correction": (
        Text("修正后的价格应为 {found}，写的是 {stated}", "the corrected price is {found}, not {stated}"),
        Text("请按规定顺序修正；没有错误则无需修正", "correct in the order of law; where nothing is wrong, correct nothing"),
    ),
    "evaluation.arithmetic-open": (
        Text("投标 {bid} 的报价前后不一致，尚未修正", "the arithmetic of bid {bid} is not settled"),
        Text("请先修正并请投标人确认", "correct it and have the bidder confirm"),
    ),
    "evaluation.review-open": (
        Text("投标 {bid} 尚未审查完毕", "the review of bid {bid} is still open"),
        Text("请先审查全部投标", "review all bids first"),
    ),
    "evaluation.no-ground-to-ask": (
        Text("询问低价的理由与事实不符（达到的情形：{met}）", "the ground for asking does not fit the facts (met: {met})"),
        Text("请写明达到的情形，或委员会的专业判断", "name the triggers that are met, or the committee's judgement in words"),
    ),
    "evaluation.asked-before": (
        Text("投标 {bid} 已被要求说明价格", "bid {bid} was asked already"),
        Text("请等待说明", "wait for the explanation"),
    ),
    "evaluation.not-asked": (
        Text("投标 {bid} 未被要求说明，或已经说明", "bid {bid} was not asked to explain, or has explained"),
        Text("请由被要求的投标人说明一次", "the bidder who was asked explains once"),
    ),
    "evaluation.explanation-late": (
        Text("投标 {bid} 的说明已经超时", "the explanation of bid {bid} came after its time"),
        Text("委员会将按现有材料判断", "the committee judges on what it has"),
    ),
    "evaluation.explanation-awaited": (
        Text("投标 {bid} 的说明时间未到，或已经判断", "the explanation of bid {bid} is awaited, or was judged"),
        Text("请等待说明或说明时间届满", "wait for the explanation or the end of its time"),
    ),
    "evaluation.no-marks-here": (
        Text("采购包 {lot} 不评分", "lot {lot} is not marked"),
        Text("最低评标价法不打分", "the lowest evaluated price needs no marks"),
    ),
    "evaluation.criteria-differ": (
        Text("评分项应为：{criteria}", "marks are to be given for: {criteria}"),
        Text("采购文件没有规定的因素不得评分", "only criteria of the documents are marked, each once"),
    ),
    "evaluation.mark-out-of-range": (
        Text("评分项 {criterion} 的分值应在 0 到 {most} 之间", "marks for {criterion} lie between 0 and {most}"),
        Text("请修正分值", "mend the mark"),
    ),
    "evaluation.too-few-left": (
        Text("实质性响应的投标只有 {left} 个，不足 {least} 个", "{left} bids are left; {least} are needed"),
        Text("该采购包应予废标", "the lot fails"),
    ),
    "evaluation.low-price-open": (
        Text("投标 {bid} 的异常低价尚未处理", "the low price of bid {bid} is not settled"),
        Text("请先要求说明并作出判断", "ask for an explanation and judge it"),
    ),
    "evaluation.cannot-be-computed": (
        Text("评审结果无法计算：{fault}", "the result cannot be computed: {fault}"),
        Text("请核对评分", "check the marks"),
    ),
    "evaluation.tie-needs-draw": (
        Text("采购包 {lot} 有并列，须随机抽取", "lot {lot} has a tie that needs a draw"),
        Text("请抽取后再作结论", "draw, then conclude"),
    ),
    "evaluation.result-differs": (
        Text("所签结果与计算结果不一致（{computed}）", "the result signed is not the one computed ({computed})"),
        Text("请按计算结果签署", "sign the computed result"),
    ),
}  # fmt: skip
