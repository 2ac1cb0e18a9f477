"""Words for refusals of the bidding phase."""

from daylight.core.values.text import Text

WORDS = {
    "bidding.after-deadline": (
        Text("收到时间 {received} 不早于截止时间 {deadline}", "it arrived at {received}; the deadline was {deadline}"),
        Text("截止后不再接收；本回执证明何时收到", "bids are not accepted after the deadline; this note proves when it arrived"),
    ),
    "bidding.not-suppliers": (
        Text("投标人须为已登记的供应商，按编号排列，且包括提交单位：{bidders}", "bidders are registered suppliers in order of number, with the one that submits among them: {bidders}"),
        Text("请核对并登记全部成员", "check the members and register them all"),
    ),
    "bidding.runs-the-case": (
        Text("{organisation} 是本项目的采购人或采购代理机构", "{organisation} is the purchaser of this case, or its agency"),
        Text("采购人、采购代理机构不得参加自己的项目", "neither of them bids in its own procedure"),
    ),
    "bidding.wrong-docket": (
        Text("该投标人在本项目已有自己的案卷，此案卷不是", "a bidder has one docket in a case, and this is another one"),
        Text("请使用该投标人自己的案卷", "use the docket of this bidder"),
    ),
    "bidding.no-consortium": (
        Text("不接受联合体投标：{bidders}", "this procedure does not admit consortia: {bidders}"),
        Text("请单独投标", "bid alone"),
    ),
    "bidding.lot-not-open": (
        Text("采购包不在投标中：{lots}", "these lots are not open for bids: {lots}"),
        Text("请核对采购包", "check the lots"),
    ),
    "bidding.documents-not-obtained": (
        Text("该投标人没有获取采购文件", "this bidder has not obtained the documents"),
        Text("请先获取采购文件", "obtain the documents first"),
    ),
    "bidding.two-bids-for-a-lot": (
        Text("同一采购包提交了两份投标：{lots}", "there are two bids for one lot: {lots}"),
        Text("每个采购包只投一份", "make one bid for a lot"),
    ),
    "bidding.not-sealed": (
        Text("采购包 {lot} 的投标没有按密钥组密封（{wrong}）", "the bid for lot {lot} is not sealed to the keys of this case: {wrong}"),
        Text("请用客户端按本项目密钥组重新密封", "seal it again with the client"),
    ),
    "bidding.part-missing": (
        Text("采购包 {lot} 的投标缺少部分：{parts}", "the bid for lot {lot} lacks these parts: {parts}"),
        Text("请补全后重新密封", "add them and seal the bid again"),
    ),
    "bidding.not-uploaded": (
        Text("采购包 {lot} 有 {missing} 个密封文件没有上传完", "sealed files of lot {lot} that have not arrived: {missing}"),
        Text("请先上传密文再提交", "upload the sealed files, then submit"),
    ),
    "bidding.nothing-to-withdraw": (
        Text("没有可撤回的投标", "there is no bid to withdraw"),
        Text("无需操作", "nothing needs to be done"),
    ),
    "bidding.foreign-docket": (
        Text("这不是您的投标案卷", "this docket is not the one of your organisation in this case"),
        Text("请使用本单位的案卷", "use your own docket"),
    ),
    "bidding.no-security-asked": (
        Text("采购包 {lot} 不要求投标保证金", "no bid security is asked for in lot {lot}"),
        Text("无需提交", "nothing needs to be done"),
    ),
    "bidding.security-insufficient": (
        Text("采购包 {lot} 的保证金应以非现金形式提交，不少于 {asked}", "the security for lot {lot} is at least {asked}, and not in cash"),
        Text("请以保函等非现金形式足额提交", "give the full sum as a guarantee or in another form than cash"),
    ),
}  # fmt: skip
