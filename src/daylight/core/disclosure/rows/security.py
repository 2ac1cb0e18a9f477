"""How acts of security become public."""

from __future__ import annotations

from daylight.core.acts.security import (
    ConfirmRefund,
    RefundBidSecurity,
    RefundUnopened,
    ReturnPerformanceSecurity,
)
from daylight.core.disclosure.row import AWARD, HOST, OPENING, Files, Publication, Reader, Right
from daylight.core.values.text import Text

MONEY_GOES_BACK = Text("保证金往来不公告，验证包中可见", "money going back is no notice; the bundle shows it")


ROWS: tuple[Publication, ...] = (
    Publication(
        RefundBidSecurity,
        Text("退还投标保证金", "A bid security is refunded"),
        AWARD,
        silent=MONEY_GOES_BACK,
        files=(Files("evidence", (HOST, Right(Reader.CONCERNED))),),
    ),
    Publication(
        ConfirmRefund,
        Text("确认收到退还的保证金", "A bidder confirms its refund"),
        OPENING,
        silent=Text("未开启的投标不公开", "bids nobody opened stay unknown"),
        files=(Files("evidence", (HOST,)),),
    ),
    Publication(
        RefundUnopened,
        Text("退还未开启投标的保证金", "Securities of unopened bids are refunded"),
        AWARD,
        silent=MONEY_GOES_BACK,
        files=(Files("evidence", (HOST,)),),
    ),
    Publication(
        ReturnPerformanceSecurity,
        Text("退还履约保证金", "The performance security is returned"),
        AWARD,
        silent=MONEY_GOES_BACK,
        files=(Files("evidence", (HOST, Right(Reader.CONCERNED))),),
    ),
)
