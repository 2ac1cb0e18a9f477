"""Words for refusals of securities that go back."""

from daylight.core.values.text import Text

NO_RATE = (
    Text("逾期退还 {days} 天，没有写明同期贷款基准利率", "the refund is {days} days late, and no base rate of that time is written"),
    Text("请写明利率和所付费用；因投标人自身原因的，写明原因", "write the rate and the interest paid; where the bidder caused the delay, state the reason"),
)  # fmt: skip

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
        Text("采购包 {lot} 没有登记保证金", "no security is on record for lot {lot}"),
        Text("无需确认退还", "nothing needs to be confirmed"),
    ),
    "security.confirmed-before": (
        Text("采购包 {lot} 的退还已经确认", "the refund for lot {lot} is confirmed already"),
        Text("无需再次确认", "nothing needs to be done"),
    ),
    "security.bid-stands": (
        Text("采购包 {lot} 的投标未撤回，采购包也未在开标前终止", "the bid for lot {lot} is not withdrawn, and the lot did not end before the opening"),
        Text("开启的投标由采购人或代理机构登记退还", "for opened bids the purchaser or the agency records the refund"),
    ),
    "security.form": (
        Text("退还方式“{form}”不合规定", "the form of the refund, {form}, is not lawful"),
        Text("请以转账、支票或退回保函等非现金形式退还", "refund by transfer, cheque or return of the guarantee"),
    ),
    "security.not-the-winner": (
        Text("{bid}没有中标，其保证金不能转为履约保证金", "{bid} did not win, so its security cannot become the performance security"),
        Text("请退还该保证金", "refund it"),
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
        Text("采购包 {lot} 没有约定履约保证金", "no performance security is agreed for lot {lot}"),
        Text("请核对合同", "check the contract"),
    ),
    "security.returned-before": (
        Text("采购包 {lot} 的履约保证金已经退还", "the performance security of lot {lot} is returned already"),
        Text("无需再次退还", "nothing needs to be done"),
    ),
    "security.not-the-sum": (
        Text("约定的履约保证金为 {agreed}，退还数额不在零至约定之间", "the performance security is {agreed}, and the sum returned is not between zero and that"),
        Text("请核对币种和数额", "check currency and amount"),
    ),
    "security.deduction": (
        Text("约定的履约保证金为 {agreed}，扣留部分没有中英文理由", "the performance security is {agreed}, and a part is kept without a reason in both languages"),
        Text("请全额退还，或以中英文写明扣留理由", "return all of it, or give the reason in both languages"),
    ),
    "security.interest-below-zero": (
        Text("所写利率或费用小于零", "the interest written is below zero"),
        Text("请填写所付的费用", "write the interest that was paid"),
    ),
    "security.interest-currency": (
        Text("资金占用费应以 {currency} 支付", "the interest is not in {currency}"),
        Text("请使用保证金的币种", "use the currency of the security"),
    ),
}  # fmt: skip
