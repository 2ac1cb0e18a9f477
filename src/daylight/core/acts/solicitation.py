"""Solicitation: the documents, those who obtain them, what is asked and clarified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from daylight.core.acts.common import Document
from daylight.core.acts.evaluation_terms import EvaluationTerms
from daylight.core.acts.framework import FrameworkTerms
from daylight.core.draw.draw import DrawRecord
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

Recommender = Literal["", "purchaser", "experts"]


@dataclass(frozen=True)
class SetAside:
    """A lot reserved for enterprises of a scale: whole, or a share by consortium or subcontract."""

    scope: Literal["whole", "consortium", "subcontract"] = "whole"
    scale: Literal["small_medium", "small_micro"] = "small_medium"
    share: Fraction = Fraction(1)


@dataclass(frozen=True)
class LotTerms:
    """What a lot is tendered on. ``floor`` is allowed only where the market's law knows one.

    ``unreserved_because`` says why a lot that law would reserve for small and medium enterprises is not.
    ``core_item`` names the only or core product: bids of one brand for it count as one.
    """

    lot: str
    ceiling: Money
    evaluation: EvaluationTerms
    bid_security: Money | None
    consortium_allowed: bool
    candidates: int
    floor: Money | None = None
    set_aside: SetAside | None = None
    unreserved_because: Text | None = None
    core_item: str = ""


@dataclass(frozen=True)
class FindingAnswered:
    """Why words that were found in a solicitation are lawful where they stand: what was found, where."""

    code: str
    place: str
    reason: Text


@dataclass(frozen=True)
class IssueSolicitation:
    """The solicitation documents are issued and the notice is published.

    ``framework`` stands where the method ends in a list of suppliers, ``prequalified`` where only those who
    passed a prequalification may bid.
    """

    documents: tuple[Document, ...]
    lots: tuple[LotTerms, ...]
    qualification: tuple[Text, ...]
    documents_until: date
    bid_deadline: Instant
    bid_validity_days: int
    explanation_minutes: int
    contract_terms: Document
    abnormal_rates_raised: bool = False
    answered: tuple[FindingAnswered, ...] = ()
    framework: FrameworkTerms | None = None
    prequalified: bool = False


@dataclass(frozen=True)
class Invitee:
    """Somebody invited, by a handle and a salted digest: the others don't learn who else is.

    ``by`` says whose recommendation it is, empty where chance called the handle.
    """

    handle: str
    identity: bytes
    by: Recommender = ""


@dataclass(frozen=True)
class InviteSuppliers:
    """Those who may respond are drawn at random, or recommended in writing."""

    source: Literal["library", "recommendation"]
    invited: tuple[Invitee, ...]
    reason: Text
    draw: DrawRecord | None = None


@dataclass(frozen=True)
class Invitation:
    """What an invited supplier shows: the salt that opens its handle."""

    handle: str
    salt: bytes


def invitee_bytes(organisation: str) -> bytes:
    """The identity record behind an invited handle."""
    return f"daylight-invitee/v1\n{organisation}\n".encode()


@dataclass(frozen=True)
class ObtainDocuments:
    """A bidder obtains the documents; only his own docket knows."""

    case: str
    bidders: tuple[str, ...]
    invitation: Invitation | None = None


@dataclass(frozen=True)
class RaiseEnquiry:
    """A supplier asks; the asker stays unnamed to others."""

    case: str
    question: str


@dataclass(frozen=True)
class AnswerEnquiry:
    """The question is answered in writing, to everybody."""

    enquiry: str
    question: str
    answer: str


@dataclass(frozen=True)
class IssueClarification:
    """Documents are clarified or amended; law may move the deadline.

    ``new_deadline`` may set a later deadline; where the matter may affect the preparation of bids and the
    time left is too short, the deadline moves by law to the first lawful instant.
    """

    text: Text
    may_affect_preparation: bool
    documents: tuple[Document, ...] = ()
    new_deadline: Instant | None = None
    answered: tuple[FindingAnswered, ...] = ()


KINDS = (
    InviteSuppliers,
    IssueSolicitation,
    ObtainDocuments,
    RaiseEnquiry,
    AnswerEnquiry,
    IssueClarification,
)
