"""Words for refusals of the opening phase."""

from daylight.core.values.text import Text

WORDS = {
    "opening.too-early": (
        Text("未到投标截止时间 {deadline}，不得开启", "the deadline {deadline} has not passed; nothing is opened early"),
        Text("请在截止时间后办理", "wait for the deadline"),
    ),
    "opening.repeated": (
        Text("已经开标", "bids are opened already"),
        Text("无需再次开标", "nothing needs to be done"),
    ),
    "opening.not-a-holder": (
        Text("{person} 不是密钥持有人，或已释放过密钥份额", "{person} holds no key of this case, or has released already"),
        Text("请由密钥持有人各办理一次", "each holder releases once"),
    ),
    "opening.shares-incomplete": (
        Text("应释放 {wanted} 份投标的密钥份额，实为 {named} 份", "shares of {wanted} envelopes are to be released, not of {named}"),
        Text("请对全部有效投标一并释放", "release the shares of all standing bids together"),
    ),
    "opening.wrong-share": (
        Text("清单 {manifest} 的密钥份额与投标人密封时不符", "the share for manifest {manifest} is not the one that was sealed"),
        Text("无法解开时请说明原因", "if it cannot be opened, say why"),
    ),
    "opening.too-few-holders": (
        Text("已有 {released} 人释放密钥份额，至少需要 {needed} 人", "{released} holders have released; {needed} are needed"),
        Text("请等待其他持有人", "wait for other holders"),
    ),
    "opening.committee-present": (
        Text("评标委员会成员 {person} 不得参加开标", "committee member {person} may not take part in the opening"),
        Text("请由其他人员主持", "let somebody else preside"),
    ),
    "opening.dispositions-incomplete": (
        Text("应处置 {wanted} 份提交，实为 {named} 份", "{wanted} submissions need a disposition, {named} have one"),
        Text("每份提交恰有一个处置结果", "give each submission exactly one"),
    ),
    "opening.wrong-disposition": (
        Text("投标 {bid} 的处置结果“{kind}”有误", "the disposition “{kind}” of bid {bid} is not right"),
        Text("请按提交记录处置", "follow the record of submissions"),
    ),
    "opening.wrong-manifest": (
        Text("投标 {bid} 没有这份清单", "bid {bid} has no such manifest"),
        Text("请核对清单", "check the manifest"),
    ),
    "opening.part-does-not-match": (
        Text("投标 {bid} 宣读的内容与密封的不符", "what is read out for bid {bid} is not what was sealed"),
        Text("请重新开启该信封", "open the envelope again"),
    ),
    "opening.wrong-bidders": (
        Text("开标记录中的投标人名单有误（{named} 个）", "the bidders of the record ({named}) are not those who submitted"),
        Text("请按投标案卷列名", "name them as their dockets do"),
    ),
}  # fmt: skip
