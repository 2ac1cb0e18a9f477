"""Effects of calling for applications and of soliciting. The deadline an act sets stands in its clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.evaluation import CallForFinalOffers
from daylight.core.acts.prequalification import IssuePrequalification
from daylight.core.acts.solicitation import AnswerEnquiry, InviteSuppliers, IssueSolicitation, LotTerms
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.case.evaluation import LotEvaluation
from daylight.core.dockets.case.tendering import Opening, Prequalification, Tendering
from daylight.core.dockets.impossible import Impossible
from daylight.core.values.instant import Instant

DEADLINE = "bidding.deadline"
APPLYING = "prequalification.deadline"


def prequalification_issued(case: Case, act: Act) -> Tendering:
    """Applications may be made until the deadline the act's clock carries."""
    deed = act.deed(IssuePrequalification)
    deadline = next(clock.at for clock in act.clocks if clock.id == APPLYING and clock.at)
    return replace(case.tendering, prequalification=Prequalification(deed, act.received_at, deadline))


def prequalification_clarified(case: Case, act: Act) -> Tendering:
    """The documents are clarified; the deadline is the one the act's clock carries."""
    called = case.tendering.prequalification
    if called is None:
        raise Impossible("a prequalification")
    deadline = next((clock.at for clock in act.clocks if clock.id == APPLYING and clock.at), called.deadline)
    called = replace(called, deadline=deadline, clarified=called.clarified + 1)
    return replace(case.tendering, prequalification=called)


def solicitation_issued(case: Case, act: Act) -> tuple[Tendering, Mapping[str, LotTerms]]:
    """Every lot is tendered on its terms."""
    deed = act.deed(IssueSolicitation)
    deadline = _deadline(case, act)
    tendering = replace(case.tendering, solicitation=deed, issued_at=act.received_at, deadline=deadline)
    return tendering, {lot.lot: lot for lot in deed.lots}


def suppliers_invited(case: Case, act: Act) -> Tendering:
    """Only they may respond."""
    return replace(case.tendering, invitation=act.deed(InviteSuppliers))


def clarification_issued(case: Case, act: Act) -> Tendering:
    """The documents are clarified; the deadline is the one the act's clock carries."""
    clarified = case.tendering.clarified + 1
    return replace(case.tendering, clarified=clarified, deadline=_deadline(case, act))


def enquiry_answered(case: Case, act: Act) -> Tendering:
    """The answer is known to all."""
    answered = (*case.tendering.answered, act.deed(AnswerEnquiry).enquiry)
    return replace(case.tendering, answered=answered)


def final_offers_called(case: Case, act: Act) -> tuple[Tendering, Mapping[str, LotEvaluation]]:
    """A round of its own begins: sealed, to the same holders, until its own deadline, with nothing opened."""
    named = act.deed(CallForFinalOffers).lots
    deadline = next(clock.at for clock in act.clocks if clock.id == DEADLINE)
    tendering = replace(case.tendering, round=case.tendering.round + 1, deadline=deadline, opening=Opening())
    return tendering, {lot.id: replace(lot.evaluation, opened=False) for lot in case.lots if lot.id in named}


def _deadline(case: Case, act: Act) -> Instant | None:
    return next((clock.at for clock in act.clocks if clock.id == DEADLINE), case.tendering.deadline)
