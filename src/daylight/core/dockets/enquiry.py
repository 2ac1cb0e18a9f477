"""A question, in a docket of its own."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.solicitation import RaiseEnquiry
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Enquiry:
    """A question, in a docket of its own."""

    id: str
    case: str
    asked_at: Instant
    question: str
    organisation: str


def enquiry_raised(act: Act) -> Enquiry:
    """A question stands in its own docket."""
    deed = act.deed(RaiseEnquiry)
    return Enquiry(act.docket, deed.case, act.received_at, deed.question, act.intent.organisation)
