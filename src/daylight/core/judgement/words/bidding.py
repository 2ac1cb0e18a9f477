"""Words for refusals of the bidding phase."""

from daylight.core.values.text import Text

WORDS = {
    "bidding.after-deadline": (
        Text("收到时间 {received} 不早于截止时间 {deadline}", "it arrived at {received}; the deadline was {deadline}"),
        Text("截止后不再发售文件、受理询问或接收投标；本通知证明何时收到，可留意本项目的后续公告", "after the deadline there are no documents, questions or bids; this note proves when it arrived. Watch the notices of the case for what follows"),
    ),
    "bidding.not-suppliers": (
        Text("未登记为供应商：{bidders}", "not registered as suppliers: {bidders}"),
        Text("请先登记", "register them first"),
    ),
    "bidding.out-of-order": (
        Text("投标成员未按编号排列，各列一次", "the bidders are not in the order of their numbers, each once"),
        Text("请按编号排列成员", "put the members in the order of their numbers"),
    ),
    "bidding.not-among-them": (
        Text("提交单位 {organisation} 不在投标成员之列", "{organisation} submits the bid but is not among the bidders"),
        Text("请由投标成员提交", "a member submits it"),
    ),
    "bidding.security-in-cash": (
        Text("采购包 {lot} 的保证金以现金提交", "the security for lot {lot} is in cash"),
        Text("请以非现金形式提交", "give it as a guarantee or in another form than cash"),
    ),
    "bidding.security-currency": (
        Text("采购包 {lot} 的保证金币种应为 {currency}", "the security for lot {lot} is not in {currency}"),
        Text("请使用采购文件规定的币种", "use the currency the documents ask for"),
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
        Text("这不是您的投标案卷，或您在本项目尚未获取采购文件", "this docket is not the one of your organisation in this case, or it has obtained no documents yet"),
        Text("请使用本单位的案卷；尚未获取采购文件的请先获取", "use your own docket; who has obtained no documents obtains them first"),
    ),
    "bidding.no-security-asked": (
        Text("采购包 {lot} 不要求投标保证金", "no bid security is asked for in lot {lot}"),
        Text("无需提交", "nothing needs to be done"),
    ),
    "bidding.security-insufficient": (
        Text("采购包 {lot} 的保证金不足 {asked}", "the security for lot {lot} is below {asked}"),
        Text("请足额提交", "give the full sum"),
    ),
}  # fmt: skip
