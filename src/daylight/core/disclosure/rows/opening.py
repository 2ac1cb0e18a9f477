"""How acts of opening become public."""

from __future__ import annotations

from daylight.core.acts.opening import CallOpening, OpenBids, ReleaseShares
from daylight.core.disclosure.notices import opening as notices
from daylight.core.disclosure.row import AT_ONCE, OPENING, RELEASED, Publication, tells
from daylight.core.values.text import Text

ROWS: tuple[Publication, ...] = (
    Publication(
        CallOpening,
        Text("宣布开启", "The presider calls the opening"),
        AT_ONCE,
        silent=Text("截止时间早已公告", "the deadline was announced long before"),
    ),
    Publication(
        ReleaseShares,
        Text("释放密钥份额", "A holder releases shares"),
        OPENING,
        silent=Text("开标记录公开", "the opening record tells it"),
        sealed=RELEASED,
    ),
    Publication(
        OpenBids, Text("开标记录", "Opening record"), OPENING, notice=tells(OpenBids, notices.bids_opened)
    ),
)
