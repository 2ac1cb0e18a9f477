"""How acts of replenishment become public."""

from __future__ import annotations

from daylight.core.acts.replenishment import OpenReplenishment, TakeUpSuppliers
from daylight.core.disclosure.notices import framework as notices
from daylight.core.disclosure.row import AT_ONCE, Publication, tells
from daylight.core.values.text import Text

ROWS: tuple[Publication, ...] = (
    Publication(
        OpenReplenishment,
        Text("补充征集公告", "More suppliers are to be called"),
        AT_ONCE,
        notice=tells(OpenReplenishment, notices.replenishment_opened),
    ),
    Publication(
        TakeUpSuppliers,
        Text("新入围供应商并入名单", "Those newly listed join the list"),
        AT_ONCE,
        silent=Text("入围结果在补充征集案卷中公告", "the replenishment published the list"),
    ),
)
