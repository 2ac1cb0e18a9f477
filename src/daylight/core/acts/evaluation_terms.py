"""How bids of a lot will be evaluated, as the solicitation documents say it before anybody bids.

The terms are data: method, criteria with their points, rounding, what ties are broken by, preferences,
the rule on abnormally low prices and the reading of several arithmetic errors at once. What the law leaves
to the document (rounding, for one) has no default here, so no document can be silent about it.
Read by ``daylight.core.evaluation``; shown by ``tests/core/acts/test_evaluation_terms.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from daylight.core.acts.life_cycle_terms import LifeCycleTerms, life_cycle_faults
from daylight.core.values.fault import Fault, fault, repeats
from daylight.core.values.money import Money
from daylight.core.values.text import Text

FULL_POINTS = Fraction(100)
MOST_PLACES = 6


class EvaluationMethod(StrEnum):
    """Rank by evaluated price, by points over all criteria, or by life-cycle cost where law admits it."""

    LOWEST_EVALUATED_PRICE = "lowest_evaluated_price"
    COMPREHENSIVE_SCORING = "comprehensive_scoring"
    LOWEST_LIFE_CYCLE_COST = "lowest_life_cycle_cost"


class CriterionKind(StrEnum):
    """Price and life-cycle cost are computed; an objective criterion has one right mark; a subjective one is
    each member's own."""

    PRICE = "price"
    LIFE_CYCLE = "life_cycle"
    OBJECTIVE = "objective"
    SUBJECTIVE = "subjective"


class PriceFormula(StrEnum):
    """How points follow from prices: by the ratio to the lowest, on a line from the lowest, on a line between
    the lowest and the highest, or by two prices the documents name."""

    RATIO = "ratio"
    LINEAR_FROM_LOWEST = "linear_from_lowest"
    LINEAR_BETWEEN = "linear_between"
    ABSOLUTE = "absolute"


class RoundingMode(StrEnum):
    """What becomes of the digits beyond the last place."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


class RoundingStage(StrEnum):
    """Whether each criterion's points are rounded, or their exact sum."""

    EACH_CRITERION = "each_criterion"
    TOTAL = "total"


class RankOn(StrEnum):
    """Whether exact or rounded figures are compared; ties are judged on the same."""

    EXACT = "exact"
    ROUNDED = "rounded"


class TieBreak(StrEnum):
    """What separates equal bids: the lower evaluated price, the lower price as bid, or the draw."""

    LOWER_PRICE = "lower_price"
    LOWER_BID_PRICE = "lower_bid_price"
    DRAW = "draw"


class ArithmeticReading(StrEnum):
    """Several arithmetic errors in one bid: the first in order decides alone, or all apply in turn."""

    FIRST_DECIDES = "first_decides"
    APPLY_ALL = "apply_all"


@dataclass(frozen=True)
class Criterion:
    """An evaluation criterion and the most points it can give, of one hundred."""

    id: str
    name: Text
    kind: CriterionKind
    points: Fraction
    description: Text | None = None


@dataclass(frozen=True)
class Rounding:
    """Decimal places of what is ranked: of points, or of a price in major units of its currency."""

    places: int
    mode: RoundingMode
    stage: RoundingStage


@dataclass(frozen=True)
class PriceScale:
    """The formula of price points; an absolute one gives all points at ``full`` or less, none at ``none`` or
    more."""

    formula: PriceFormula = PriceFormula.RATIO
    full: Money | None = None
    none: Money | None = None


class Policy(StrEnum):
    """What a preference serves: the size of enterprises, the origin of products, energy, the environment."""

    SMALL_MICRO = "small_micro"
    MIXED = "mixed"
    DOMESTIC = "domestic"
    ENERGY_SAVING = "energy_saving"
    ENVIRONMENTAL = "environmental"


@dataclass(frozen=True)
class Preference:
    """A deduction used for evaluation only, at ``rate`` of the price as bid; several add up.

    ``policy`` binds it to the law, which bounds the rate and says who may claim it. Terms from before
    policies were named have none; there a claim was a grant.
    """

    id: str
    rate: Fraction
    why: Text
    policy: Policy | None = None


@dataclass(frozen=True)
class LowPriceRule:
    """Shares below which a price must be explained: of the mean, the second lowest, the ceiling price."""

    mean_rate: Fraction | None
    second_rate: Fraction | None
    ceiling_rate: Fraction | None


@dataclass(frozen=True)
class EvaluationTerms:
    """Everything the evaluation of a lot is computed from, apart from the bids and the marks."""

    method: EvaluationMethod
    criteria: tuple[Criterion, ...]
    rounding: Rounding
    rank_on: RankOn
    tie_breaks: tuple[TieBreak, ...]
    preferences: tuple[Preference, ...] = ()
    low_price: LowPriceRule | None = None
    arithmetic: ArithmeticReading = ArithmeticReading.FIRST_DECIDES
    price_fixed: bool = False
    life_cycle: LifeCycleTerms | None = None
    price_scale: PriceScale = PriceScale()

    @property
    def counts_life_cycle(self) -> bool:
        """Whether life-cycle cost decides, by points or by rank; else it is information."""
        scored = any(criterion.kind is CriterionKind.LIFE_CYCLE for criterion in self.criteria)
        return scored or self.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST


