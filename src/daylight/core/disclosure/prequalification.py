"""Releases of prequalification: the call for applications and what changes it; who applied stays unknown."""

from __future__ import annotations

from daylight.core.acts.prequalification import ClarifyPrequalification, IssuePrequalification
from daylight.core.disclosure import ocds
from daylight.core.disclosure.occasion import Occasion, Told, public_id
from daylight.core.disclosure.parts import both, document, fact, items, method_words, value
from daylight.core.disclosure.planning import key_holders
from daylight.core.disclosure.solicitation import reasons
from daylight.core.dockets.case.case import Case
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text

APPLYING = "eligibilityCriteria"
ALL = Text("通过资格预审的全部供应商", "everybody who passes")


def prequalification_issued(occasion: Occasion[IssuePrequalification]) -> Told:
    """The notice: what is bought, what qualifies, where the documents are, until when to apply."""
    case, deed, at = occasion.after, occasion.deed, occasion.act.received_at
    tender = ocds.Tender(
        id=occasion.ocid,
        title=case.requirement.title.zh,
        title_en=case.requirement.title.en,
        status="active",
        procuring_entity=occasion.reference(case.host),
        items=items(case),
        value=value(case.budget),
        procurement_method="selective",
        procurement_method_details=method_words(occasion),
        main_procurement_category=case.requirement.object,
        submission_method=("electronicSubmission",),
        eligibility_criteria="；".join(text.zh for text in deed.qualification),
        eligibility_criteria_en="; ".join(text.en for text in deed.qualification),
        documents=tuple(document(one, APPLYING, at) for one in deed.documents),
    )
    facts = (
        fact("资格要求", "What qualifies", _joined(deed.qualification)),
        fact("获取资格预审文件至", "Documents until", deed.documents_until),
        fact("申请截止时间", "Applications until", _deadline(case)),
        fact("邀请数量", "Number invited", deed.invited or ALL),
        *reasons(deed.answered),
    )
    return Told(occasion.release("tender", key_holders=key_holders(occasion), tender=tender), facts)


def prequalification_clarified(occasion: Occasion[ClarifyPrequalification]) -> Told:
    """The prequalification documents are clarified, for everybody."""
    deed, at = occasion.deed, occasion.act.received_at
    amendment = ocds.Amendment(
        public_id("clarification", occasion.release_id), at, both(deed.text), releaseID=occasion.release_id
    )
    tender = ocds.Tender(
        occasion.ocid,
        amendments=(amendment,),
        documents=tuple(document(one, "clarifications", at) for one in deed.documents),
    )
    facts = [fact("澄清或修改内容", "What is clarified", deed.text), *reasons(deed.answered)]
    if _deadline(occasion.after) != _deadline(occasion.before):
        facts.append(fact("新的申请截止时间", "Applications until", _deadline(occasion.after)))
    return Told(occasion.release("tenderAmendment", tender=tender), tuple(facts))


def _deadline(case: Case) -> Instant:
    assert case.tendering.prequalification is not None  # the act speaks of it
    return case.tendering.prequalification.deadline


def _joined(texts: tuple[Text, ...]) -> Text:
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))
