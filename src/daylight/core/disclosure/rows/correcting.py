"""How acts of correcting become public."""

from __future__ import annotations

from daylight.core.acts.evaluation import (
    DissolveCommittee,
    ReopenEvaluation,
    ReplaceMember,
    ReportChangedResult,
)
from daylight.core.disclosure.notices import fallen as notices
from daylight.core.disclosure.row import AWARD, SUPERVISED, Files, Publication, tells
from daylight.core.values.text import Text

EVALUATION_IS_SECRET = Text("评审保密；结果公告公开", "evaluation is secret until the award notice")


ROWS: tuple[Publication, ...] = (
    Publication(
        ReopenEvaluation,
        Text("重新评审", "The evaluation is opened again"),
        AWARD,
        notice=tells(ReopenEvaluation, notices.awards_fell),
        reopens=True,
    ),
    Publication(
        ReportChangedResult,
        Text("报告评审结果改变", "A changed result is reported"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("report", SUPERVISED),),
    ),
    Publication(
        ReplaceMember,
        Text("更换评标委员会成员", "A member is replaced"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("evidence", SUPERVISED),),
    ),
    Publication(
        DissolveCommittee,
        Text("重新组建评标委员会", "The committee is dissolved, another is formed"),
        AWARD,
        notice=tells(DissolveCommittee, notices.awards_fell),
        reopens=True,
        files=(
            Files("evidence", SUPERVISED),
            Files("report", SUPERVISED),
        ),
    ),
)
