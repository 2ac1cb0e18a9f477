"""The register of disclosure: which kind of act tells everybody what.

A kind stands either here or among the ``SILENT`` with its reason; ``tests/core/disclosure/test_register.py``
holds both against the kinds of act.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from daylight.core.acts.act import Act
from daylight.core.acts.agreements import PublishCallOffSummary
from daylight.core.acts.award import CancelLot, FailLot, PassOverWinner, PublishAward
from daylight.core.acts.contracting import PublishContract
from daylight.core.acts.evaluation import DissolveCommittee, ReopenEvaluation
from daylight.core.acts.framework import BuyOffList, ListSuppliers, OpenCallOff, OpenCompetition
from daylight.core.acts.open_framework import InviteApplications, PublishListing
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.planning import (
    AnswerObjection,
    AppointKeyHolders,
    EntrustAgency,
    PublishIntention,
    PublishSoleSource,
)
from daylight.core.acts.prequalification import ClarifyPrequalification, IssuePrequalification
from daylight.core.acts.replenishment import OpenReplenishment
from daylight.core.acts.solicitation import AnswerEnquiry, IssueClarification, IssueSolicitation
from daylight.core.case.state import Case
from daylight.core.disclosure import (
    award,
    contracting,
    fallen,
    framework,
    open_framework,
    opening,
    planning,
    prequalification,
    solicitation,
)
from daylight.core.disclosure.occasion import OCID_PREFIX, Names, Occasion, Told
from daylight.core.disclosure.ocds import Release
from daylight.core.disclosure.page import Page, page_of
from daylight.core.disclosure.writing import json_bytes, tree
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.plain import canonical_bytes

D = TypeVar("D")
Teller = Callable[[Occasion[object]], Told | None]


def tells(kind: type[D], tell: Callable[[Occasion[D]], Told | None]) -> Teller:
    """A disclosure of one kind, for any occasion; ``TypeError`` where another kind was done."""

    def told(one: Occasion[object]) -> Told | None:
        deed = one.act.deed(kind)
        return tell(Occasion(deed, one.before, one.act, one.after, one.names, one.book, one.prefix))

    return told


REGISTER: dict[str, Teller] = {
    "PublishIntention": tells(PublishIntention, planning.intention_published),
    "PublishSoleSource": tells(PublishSoleSource, planning.sole_source_published),
    "AnswerObjection": tells(AnswerObjection, planning.objection_answered),
    "EntrustAgency": tells(EntrustAgency, planning.agency_entrusted),
    "AppointKeyHolders": tells(AppointKeyHolders, planning.key_holders_appointed),
    "IssuePrequalification": tells(IssuePrequalification, prequalification.prequalification_issued),
    "ClarifyPrequalification": tells(ClarifyPrequalification, prequalification.prequalification_clarified),
    "IssueSolicitation": tells(IssueSolicitation, solicitation.solicitation_issued),
    "IssueClarification": tells(IssueClarification, solicitation.clarification_issued),
    "AnswerEnquiry": tells(AnswerEnquiry, solicitation.enquiry_answered),
    "OpenBids": tells(OpenBids, opening.bids_opened),
    "PublishAward": tells(PublishAward, award.award_published),
    "ListSuppliers": tells(ListSuppliers, framework.suppliers_listed),
    "OpenCallOff": tells(OpenCallOff, framework.call_off_opened),
    "OpenCompetition": tells(OpenCompetition, framework.competition_opened),
    "InviteApplications": tells(InviteApplications, open_framework.applications_invited),
    "PublishListing": tells(PublishListing, open_framework.listing_published),
    "BuyOffList": tells(BuyOffList, framework.bought_off_list),
    "PublishCallOffSummary": tells(PublishCallOffSummary, framework.summary_published),
    "OpenReplenishment": tells(OpenReplenishment, framework.replenishment_opened),
    "PassOverWinner": tells(PassOverWinner, fallen.winner_passed_over),
    "ReopenEvaluation": tells(ReopenEvaluation, fallen.evaluation_reopened),
    "DissolveCommittee": tells(DissolveCommittee, fallen.committee_dissolved),
    "FailLot": tells(FailLot, award.lot_failed),
    "CancelLot": tells(CancelLot, award.lot_cancelled),
    "PublishContract": tells(PublishContract, contracting.contract_published),
}


@dataclass(frozen=True)
class Disclosed:
    """One immutable release and the notice beside it."""

    case: str
    release: Release
    page: Page

    def release_bytes(self) -> bytes:
        """The release as OCDS JSON."""
        return json_bytes(tree(self.release))

    def page_bytes(self) -> bytes:
        """The notice as canonical JSON."""
        return canonical_bytes(self.page)


def disclose(
    before: object, act: Act, after: object, *, names: Names, book: Rulebook, prefix: str = OCID_PREFIX
) -> tuple[Disclosed, ...]:
    """What an act makes public: nothing, or one release with its notice."""
    tell = REGISTER.get(act.intent.kind)
    if tell is None or not isinstance(after, Case):
        return ()
    last = before if isinstance(before, Case) else after
    occasion = Occasion(act.intent.deed, last, act, after, names, book, prefix)
    told = tell(occasion)
    if told is None:
        return ()
    return (Disclosed(after.id, told.release, page_of(occasion, told)),)
