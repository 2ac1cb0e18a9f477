"""What a purchase in practice is about: lots, terms, bidders and what each of them does. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from daylight.core.acts.bid_content import (
    CertificateDeclared,
    ItemDeclared,
    PartnerDeclared,
    QuantityDeclared,
)
from daylight.core.acts.evaluation_terms import (
    ArithmeticReading,
    Criterion,
    CriterionKind,
    EvaluationMethod,
    EvaluationTerms,
    LowPriceRule,
    RankOn,
    Rounding,
    RoundingMode,
    RoundingStage,
    TieBreak,
)
from daylight.core.acts.framework import FrameworkTerms
from daylight.core.acts.planning import ObjectKind
from daylight.core.acts.registry import Scale
from daylight.core.acts.solicitation import SetAside
from daylight.core.values.money import Money
from daylight.core.values.text import Text

Conduct = Literal["bids", "replaces", "withdraws", "late", "leaves"]

PLACES = 2
HALF = Fraction(1, 2)
LOW_PRICE = LowPriceRule(HALF, HALF, Fraction(45, 100))
SCORING = EvaluationTerms(
    method=EvaluationMethod.COMPREHENSIVE_SCORING,
    criteria=(
        Criterion("price", Text("价格", "Price"), CriterionKind.PRICE, Fraction(40)),
        Criterion(
            "technical",
            Text("技术方案", "Technical solution"),
            CriterionKind.SUBJECTIVE,
            Fraction(35),
            Text(
                "覆盖全部需求得 35 分，每有一项未覆盖扣 5 分，扣完为止",
                "35 points where every need is covered; 5 points less for each that is not covered",
            ),
        ),
        Criterion(
            "service",
            Text("售后服务", "Service"),
            CriterionKind.SUBJECTIVE,
            Fraction(15),
            Text(
                "4 小时内响应得 15 分，每多 4 小时扣 3 分；备件、人员安排缺一项扣 2 分",
                "15 points for an answer within 4 hours, 3 points less for every 4 more; "
                "2 points less for spare parts or people that are not planned",
            ),
        ),
        Criterion(
            "warranty",
            Text("质保年限", "Years of warranty"),
            CriterionKind.OBJECTIVE,
            Fraction(10),
            Text("每满一年得 2 分，最多 10 分", "2 points for each full year, 10 points at most"),
        ),
    ),
    rounding=Rounding(PLACES, RoundingMode.HALF_UP, RoundingStage.TOTAL),
    rank_on=RankOn.EXACT,
    tie_breaks=(TieBreak.LOWER_PRICE, TieBreak.DRAW),
    low_price=LOW_PRICE,
    arithmetic=ArithmeticReading.FIRST_DECIDES,
)
LOWEST_PRICE = EvaluationTerms(
    method=EvaluationMethod.LOWEST_EVALUATED_PRICE,
    criteria=(),
    rounding=Rounding(PLACES, RoundingMode.HALF_UP, RoundingStage.TOTAL),
    rank_on=RankOn.EXACT,
    tie_breaks=(TieBreak.DRAW,),
    low_price=LOW_PRICE,
    arithmetic=ArithmeticReading.FIRST_DECIDES,
)


@dataclass(frozen=True)
class LotScript:
    """A lot: what is bought, for how much at most, and how bids are compared."""

    id: str
    title: Text
    budget: Money
    terms: EvaluationTerms
    item: Text
    quantity: int = 1
    ceiling: Money | None = None
    floor: Money | None = None
    bid_security: Money | None = None
    set_aside: SetAside | None = None
    core_item: str = ""
    industry: str = ""


@dataclass(frozen=True)
class BidScript:
    """What a bidder does: prices by lot in minor units, and quality marks by criterion.

    ``first_minor`` is the price of an earlier submission that is replaced. ``explains`` says whether an
    explanation of a low price is accepted; ``body_minor`` is another total in the body of the bid.
    ``final`` are the prices of the final offer where terms are negotiated; who ``leaves`` makes none.
    """

    name: Text
    prices: tuple[tuple[str, int], ...]
    marks: tuple[tuple[str, Fraction], ...] = ()
    conduct: Conduct = "bids"
    first_minor: int = 0
    explains: bool = True
    delivery_days: int = 60
    scale: Scale = "small"
    preferences: tuple[str, ...] = ()
    items: tuple[ItemDeclared, ...] = ()
    partners: tuple[PartnerDeclared, ...] = ()
    certificates: tuple[CertificateDeclared, ...] = ()
    body_minor: int | None = None
    conforms: Text | None = None
    final: tuple[tuple[str, int], ...] = ()
    quantities: tuple[QuantityDeclared, ...] = ()
    unqualified: Text | None = None


@dataclass(frozen=True)
class MethodScript:
    """A choice of method: the facts it rests on, what is added up, what the negotiation changes, and
    how suppliers are listed."""

    method: str
    facts: tuple[str, ...]
    reason: Text
    category: str = "A02"
    budget_item: str = "设备购置"
    fiscal_year: int = 2026
    in_catalogue: bool = False
    earlier: str = ""
    earlier_lot: str = ""
    bought_before: int = 0
    original_contract: Money | None = None
    change: Text | None = None
    framework: FrameworkTerms | None = None


@dataclass(frozen=True)
class CaseScript:
    """A purchase from need to contract."""

    title: Text
    object: ObjectKind
    lots: tuple[LotScript, ...]
    bidders: tuple[BidScript, ...]
    territory: str
    standard: bool = False
    source: str = ""
    purchaser: Text | None = None
    enquiry: str = ""
    clarification: Text | None = None
    clarified_days_before: int = 5
    bid_days: int = 25
    experts: int = 4
    representatives: int = 1
    holders: int = 5
    threshold: int = 3
    agency: bool = True
    expected_month: str = "2026-05"
    chosen: MethodScript | None = None
    qualification: tuple[Text, ...] = field(
        default=(Text("具有独立承担民事责任的能力", "able to bear civil liability on its own"),)
    )
