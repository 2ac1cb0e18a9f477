"""Words for refusals of the opening phase."""

from daylight.core.values.text import Text

WORDS = {
    "opening.too-early": (
        Text("未到投标截止时间 {deadline}，不得开启", "the deadline {deadline} has not passed, so nothing is opened"),
        Text("请在截止时间后办理", "wait for the deadline"),
    ),
    "opening.called-too-early": (
        Text("截止时间为 {deadline}，尚不能宣布开启", "the deadline is {deadline}; nothing is called before it"),
        Text("请核对本机时间，截止后再宣布", "check your own clock, and call after the deadline"),
    ),
    "opening.called-already": (
        Text("已于 {at} 宣布开启", "the opening was called at {at}"),
        Text("无需再次宣布", "nothing needs to be done"),
    ),
    "opening.not-called": (
        Text("主持人尚未宣布开启", "the presider has not called the opening"),
        Text("请等待主持人宣布", "wait for the presider to call it"),
    ),
    "opening.repeated": (
        Text("已经开标", "bids are opened already"),
        Text("无需再次开标", "nothing needs to be done"),
    ),
    "opening.not-a-holder": (
        Text("密钥份额由本项目的密钥持有人各释放一次，{person} 不能释放", "each key holder of this case releases the shares once; {person} cannot"),
        Text("请由密钥持有人各办理一次", "a key holder who has not released does it"),
    ),
    "opening.shares-incomplete": (
        Text("应释放 {wanted} 份投标的密钥份额，实为 {named} 份", "a holder releases the shares of all {wanted} valid envelopes; {named} are named"),
        Text("请对全部有效投标一并释放", "release the shares of all of them together"),
    ),
    "opening.wrong-share": (
        Text("有密钥份额与投标人密封时的不符", "a key share differs from the one the bidder sealed"),
        Text("无法解开时请说明原因", "where a share cannot be opened, state why"),
    ),
    "opening.too-few-holders": (
        Text("已有 {released} 人释放密钥份额，至少需要 {needed} 人", "{released} holders have released their shares; {needed} are needed"),
        Text("请等待其他持有人", "wait for the other holders"),
    ),
    "opening.committee-present": (
        Text("{person} 是评标委员会成员，不得参加开标", "{person} is on the committee and may not take part in the opening"),
        Text("请由其他人员主持", "another person presides"),
    ),
    "opening.dispositions-incomplete": (
        Text("应处置 {wanted} 份提交，实为 {named} 份", "each of the {wanted} submissions needs one result; {named} have one"),
        Text("每份提交恰有一个处置结果", "give each submission exactly one result"),
    ),
    "opening.wrong-disposition": (
        Text("{bid}的处置结果“{kind}”有误", "the result “{kind}” is wrong for {bid}"),
        Text("请按提交记录处置", "follow the record of submissions"),
    ),
    "opening.wrong-manifest": (
        Text("{bid}没有这份清单", "{bid} has no such manifest"),
        Text("请核对清单", "check the manifest"),
    ),
    "opening.part-does-not-match": (
        Text("{bid}宣读的内容与密封的不符", "what is read out for {bid} differs from what was sealed"),
        Text("请重新开启该信封", "open the envelope again"),
    ),
    "opening.wrong-evidence": (
        Text("{bid}的开启结果与持钥人所释放的不符：完好份额 {good} 份，需 {needed} 份", "what is said of {bid} does not follow from what holders released: {good} good shares, {needed} needed"),
        Text("请重新取得开标记录并重新开启", "get the opening record again and open again"),
    ),
    "opening.wrong-secret": (
        Text("开标记录未公开投标案卷编号所依据的密值，或与之不符", "the record does not disclose the secret by which bids were named"),
        Text("请重新取得开标记录", "get the opening record again"),
    ),
    "opening.wrong-bidders": (
        Text("开标记录中的投标人名单有误（{named} 个）", "the bidders in the record ({named}) differ from those who submitted"),
        Text("请按投标案卷列名", "name the bidders as in their dockets"),
    ),
}  # fmt: skip
