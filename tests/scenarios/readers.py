"""Who reads which act and which file, and from when: told a second time, beside the rows of disclosure.

Readers are those of ``scenarios/reading.py``: a purchaser or an agency runs a case, and inside are also
members and key holders. Each table names kinds, or fields of kinds, under who reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scenarios.reading import Pair

HOST = "purchaser agency"
INSIDERS = f"{HOST} member holder"
FILES = {
    "everybody": """
        IssuePrequalification.documents ClarifyPrequalification.documents IssueSolicitation.documents
        IssueSolicitation.contract_terms IssueClarification.documents InviteApplications.documents
        InviteApplications.agreement PublishContract.public_text""",
    HOST: "BuyOffList.offer RefundUnopened.evidence RecordBidSecurity.evidence",
    f"{HOST} own": "ApplyForListing.evidence EndListing.evidence",
    f"{HOST} concerned": """
        SignFramework.text RefundBidSecurity.evidence ReturnPerformanceSecurity.evidence""",
    f"{HOST} supervisor": """
        FileAgreements.filed ObjectToReport.evidence ReportChangedResult.report ReplaceMember.evidence
        DissolveCommittee.evidence DissolveCommittee.report""",
    f"{HOST} supervisor concerned": "SignContract.text FileContract.copy PassOverWinner.evidence",
    INSIDERS: "DeliverReport.report AnswerLowPrice.evidence",
    f"{INSIDERS} supervisor": "ChooseMethod.evidence",
    f"{INSIDERS} concerned": "CorrectArithmetic.confirmation",
    f"{INSIDERS} bidder": "ChangeTerms.documents",
}
BINDS = "whoever binds a file reads it anyhow, and no other reader of this name is there"
COPY = "the copy that is filed is the text the winner signed, so he bound it himself"
"""Why no purchase shows a reader of a file."""

OF_UNOPENED = {HOST: "ConfirmRefund.evidence"}
"""Files in the docket of a bid that is not opened; of all others in it nobody but the bidder reads any."""

UNREAD = {
    BINDS: {
        "purchaser": """
            BuyOffList.offer ReturnPerformanceSecurity.evidence ObjectToReport.evidence SignContract.text
            FileContract.copy PassOverWinner.evidence ChooseMethod.evidence""",
        "agency": """
            BuyOffList.offer RefundUnopened.evidence EndListing.evidence SignFramework.text
            RefundBidSecurity.evidence FileAgreements.filed ReportChangedResult.report ReplaceMember.evidence
            DissolveCommittee.evidence DissolveCommittee.report DeliverReport.report""",
        "own": "ApplyForListing.evidence",
    },
    COPY: {"concerned": "FileContract.copy"},
}

OF_BIDS = """
    ObtainDocuments SubmitApplication WithdrawApplication ReleaseApplication OpenApplication ReviewApplicant
    TellApplicant SubmitBid WithdrawBid RecordBidSecurity ConfirmRefund"""
"""Kinds whose docket only its bidder reads; an opening brings them out in the bundle."""

DECISIONS = "PublishAward FailLot CancelLot ListSuppliers"
BEFORE = {
    "PublishIntention": "DefineRequirement ReviewRequirement",
    "OpenBids PublishAward": "ReleaseShares",
    DECISIONS: """
        CallOpening OpenBids PrepareDraw FormCommittee DeclareRecusal ReviewQualification ReviewConformity
        JudgePreferences CorrectArithmetic AskAboutLowPrice AnswerLowPrice JudgeLowPrice RecordNegotiation
        ChangeTerms ConfirmTerms CallForFinalOffers ScoreBid ConcludeEvaluation ReportChangedResult
        ReplaceMember DeliverReport ObjectToReport DeemFirstAwarded AwardLot NotifyBidders""",
}
"""Kinds that only insiders read until an act of one of those named brings them out."""

INSIDE = {"purchaser": BEFORE["PublishIntention"]} | {
    INSIDERS: f"{BEFORE['OpenBids PublishAward']} {BEFORE[DECISIONS]} ConcludePrequalification"
}
"""Who reads a kind before everybody does; before the intention only its purchaser is there."""

AT_ONCE_TOO = "CallOpening OpenBids PrepareDraw AwardLot NotifyBidders"
"""Of these, kinds that everybody reads at once: a first opening, a draw of guests, the end of a call-off."""


def pairs(table: Mapping[str, str]) -> Iterator[Pair]:
    """What and who, for each of a table of readers."""
    for readers, named in table.items():
        yield from ((what, reader) for what in named.split() for reader in readers.split())
