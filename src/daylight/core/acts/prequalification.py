"""Prequalification: who may bid is found before the solicitation, from sealed applications.

What concerns one applicant stands in its own bid docket, and the conclusion in a docket of its own, so that
until the opening nobody but the host learns who applied, or how many did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.common import Document
from daylight.core.acts.opening import OpenedPart, ReleasedShare
from daylight.core.acts.solicitation import FindingAnswered
from daylight.core.draw.draw import DrawRecord
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text


@dataclass(frozen=True)
class IssuePrequalification:
    """Applications are called for: what qualifies, until when, and how many of those who pass are invited.

    ``invited`` is zero where everybody who passes may bid.
    """

    documents: tuple[Document, ...]
    qualification: tuple[Text, ...]
    documents_until: date
    deadline: Instant
    consortium_allowed: bool
    invited: int = 0
    answered: tuple[FindingAnswered, ...] = ()


@dataclass(frozen=True)
class ClarifyPrequalification:
    """The prequalification documents are clarified or amended; law may move the deadline."""

    text: Text
    documents: tuple[Document, ...] = ()
    new_deadline: Instant | None = None
    answered: tuple[FindingAnswered, ...] = ()


@dataclass(frozen=True)
class SubmitApplication:
    """A sealed application is submitted; a later one replaces it whole."""

    case: str
    bidders: tuple[str, ...]
    manifest: Manifest


@dataclass(frozen=True)
class WithdrawApplication:
    """The application is withdrawn before the deadline."""

    case: str
    reason: str


@dataclass(frozen=True)
class ReleaseApplication:
    """A holder releases the share of one standing application after the deadline."""

    case: str
    share: ReleasedShare


@dataclass(frozen=True)
class OpenApplication:
    """An application is opened by the shares of its holders, or found not to be openable."""

    case: str
    parts: tuple[OpenedPart, ...] = ()
    evidence: str = ""


@dataclass(frozen=True)
class ReviewApplicant:
    """The host finds whether an applicant meets the qualifications that were stated."""

    case: str
    passed: bool
    reason: Text


@dataclass(frozen=True)
class PassedApplicant:
    """An applicant who passed, under the handle chance knew it by."""

    bid: str
    handle: str
    salt: bytes


@dataclass(frozen=True)
class ConcludePrequalification:
    """The host concludes: whether enough passed, and who is admitted to bid, all or those chance called."""

    case: str
    enough: bool
    admitted: tuple[str, ...]
    pool: tuple[PassedApplicant, ...] = ()
    draw: DrawRecord | None = None


@dataclass(frozen=True)
class TellApplicant:
    """An applicant is told whether it is admitted, and why not."""

    case: str
    admitted: bool
    reason: Text


def applicant_bytes(bid: str) -> bytes:
    """The identity record behind the handle of an applicant."""
    return f"daylight-applicant/v1\n{bid}\n".encode()


KINDS = (
    IssuePrequalification,
    ClarifyPrequalification,
    SubmitApplication,
    WithdrawApplication,
    ReleaseApplication,
    OpenApplication,
    ReviewApplicant,
    ConcludePrequalification,
    TellApplicant,
)
