"""How acts of bidding become public."""

from __future__ import annotations

from daylight.core.acts.bidding import RecordBidSecurity, SubmitBid, WithdrawBid
from daylight.core.disclosure.row import OPENING, SEALED, Files, Publication, Reader, Right
from daylight.core.values.text import Text

UNTIL_THE_OPENING = Text(
    "开标前不公开投标人；开标记录公开", "bidders are unknown until the opening record names them"
)


ROWS: tuple[Publication, ...] = (
    Publication(
        SubmitBid,
        Text("提交投标文件", "A bid is submitted"),
        OPENING,
        silent=UNTIL_THE_OPENING,
        sealed=SEALED,
    ),
    Publication(WithdrawBid, Text("撤回投标", "A bid is withdrawn"), OPENING, silent=UNTIL_THE_OPENING),
    Publication(
        RecordBidSecurity,
        Text("登记投标保证金", "A bid security is recorded"),
        OPENING,
        silent=UNTIL_THE_OPENING,
        # It is checked when a bid is reviewed (bidding.security). Nobody needs that of the others: who
        # withdrew gets back the amount on record (bidding.withdrawal), and who never bid stays unknown.
        files=(Files("evidence", (Right(Reader.HOST, of_opened_bids=True),)),),
    ),
)
