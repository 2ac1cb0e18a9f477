"""Releases of the solicitation phase: the notice, what changes it, and answers to all."""

from __future__ import annotations

from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    FindingAnswered,
    IssueClarification,
    IssueSolicitation,
)
from daylight.core.disclosure import ocds
from daylight.core.disclosure.occasion import Fact, Occasion, Told, public_id
from daylight.core.disclosure.parts import (
    award_criteria,
    both,
    criteria_code,
    document,
    fact,
    items,
    lot_status,
    lot_terms,
    method_code,
    method_words,
    tender_status,
    value,
)
from daylight.core.disclosure.planning import holder_facts, key_holders
from daylight.core.dockets.case.case import Case
from daylight.core.procedures.policy.fairness import place_words
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, money_words


def solicitation_issued(occasion: Occasion[IssueSolicitation]) -> Told:
    """The notice with everything a bidder has to know."""
    case, deed = occasion.after, occasion.deed
    tender = _solicited(occasion)
    facts = (
        fact("投标截止时间", "Bid deadline", case.tendering.deadline),
        fact("预算", "Budget", case.budget),
        fact("最高限价", "Ceiling price", _ceilings(case)),
        fact("获取采购文件至", "Documents until", deed.documents_until),
        *holder_facts(occasion),
        *reasons(deed.answered),
    )
    return Told(occasion.release("tender", key_holders=key_holders(occasion), tender=tender), facts)


def clarification_issued(occasion: Occasion[IssueClarification]) -> Told:
    """The documents are clarified: an amendment where bids may have to change, else an update."""
    case, deed = occasion.after, occasion.deed
    at = occasion.act.received_at
    amendment = ocds.Amendment(
        public_id("clarification", occasion.release_id), at, both(deed.text), releaseID=occasion.release_id
    )
    moved = case.tendering.deadline != occasion.before.tendering.deadline
    tender = ocds.Tender(
        occasion.ocid,
        amendments=(amendment,),
        documents=tuple(document(one, "clarifications", at) for one in deed.documents),
        tender_period=_until(case) if moved else None,
        enquiry_period=_until(case) if moved else None,
        bid_opening=ocds.BidOpening(case.tendering.deadline) if moved and case.tendering.deadline else None,
    )
    facts = [fact("澄清或修改内容", "What is clarified", deed.text), *reasons(deed.answered)]
    if moved:
        facts.append(
            fact(
                "新的投标截止时间", "New bid tendering.tendering.tendering.deadline", case.tendering.deadline
            )
        )
    tag: ocds.Tag = "tenderAmendment" if moved or deed.may_affect_preparation else "tenderUpdate"
    return Told(occasion.release(tag, tender=tender), tuple(facts))


def enquiry_answered(occasion: Occasion[AnswerEnquiry]) -> Told:
    """Question and answer for everybody; who asked stays unnamed."""
    deed = occasion.deed
    enquiry = ocds.Enquiry(
        public_id("enquiry", deed.enquiry), deed.question, deed.answer, occasion.act.received_at
    )
    tender = ocds.Tender(occasion.ocid, has_enquiries=True, enquiries=(enquiry,))
    facts = (fact("问题", "Question", deed.question), fact("答复", "Answer", deed.answer))
    return Told(occasion.release("tenderUpdate", tender=tender), facts)


def _solicited(occasion: Occasion[IssueSolicitation]) -> ocds.Tender:
    case, deed, at = occasion.after, occasion.deed, occasion.act.received_at
    return ocds.Tender(
        id=occasion.ocid,
        title=case.requirement.title.zh,
        title_en=case.requirement.title.en,
        status=tender_status(case),
        procuring_entity=occasion.reference(case.host),
        items=items(case),
        value=value(_ceilings(case)),
        procurement_method=method_code(occasion),
        procurement_method_details=method_words(occasion),
        procurement_method_rationale=_rationale(case),
        main_procurement_category=case.requirement.object,
        award_criteria=criteria_code(case),
        submission_method=("electronicSubmission",),
        tender_period=_until(case),
        enquiry_period=_until(case),
        eligibility_criteria="；".join(text.zh for text in deed.qualification),
        eligibility_criteria_en="; ".join(text.en for text in deed.qualification),
        documents=(
            *(document(one, "biddingDocuments", at) for one in deed.documents),
            document(deed.contract_terms, "contractDraft", at),
        ),
        lots=_lots(case),
        bid_opening=ocds.BidOpening(case.tendering.deadline) if case.tendering.deadline else None,
        submission_terms=ocds.SubmissionTerms("required", ocds.Duration(deed.bid_validity_days)),
    )


def reasons(answered: tuple[FindingAnswered, ...]) -> tuple[Fact, ...]:
    """Why words that limit who may take part stand where they do: those kept out read it in the notice."""
    return tuple(
        fact(f"限制性条件的理由（{place_words(one.place).zh}）", f"Why this limit ({one.place})", one.reason)
        for one in answered
    )


def _rationale(case: Case) -> str:
    return both(case.planning.choice.deed.reason) if case.planning.choice else ""


def _lots(case: Case) -> tuple[ocds.Lot, ...]:
    return tuple(
        ocds.Lot(
            lot.id,
            both(lot.title),
            lot_status(lot),
            value(lot.terms.ceiling),
            award_criteria(lot.terms.evaluation),
            _secured(lot.terms.bid_security),
            lot_terms(lot.terms),
        )
        for lot in case.lots
        if lot.terms
    )


def _secured(security: Money | None) -> ocds.SubmissionTerms | None:
    return ocds.SubmissionTerms(deposits_guarantees=money_words(security)) if security else None


def _ceilings(case: Case) -> Money:
    first, *rest = (lot.terms.ceiling for lot in case.lots if lot.terms)
    return sum(rest, start=first)


def _until(case: Case) -> ocds.Period:
    issued: Instant | None = case.tendering.issued_at
    return ocds.Period(issued, case.tendering.deadline)
