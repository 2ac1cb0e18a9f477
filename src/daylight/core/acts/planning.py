"""Planning: what is needed, who reviewed it, who was told, who runs it, who holds the keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from daylight.core.acts.common import Document
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

ObjectKind = Literal["goods", "works", "services"]


@dataclass(frozen=True)
class Item:
    """One line of the need; ``industry`` is that by which the size of its makers is told."""

    id: str
    lot: str
    description: Text
    quantity: int
    unit: Text
    classification: str = ""
    industry: str = ""


@dataclass(frozen=True)
class LotPlan:
    """A part of the purchase that is awarded on its own."""

    id: str
    title: Text
    budget: Money


@dataclass(frozen=True)
class DefineRequirement:
    """The purchaser defines the need and opens the case.

    ``surveyed_on`` is the day of an earlier survey this need rests on, where none was made for it.
    """

    title: Text
    object: ObjectKind
    standard: bool
    territory: str
    lots: tuple[LotPlan, ...]
    items: tuple[Item, ...]
    suppliers_surveyed: int
    source: str = ""
    surveyed_on: date | None = None


@dataclass(frozen=True)
class ReviewRequirement:
    """Somebody other than the author reviews the requirement."""

    approved: bool
    general: Text
    key: Text


@dataclass(frozen=True)
class PublishIntention:
    """The market is told ahead of time."""

    expected_month: str
    reserved_for_smes: bool
    summary: Text


@dataclass(frozen=True)
class ChooseMethod:
    """The purchaser chooses the procurement method and shows the facts that open it.

    ``category`` and ``budget_item`` tell what purchases of one ``fiscal_year`` are added up; what they come
    to, by other than the usual method, is ``bought_before`` in minor units. ``earlier`` and ``earlier_lot``
    name the lot that failed where a fact rests on it; ``supplier`` is the only one there is. ``closed`` says
    whether the method opens offers without reading them out.
    """

    method: str
    facts: tuple[str, ...]
    reason: Text
    category: str
    budget_item: str
    fiscal_year: int
    closed: bool
    in_catalogue: bool = False
    evidence: tuple[Document, ...] = ()
    earlier: str = ""
    earlier_lot: str = ""
    bought_before: int = 0
    original_contract: Money | None = None
    supplier: str = ""


@dataclass(frozen=True)
class ApproveMethod:
    """The finance department approves the choice of method, or does not."""

    approved: bool
    reason: Text


@dataclass(frozen=True)
class ExpertOpinion:
    """What a professional says of there being only one supplier, with name, body and title."""

    name: str
    body: str
    title: str
    opinion: Text


@dataclass(frozen=True)
class PublishSoleSource:
    """The choice of the only supplier is made public with the opinions it rests on, so that others object."""

    reason: Text
    opinions: tuple[ExpertOpinion, ...]


@dataclass(frozen=True)
class ObjectToSoleSource:
    """A supplier objects to there being only one."""

    reason: Text


@dataclass(frozen=True)
class AnswerObjection:
    """The purchaser has the objection argued; where it is well founded, another method is chosen."""

    objection: str
    founded: bool
    argument: Text
    opinions: tuple[ExpertOpinion, ...]


@dataclass(frozen=True)
class Funds:
    """Money of one fiscal year and its source."""

    year: int
    source: str
    amount: Money


@dataclass(frozen=True)
class PlanLine:
    """What the plan says of a lot: its catalogue item, the budget item that pays it, the funds by year."""

    lot: str
    category: str
    budget_item: str
    funds: tuple[Funds, ...]


@dataclass(frozen=True)
class FilePlan:
    """The plan of implementation is filed with the finance department; a later one takes its place.

    ``number`` is the department's; ``reserved_share`` is kept for small and medium enterprises.
    """

    number: str
    filed_on: date
    method: str
    lines: tuple[PlanLine, ...]
    reserved_share: Fraction = Fraction()


@dataclass(frozen=True)
class ApproveImports:
    """The finance department admits imported goods for named items, or does not, under its ``number``."""

    approved: bool
    number: str
    items: tuple[str, ...]
    reason: Text
    opinions: tuple[ExpertOpinion, ...]


@dataclass(frozen=True)
class EntrustAgency:
    """The purchaser entrusts an agency with running the procedure; the responsibility stays with him.

    ``functions`` are what it may do in his place and ``valid_from`` to ``valid_until`` when; all else he
    hosts himself. ``scope`` says the same in the words of the agreement.
    """

    agency: str
    scope: tuple[str, ...]
    fee: Money
    functions: tuple[str, ...] = ()
    valid_from: Instant | None = None
    valid_until: Instant | None = None


@dataclass(frozen=True)
class KeyHolder:
    """One holder: the age recipient of this case, and proof that the holder has its key.

    ``proof`` is the person's Ed25519 signature over ``holder_proof_bytes``.
    """

    person: str
    organisation: str
    recipient: str
    proof: bytes


@dataclass(frozen=True)
class AppointKeyHolders:
    """The key set of the case: any ``threshold`` of the holders together can open."""

    threshold: int
    holders: tuple[KeyHolder, ...]


def holder_proof_bytes(case: str, recipient: str) -> bytes:
    """What a holder signs with his device key to take a key for a case."""
    return f"daylight-holder/v1\n{case}\n{recipient}\n".encode()


KINDS = (
    DefineRequirement,
    ReviewRequirement,
    PublishIntention,
    ChooseMethod,
    ApproveMethod,
    PublishSoleSource,
    ObjectToSoleSource,
    AnswerObjection,
    FilePlan,
    ApproveImports,
    EntrustAgency,
    AppointKeyHolders,
)
