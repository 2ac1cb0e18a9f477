"""The register of disclosure: which kind of act tells everybody what.

A kind stands either here or among the ``SILENT`` with its reason; ``tests/core/disclosure/test_register.py``
holds both against the kinds of act.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from daylight.core.acts.act import Act
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

REGISTER: dict[str, Callable[[Occasion], Told | None]] = {
    "PublishIntention": planning.intention_published,
    "PublishSoleSource": planning.sole_source_published,
    "AnswerObjection": planning.objection_answered,
    "EntrustAgency": planning.agency_entrusted,
    "AppointKeyHolders": planning.key_holders_appointed,
    "IssuePrequalification": prequalification.prequalification_issued,
    "ClarifyPrequalification": prequalification.prequalification_clarified,
    "IssueSolicitation": solicitation.solicitation_issued,
    "IssueClarification": solicitation.clarification_issued,
    "AnswerEnquiry": solicitation.enquiry_answered,
    "OpenBids": opening.bids_opened,
    "PublishAward": award.award_published,
    "ListSuppliers": framework.suppliers_listed,
    "OpenCallOff": framework.call_off_opened,
    "OpenCompetition": framework.competition_opened,
    "InviteApplications": open_framework.applications_invited,
    "PublishListing": open_framework.listing_published,
    "BuyOffList": framework.bought_off_list,
    "PublishCallOffSummary": framework.summary_published,
    "OpenReplenishment": framework.replenishment_opened,
    "PassOverWinner": fallen.winner_passed_over,
    "ReopenEvaluation": fallen.evaluation_reopened,
    "DissolveCommittee": fallen.committee_dissolved,
    "FailLot": award.lot_failed,
    "CancelLot": award.lot_cancelled,
    "PublishContract": contracting.contract_published,
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
    before: Any, act: Act, after: Any, *, names: Names, book: Rulebook, prefix: str = OCID_PREFIX
) -> tuple[Disclosed, ...]:
    """What an act makes public: nothing, or one release with its notice."""
    tell = REGISTER.get(act.intent.kind)
    if tell is None or not isinstance(after, Case):
        return ()
    occasion = Occasion(before if isinstance(before, Case) else after, act, after, names, book, prefix)
    told = tell(occasion)
    if told is None:
        return ()
    return (Disclosed(after.id, told.release, page_of(occasion, told)),)
