"""How acts of prequalification become public."""

from __future__ import annotations

from daylight.core.acts.prequalification import (
    ClarifyPrequalification,
    ConcludePrequalification,
    IssuePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    SubmitApplication,
    TellApplicant,
    WithdrawApplication,
)
from daylight.core.disclosure.notices import prequalification as notices
from daylight.core.disclosure.row import (
    AT_ONCE,
    OPENING,
    PUBLIC,
    RELEASED,
    SEALED,
    Files,
    Publication,
    tells,
)
from daylight.core.values.text import Text

APPLICANTS_UNKNOWN = Text(
    "开标前不公开申请人及其数量", "who applied, and how many did, is unknown until the opening"
)


ROWS: tuple[Publication, ...] = (
    Publication(
        IssuePrequalification,
        Text("资格预审公告", "Notice of prequalification"),
        AT_ONCE,
        notice=tells(IssuePrequalification, notices.prequalification_issued),
        files=(Files("documents", PUBLIC),),
    ),
    Publication(
        ClarifyPrequalification,
        Text("资格预审更正公告", "Prequalification is clarified"),
        AT_ONCE,
        notice=tells(ClarifyPrequalification, notices.prequalification_clarified),
        files=(Files("documents", PUBLIC),),
    ),
    Publication(
        SubmitApplication,
        Text("提交资格预审申请", "An application is submitted"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
        sealed=SEALED,
    ),
    Publication(
        WithdrawApplication,
        Text("撤回资格预审申请", "An application is withdrawn"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
    ),
    Publication(
        ReleaseApplication,
        Text("释放申请的密钥份额", "A holder releases the share of an application"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
        sealed=RELEASED,
    ),
    Publication(
        OpenApplication,
        Text("开启资格预审申请", "An application is opened"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
    ),
    Publication(
        ReviewApplicant,
        Text("审查资格预审申请", "An applicant is reviewed"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
    ),
    Publication(
        ConcludePrequalification,
        Text("资格预审结论", "The prequalification is concluded"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
    ),
    Publication(
        TellApplicant,
        Text("告知资格预审结果", "An applicant is told the result"),
        OPENING,
        silent=APPLICANTS_UNKNOWN,
    ),
)
