"""Words for refusals of the bidding phase."""

from daylight.core.values.text import Text

WORDS = {
    "bidding.after-deadline": (
        Text("收到时间 {received} 不早于截止时间 {deadline}", "it arrived at {received}; the deadline was {deadline}"),
        Text("截止后不再接收；本回执证明何时收到", "nothing is taken after the deadline; this note proves when it came"),
    ),
    "bidding.not-suppliers": (
        Text("投标人须为已登记的供应商，按编号排列，且包括提交单位：{bidders}", "bidders are registered suppliers in order of id, the submitting one among them: {bidders}"),
        Text("请先登记全部成员", "register all members first"),
    ),
    "bidding.runs-the-case": (
        Text("{organisation} 是本项目的采购人或采购代理机构", "{organisation} purchases here or runs this procedure"),
        Text("采购人、采购代理机构不得参加自己的项目", "who purchases or runs the procedure does not bid in it"),
    ),
    "bidding.wrong-docket": (
        Text("该投标人在本项目的案卷编号为 {docket}", "the docket of this bidder in this case is {docket}"),
        Text("请使用该编号；一个投标人一个案卷", "use this docket; a bidder has one in a case"),
    ),
    "bidding.no-consortium": (
        Text("不接受联合体投标：{bidders}", "consortia are not admitted: {bidders}"),
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
        Text("采购包 {lot} 的投标没有按密钥组密封（{wrong}）", "the bid for lot {lot} is not sealed to the key set ({wrong})"),
        Text("请用客户端按本项目密钥组重新密封", "seal it anew with the client, to the key set of this case"),
    ),
    "bidding.part-missing": (
        Text("采购包 {lot} 的投标缺少部分：{parts}", "the bid for lot {lot} lacks parts: {parts}"),
        Text("请补全后重新密封", "add them and seal anew"),
    ),
    "bidding.not-uploaded": (
        Text("采购包 {lot} 有 {missing} 个密封文件没有上传完", "{missing} sealed files of lot {lot} have not arrived"),
        Text("请先上传密文再提交", "upload the sealed files, then submit"),
    ),
    "bidding.nothing-to-withdraw": (
        Text("没有可撤回的投标", "there is no bid to withdraw"),
        Text("无需操作", "nothing needs to be done"),
    ),
    "bidding.foreign-docket": (
        Text("这不是您的投标案卷", "this is not your own docket"),
        Text("请使用本单位的案卷", "use your own"),
    ),
    "bidding.no-security-asked": (
        Text("采购包 {lot} 不要求投标保证金", "lot {lot} asks for no bid security"),
        Text("无需提交", "nothing needs to be done"),
    ),
    "bidding.security-insufficient": (
        Text("采购包 {lot} 的保证金不足 {asked} 分，或为现金", "the security for lot {lot} is below {asked} minor units, or in cash"),
        Text("请以保函等非现金形式足额提交", "give a guarantee or another form than cash, in full"),
    ),
}  # fmt: skip
