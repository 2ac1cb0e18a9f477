"""How acts of solicitation become public."""

from __future__ import annotations

from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    InviteSuppliers,
    IssueClarification,
    IssueSolicitation,
    ObtainDocuments,
    RaiseEnquiry,
)
from daylight.core.disclosure.notices import solicitation as notices
from daylight.core.disclosure.row import (
    AT_ONCE,
    NEVER,
    OPENING,
    PUBLIC,
    Files,
    Publication,
    tells,
)
from daylight.core.values.text import Text

UNTIL_THE_OPENING = Text(
    "开标前不公开投标人；开标记录公开", "bidders are unknown until the opening record names them"
)


ROWS: tuple[Publication, ...] = (
    Publication(
        InviteSuppliers,
        Text("邀请供应商", "Suppliers are invited"),
        AT_ONCE,
        silent=Text("不公开被邀请的供应商", "who is invited stays unknown"),
    ),
    Publication(
        IssueSolicitation,
        Text("采购公告", "Solicitation notice"),
        AT_ONCE,
        notice=tells(IssueSolicitation, notices.solicitation_issued),
        files=(
            Files("documents", PUBLIC),
            Files("contract_terms", PUBLIC),
        ),
    ),
    Publication(
        ObtainDocuments, Text("获取采购文件", "Documents are obtained"), OPENING, silent=UNTIL_THE_OPENING
    ),
    Publication(
        RaiseEnquiry,
        Text("供应商询问", "A supplier enquires"),
        NEVER,
        silent=Text("提问者不公开，答复时公开问题", "the asker stays unnamed; the answer quotes"),
    ),
    Publication(
        AnswerEnquiry,
        Text("询问答复", "An enquiry is answered"),
        AT_ONCE,
        notice=tells(AnswerEnquiry, notices.enquiry_answered),
    ),
    Publication(
        IssueClarification,
        Text("更正公告", "Clarification or amendment"),
        AT_ONCE,
        notice=tells(IssueClarification, notices.clarification_issued),
        files=(Files("documents", PUBLIC),),
    ),
)
