"""What makes an act wrong: one change at a time, the refusal it meets, and the kinds that meet it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.acts.solicitation import SetAside
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from scenarios.changes import (
    OTHER,
    Change,
    bids,
    by_price,
    case,
    chosen,
    deed,
    deed_lots,
    disowned,
    disputed,
    facet,
    figure,
    imports_not_admitted,
    intent,
    later,
    lot,
    of_another,
    of_case,
    own,
    planned,
    ruled_out,
    speechless,
    unapproved,
    undocumented,
    unpaid,
    unreviewed,
)

NEVER, PAST = Instant(0, 480), date(2026, 1, 1)


@dataclass(frozen=True)
class Wrong:
    """What is changed, the one refusal it meets, and the kinds of act that meet it."""

    change: Change
    code: str
    kinds: str


#: What every kind meets: the change, its refusal, and to which acts it can happen.
ALWAYS = {
    "meant for another world": (intent(world="elsewhere"), "acts.other-world", lambda m: True),
    "expired": (
        lambda m: intent(expires_at=m.at.later_by(-1))(m),
        "acts.expired",
        lambda m: True,
    ),
    "signed by another": (
        lambda m: replace(m, crypto=OPENSSL, signature=bytes(64)),
        "acts.bad-signature",
        lambda m: True,
    ),
    "not mandated for this": (
        lambda m: facet("mandate", functions=("planning.none",))(m),
        "acts.function-not-mandated",
        lambda m: m.intent.mandate,
    ),
    "not the representative": (
        disowned,
        "acts.no-mandate",
        lambda m: m.intent.organisation and not m.intent.mandate,
    ),
}
#: To whom has no right to look into a bid docket it is as if there were nothing, and that is told beside.
SHOWS_NOTHING = {
    "SubmitBid": "bidding.documents-not-obtained",
    "WithdrawBid": "bidding.nothing-to-withdraw",
    "RecordBidSecurity": "bidding.foreign-docket",
    "ConfirmRefund": "security.nothing-to-confirm",
    "WithdrawApplication": "prequalification.nothing-to-withdraw",
    "ReleaseApplication": "prequalification.wrong-share",
    "OpenApplication": "prequalification.not-to-be-opened",
    "ReviewApplicant": "prequalification.not-to-be-reviewed",
    "TellApplicant": "prequalification.not-to-be-told",
}


WRONG = {
    "the state shown is not the one that stands": Wrong(
        lambda m: replace(m, head=replace(m.head, digest="0" * 64)),
        "acts.state-moved",
        "ChooseMethod ApproveMethod FilePlan ApproveImports IssuePrequalification IssueSolicitation"
        " ConfirmTerms CallForFinalOffers ConcludeEvaluation ReopenEvaluation DissolveCommittee"
        " ObjectToReport DeemFirstAwarded AwardLot FailLot CancelLot SignFramework TakeUpSuppliers"
        " InviteApplications SignContract",
    ),
    "what one does in person is done for another": Wrong(
        intent(mandate="mandate-other"),
        "acts.personal",
        "ReleaseApplication ReleaseShares DeclareRecusal ReviewConformity JudgePreferences"
        " CorrectArithmetic AskAboutLowPrice JudgeLowPrice RecordNegotiation ChangeTerms ConfirmTerms"
        " CallForFinalOffers ScoreBid ConcludeEvaluation ReopenEvaluation",
    ),
    "the purchase is run by another agency": Wrong(
        case(agency=OTHER, purchaser=OTHER),
        "planning.not-the-host",
        "IssuePrequalification ClarifyPrequalification InviteSuppliers AnswerEnquiry IssueClarification"
        " PrepareDraw FormCommittee ReportChangedResult ReplaceMember NotifyBidders PublishAward"
        " ListSuppliers OpenListing FileAgreements NotifyUsers PublishCallOffSummary TakeUpSuppliers"
        " InviteApplications ReviewApplication PublishListing RefundUnopened",
    ),
    "it is the purchase of another": Wrong(
        case(purchaser=OTHER),
        "planning.not-the-purchaser",
        "PublishIntention ChooseMethod PublishSoleSource AnswerObjection FilePlan EntrustAgency"
        " ObjectToReport PublishContract",
    ),
    "another committee is in office": Wrong(
        case(committee=None),
        "evaluation.not-a-member",
        "JudgePreferences CorrectArithmetic AskAboutLowPrice JudgeLowPrice RecordNegotiation ScoreBid",
    ),
    "another is in the chair": Wrong(
        lambda m: of_case(
            m, lambda it: {"committee": replace(it.evaluation.committee, chair="person-other")}
        ),
        "evaluation.not-the-chair",
        "ChangeTerms CallForFinalOffers ConcludeEvaluation",
    ),
    "the lot is over": Wrong(
        lot(stage="cancelled"),
        "evaluation.lot-not-opened",
        "ReviewQualification ReviewConformity JudgePreferences CorrectArithmetic AskAboutLowPrice"
        " AnswerLowPrice JudgeLowPrice RecordNegotiation ChangeTerms ConfirmTerms ScoreBid"
        " ConcludeEvaluation",
    ),
    "the bid is out": Wrong(
        bids(rejected="nonconforming"),
        "evaluation.bid-is-out",
        "ReviewQualification ReviewConformity JudgePreferences CorrectArithmetic AskAboutLowPrice"
        " JudgeLowPrice RecordNegotiation ScoreBid",
    ),
    "the bid does not conform": Wrong(
        bids(conforming=None), "evaluation.not-yet-conforming", "JudgePreferences RecordNegotiation"
    ),
    "nobody called for applications": Wrong(
        case(prequalification=None),
        "prequalification.not-issued",
        "ClarifyPrequalification ReleaseApplication OpenApplication ReviewApplicant"
        " ConcludePrequalification TellApplicant",
    ),
    "applications are still taken": Wrong(
        later(-1),
        "prequalification.too-early",
        "ReleaseApplication OpenApplication ReviewApplicant ConcludePrequalification",
    ),
    "applications are taken no longer": Wrong(
        lambda m: own(prequalification=replace(m.state.tendering.prequalification, deadline=NEVER))(m),
        "prequalification.after-deadline",
        "ClarifyPrequalification",
    ),
    "nothing was solicited": Wrong(
        case(solicitation=None),
        "solicitation.not-issued",
        "RaiseEnquiry AnswerEnquiry SubmitBid ReleaseShares OpenBids",
    ),
    "it was solicited before": Wrong(
        lambda m: case(solicitation=of_another("ReleaseShares", "solicitation"))(m),
        "planning.already-issued",
        "PublishIntention ChooseMethod ApproveMethod PublishSoleSource FilePlan ApproveImports",
    ),
    "the deadline is over": Wrong(
        case(deadline=NEVER),
        "bidding.after-deadline",
        "ObtainDocuments RaiseEnquiry WithdrawBid RecordBidSecurity",
    ),
    "bids were opened before": Wrong(case(opened_at=NEVER), "opening.repeated", "ReleaseShares OpenBids"),
    "nobody chose a method": Wrong(case(choice=None), "choice.none-made", "ObjectToSoleSource"),
    "final offers are called for": Wrong(
        case(round=2), "negotiation.over", "ObtainDocuments RecordNegotiation ChangeTerms CallForFinalOffers"
    ),
    "the method knows no negotiation": Wrong(
        case(choice=None), "negotiation.not-here", "ChangeTerms CallForFinalOffers"
    ),
    "the need was not reviewed": Wrong(
        case(approved=False),
        "solicitation.not-reviewed",
        "IssuePrequalification IssueSolicitation InviteApplications",
    ),
    "no intention was published": Wrong(
        case(intention_on=None), "solicitation.no-intention", "IssuePrequalification InviteApplications"
    ),
    "nobody holds the keys": Wrong(
        case(key_set=None), "solicitation.no-key-holders", "IssuePrequalification IssueSolicitation"
    ),
    "the bidder is no supplier": Wrong(
        lambda m: facet(
            at := f"organisation:{m.intent.deed.bidders[0]}",
            registration=replace(m.facets[at].registration, roles=()),
        )(m),
        "bidding.not-suppliers",
        "SubmitApplication SubmitBid",
    ),
    "the bidder runs the case": Wrong(
        lambda m: case(agency=m.intent.organisation)(m),
        "bidding.runs-the-case",
        "SubmitApplication SubmitBid",
    ),
    "the docket is that of another case": Wrong(
        own(case="case-other"), "bidding.foreign-docket", "WithdrawBid ConfirmRefund"
    ),
    "the lot takes no bids": Wrong(lot(stage="cancelled"), "bidding.lot-not-open", "SubmitBid"),
    "a bid is not reviewed": Wrong(
        bids(qualified=None), "evaluation.review-open", "AskAboutLowPrice ConcludeEvaluation"
    ),
    "the lot is not evaluated": Wrong(
        lot(stage="opened"), "award.not-evaluated", "ObjectToReport DeemFirstAwarded"
    ),
    "the lot is not listed": Wrong(
        lot(stage="cancelled"), "framework.not-listed", "SignFramework TakeUpSuppliers"
    ),
    "the lot is not awarded": Wrong(lot(stage="cancelled"), "award.not-awarded", "NotifyBidders"),
    "bidders were not told": Wrong(lot(stage="awarded"), "contracting.not-notified", "SignContract"),
    "the lot is decided": Wrong(lot(stage="contracted"), "award.already-decided", "FailLot"),
    "the listing is of another lot": Wrong(
        deed(lot="9"), "framework.other-lot", "EndListing ReviewApplication"
    ),
    "the method of the list is another": Wrong(deed(method="direct"), "framework.no-list", "BuyOffList"),
    "the way is none of the terms": Wrong(deed(way="whim"), "framework.other-way", "CallOff"),
    "an organisation has no role": Wrong(
        deed(roles=()), "registry.no-role", "RegisterOrganisation CorrectOrganisation"
    ),
    "an organisation is nowhere": Wrong(
        deed(territory=""), "registry.no-territory", "RegisterOrganisation CorrectOrganisation"
    ),
    "the organisation was entered under a wrong number": Wrong(
        lambda m: facet(f"organisation:{m.intent.organisation}", successor=OTHER)(m),
        "registry.replaced",
        "ApplyForListing SubmitApplication",
    ),
    "a key is none": Wrong(deed(public_key=b"key"), "registry.weak-key", "RegisterPerson"),
    "the actor acts for one nobody registered": Wrong(
        intent(organisation=OTHER),
        "acts.unknown-subject",
        "RegisterOrganisation RevokeMandate CorrectOrganisation ReplaceOrganisation",
    ),
    "a lot is called twice": Wrong(deed(lots=("1", "1")), "negotiation.lots-differ", "CallForFinalOffers"),
    "no offer is final yet": Wrong(
        case(round=1), "negotiation.no-final-offers", "ScoreBid ConcludeEvaluation"
    ),
    "the price asked about is negotiated": Wrong(
        lambda m: case(choice=of_another("RecordNegotiation", "choice"), round=1)(m),
        "negotiation.no-final-offers",
        "AskAboutLowPrice",
    ),
    "words and figures differ": Wrong(
        bids(words_total_minor=1), "evaluation.arithmetic-open", "AskAboutLowPrice ConcludeEvaluation"
    ),
    "no bid is left": Wrong(lot(bids=()), "negotiation.too-few", "CallForFinalOffers"),
    "law asks for more bids than are left": Wrong(
        figure("conformity.minimum", 99), "evaluation.too-few-left", "ConcludeEvaluation"
    ),
    "all bids are far below the ceiling": Wrong(
        lot(ceiling=Money(10**11, "CNY")), "evaluation.low-price-open", "ConcludeEvaluation"
    ),
    "the purchase is called off a list": Wrong(
        lambda m: case(called=of_another("IssueSolicitation", "called"))(m),
        "award.silence-means-nothing",
        "ObjectToReport DeemFirstAwarded",
    ),
    "what is called off lists nobody": Wrong(
        lambda m: case(called=of_another("IssueSolicitation", "called"))(m),
        "framework.no-list",
        "ListSuppliers",
    ),
    "the method makes a list": Wrong(
        lambda m: case(choice=of_another("ListSuppliers", "choice"))(m), "framework.lists", "DeemFirstAwarded"
    ),
    "the method is settled by a framework": Wrong(
        lambda m: case(replenishes=of_another("IssueSolicitation", "replenishes"))(m),
        "framework.method-settled",
        "ChooseMethod",
    ),
    "what is reserved competes": Wrong(
        deed_lots(lambda terms: {"set_aside": SetAside("whole")}),
        "framework.not-by-price",
        "IssueSolicitation",
    ),
    "an only supplier was not made public": Wrong(
        chosen(published_at=None), "choice.publicity-missing", "IssueSolicitation"
    ),
    "a choice above the threshold has no approval": Wrong(
        unapproved,
        "choice.not-approved",
        "IssuePrequalification InviteApplications",
    ),
    "the method rules nothing of the kind": Wrong(
        ruled_out, "choice.object", "IssuePrequalification IssueSolicitation"
    ),
    "the conclusion is that of another case": Wrong(
        case(id="case-other"), "prequalification.wrong-docket", "ConcludePrequalification"
    ),
    "an application was never reviewed": Wrong(
        unreviewed, "prequalification.review-open", "ConcludePrequalification"
    ),
    "a clarification keeps others out": Wrong(
        deed(text=Text("投标人须为本地企业", "local companies only")),
        "solicitation.words-against-law",
        "ClarifyPrequalification",
    ),
    "the result changed and nobody reported it": Wrong(
        lot(ranked_before=("bid-other",), change_reported=False),
        "award.change-unreported",
        "DeemFirstAwarded",
    ),
    "a refund is late and bears nothing": Wrong(
        lambda m: own(refund_clock=m.state.refund_clock and replace(m.state.refund_clock, latest=PAST))(m),
        "security.interest",
        "ConfirmRefund",
    ),
    "the lot is for one bidder alone": Wrong(
        lot(consortium_allowed=False), "bidding.no-consortium", "SubmitBid"
    ),
    "law does not add preferences up": Wrong(
        figure("preference.stacking", False), "evaluation.preferences-add-up", "JudgePreferences"
    ),
    "price alone ranks": Wrong(
        lambda m: of_case(m, lambda it: {"lots": tuple(map(by_price, it.lots))}),
        "evaluation.no-marks-here",
        "ScoreBid",
    ),
    "nobody called for the application withdrawn": Wrong(
        case(prequalification=None), "prequalification.not-issued", "WithdrawApplication"
    ),
    "nothing is said": Wrong(
        speechless,
        "acts.nothing-said",
        "DefineRequirement ReviewRequirement PublishIntention ApproveMethod ApproveImports IssueClarification"
        " ReviewQualification ReviewConformity JudgeLowPrice ScoreBid ConcludeEvaluation DeclareRecusal"
        " AwardLot PublishAward FailLot CancelLot ClarifyPrequalification CallOff",
    ),
    "a document has no digest": Wrong(
        undocumented,
        "acts.no-document",
        "ChooseMethod CorrectArithmetic AnswerLowPrice ChangeTerms RecordBidSecurity ReportChangedResult",
    ),
    "performance ended before it was signed": Wrong(
        lambda m: lot(signatures=())(deed(performed_until=PAST)(m)), "contracting.day-past", "SignContract"
    ),
    "performance ends on another day for the other party": Wrong(
        deed(performed_until=date(2099, 1, 1)), "contracting.days-differ", "SignContract"
    ),
    "a share is said to be raised": Wrong(
        deed(abnormal_rates_raised=True), "solicitation.raised-unannounced", "IssueSolicitation"
    ),
    "the plan has no number": Wrong(deed(number=" "), "plan.not-filed", "FilePlan"),
    "the plan leaves a lot out": Wrong(deed(lines=()), "plan.lots-differ", "FilePlan"),
    "the plan pays nothing": Wrong(unpaid, "plan.funds", "FilePlan"),
    "the plan is for another method": Wrong(
        deed(method="request_for_quotations"), "plan.method-differs", "FilePlan"
    ),
    "the plan was filed for another method": Wrong(
        planned(method="request_for_quotations"), "plan.method-differs", "IssueSolicitation"
    ),
    "imports of what is not bought are admitted": Wrong(
        deed(items=("9-9",)), "imports.items-differ", "ApproveImports"
    ),
    "nobody argued for the imports": Wrong(deed(opinions=()), "imports.not-argued", "ApproveImports"),
    "no imports were admitted": Wrong(imports_not_admitted, "imports.not-approved", "ReviewConformity"),
    # Figures nobody could confirm: they warn.
    "law asks for a larger pool": Wrong(
        figure("invitation.pool_factor", 99), "choice.pool-too-small", "InviteSuppliers"
    ),
    "law asks for more who compete": Wrong(
        figure("framework.competition_minimum", 99), "framework.too-few-compete", "OpenCompetition"
    ),
    "documents are not offered at all": Wrong(
        deed(documents_until=PAST), "prequalification.supply-too-short", "IssuePrequalification"
    ),
}

#: Where several conditions refuse one thing, each says its own reason.
BESIDE = {
    "nobody chose a method": Wrong(
        case(choice=None), "choice.none-made", "ApproveMethod PublishSoleSource AnswerObjection"
    ),
    "another method rules nothing of the kind": Wrong(
        lambda m: case(choice=None)(ruled_out(m)),
        "choice.object",
        "InviteApplications",
    ),
    "the bid does not conform": Wrong(
        bids(conforming=None), "evaluation.not-yet-conforming", "AskAboutLowPrice"
    ),
    "claims are open": Wrong(bids(preferences=None), "evaluation.claims-open", "ConcludeEvaluation"),
    "members differ on what is objective": Wrong(
        lambda m: of_case(m, lambda it: {"lots": tuple(map(disputed, it.lots))}),
        "evaluation.objective-marks-differ",
        "ConcludeEvaluation",
    ),
    "the life cycle ranks": Wrong(
        deed_lots(
            lambda terms: {
                "evaluation": replace(terms.evaluation, method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST)
            }
        ),
        "solicitation.life-cycle-ranks",
        "IssueSolicitation",
    ),
    "nobody holds a key": Wrong(facet("case", key_set=None), "opening.not-a-holder", "ReleaseApplication"),
    "the application is opened by another": Wrong(
        case(agency=OTHER, purchaser=OTHER),
        "planning.not-the-host",
        "OpenApplication ReviewApplicant TellApplicant",
    ),
}
