"""Words for refusals of the evaluation phase."""

from daylight.core.values.text import Text

WORDS = {
    "evaluation.quantity-missing": (
        Text("{bid}的“{quantity}”未申报、超出上下限或没有证明，无法计算全生命周期成本", "{bid} needs “{quantity}” within bounds and with evidence to compute its life-cycle cost"),
        Text("请认定为符合性审查不通过", "find that the bid does not conform"),
    ),
    "evaluation.lot-not-opened": (
        Text("采购包不在评审中（现为：{stage}）", "the lot is not under evaluation (stage: {stage})"),
        Text("请在开标后、评审结束前办理", "do it after the opening and before the conclusion"),
    ),
    "evaluation.too-few-qualified": (
        Text("资格合格的投标人只有 {left} 家，少于 {least} 家，不得评标", "only {left} bidders qualify, and {least} are needed for an evaluation"),
        Text("请以“投标人不足”作废标处理", "let the lot fail for too few bidders"),
    ),
    "evaluation.same-employer": (
        Text("{employer} 有 {found} 名专家入选，最多 {most} 名", "too many experts of {employer} are on the committee: {found}; at most {most} are allowed"),
        Text("请从每个单位只列一人的专家库重新抽取", "draw again from a pool that has fewer experts of one employer"),
    ),
    "evaluation.no-legal-expert": (
        Text("技术复杂、专业性强的项目应有法律专家：现有 {found} 名，至少 {least} 名", "a complex matter needs legal experts: {least} at least; on the committee: {found}"),
        Text("请按法律类别抽取专家后重新组成", "draw legal experts too, and form the committee again"),
    ),
    "evaluation.drawn-too-early": (
        Text("评审专家最早可于 {first} 抽取", "experts are drawn on {first} or later"),
        Text("请在该日或之后抽取", "draw on that day or later"),
    ),
    "evaluation.bid-is-out": (
        Text("{bid}已无效（{why}）", "{bid} is no longer in the evaluation: {why}"),
        Text("无需再评审", "nothing needs to be done"),
    ),
    "evaluation.objective-marks-differ": (
        Text("{bid}的客观因素“{criterion}”各成员评分不一致", "members give {bid} different marks on the objective criterion “{criterion}”"),
        Text("请委员会核对后重新打分", "the committee checks the marks and gives them again"),
    ),
    "evaluation.no-brand": (
        Text("{bid}未声明核心产品“{item}”的品牌", "{bid} declares no brand for the core product “{item}”"),
        Text("请认定为符合性审查不通过", "find that the bid does not conform"),
    ),
    "evaluation.not-a-member": (
        Text("{person} 不是现任评标委员会成员", "{person} is not a member of the committee in office"),
        Text("请由委员会成员办理", "ask a member to do it"),
    ),
    "evaluation.not-the-chair": (
        Text("{person} 不是评标委员会组长", "{person} is not the chair of the committee"),
        Text("请由组长办理", "ask the chair to do it"),
    ),
    "evaluation.no-alternate": (
        Text("没有候补专家可以接替 {person}", "no alternate is left to replace {person}"),
        Text("请重新组建评标委员会", "form a new committee"),
    ),
    "evaluation.committee-formed": (
        Text("评标委员会已经组建", "the committee is formed already"),
        Text("成员回避时由候补接替", "alternates replace members who step down"),
    ),
    "evaluation.draw-prepared": (
        Text("{draw}应属于本项目，且只准备一次", "{draw} must belong to this case and is prepared once"),
        Text("一次抽取只准备一次；如需递补，按原排列顺延", "use the draw that was prepared; replacements follow its order"),
    ),
    "evaluation.contributors": (
        Text("随机数承诺方 {found} 个，须为本项目的密钥持有人，且不少于开标所需人数", "{found} key holders contribute; as many as can open the bids are needed, each once"),
        Text("请由足够的密钥持有人各自作出承诺", "ask enough key holders of the case to commit"),
    ),
    "evaluation.contribution-unsigned": (
        Text("{person} 的随机数承诺没有本人签名", "{person} has not signed the commitment"),
        Text("请由本人用设备密钥签署", "ask them to sign it on their own device"),
    ),
    "evaluation.draw-not-prepared": (
        Text("{draw}与事先准备的规则、备选池和承诺不一致", "{draw} differs from the rules, pool and commitments that were prepared"),
        Text("请先准备抽取，再按准备的内容抽取", "prepare the draw first, then draw as prepared"),
    ),
    "evaluation.draw-differs": (
        Text("抽取结果无法复算：{fault}", "the draw cannot be computed again: {fault}"),
        Text("请按公布的算法抽取", "draw by the published algorithm"),
    ),
    "evaluation.seats-differ": (
        Text("专家名单与抽取结果不一致", "the experts differ from those who were drawn"),
        Text("请按抽取顺序列名", "list them in the order of the draw"),
    ),
    "evaluation.members-not-distinct": (
        Text("成员须已登记、每人一次，组长须为成员：{person}", "members are registered and named once, and the chair is a member; check {person}"),
        Text("请核对成员名单", "check the list of members"),
    ),
    "evaluation.composition": (
        Text("委员会 {members} 人，其中专家 {experts} 人；至少 {least} 人的单数，专家不少于 {share}", "the committee needs an odd number of at least {least} members, with {share} experts; members: {members}, experts: {experts}"),
        Text("请调整人数", "change the numbers"),
    ),
    "evaluation.tied-to-bidder": (
        Text("{person} 的单位是投标人、采购人或采购代理机构", "the employer of {person} is a bidder, the purchaser or the agency"),
        Text("该成员应当回避", "the member steps down"),
    ),
    "evaluation.reviewed-before": (
        Text("该投标人的资格已经审查", "the bidder's qualification was reviewed already"),
        Text("无需再次审查", "nothing needs to be done"),
    ),
    "evaluation.no-security": (
        Text("{bid}没有按要求提交投标保证金", "{bid} has no bid security, which this lot asks for"),
        Text("该投标人资格不合格", "the bidder does not qualify"),
    ),
    "evaluation.bids-twice": (
        Text("{organisation} 在同一采购包中有两份投标", "{organisation} is behind two bids for the lot"),
        Text("相关投标无效", "neither bid qualifies"),
    ),
    "evaluation.no-price": (
        Text("{bid}的报价不大于零", "the price of {bid} is not above zero"),
        Text("该投标无效", "the bid does not conform"),
    ),
    "evaluation.above-ceiling": (
        Text("{bid}的报价超过最高限价", "the price of {bid} is above the ceiling"),
        Text("该投标无效", "the bid does not conform"),
    ),
    "evaluation.below-floor": (
        Text("{bid}的报价低于最低限价", "the price of {bid} is below the minimum price"),
        Text("该投标无效", "the bid does not conform"),
    ),
    "evaluation.not-yet-qualified": (
        Text("{bid}须先通过资格审查，符合性只审查一次", "{bid} must pass the qualification first, and its conformity is reviewed once"),
        Text("请先完成资格审查", "review the qualification first"),
    ),
    "evaluation.not-yet-conforming": (
        Text("{bid}未通过符合性审查", "{bid} has not passed the review of conformity"),
        Text("请先完成符合性审查", "review conformity first"),
    ),
    "evaluation.wrong-correction": (
        Text("按规定顺序应为 {found}，写的是 {stated}；修正须改变投标报价", "in the order of the law the price is {found}, and {stated} is stated; a correction changes the price as bid"),
        Text("请按规定顺序修正；没有错误则无需修正", "correct in the order of the law; where there is no error, correct nothing"),
    ),
    "evaluation.arithmetic-open": (
        Text("{bid}的报价前后不一致，尚未修正", "the arithmetic of {bid} is not settled"),
        Text("请先修正并请投标人确认", "correct it and ask the bidder to confirm"),
    ),
    "evaluation.review-open": (
        Text("{bid}尚未审查完毕", "the review of {bid} is still open"),
        Text("请先审查全部投标", "review all bids first"),
    ),
    "evaluation.no-ground-to-ask": (
        Text("询问低价的理由与事实不符（达到的情形：{met}）", "the ground for asking differs from the facts (met: {met})"),
        Text("请写明达到的情形，或委员会的专业判断", "name the conditions that are met, or write the committee's own judgement"),
    ),
    "evaluation.asked-before": (
        Text("{bid}已被要求说明价格", "{bid} was already asked to explain its price"),
        Text("请等待说明", "wait for the explanation"),
    ),
    "evaluation.not-asked": (
        Text("{bid}没有待说明的价格问题", "{bid} has no open question about its price"),
        Text("请由被要求的投标人说明一次", "only the bidder who was asked explains, once"),
    ),
    "evaluation.explanation-late": (
        Text("{bid}的说明已经超时", "the time to explain the price of {bid} has passed"),
        Text("委员会将按现有材料判断", "the committee decides on what it has"),
    ),
    "evaluation.explanation-awaited": (
        Text("{bid}没有待判断的说明", "{bid} has no explanation that can be decided on now"),
        Text("请等待说明或说明时间届满", "wait for the explanation, or for the end of its time"),
    ),
    "evaluation.no-marks-here": (
        Text("采购包 {lot} 不评分", "bids for lot {lot} get no marks"),
        Text("最低评标价法不打分", "the lowest evaluated price needs no marks"),
    ),
    "evaluation.criteria-differ": (
        Text("评分项应为：{criteria}", "marks are needed for exactly these criteria: {criteria}"),
        Text("采购文件没有规定的因素不得评分", "mark each criterion of the documents once"),
    ),
    "evaluation.mark-out-of-range": (
        Text("评分项“{criterion}”的分值应在 0 到 {most} 之间", "a mark for “{criterion}” lies between 0 and {most}"),
        Text("请修正分值", "correct the mark"),
    ),
    "evaluation.too-few-left": (
        Text("实质性响应的投标只有 {left} 个，不足 {least} 个", "{left} bids are left; {least} are needed"),
        Text("该采购包应予废标", "let the lot fail"),
    ),
    "evaluation.low-price-open": (
        Text("{bid}的异常低价尚未处理", "the abnormally low price of {bid} is not settled"),
        Text("请先要求说明并作出判断", "ask for an explanation and decide on it"),
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
        Text("所签结果与计算结果不一致", "the signed result differs from the computed one"),
        Text("请按计算结果签署", "sign the computed result"),
    ),
    "evaluation.size-differs": (
        Text("{item} 声明为{said}，按所报人员、收入、资产应为{found}", "for {item} the maker is declared {said}; by its own figures it is {found}"),
        Text("请核对声明函；规模不符的不予扣除", "check the declaration; who is larger gets no deduction"),
    ),
}  # fmt: skip
