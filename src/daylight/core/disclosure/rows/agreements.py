"""How acts of agreements become public."""

from __future__ import annotations

from daylight.core.acts.agreements import FileAgreements, NotifyUsers, PublishCallOffSummary
from daylight.core.disclosure.notices import framework as notices
from daylight.core.disclosure.row import AT_ONCE, SUPERVISED, Files, Publication, tells
from daylight.core.values.text import Text

CONCERNS_USERS = Text(
    "只涉及主管部门和用户，验证包中可见", "it concerns authority and users; the bundle shows it"
)


ROWS: tuple[Publication, ...] = (
    Publication(
        FileAgreements,
        Text("框架协议备案", "Agreements are filed"),
        AT_ONCE,
        silent=CONCERNS_USERS,
        files=(Files("filed", SUPERVISED),),
    ),
    Publication(
        NotifyUsers, Text("告知用户", "Users are told of the agreements"), AT_ONCE, silent=CONCERNS_USERS
    ),
    Publication(
        PublishCallOffSummary,
        Text("成交结果汇总公告", "Notice of all that was called off"),
        AT_ONCE,
        notice=tells(PublishCallOffSummary, notices.summary_published),
    ),
)