def terms_faults(terms: EvaluationTerms) -> tuple[Fault, ...]:
    """Everything that keeps these terms from being used, all at once; empty when they are sound."""
    return (
        *_repeated("criterion", (criterion.id for criterion in terms.criteria)),
        *_repeated("preference", (preference.id for preference in terms.preferences)),
        *_repeated("tie-break", terms.tie_breaks),
        *_criteria_faults(terms),
        *_procedure_faults(terms),
        *_rate_faults(terms),
        *_life_cycle_faults(terms),
        *_scale_faults(terms),
    )


def _repeated(what: str, ids: Iterable[str]) -> Iterator[Fault]:
    for name in repeats(ids):
        yield fault(
            f"terms.{what}-repeated",
            "“{id}”出现不止一次;每个标识只能使用一次。",
            "“{id}” occurs more than once; use each id once.",
            id=name,
        )


def _criteria_faults(terms: EvaluationTerms) -> Iterator[Fault]:
    if terms.method is not EvaluationMethod.COMPREHENSIVE_SCORING:
        if terms.criteria:
            yield fault(
                "terms.criteria-with-lowest-price",
                "最低评标价法不评分;请删除 {count} 项评审因素,或改用综合评分法。",
                "The lowest evaluated price gives no points; remove the {count} criteria, "
                "or choose comprehensive scoring.",
                count=len(terms.criteria),
            )
        return
    total = sum((criterion.points for criterion in terms.criteria), Fraction())
    if total != FULL_POINTS:
        yield fault(
            "terms.points-not-full",
            "各评审因素分值之和为 {total},应为 {full}。",
            "The points of the criteria sum to {total}; they must sum to {full}.",
            total=total,
            full=FULL_POINTS,
        )
    yield from _price_faults(terms)
    for criterion in terms.criteria:
        if criterion.points <= 0:
            yield fault(
                "terms.criterion-without-points",
                "评审因素“{id}”的分值为 {points},应大于零。",
                "Criterion “{id}” has {points} points; give it more than zero or remove it.",
                id=criterion.id,
                points=criterion.points,
            )


def _price_faults(terms: EvaluationTerms) -> Iterator[Fault]:
    found = sum(criterion.kind is CriterionKind.PRICE for criterion in terms.criteria)
    expected = 0 if terms.price_fixed else 1
    if found != expected:
        yield fault(
            "terms.price-criteria",
            "价格评审因素有 {found} 项,应为 {expected} 项(统一定价或固定价格时为 0 项)。",
            "There are {found} price criteria; there must be {expected} (none where the price is fixed).",
            found=found,
            expected=expected,
        )


def _procedure_faults(terms: EvaluationTerms) -> Iterator[Fault]:
    if not 0 <= terms.rounding.places <= MOST_PLACES:
        yield fault(
            "terms.rounding-places",
            "小数位数为 {places},应在 0 到 {most} 之间。",
            "Rounding to {places} places is not offered; choose 0 to {most}.",
            places=terms.rounding.places,
            most=MOST_PLACES,
        )
    if not terms.tie_breaks:
        yield fault(
            "terms.tie-breaks-missing",
            "未规定并列时的处理方法;请至少写明一种,例如抽签。",
            "The terms don't say how ties are broken; name at least one way, such as the draw.",
        )
    if TieBreak.DRAW in terms.tie_breaks[:-1]:
        yield fault(
            "terms.tie-break-after-draw",
            "抽签之后不会再有并列;请把抽签放在最后。",
            "No tie is left after the draw; put the draw last.",
        )


def _rate_faults(terms: EvaluationTerms) -> Iterator[Fault]:
    rates = [(preference.id, preference.rate) for preference in terms.preferences]
    if rule := terms.low_price:
        named = (("mean", rule.mean_rate), ("second", rule.second_rate), ("ceiling", rule.ceiling_rate))
        rates += [(name, rate) for name, rate in named if rate is not None]
    for name, rate in rates:
        if not 0 < rate < 1:
            yield fault(
                "terms.rate-out-of-range",
                "“{id}”的比例为 {rate},应大于 0 且小于 1。",
                "The rate of “{id}” is {rate}; it must lie between 0 and 1.",
                id=name,
                rate=rate,
            )


def _life_cycle_faults(terms: EvaluationTerms) -> Iterator[Fault]:
    if terms.life_cycle:
        yield from life_cycle_faults(terms.life_cycle)
    found = sum(criterion.kind is CriterionKind.LIFE_CYCLE for criterion in terms.criteria)
    if found > 1 or (terms.counts_life_cycle and terms.life_cycle is None):
        yield fault(
            "terms.life-cycle-criteria",
            "全生命周期成本评审因素有 {found} 项,至多 1 项,且须写明方法和数据。",
            "There are {found} criteria of life-cycle cost; there is at most one, with its method and data.",
            found=found,
        )


def _scale_faults(terms: EvaluationTerms) -> Iterator[Fault]:
    full, none = terms.price_scale.full, terms.price_scale.none
    if terms.price_scale.formula is not PriceFormula.ABSOLUTE:
        if full is None and none is None:
            return
    elif full and none and full.currency == none.currency and full < none:
        return
    yield fault(
        "terms.price-scale",
        "绝对价格分公式须写明同一币种的满分价和更高的零分价，其他公式两者都不写。",
        "An absolute price formula names a price of all points and a higher one of no points, in one "
        "currency; other formulas name neither.",
    )
