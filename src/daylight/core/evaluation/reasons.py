"""Why a bid has the figure it has: one node per step, in words, with the exact numbers beside them.

Shown by ``tests/core/evaluation/test_evaluate.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from daylight.core.acts.evaluation_terms import (
    Criterion,
    CriterionKind,
    EvaluationMethod,
    Preference,
    PriceScale,
)
from daylight.core.evaluation.formulas import FORMULAS
from daylight.core.evaluation.inputs import EvaluationInputs, Mark, ValidBid
from daylight.core.evaluation.life_cycle import life_cycle_cost
from daylight.core.evaluation.scoring import CriterionPoints, Standing
from daylight.core.rulebook.parameter import value_words
from daylight.core.values.because import Because
from daylight.core.values.money import money_words
from daylight.core.values.text import Text

Benchmarks = tuple[Fraction, Fraction | None]


@dataclass(frozen=True)
class _Measures:
    """What the points of a bid follow from: the formula for price, the benchmarks, the marks it was given."""

    scale: PriceScale
    least: Benchmarks
    marks: tuple[Mark, ...]


def why(inputs: EvaluationInputs, offered: ValidBid, one: Standing, least: Benchmarks) -> Because:
    """The derivation of one bid's figure, from price, costs and marks to the total.

    ``least`` are the lowest evaluated price and the lowest life-cycle cost.
    """
    price = _price_node(inputs, offered, one)
    costs = tuple(_life_cycle_nodes(inputs, offered, one))
    if inputs.terms.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST:
        return costs[0]
    if inputs.terms.method is EvaluationMethod.LOWEST_EVALUATED_PRICE:
        return price if not costs else replace(price, parts=(*price.parts, *costs))
    criteria = {criterion.id: criterion for criterion in inputs.terms.criteria}
    marks = tuple(mark for mark in inputs.marks if mark.bid == one.bid)
    by = _Measures(inputs.terms.price_scale, least, marks)
    parts = (_points_node(criteria[part.criterion], one, part, by) for part in one.points)
    return Because(
        "evaluation.total",
        Text("各评审因素得分之和", "The sum of the points on all criteria"),
        inputs=(("total", _exact(one.figure)), ("total_rounded", _exact(one.figure_rounded))),
        parts=(price, *costs, *parts),
    )


def _points_node(criterion: Criterion, one: Standing, part: CriterionPoints, by: _Measures) -> Because:
    if criterion.kind is CriterionKind.PRICE:
        return _price_points_node(by.scale, criterion, one, part, by.least[0])
    if criterion.kind is CriterionKind.LIFE_CYCLE:
        return _life_cycle_points_node(criterion, one, part, by.least[1] or Fraction())
    return _marks_node(by.marks, criterion, part)


def _life_cycle_nodes(inputs: EvaluationInputs, offered: ValidBid, one: Standing) -> Iterator[Because]:
    """Price and what each cost is worth today; nothing where the bid has no life-cycle cost."""
    life = inputs.terms.life_cycle
    if life is None or one.life_cycle is None:
        return
    rate = value_words("ratio", life.discount).en
    cost = life_cycle_cost(life, offered.quantities, one.price.amount_minor)
    yield Because(
        "evaluation.life-cycle-cost",
        Text(
            f"全生命周期成本 = 报价 + {life.years} 年各项成本的现值（期末计，折现率 {rate}）",
            f"Life-cycle cost: the price and what the costs of {life.years} years are worth today "
            f"(end of year, discounted at {rate})",
        ),
        inputs=(
            ("price", money_words(one.price)),
            *((f"cost:{line.id}", _exact(cost.present_of(line.id))) for line in life.lines),
            ("life_cycle_minor", _exact(one.life_cycle)),
        ),
    )


def _life_cycle_points_node(
    criterion: Criterion, one: Standing, part: CriterionPoints, benchmark: Fraction
) -> Because:
    return Because(
        "evaluation.life-cycle-points",
        Text(
            "成本分 = 分值 × 最低全生命周期成本 ÷ 本投标全生命周期成本",
            "Cost points: the most points × the lowest life-cycle cost ÷ this life-cycle cost",
        ),
        inputs=(
            ("most", _exact(criterion.points)),
            ("least_life_cycle_minor", _exact(benchmark)),
            ("life_cycle_minor", _exact(one.life_cycle or Fraction())),
            *_points(part),
        ),
    )


def _price_node(inputs: EvaluationInputs, offered: ValidBid, one: Standing) -> Because:
    preferences = {preference.id: preference for preference in inputs.terms.preferences}
    return Because(
        "evaluation.evaluated-price",
        Text(
            "评审价 = 报价减去各项价格扣除;扣除均以原报价计算,合同价仍为报价",
            "Evaluated price: the price as bid less each preference, every one taken of the price as bid; "
            "the contract price stays the price as bid",
        ),
        inputs=(("price", money_words(one.price)), ("evaluated_minor", _exact(one.evaluated_minor))),
        parts=tuple(
            _preference_node(preferences[name], offered) for name in offered.claimed if name in preferences
        ),
    )


def _preference_node(preference: Preference, offered: ValidBid) -> Because:
    counts, why = preference.id in offered.granted, preference.why
    if preference.policy is not None:
        withheld = {one.preference: one.reason for one in offered.withheld}
        why = _granted(why) if counts else _not_granted(why, withheld.get(preference.id))
    return Because(
        "evaluation.preference-granted" if counts else "evaluation.preference-not-granted",
        why,
        inputs=(("preference", preference.id), ("rate", _exact(preference.rate))),
    )


def _granted(what: Text) -> Text:
    return Text(f"给予{what.zh}", f"granted: {what.en}")


def _not_granted(what: Text, reason: Text | None) -> Text:
    why = reason or Text("未经认定", "not judged")
    return Text(f"未给予{what.zh}：{why.zh}", f"not granted: {what.en}: {why.en}")


def _price_points_node(
    scale: PriceScale, criterion: Criterion, one: Standing, part: CriterionPoints, benchmark: Fraction
) -> Because:
    named = (("full", scale.full), ("none", scale.none))
    return Because(
        "evaluation.price-points",
        FORMULAS[scale.formula],
        inputs=(
            ("most", _exact(criterion.points)),
            ("benchmark_minor", _exact(benchmark)),
            ("evaluated_minor", _exact(one.evaluated_minor)),
            *((name, money_words(price)) for name, price in named if price),
            *_points(part),
        ),
    )


def _marks_node(marks: tuple[Mark, ...], criterion: Criterion, part: CriterionPoints) -> Because:
    given = sorted((mark.member, _exact(mark.points)) for mark in marks if mark.criterion == criterion.id)
    return Because(
        f"evaluation.{criterion.kind}-marks",
        Text(
            f"{criterion.name.zh}:各成员评分的平均值", f"{criterion.name.en}: the mean of the members' marks"
        ),
        inputs=(
            ("criterion", criterion.id),
            *((f"mark:{who}", mark) for who, mark in given),
            *_points(part),
        ),
    )


def _points(part: CriterionPoints) -> tuple[tuple[str, str], ...]:
    return (("points", _exact(part.exact)), ("points_rounded", _exact(part.rounded)))


def _exact(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"
