"""Words for refusals of the planning phase."""

from daylight.core.values.text import Text

WORDS = {
    "planning.survey-too-old": (
        Text("所依据的需求调查作于 {made}，只有 {first} 以后、今日以前的调查可以沿用", "the survey is of {made}; only a survey from {first} until today counts"),
        Text("请重新开展需求调查", "survey the market again"),
    ),
    "planning.not-a-purchaser": (
        Text("{organisation} 不是采购人", "{organisation} is not a purchaser"),
        Text("请由采购人办理", "a registered purchaser does it"),
    ),
    "planning.not-the-purchaser": (
        Text("{organisation} 不是本项目的采购人", "{organisation} is not the purchaser of this case"),
        Text("此事由采购人负责，不能转给他人", "the purchaser is responsible for this and does it"),
    ),
    "planning.not-the-host": (
        Text("{organisation} 不组织本项目采购活动", "{organisation} does not run this procedure"),
        Text("请由采购人或受托代理机构办理", "the purchaser or its agency does it"),
    ),
    "planning.no-survey": (
        Text("需求调查对象只有 {asked} 个，至少应有 {least} 个", "{asked} suppliers were surveyed; at least {least} are needed"),
        Text("请先开展需求调查", "survey the market first"),
    ),
    "planning.reviewer-is-author": (
        Text("{person} 是需求编制人，不能审查", "{person} wrote the requirement and cannot review it"),
        Text("请由其他人员审查", "another person reviews it"),
    ),
    "planning.already-issued": (
        Text("采购文件或资格预审文件已发出，不能再做“{kind}”", "the solicitation or the call for applications is issued, and this comes before it: {kind}"),
        Text("如需变更，请发布更正或终止项目", "issue an amendment, or cancel"),
    ),
    "planning.intention-repeated": (
        Text("采购意向已经公开", "the intention is published already"),
        Text("无需再次公开", "nothing needs to be done"),
    ),
    "planning.no-month": (
        Text("预计采购时间“{month}”不是年月", "the expected month “{month}” is not a month"),
        Text("请写成 2026-03 的形式", "write it like 2026-03"),
    ),
    "planning.no-such-agency": (
        Text("{agency} 未登记为代理机构", "{agency} is not registered as an agency"),
        Text("请选择名录中的代理机构", "choose a registered agency"),
    ),
    "planning.beyond-the-scope": (
        Text("委托协议不包括“{function}”", "the agreement with the agency does not cover {function}"),
        Text("请由采购人办理这一事项；委托协议列明的其余事项仍由代理机构办理", "have the purchaser do it; what the agreement covers stays with the agency"),
    ),
    "planning.agreement-not-yet": (
        Text("委托协议自 {first} 起生效", "the agreement with the agency begins at {first}"),
        Text("请在生效后办理，或由采购人办理", "wait until then, or have the purchaser do it"),
    ),
    "planning.agreement-over": (
        Text("委托协议已于 {until} 到期", "the agreement with the agency ended at {until}"),
        Text("请由采购人办理", "have the purchaser do it"),
    ),
    "planning.no-functions": (
        Text("委托协议没有列明代理机构办理哪些事项", "the agreement names no function of the agency"),
        Text("请从以下事项中选择：{known}；未列明的由采购人自行办理", "choose among these: {known}; what is not named the purchaser does himself"),
    ),
    "planning.not-to-be-entrusted": (
        Text("以下事项不能委托，由采购人自行办理：{functions}", "these are done by the purchaser himself and by no agency: {functions}"),
        Text("请从委托事项中删去", "leave them out of the agreement"),
    ),
    "planning.no-term": (
        Text("委托协议没有起止时间", "the agreement with the agency has no beginning or no end"),
        Text("请写明起始和终止时间", "say from when until when it holds"),
    ),
    "planning.no-scope": (
        Text("没有写明委托事项", "no task is entrusted"),
        Text("请写明委托事项", "state the tasks of the agency"),
    ),
    "planning.holder-twice": (
        Text("同一人持有两把密钥", "one person holds two keys"),
        Text("请每人只列一次", "name each holder once"),
    ),
    "planning.holders-of-one-body": (
        Text("两名密钥持有人来自同一单位", "two key holders belong to one organisation"),
        Text("请另选其他单位的持有人", "choose holders of different organisations"),
    ),
    "planning.key-twice": (
        Text("两名持有人的密钥相同", "two holders have the same key"),
        Text("请每人各用自己的密钥", "each holder uses a key of its own"),
    ),
    "planning.threshold-too-low": (
        Text("门限为 {threshold}，一人即可开启", "the threshold is {threshold}, so one holder could open alone"),
        Text("门限至少为二", "choose a threshold of two or more"),
    ),
    "planning.threshold-too-high": (
        Text("{holders} 名持有人中须 {threshold} 人到齐，不容一人缺席", "{threshold} of {holders} holders must be there, so none may be missing"),
        Text("请使门限小于持有人数，例如五人中三人", "choose a lower threshold, such as three of five"),
    ),
    "planning.unknown-holder": (
        Text("密钥持有人 {person} 未登记", "the key holder {person} is not registered"),
        Text("请先登记该持有人", "register the holder first"),
    ),
    "planning.holder-of-no-body": (
        Text("密钥持有人 {person} 所属单位未登记", "the organisation of the key holder {person} is not registered"),
        Text("请先登记该单位", "register the organisation first"),
    ),
    "planning.holder-not-proven": (
        Text("{person} 没有证明自己持有该密钥", "{person} has not proved to hold the key"),
        Text("请持有人用设备密钥签署证明", "the holder signs the proof with the device key"),
    ),
    "planning.no-lots": (
        Text("没有采购包", "the requirement has no lot"),
        Text("请至少写明一个采购包", "state at least one lot"),
    ),
    "planning.number-twice": (
        Text("编号重复：{numbers}", "these numbers are used twice: {numbers}"),
        Text("请为每个采购包、每项标的各编一个号", "give each lot and each item its own number"),
    ),
    "planning.empty-lot": (
        Text("采购包 {lots} 没有标的", "these lots have no item: {lots}"),
        Text("请为每个采购包写明标的", "state what each lot buys"),
    ),
    "planning.stray-item": (
        Text("标的所属的采购包不存在：{lots}", "items are assigned to lots that do not exist: {lots}"),
        Text("请核对标的所属的采购包", "assign them to a lot of the requirement"),
    ),
    "planning.no-budget": (
        Text("采购包 {lots} 的预算不大于零", "the budget of these lots is not above zero: {lots}"),
        Text("请填写预算金额", "give an amount above zero"),
    ),
    "planning.no-quantity": (
        Text("标的 {items} 的数量不大于零", "the quantity of these items is not above zero: {items}"),
        Text("请填写数量", "give a quantity above zero"),
    ),
    "planning.currencies-differ": (
        Text("各采购包的预算币种不同：{currencies}", "the budgets of the lots are in different currencies: {currencies}"),
        Text("请使用同一币种", "use one currency"),
    ),
    "planning.budget-too-large": (
        Text("预算合计超过平台可记录的金额", "the budgets together exceed what the platform can record"),
        Text("请核对预算金额", "check the amounts"),
    ),
    "plan.not-filed": (
        Text("实施计划编号“{number}”或备案日期 {day} 无效", "the plan has no number (“{number}”), or is filed on a day to come ({day})"),
        Text("请填写财政部门的计划编号和不晚于今日的备案日期", "give the finance department's number, and a day that is not to come"),
    ),
    "plan.lots-differ": (
        Text("计划须对每个采购包（{lots}）各列一行，并写明品目和预算项目", "the plan has one line for each lot ({lots}), with catalogue item and budget item"),
        Text("请逐包补全", "complete it lot by lot"),
    ),
    "plan.funds": (
        Text("采购包 {lot} 各年资金之和须大于零且不超过预算 {budget}，并写明来源", "the funds of lot {lot} are above zero, name their source and stay within the budget of {budget}"),
        Text("请核对各年度资金", "check the funds of each year"),
    ),
    "plan.method-differs": (
        Text("备案计划的采购方式是{planned}，本项目采用{chosen}", "the plan is filed for {planned}, and the purchase is by {chosen}"),
        Text("请按所采用的方式重新备案，或改用备案的方式", "file the plan again for this method, or choose the method that was filed"),
    ),
    "imports.items-differ": (
        Text("核准的品目须是本项目的品目（{items}），且不重复", "what is approved are items of this purchase ({items}), each once"),
        Text("请核对品目编号", "check the numbers of the items"),
    ),
    "imports.not-argued": (
        Text("同意采购进口产品须有核准文号和论证意见", "a consent to imported goods has a number and the opinions it rests on"),
        Text("请填写文号，并附专业人员的论证意见", "give the number and what professionals said"),
    ),
    "imports.not-approved": (
        Text("品目 {items} 未经核准采购进口产品，投标却以进口产品响应", "imported goods are offered for {items}, and none were admitted there"),
        Text("请认定为不符合；采购进口产品须在采购活动开始前核准", "find that it does not conform; imports are admitted before the procedure starts, or not at all"),
    ),
    "planning.unknown-industry": (
        Text("标的 {items} 的所属行业不在划型标准之列", "the industry of {items} is none that sizes are told by"),
        Text("请从下列行业中选择：{known}", "choose one of {known}"),
    ),
}  # fmt: skip
