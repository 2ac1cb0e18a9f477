"""Words for refusals of securities that go back."""

from daylight.core.values.text import Text

WORDS = {
    "security.not-held": (
        Text("投标 {bid} 的保证金已经退还，或因拒签不予退还", "the security of bid {bid} went back already, or is forfeited because it won and refused to sign"),
        Text("无需再次退还", "nothing is to be refunded"),
    ),
    "security.winner-unsigned": (
        Text("中标人 {bid} 的保证金自合同签订之日起退还", "the security of the winner {bid} is refunded from the contract on"),
        Text("请待合同签订后退还", "refund it when both have signed"),
    ),
    "security.wrong-amount": (
        Text("登记的保证金为 {given}（最小货币单位），退还数额不一致", "the security on record is {given} minor units; another sum is refunded"),
        Text("请全额退还；未提交保证金的写零", "refund all of it; where none was given, write zero"),
    ),
    "security.nothing-to-confirm": (
        Text("没有待确认的保证金，或数额不一致（登记 {given}）", "there is no security to confirm, or the sum differs ({given} is on record)"),
        Text("请按登记数额确认一次", "confirm the sum on record, once"),
    ),
    "security.bid-stands": (
        Text("采购包 {lot} 的投标未撤回，采购包也未在开标前终止", "the bid for lot {lot} is not withdrawn, nor did the lot end before the opening"),
        Text("开启的投标由采购人或代理机构登记退还", "for opened bids the host records the refund"),
    ),
    "security.form": (
        Text("退还方式（{form}）不合规定，或证明不完整", "the form of the refund ({form}) is not lawful, or its evidence is not sound"),
        Text("请以转账、支票或退回保函等非现金形式退还；仅中标人的可转为约定的履约保证金", "refund by transfer, cheque or by returning the guarantee; only the winner's may become an agreed performance security"),
    ),
    "security.interest": (
        Text("逾期退还 {days} 天，应付资金占用费不少于 {least}（最小货币单位，按所写利率）", "{days} days late: interest of at least {least} minor units is owed at the rate written"),
        Text("请写明同期贷款基准利率和所付费用；因投标人自身原因的，写明原因", "write the base rate of that time and what was paid; where the bidder caused the delay, say how"),
    ),
    "security.not-unopened": (
        Text("采购包 {lot} 不是开标前终止的，或没有待退的保证金", "lot {lot} did not end before its opening, or owes no refund"),
        Text("开启的投标请逐一登记退还", "for opened bids record each refund"),
    ),
    "security.none-agreed": (
        Text("采购包 {lot} 没有约定履约保证金，或已经退还", "lot {lot} has no performance security, or it went back already"),
        Text("请核对合同", "check the contract"),
    ),
    "security.deduction": (
        Text("约定的履约保证金为 {agreed}（最小货币单位），扣留未说明理由或退还过多", "the performance security is {agreed} minor units; what is kept is unexplained, or too much is returned"),
        Text("请全额退还，或以中英文写明扣留理由", "return all of it, or say in both languages why a part is kept"),
    ),
}  # fmt: skip
