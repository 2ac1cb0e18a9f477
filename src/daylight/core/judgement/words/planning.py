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
    "planning.incomplete": (
        Text("采购包与标的不对应：{lots}", "lots and items do not match: {lots}"),
        Text("每个采购包编号唯一且至少有一项标的", "give each lot its own number and at least one item"),
    ),
    "planning.unsound-budget": (
        Text("预算或数量有误：{where}", "a budget or quantity is not valid: {where}"),
        Text("预算、数量应大于零、不过大且币种一致", "use amounts above zero, of a possible size and in one currency"),
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
        Text("受托单位须为已登记的代理机构，并写明委托事项：{agency}", "an agency must be registered as one, and its tasks must be stated: {agency}"),
        Text("请选择名录中的代理机构并写明事项", "choose a registered agency and state its tasks"),
    ),
    "planning.holders-not-distinct": (
        Text("{holders} 名密钥持有人须来自不同单位，密钥也须各不相同", "the {holders} key holders must belong to different organisations and hold different keys"),
        Text("请另选持有人", "choose holders of different organisations"),
    ),
    "planning.bad-threshold": (
        Text("门限 {threshold}/{holders} 不可用：至少两人，且须容许一人缺席", "{threshold} of {holders} is not possible: at least two holders open together, and one may be missing"),
        Text("例如五人中三人", "choose three of five, for example"),
    ),
    "planning.unknown-holder": (
        Text("密钥持有人及其单位须已登记：{person}", "a key holder and their organisation must be registered: {person}"),
        Text("请先登记", "register them first"),
    ),
    "planning.holder-not-proven": (
        Text("{person} 没有证明自己持有该密钥", "{person} has not proved to hold the key"),
        Text("请持有人用设备密钥签署证明", "the holder signs the proof with the device key"),
    ),
}  # fmt: skip
