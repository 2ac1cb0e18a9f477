"""How acts of planning become public."""

from __future__ import annotations

from daylight.core.acts.planning import (
    AnswerObjection,
    AppointKeyHolders,
    ApproveImports,
    ApproveMethod,
    ChooseMethod,
    DefineRequirement,
    EntrustAgency,
    FilePlan,
    ObjectToSoleSource,
    PublishIntention,
    PublishSoleSource,
    ReviewRequirement,
)
from daylight.core.disclosure.notices import planning as notices
from daylight.core.disclosure.row import (
    AT_ONCE,
    INSIDERS,
    INTENTION,
    Files,
    Publication,
    Reader,
    Right,
    tells,
)
from daylight.core.values.text import Text

WITH_THE_INTENTION = Text("随采购意向一并公开", "it is told with the notice of planned procurement")
WITH_THE_SOLICITATION = Text("随采购公告公开", "it is told with the solicitation")


ROWS: tuple[Publication, ...] = (
    Publication(
        DefineRequirement,
        Text("确定采购需求", "The requirement is defined"),
        INTENTION,
        silent=WITH_THE_INTENTION,
    ),
    Publication(
        ReviewRequirement,
        Text("审查采购需求", "The requirement is reviewed"),
        INTENTION,
        silent=WITH_THE_INTENTION,
    ),
    Publication(
        PublishIntention,
        Text("采购意向公开", "Notice of planned procurement"),
        AT_ONCE,
        notice=tells(PublishIntention, notices.intention_published),
    ),
    Publication(
        ChooseMethod,
        Text("确定采购方式", "The procurement method is chosen"),
        INTENTION,
        silent=WITH_THE_SOLICITATION,
        files=(Files("evidence", (INSIDERS, Right(Reader.SUPERVISOR))),),
    ),
    Publication(
        ApproveMethod,
        Text("批复采购方式", "The choice of method is approved or not"),
        INTENTION,
        silent=WITH_THE_SOLICITATION,
    ),
    Publication(
        PublishSoleSource,
        Text("单一来源采购公示", "The only supplier is made public"),
        INTENTION,
        notice=tells(PublishSoleSource, notices.sole_source_published),
    ),
    Publication(
        ObjectToSoleSource,
        Text("对单一来源提出异议", "A supplier objects to the only supplier"),
        INTENTION,
        silent=Text("论证时公开，不公开异议人", "told when argued; the objector stays unnamed"),
    ),
    Publication(
        AnswerObjection,
        Text("论证异议", "The objection is argued"),
        INTENTION,
        notice=tells(AnswerObjection, notices.objection_answered),
    ),
    Publication(
        FilePlan,
        Text("采购实施计划备案", "The plan of implementation is filed"),
        INTENTION,
        notice=tells(FilePlan, notices.plan_filed),
    ),
    Publication(
        ApproveImports,
        Text("核准采购进口产品", "Imported goods are admitted or not"),
        INTENTION,
        notice=tells(ApproveImports, notices.imports_decided),
    ),
    Publication(
        EntrustAgency,
        Text("委托采购代理机构", "An agency is entrusted"),
        AT_ONCE,
        notice=tells(EntrustAgency, notices.agency_entrusted),
    ),
    Publication(
        AppointKeyHolders,
        Text("确定解密钥持有人", "Key holders are appointed"),
        AT_ONCE,
        notice=tells(AppointKeyHolders, notices.key_holders_appointed),
    ),
)
