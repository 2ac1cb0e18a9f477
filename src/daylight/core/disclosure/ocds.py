"""The parts of an OCDS 1.1.5 release we publish, as frozen values.

Field names are those of the standard in snake case; ``daylight`` holds what the standard has no place for
(``extension/release-schema.json``). Extensions used: lots, bids, awardCriteria, enquiries, bidOpening,
partyScale, communication, otherRequirements, submissionTerms. ``profile.json`` is the strict schema of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.disclosure.ours import Daylight, Decided, Evaluated, Fingerprint, LotTerms
from daylight.core.disclosure.writing import Number
from daylight.core.values.instant import Instant

Status = Literal["", "planning", "planned", "active", "cancelled", "unsuccessful", "complete"]
MethodCode = Literal["", "open", "selective", "limited", "direct"]
Tag = Literal[
    "planning", "planningUpdate", "tender", "tenderUpdate", "tenderAmendment", "tenderCancellation", "award",
    "awardCancellation", "contract",
]  # fmt: skip


@dataclass(frozen=True)
class Value:
    """An amount in major units."""

    amount: Number
    currency: str


@dataclass(frozen=True)
class Period:
    """From when to when."""

    start_date: Instant | None = None
    end_date: Instant | None = None


@dataclass(frozen=True)
class Identifier:
    """An organisation in a public register."""

    scheme: str
    id: str
    legal_name: str


@dataclass(frozen=True)
class Address:
    """Where an organisation is."""

    street_address: str


@dataclass(frozen=True)
class PartyDetails:
    """The size of an organisation (extension partyScale)."""

    scale: str = ""


@dataclass(frozen=True)
class Party:
    """An organisation with all the roles it publicly has by now."""

    id: str
    name: str
    name_en: str
    identifier: Identifier
    address: Address
    roles: tuple[str, ...]
    details: PartyDetails = PartyDetails()


@dataclass(frozen=True)
class Reference:
    """A party by its id."""

    id: str
    name: str


@dataclass(frozen=True)
class Document:
    """A published document."""

    id: str
    document_type: str
    title: str
    date_published: Instant
    related_lots: tuple[str, ...] = ()
    daylight: Fingerprint | None = None


@dataclass(frozen=True)
class Unit:
    """The unit of a quantity."""

    name: str
    name_en: str = ""


@dataclass(frozen=True)
class Classification:
    """A code of the catalogue an item belongs to."""

    scheme: str
    id: str


@dataclass(frozen=True)
class Item:
    """Something bought."""

    id: str
    description: str
    description_en: str
    quantity: int
    unit: Unit
    related_lot: str
    classification: Classification | None = None


@dataclass(frozen=True)
class CriterionNumber:
    """The points a criterion can give."""

    number: Number
    weight: str = "pointsExact"


@dataclass(frozen=True)
class AwardCriterion:
    """One criterion."""

    type: str
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

    electronic_submission_policy: str = ""
    bid_validity_period: Duration | None = None
    deposits_guarantees: str = ""


@dataclass(frozen=True)
class Lot:
    """A lot; after the first time only what changed."""

    id: str
    title: str = ""
    status: Status = ""
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
    releaseID: str = ""


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

    reserved_participation: tuple[str, ...]


@dataclass(frozen=True)
class Budget:
    """What there is to spend."""

    amount: Value


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
    status: Status = ""
    procuring_entity: Reference | None = None
    items: tuple[Item, ...] = ()
    value: Value | None = None
    procurement_method: MethodCode = ""
    procurement_method_details: str = ""
    procurement_method_rationale: str = ""
    main_procurement_category: str = ""
    award_criteria: str = ""
    submission_method: tuple[str, ...] = ()
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
    status: str
    related_lots: tuple[str, ...]
    tenderers: tuple[Reference, ...] = ()
    value: Value | None = None
    daylight: Evaluated | None = None


@dataclass(frozen=True)
class BidsStatistic:
    """A number about the bids of a lot."""

    id: str
    measure: str
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
    title: str
    title_en: str
    status: str
    date: Instant
    value: Value
    suppliers: tuple[Reference, ...]
    items: tuple[Item, ...]
    related_lots: tuple[str, ...]
    related_bid: str = ""
    daylight: Decided | None = None


@dataclass(frozen=True)
class Contract:
    """The contract on an award."""

    id: str
    awardID: str
    title: str
    title_en: str
    status: str
    value: Value
    date_signed: Instant
    items: tuple[Item, ...]
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class RelatedProcess:
    """Another procedure this one belongs to."""

    id: str
    relationship: tuple[str, ...]
    scheme: str
    identifier: str


@dataclass(frozen=True)
class Release:
    """One immutable release."""

    ocid: str
    id: str
    date: Instant
    tag: tuple[Tag, ...]
    daylight: Daylight
    initiation_type: str = "tender"
    language: str = "zh"
    parties: tuple[Party, ...] = ()
    buyer: Reference | None = None
    planning: Planning | None = None
    tender: Tender | None = None
    bids: Bids | None = None
    awards: tuple[Award, ...] = ()
    contracts: tuple[Contract, ...] = ()
    related_processes: tuple[RelatedProcess, ...] = ()
