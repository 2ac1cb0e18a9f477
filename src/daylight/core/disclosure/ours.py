"""What a release says that OCDS has no place for: our extension ``daylight``, as frozen values.

The acts behind releases with their articles, the key holders, how each bid fared, who evaluated, and the
fingerprints of documents. ``extension/release-schema.json`` is made of these; the portal serves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from daylight.core.acts.bid_content import MakerScale
from daylight.core.acts.evaluation_terms import EvaluationMethod, TieBreak
from daylight.core.disclosure.schema import MAYBE, Digest, Free, Rule, Share
from daylight.core.disclosure.writing import Number
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text

Policy = Rule(enum=("small_micro", "mixed", "domestic", "energy_saving", "environmental"))
Cost = Rule(
    enum=(
        "energy", "consumables", "maintenance", "upgrade", "replacement", "externality", "disposal",
        "residual",
    )
)  # fmt: skip
Out = Rule(enum=("not_qualified", "not_conforming", "no_final_offer", "correction_refused", "abnormally_low"))
Recipient = Annotated[str, Rule("^age1[0-9a-z]{58}$")]


@dataclass(frozen=True)
class Fingerprint:
    """The bytes of the document."""

    sha256: Annotated[str, "The SHA-256 digest of the document in hexadecimal."]
    size: Annotated[int, "The size in bytes."]


@dataclass(frozen=True)
class Preference:
    """A deduction from the price, for evaluation only."""

    id: str
    rate: Annotated[Share, "The share of the price as bid, as an exact fraction."]
    reason: Annotated[Free, "Why it is given."]
    reason_en: Annotated[Free, "Why it is given, in English."]
    policy: Annotated[str, Policy, "The policy it serves, such as domestic or energy_saving."] = ""


@dataclass(frozen=True)
class Reserved:
    """For enterprises of which scale a lot is reserved, and how much of it."""

    scope: Annotated[Literal["whole", "consortium", "subcontract"], "whole, consortium or subcontract."]
    scale: Annotated[Literal["small_medium", "small_micro"], "small_medium or small_micro."]
    share: Annotated[Share, "The share reserved, as an exact fraction."]


@dataclass(frozen=True)
class LowPrice:
    """Shares below which a price must be explained, as exact fractions."""

    mean_rate: Annotated[Share, "The share of the mean price."] = ""
    second_rate: Annotated[Share, "The share of the second lowest price."] = ""
    ceiling_rate: Annotated[Share, "The share of the ceiling price."] = ""


@dataclass(frozen=True)
class LifeCycleCost:
    """A cost that is counted over the life."""

    id: str
    kind: Annotated[str, Cost, "What it pays for, such as energy, maintenance or disposal."]
    timing: Annotated[Literal["yearly", "every", "end"], "yearly, every so many years, or at the end."]
    quantities: Annotated[tuple[str, ...], "The quantities that multiply into it."]
    name: Annotated[str, "What it is called."]
    name_en: Annotated[str, "What it is called in English."]


@dataclass(frozen=True)
class FixedQuantity:
    """A value the documents fix for all bids."""

    id: str
    value: Annotated[Share, "The value, as an exact fraction; money in minor units."]
    growth: Annotated[Share, "By what share it grows each year, as an exact fraction."]


@dataclass(frozen=True)
class AskedQuantity:
    """A quantity bidders declare, with its bounds."""

    id: str
    low: Annotated[Share, "The least value, as an exact fraction."]
    high: Annotated[Share, "The greatest value, as an exact fraction."]


@dataclass(frozen=True)
class LifeCycle:
    """How the life-cycle cost of bids is computed."""

    group: Annotated[str, "The group of products whose costs are counted."]
    years: Annotated[int, Rule(minimum=1), "The years of service."]
    discount: Annotated[Share, "By which share a year discounts, as an exact fraction."]
    rates: Annotated[Literal["real", "nominal"], "Whether rates are real or nominal."]
    cost_timing: Annotated[Literal["end_of_year"], "When in a year its costs stand: end_of_year."]
    costs: Annotated[tuple[LifeCycleCost, ...], "The costs that are counted."]
    fixed: Annotated[tuple[FixedQuantity, ...], MAYBE, "The values the documents fix for all bids."]
    asked: Annotated[tuple[AskedQuantity, ...], MAYBE, "The quantities bidders declare, with their bounds."]


@dataclass(frozen=True)
class LotTerms:
    """How bids for the lot are compared, beyond the criteria."""

    method: Annotated[EvaluationMethod, "How bids are compared, such as comprehensive_scoring."]
    tie_breaks: Annotated[tuple[TieBreak, ...], "What separates equal bids, in order."]
    consortium_allowed: Annotated[bool, "Whether several organizations may bid together."]
    candidates: Annotated[int, Rule(minimum=1), "How many bids the committee recommends."]
    preferences: Annotated[tuple[Preference, ...], "Deductions from the price, for evaluation only."] = ()
    low_price: LowPrice = LowPrice()
    minimum_price: Annotated[
        Number, Rule(minimum=0), "The price below which a bid is out, where law knows one."
    ] = None
    reserved: Reserved | None = None
    unreserved: Annotated[str, "Why a lot that law would reserve is open to all."] = ""
    unreserved_en: Annotated[str, "The same in English."] = ""
    life_cycle: LifeCycle | None = None


@dataclass(frozen=True)
class CriterionPoints:
    """What a bid got on one criterion."""

    id: str
    points: Annotated[Number, Rule(minimum=0, empty=True), "The points, rounded as the documents say."]
    exact: Annotated[Share, "The points as an exact fraction."]


@dataclass(frozen=True)
class Claim:
    """A preference a bid claimed."""

    id: str
    granted: Annotated[bool, "Whether the preference counts."]
    reason: Annotated[str, "Why it does not count."] = ""
    reason_en: Annotated[str, "Why it does not count, in English."] = ""


@dataclass(frozen=True)
class DeclaredItem:
    """What the bidder declares of an item."""

    id: str
    maker: Annotated[Free, "Who makes, builds or staffs it."]
    scale: Annotated[MakerScale, "The scale of the maker, or the kind of unit that counts as small."]
    share: Annotated[Share, "The share of the price, as an exact fraction."]
    brand: Annotated[str, "The brand."] = ""
    domestic: Annotated[bool, "Whether it is a domestic product."] = False


@dataclass(frozen=True)
class DeclaredQuantity:
    """A quantity of the life-cycle cost as the bidder declares it."""

    id: str
    value: Annotated[Share, "The value, as an exact fraction; money in minor units."]
    evidence: Annotated[Free, "The certificate, report or clause that shows it."]


@dataclass(frozen=True)
class Evaluated:
    """How the bid fared; published with the award."""

    rank: Annotated[int | None, Rule(minimum=1), "The place in the ranking, from 1."] = None
    evaluated_price: Annotated[Number, "The price after preferences, used for evaluation only."] = None
    total: Annotated[Number, "The sum of points, rounded as the solicitation documents say."] = None
    total_exact: Annotated[Share, "The sum of points as an exact fraction: numerator/denominator."] = ""
    points: Annotated[tuple[CriterionPoints, ...], "The points by criterion."] = ()
    rejected: Annotated[str, Out, "Why the bid is out, such as not_qualified or abnormally_low."] = ""
    reason: Annotated[str, "The reason in words."] = ""
    reason_en: Annotated[str, "The reason in English."] = ""
    claims: Annotated[
        tuple[Claim, ...], "The preferences claimed: which count, and why the others do not."
    ] = ()
    declared: Annotated[tuple[DeclaredItem, ...], "What the bidder declares of each item."] = ()
    life_cycle_cost: Annotated[
        Number, "The cost over the life, worth today, in the currency of the bid, to its smallest unit."
    ] = None
    quantities: Annotated[
        tuple[DeclaredQuantity, ...], "What the bidder declares for its life-cycle cost, and what shows it."
    ] = ()


@dataclass(frozen=True)
class Member:
    """A member of the evaluation committee."""

    id: str
    name: Annotated[Free, "The name of the member."]
    role: Annotated[Literal["expert", "representative"], "expert or representative."]
    chair: Annotated[bool, "Whether the member chairs the committee."]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Decided:
    """Who evaluated, how, and with which result."""

    method: Annotated[EvaluationMethod, "How bids were compared, such as comprehensive_scoring."]
    result: Annotated[Digest, "The SHA-256 digest of the evaluation result that anyone can recompute."]
    committee: Annotated[tuple[Member, ...], MAYBE, "The members of the evaluation committee."]


@dataclass(frozen=True)
class Provision:
    """An article the act rests on."""

    id: str
    title: Annotated[str, "The citation."]
    title_en: Annotated[str, "The citation in English."]
    confidence: Annotated[str, "How well the reading is confirmed."]


@dataclass(frozen=True)
class Accountable:
    """The act behind the release: its digest is what proofs speak of."""

    id: Digest
    kind: Annotated[str, "The kind of act."]
    date: Annotated[Instant, "When the act arrived."]
    rulebook: Annotated[Digest, "The SHA-256 digest of the rulebook it was judged by."]
    edition: Annotated[str, "The edition of the conditions it was judged by."]
    provisions: Annotated[tuple[Provision, ...], MAYBE, "The articles the act rests on."]


@dataclass(frozen=True)
class Holder:
    """A body that holds a key."""

    id: str
    name: Annotated[Free, "The name of the body."]
    name_en: Annotated[Free, "The name of the body in English."]
    recipient: Annotated[Recipient, "The age recipient bids are sealed to."]


@dataclass(frozen=True)
class KeyHolders:
    """Any threshold of these bodies together can open the bids."""

    id: str
    threshold: Annotated[int, Rule(minimum=2), "How many must agree."]
    holders: Annotated[tuple[Holder, ...], "The bodies."]

    @property
    def needed(self) -> str:
        """How many of how many."""
        return f"{self.threshold}/{len(self.holders)}"

    @property
    def names(self) -> Text:
        """Who they are."""
        zh, en = (one.name for one in self.holders), (one.name_en for one in self.holders)
        return Text("、".join(zh), ", ".join(en))


@dataclass(frozen=True)
class Daylight:
    """The acts behind this release and the key holders of the case."""

    acts: Annotated[tuple[Accountable, ...], "The acts behind the release."]
    key_holders: KeyHolders | None = None
