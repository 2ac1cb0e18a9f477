"""Notices of the solicitation phase: the call, what changes it, and answers to all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from daylight.core.acts.common import Document
from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    FindingAnswered,
    IssueClarification,
    IssueSolicitation,
)
from daylight.core.disclosure import ocds
from daylight.core.disclosure.notices.known import CaseKnown, LotKnown
from daylight.core.disclosure.notices.notice import OWN, Fact, Line, Notice, Says
from daylight.core.disclosure.notices.planning import KeysShown, key_holders
from daylight.core.disclosure.occasion import Occasion, public_id
from daylight.core.disclosure.parts import (
    award_criteria,
    both,
    criteria_code,
    document,
    lot_of,
    lot_terms,
    tender_of,
    value,
)
from daylight.core.procedures.policy.fairness import place_words
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Limit(Line):
    """Why words that limit who may take part stand where they do: those kept out read it in the notice."""

    answered: FindingAnswered

    def fact(self) -> Fact:
        place, why = self.answered.place, self.answered.reason
        return Fact(Text(f"限制性条件的理由（{place_words(place).zh}）", f"Why this limit ({place})"), why)


@dataclass(frozen=True)
class Solicitation(Notice):
    """The notice with everything a bidder has to know."""

    case: Annotated[
        CaseKnown,
        Says("投标截止时间", "Bid deadline", of="deadline"),
        Says("预算", "Budget", of="budget"),
    ]
    ceiling: Annotated[Money, Says("最高限价", "Ceiling price")]
    documents_until: Annotated[date, Says("获取采购文件至", "Documents until")]
    keys: KeysShown
    limits: Annotated[tuple[Limit, ...], OWN]
    rationale: Text | None
    qualification: Text
    documents: tuple[Document, ...]
    contract_terms: Document
    validity_days: int

    shows_lots = True

    def release(self) -> ocds.Release:
        case, at = self.case, self.act.at
        period = ocds.Period(at, case.deadline) if case.deadline else None
        drafted = document(self.contract_terms, "contractDraft", at)
        tender = replace(
            tender_of(case),
            value=value(self.ceiling),
            procurement_method_rationale=both(self.rationale) if self.rationale else "",
            award_criteria=criteria_code(case),
            submission_method=("electronicSubmission",),
            tender_period=period,
            enquiry_period=period,
            eligibility_criteria=self.qualification.zh,
            eligibility_criteria_en=self.qualification.en,
            documents=(*(document(one, "biddingDocuments", at) for one in self.documents), drafted),
            lots=tuple(_solicited(lot) for lot in case.lots if lot.terms),
            bid_opening=ocds.BidOpening(case.deadline) if case.deadline else None,
            submission_terms=ocds.SubmissionTerms("required", ocds.Duration(self.validity_days)),
        )
        return replace(self.released("tender", self.keys), tender=tender)


@dataclass(frozen=True)
class Clarified(Notice):
    """Documents are clarified, for everybody."""

    text: Annotated[Text, Says("澄清或修改内容", "What is clarified")]
    limits: Annotated[tuple[Limit, ...], OWN]
    documents: tuple[Document, ...]

    def amended(self) -> ocds.Tender:
        """The tender with the clarification as an amendment."""
        id = public_id("clarification", self.act.release_id)
        amendment = ocds.Amendment(id, self.act.at, both(self.text), releaseID=self.act.release_id)
        documents = tuple(document(one, "clarifications", self.act.at) for one in self.documents)
        return ocds.Tender(self.case.ocid, amendments=(amendment,), documents=documents)


@dataclass(frozen=True)
class Clarification(Clarified):
    """The documents are clarified: an amendment where bids may have to change, else an update."""

    moved_to: Annotated[Instant | None, Says("新的投标截止时间", "New bid deadline")]
    issued_at: Instant | None
    amends: bool

    def release(self) -> ocds.Release:
        tag: ocds.Tag = "tenderAmendment" if self.amends else "tenderUpdate"
        tender = self.amended()
        if self.moved_to and self.issued_at:
            period, opening = ocds.Period(self.issued_at, self.moved_to), ocds.BidOpening(self.moved_to)
            tender = replace(tender, tender_period=period, enquiry_period=period, bid_opening=opening)
        return replace(self.released(tag), tender=tender)


@dataclass(frozen=True)
class EnquiryAnswered(Notice):
    """Question and answer for everybody; who asked stays unnamed."""

    enquiry: str
    question: Annotated[str, Says("问题", "Question")]
    answer: Annotated[str, Says("答复", "Answer")]

    def release(self) -> ocds.Release:
        enquiry = ocds.Enquiry(self.enquiry, self.question, self.answer, self.act.at)
        tender = ocds.Tender(self.case.ocid, has_enquiries=True, enquiries=(enquiry,))
        return replace(self.released("tenderUpdate"), tender=tender)


def solicitation_issued(occasion: Occasion[IssueSolicitation]) -> Solicitation:
    """The solicitation is issued."""
    case, deed = occasion.after, occasion.deed
    first, *rest = (lot.terms.ceiling for lot in case.lots if lot.terms)
    return Solicitation(
        *occasion.about,
        ceiling=sum(rest, start=first),
        documents_until=deed.documents_until,
        keys=key_holders(occasion),
        limits=tuple(map(Limit, deed.answered)),
        rationale=case.planning.choice.deed.reason if case.planning.choice else None,
        qualification=joined(deed.qualification),
        documents=deed.documents,
        contract_terms=deed.contract_terms,
        validity_days=deed.bid_validity_days,
    )


def clarification_issued(occasion: Occasion[IssueClarification]) -> Clarification:
    """The solicitation is clarified."""
    now, deed = occasion.after.tendering, occasion.deed
    moved_to = now.deadline if now.deadline != occasion.before.tendering.deadline else None
    return Clarification(
        *occasion.about,
        deed.text,
        tuple(map(Limit, deed.answered)),
        deed.documents,
        moved_to,
        now.issued_at,
        deed.may_affect_preparation or moved_to is not None,
    )


def enquiry_answered(occasion: Occasion[AnswerEnquiry]) -> EnquiryAnswered:
    """An enquiry is answered."""
    deed = occasion.deed
    return EnquiryAnswered(*occasion.about, public_id("enquiry", deed.enquiry), deed.question, deed.answer)


def joined(texts: tuple[Text, ...]) -> Text:
    """Several requirements in one text."""
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))


def _solicited(lot: LotKnown) -> ocds.Lot:
    assert lot.terms is not None  # only lots with terms are solicited
    security = lot.terms.bid_security
    return replace(
        lot_of(lot),
        value=value(lot.terms.ceiling),
        award_criteria=award_criteria(lot.terms.evaluation),
        submission_terms=ocds.SubmissionTerms(deposits_guarantees=money_words(security))
        if security
        else None,
        daylight=lot_terms(lot.terms),
    )
