"""The parts of an OCDS 1.1.5 release we publish, as frozen values.

Field names are those of the standard in snake case; ``daylight`` holds what the standard has no place for
(``ours.py``). Extensions used: lots, bids, awardCriteria, enquiries, bidOpening,
partyScale, communication, otherRequirements, submissionTerms. ``extension/profile.json`` is
the strict schema made of these: what has no default is required, unless it may be empty (``Free``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from daylight.core.disclosure.ours import Daylight, Decided, Evaluated, Fingerprint, LotTerms
from daylight.core.disclosure.schema import MAYBE, Free, Ocid, Rule
from daylight.core.disclosure.writing import Decimal
from daylight.core.values.instant import Instant

Status = Literal["planning", "planned", "active", "cancelled", "unsuccessful", "complete"]
MethodCode = Literal["", "open", "selective", "limited", "direct"]
Tag = Literal[
    "planning", "planningUpdate", "tender", "tenderUpdate", "tenderAmendment", "tenderCancellation", "award",
    "awardCancellation", "contract",
]  # fmt: skip

CriteriaCode = Literal["", "priceOnly", "ratedCriteria", "costOnly"]
CriterionType = Literal["price", "quality", "cost"]
Role = Literal["buyer", "procuringEntity", "tenderer", "supplier"]
DocumentType = Literal[
    "biddingDocuments", "eligibilityCriteria", "contractDraft", "clarifications", "contractSigned"
]


@dataclass(frozen=True)
class Value:
    """An amount in major units."""

    amount: Decimal
    currency: Annotated[str, Rule("^[A-Z]{3}$")]


@dataclass(frozen=True)
class Period:
    """From when to when."""

    start_date: Instant
    end_date: Instant


@dataclass(frozen=True)
class Identifier:
    """An organisation in a public register."""

    scheme: Free
    id: Free
    legal_name: Free


@dataclass(frozen=True)
class Address:
    """Where an organisation is."""

    street_address: str


@dataclass(frozen=True)
class PartyDetails:
    """The size of an organisation (extension partyScale)."""

    scale: Literal["", "micro", "small", "medium", "large"] = ""


@dataclass(frozen=True)
class Party:
    """An organisation with all the roles it publicly has by now."""

    id: str
    name: Free
    name_en: Free
    identifier: Annotated[Identifier, MAYBE]
    address: Annotated[Address, MAYBE]
    roles: tuple[Role, ...]
    details: PartyDetails = PartyDetails()


@dataclass(frozen=True)
class Reference:
    """A party by its id."""

    id: str
    name: Free


@dataclass(frozen=True)
class Document:
    """A published document."""

    id: str
    document_type: DocumentType
    title: Free
    date_published: Instant
    daylight: Fingerprint


@dataclass(frozen=True)
class Unit:
    """The unit of a quantity."""

    name: Free
    name_en: str = ""


@dataclass(frozen=True)
class Classification:
    """A code of the catalogue an item belongs to."""

    scheme: Free
    id: str


@dataclass(frozen=True)
class Item:
    """Something bought."""

    id: str
    description: Free
    description_en: Free
    quantity: int
    unit: Unit
    related_lot: str
    classification: Classification | None = None


@dataclass(frozen=True)
class CriterionNumber:
    """The points a criterion can give."""

    number: Annotated[Decimal, Rule(minimum=0)]
    weight: Literal["pointsExact"] = "pointsExact"


@dataclass(frozen=True)
class AwardCriterion:
    """One criterion."""

    type: CriterionType
    name: str
    description: str = ""
    numbers: tuple[CriterionNumber, ...] = ()


@dataclass(frozen=True)
class AwardCriteria:
    """The criteria of a lot."""

    criteria: tuple[AwardCriterion, ...]


@dataclass(frozen=True)
class Duration:
    """A number of days."""

    duration_in_days: int


@dataclass(frozen=True)
class SubmissionTerms:
    """How bids are handed in, how long they bind, and what secures them."""

    electronic_submission_policy: Literal["", "required"] = ""
    bid_validity_period: Duration | None = None
    deposits_guarantees: str = ""


@dataclass(frozen=True)
class Lot:
    """A lot; after the first time only what changed."""

    id: str
    title: str = ""
    status: Status = field(kw_only=True)
    value: Value | None = None
    award_criteria: AwardCriteria | None = None
    submission_terms: SubmissionTerms | None = None
    daylight: LotTerms | None = None


@dataclass(frozen=True)
class Amendment:
    """A change of the documents."""

    id: str
    date: Instant
    description: str
    rationale: str = ""
    rationale_en: str = ""
    releaseID: str = field(kw_only=True)


@dataclass(frozen=True)
class Enquiry:
    """A question with its answer; who asked is nobody's business."""

    id: str
    description: str
    answer: str
    date_answered: Instant


