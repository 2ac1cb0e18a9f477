"""How acts of the server become public: at once, since everybody checks signatures and instants by them."""

from __future__ import annotations

from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.disclosure.row import AT_ONCE, Publication
from daylight.core.disclosure.rows.registry import NO_CASE
from daylight.core.values.text import Text

ROWS: tuple[Publication, ...] = (
    Publication(
        ReplaceServerKey, Text("更换平台密钥", "A key of the server is replaced"), AT_ONCE, silent=NO_CASE
    ),
    Publication(
        RecoverClock, Text("校正平台时间", "The time of the gateway is set right"), AT_ONCE, silent=NO_CASE
    ),
)
