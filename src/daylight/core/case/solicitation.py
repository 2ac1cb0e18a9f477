"""Effects of solicitation acts. The deadline an act sets stands in its clock ``bidding.deadline``."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    InviteSuppliers,
    IssueSolicitation,
    ObtainDocuments,
    RaiseEnquiry,
)
from daylight.core.case.state import BidFile, Case, Enquiry
from daylight.core.values.instant import Instant

DEADLINE = "bidding.deadline"


def solicitation_issued(case: Case, act: Act) -> Case:
    """Every lot is tendered on its terms."""
    deed = act.deed(IssueSolicitation)
    terms = {lot.lot: lot for lot in deed.lots}
    return replace(
        case,
        solicitation=deed,
        issued_at=act.received_at,
        deadline=_deadline(case, act),
        lots=tuple(
            replace(lot, stage="tendered", terms=terms[lot.id]) if lot.id in terms else lot
            for lot in case.lots
        ),
    )


def suppliers_invited(case: Case, act: Act) -> Case:
    """Only they may respond."""
    return replace(case, invitation=act.deed(InviteSuppliers))


def clarification_issued(case: Case, act: Act) -> Case:
    """The documents are clarified; the deadline is the one the act's clock carries."""
    return replace(case, clarified=case.clarified + 1, deadline=_deadline(case, act))


def enquiry_answered(case: Case, act: Act) -> Case:
    """The answer is known to all."""
    return replace(case, answered=(*case.answered, act.deed(AnswerEnquiry).enquiry))


def documents_obtained(file: BidFile | None, act: Act) -> BidFile:
    """The bidder has the documents; the first time counts."""
    deed = act.deed(ObtainDocuments)
    if file and file.obtained_at is None:
        return replace(file, obtained_at=act.received_at)  # who applied before has a docket already
    return file or BidFile(act.docket, deed.case, deed.bidders, obtained_at=act.received_at)


def enquiry_raised(_: None, act: Act) -> Enquiry:
    """A question stands in its own docket."""
    deed = act.deed(RaiseEnquiry)
    return Enquiry(act.docket, deed.case, act.received_at, deed.question, act.intent.organisation)


def _deadline(case: Case, act: Act) -> Instant | None:
    return next((clock.at for clock in act.clocks if clock.id == DEADLINE), case.deadline)