@dataclass(frozen=True)
class BidOpening:
    """When the bids were or will be opened."""

    date: Instant


@dataclass(frozen=True)
class Communication:
    """When the solicitation is expected."""

    future_notice_date: Instant


@dataclass(frozen=True)
class OtherRequirements:
    """For whom the purchase is reserved."""

    reserved_participation: tuple[Literal["sme"], ...]


@dataclass(frozen=True)
class Budget:
    """What there is to spend, the budget item that pays, and the plan it is filed under."""

    amount: Value
    id: str = ""
    description: str = ""


@dataclass(frozen=True)
class Planning:
    """The plan."""

    budget: Budget
    rationale: str = ""
    rationale_en: str = ""


@dataclass(frozen=True)
class Tender:
    """The procedure; after the first time only what changed."""

    id: str
    title: str = ""
    title_en: str = ""
    description: str = ""
    description_en: str = ""
    status: Status | Literal[""] = ""
    procuring_entity: Reference | None = None
    items: tuple[Item, ...] = ()
    value: Value | None = None
    procurement_method: MethodCode = ""
    procurement_method_details: str = ""
    procurement_method_rationale: str = ""
    main_procurement_category: Literal["", "goods", "works", "services"] = ""
    award_criteria: CriteriaCode = ""
    submission_method: tuple[Literal["electronicSubmission"], ...] = ()
    tender_period: Period | None = None
    enquiry_period: Period | None = None
    has_enquiries: bool | None = None
    eligibility_criteria: str = ""
    eligibility_criteria_en: str = ""
    number_of_tenderers: int | None = None
    tenderers: tuple[Reference, ...] = ()
    documents: tuple[Document, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    communication: Communication | None = None
    lots: tuple[Lot, ...] = ()
    other_requirements: OtherRequirements | None = None
    enquiries: tuple[Enquiry, ...] = ()
    bid_opening: BidOpening | None = None
    submission_terms: SubmissionTerms | None = None


@dataclass(frozen=True)
class Bid:
    """An opened bid for one lot."""

    id: str
    status: Literal["pending", "valid", "disqualified"]
    related_lots: tuple[str, ...]
    tenderers: tuple[Reference, ...] = ()
    value: Value | None = None
    daylight: Evaluated | None = None


@dataclass(frozen=True)
class BidsStatistic:
    """A number about the bids of a lot."""

    id: str
    measure: Literal["bids", "validBids"]
    value: int
    related_lot: str


@dataclass(frozen=True)
class Bids:
    """All that is public of the bids."""

    statistics: tuple[BidsStatistic, ...] = ()
    details: tuple[Bid, ...] = ()


@dataclass(frozen=True)
class Award:
    """The result for a lot."""

    id: str
    title: Free
    title_en: Free
    status: Literal["active", "cancelled"]
    date: Instant
    value: Value
    suppliers: tuple[Reference, ...]
    items: Annotated[tuple[Item, ...], MAYBE]
    related_lots: tuple[str, ...]
    related_bid: str = ""
    daylight: Decided | None = None


@dataclass(frozen=True)
class Contract:
    """The contract on an award."""

    id: str
    awardID: str
    title: Free
    title_en: Free
    status: Literal["active"]
    value: Value
    date_signed: Instant
    items: Annotated[tuple[Item, ...], MAYBE]
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class RelatedProcess:
    """Another procedure this one belongs to."""

    id: str
    relationship: tuple[Literal["framework"], ...]
    scheme: Literal["ocid"]
    identifier: Ocid


@dataclass(frozen=True)
class Release:
    """One immutable release."""

    ocid: Ocid
    id: str
    date: Instant
    tag: tuple[Tag, ...]
    daylight: Daylight
    initiation_type: Literal["tender"] = "tender"
    language: Literal["zh"] = "zh"
    parties: tuple[Party, ...] = field(kw_only=True)
    buyer: Reference = field(kw_only=True)
    planning: Planning | None = None
    tender: Tender | None = None
    bids: Bids | None = None
    awards: tuple[Award, ...] = ()
    contracts: tuple[Contract, ...] = ()
    related_processes: tuple[RelatedProcess, ...] = ()
