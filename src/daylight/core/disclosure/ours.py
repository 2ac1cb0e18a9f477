"""What a release says that OCDS has no place for: our extension ``daylight``, as frozen values.

The acts behind releases with their articles, the key holders, how each bid fared, who evaluated, and the
fingerprints of documents. Declared in ``extension/release-schema.json``; the portal serves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.disclosure.writing import Number
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Fingerprint:
    """The document's bytes, by digest and size (extension daylight)."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Preference:
    """A deduction for evaluation only, as an exact share of the price as bid."""

    id: str
    rate: str
    reason: str
    reason_en: str
    policy: str = ""


@dataclass(frozen=True)
class Reserved:
    """For whom a lot is reserved, and how much of it."""

    scope: str
    scale: str
    share: str


@dataclass(frozen=True)
class LowPrice:
    """Shares below which a price must be explained: of the mean, the second lowest, the ceiling price."""

    mean_rate: str = ""
    second_rate: str = ""
    ceiling_rate: str = ""


@dataclass(frozen=True)
class LifeCycleCost:
    """A cost over the life: its kind, when it arises, and the quantities it is made of."""

    id: str
    kind: str
    timing: str
    quantities: tuple[str, ...]
    name: str
    name_en: str


@dataclass(frozen=True)
class FixedQuantity:
    """A value the documents fix, and by what share it grows each year."""

    id: str
    value: str
    growth: str


@dataclass(frozen=True)
class AskedQuantity:
    """A quantity bidders declare, and its bounds."""

    id: str
    low: str
    high: str


@dataclass(frozen=True)
class LifeCycle:
    """How the life-cycle cost of bids is computed."""

    group: str
    years: int
    discount: str
    rates: str
    cost_timing: str
    costs: tuple[LifeCycleCost, ...]
    fixed: tuple[FixedQuantity, ...]
    asked: tuple[AskedQuantity, ...]


@dataclass(frozen=True)
class LotTerms:
    """On which terms bids for a lot are compared, beyond the criteria."""

    method: str
    tie_breaks: tuple[str, ...]
    consortium_allowed: bool
    candidates: int
    preferences: tuple[Preference, ...] = ()
    low_price: LowPrice = LowPrice()
    minimum_price: Number = None
    reserved: Reserved | None = None
    unreserved: str = ""
    unreserved_en: str = ""
    life_cycle: LifeCycle | None = None


@dataclass(frozen=True)
class CriterionPoints:
    """What a bid got on one criterion, rounded as the documents say and exactly."""

    id: str
    points: Number
    exact: str


@dataclass(frozen=True)
class Claim:
    """A preference a bid claimed: whether it counts, and why not."""

    id: str
    granted: bool
    reason: str = ""
    reason_en: str = ""


@dataclass(frozen=True)
class DeclaredItem:
    """What the bidder declares of an item."""

    id: str
    maker: str
    scale: str
    share: str
    brand: str = ""
    domestic: bool = False


@dataclass(frozen=True)
class DeclaredQuantity:
    """A quantity of the life-cycle cost as the bidder declares it, and what shows it."""

    id: str
    value: str
    evidence: str


@dataclass(frozen=True)
class Evaluated:
    """How a bid fared: its rank and points, or why it is out (extension daylight)."""

    rank: int | None = None
    evaluated_price: Number = None
    total: Number = None
    total_exact: str = ""
    points: tuple[CriterionPoints, ...] = ()
    rejected: str = ""
    reason: str = ""
    reason_en: str = ""
    claims: tuple[Claim, ...] = ()
    declared: tuple[DeclaredItem, ...] = ()
    life_cycle_cost: Number = None
    quantities: tuple[DeclaredQuantity, ...] = ()


@dataclass(frozen=True)
class Member:
    """Who sat in the committee."""

    id: str
    name: str
    role: Literal["expert", "representative"]
    chair: bool

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Decided:
    """Who evaluated, how, and the digest of the result anyone recomputes (extension daylight)."""

    method: str
    result: str
    committee: tuple[Member, ...]


@dataclass(frozen=True)
class Provision:
    """An article the act rests on."""

    id: str
    title: str
    title_en: str
    confidence: str


@dataclass(frozen=True)
class Accountable:
    """The act behind the release: its digest is what proofs speak of (extension daylight)."""

    id: str
    kind: str
    date: Instant
    rulebook: str
    edition: str
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class Holder:
    """A body that holds a key, and the recipient bids are sealed to."""

    id: str
    name: str
    name_en: str
    recipient: str


@dataclass(frozen=True)
class KeyHolders:
    """Any ``threshold`` of these together can open the bids."""

    id: str
    threshold: int
    holders: tuple[Holder, ...]

    @property
    def needed(self) -> str:
        """How many of how many."""
        return f"{self.threshold}/{len(self.holders)}"

    @property
    def names(self) -> Text:
        """Who they are."""
        return Text(
            "、".join(one.name for one in self.holders), ", ".join(one.name_en for one in self.holders)
        )


@dataclass(frozen=True)
class Daylight:
    """What the standard has no place for."""

    acts: tuple[Accountable, ...]
    key_holders: KeyHolders | None = None
