"""Notices of prequalification: the call for applications and what changes it; who applied stays unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from daylight.core.acts.common import Document
from daylight.core.acts.prequalification import ClarifyPrequalification, IssuePrequalification
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.notices.notice import OWN, Notice, Says
from daylight.core.disclosure.notices.planning import key_holders
from daylight.core.disclosure.notices.solicitation import Clarified, Limit, joined
from daylight.core.disclosure.occasion import Occasion
from daylight.core.disclosure.parts import document, tender_of
from daylight.core.dockets.case.case import Case
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text

ALL = Text("通过资格预审的全部供应商", "everybody who passes")


@dataclass(frozen=True)
class Prequalification(Notice):
    """The call: what is bought, what qualifies, where the documents are, until when to apply."""

    qualification: Annotated[Text, Says("资格要求", "What qualifies")]
    documents_until: Annotated[date, Says("获取资格预审文件至", "Documents until")]
    deadline: Annotated[Instant, Says("申请截止时间", "Applications until")]
    invited: Annotated[int | Text, Says("邀请数量", "Number invited")]
    limits: Annotated[tuple[Limit, ...], OWN]
    documents: tuple[Document, ...]
    keys: ours.KeyHolders | None

    def release(self) -> ocds.Release:
        tender = replace(
            tender_of(self.case),
            status="active",
            procurement_method="selective",
            submission_method=("electronicSubmission",),
            eligibility_criteria=self.qualification.zh,
            eligibility_criteria_en=self.qualification.en,
            documents=tuple(document(one, "eligibilityCriteria", self.act.at) for one in self.documents),
        )
        return replace(self.released("tender", self.keys), tender=tender)


@dataclass(frozen=True)
class PrequalificationClarified(Clarified):
    """The prequalification documents are clarified, for everybody."""

    moved_to: Annotated[Instant | None, Says("新的申请截止时间", "Applications until")]

    def release(self) -> ocds.Release:
        return replace(self.released("tenderAmendment"), tender=self.amended())


def prequalification_issued(occasion: Occasion[IssuePrequalification]) -> Prequalification:
    """Applications are called for."""
    deed = occasion.deed
    return Prequalification(
        *occasion.about,
        joined(deed.qualification),
        deed.documents_until,
        _deadline(occasion.after),
        deed.invited or ALL,
        tuple(map(Limit, deed.answered)),
        deed.documents,
        key_holders(occasion),
    )


def prequalification_clarified(occasion: Occasion[ClarifyPrequalification]) -> PrequalificationClarified:
    """The prequalification is clarified."""
    deed, now = occasion.deed, _deadline(occasion.after)
    moved_to = now if now != _deadline(occasion.before) else None
    return PrequalificationClarified(
        *occasion.about, deed.text, tuple(map(Limit, deed.answered)), deed.documents, moved_to
    )


def _deadline(case: Case) -> Instant:
    assert case.tendering.prequalification is not None  # the act speaks of it
    return case.tendering.prequalification.deadline
