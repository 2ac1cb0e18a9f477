"""Words for refusals of securities that go back."""

from daylight.core.values.text import Text

WORDS = {
    "security.not-held": (
        Text("{bid}没有待退的保证金", "no security is held for {bid}"),
        Text("无需再次退还", "nothing needs to be done"),
    ),
    "security.winner-unsigned": (
        Text("{bid}中标，其保证金自合同签订之日起退还", "{bid} won, so its security is refunded from the contract on"),
        Text("请待合同签订后退还", "refund it after both parties have signed"),
    ),
    "security.wrong-amount": (
        Text("登记的保证金为 {given}，退还数额不一致", "the security on record is {given}, and another sum is refunded"),
        Text("请全额退还；未提交保证金的写零", "refund all of it; where none was given, write zero"),
    ),
    "security.nothing-to-confirm": (
        Text("须按登记的保证金确认一次（登记：{given}）", "a refund is confirmed once, at the sum on record ({given})"),
        Text("请按登记数额确认一次", "confirm the sum on record, once"),
    ),
    "security.bid-stands": (
        Text("采购包 {lot} 的投标未撤回，采购包也未在开标前终止", "the bid for lot {lot} is not withdrawn, and the lot did not end before the opening"),
        Text("开启的投标由采购人或代理机构登记退还", "for opened bids the purchaser or the agency records the refund"),
    ),
    "security.form": (
        Text("退还方式（{form}）须合规定并附完整证明", "the refund must have a lawful form and complete evidence (form: {form})"),
        Text("请以转账、支票或退回保函等非现金形式退还；仅中标人的可转为约定的履约保证金", "refund by transfer, cheque or return of the guarantee; only the security of the winner may become the agreed performance security"),
    ),
    "security.interest": (
        Text("逾期退还 {days} 天，按所写利率应付资金占用费不少于 {least}", "the refund is {days} days late; at the rate written, interest of at least {least} is owed"),
        Text("请写明同期贷款基准利率和所付费用；因投标人自身原因的，写明原因", "write the base rate of that time and the interest paid; where the bidder caused the delay, state the reason"),
    ),
    "security.not-unopened": (
        Text("采购包 {lot} 没有因开标前终止而待退的保证金", "lot {lot} owes no refund because it ended before the opening"),
        Text("开启的投标请逐一登记退还", "for opened bids record each refund"),
    ),
    "security.none-agreed": (
        Text("采购包 {lot} 没有待退的履约保证金", "lot {lot} has no performance security to return"),
        Text("请核对合同", "check the contract"),
    ),
    "security.deduction": (
        Text("约定的履约保证金为 {agreed}；扣留须说明理由，退还不得超过约定", "the performance security is {agreed}; a part is kept only with a reason, and no more than that is returned"),
        Text("请全额退还，或以中英文写明扣留理由", "return all of it, or give the reason in both languages"),
    ),
}  # fmt: skip
