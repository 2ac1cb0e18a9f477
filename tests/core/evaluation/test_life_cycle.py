"""Life-cycle cost: by hand, against slow arithmetic that shares no code, and what must hold of it always."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from core.evaluation.at_scale import cost_agrees, evaluation_agrees, price_to_win_agrees
from core.evaluation.cases import bid, criterion, inputs_of, price_terms, scoring_terms
from core.evaluation.generated import costed_inputs, random_life
from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.acts.life_cycle_terms import Asked, Fixed, LifeCycleTerms, life_cycle_faults
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.explain import explain
from daylight.core.evaluation.inputs import input_faults
from daylight.core.evaluation.life_cycle import life_cycle_cost, life_cycle_of
from daylight.core.evaluation.price_weight import LifeCycleWeight, effective_life_cycle_weight
from daylight.core.rulebook.life_cycle import CostLine, Quantity
from daylight.core.values.money import Money
from daylight.core.values.text import Text

NAME = Text("名", "name")
LIFE = LifeCycleTerms(
    group="lamps",
    quantities=(
        Quantity("power", NAME, NAME, "bidder", evidence="test_report"),
        Quantity("hours", NAME, NAME, "documents"),
        Quantity("tariff", NAME, NAME, "documents", money=True),
        Quantity("lamp", NAME, NAME, "bidder", money=True, evidence="binding_offer"),
        Quantity("lamp_years", NAME, NAME, "bidder", evidence="test_report"),
        Quantity("share", NAME, NAME, "documents"),
    ),
    lines=(
        CostLine("light", NAME, "energy", "yearly", ("power", "hours", "tariff"), Fraction(1000)),
        CostLine("lamps", NAME, "replacement", "every", ("lamp",), every="lamp_years"),
        CostLine("rest", NAME, "residual", "end", ("share",)),
    ),
    years=3,
    discount=Fraction(1, 4),
    rates="real",
    fixed=(
        Fixed("hours", Fraction(2000)),
        Fixed("tariff", Fraction(50), Fraction(1, 10)),
        Fixed("share", Fraction(1, 5)),
    ),
    asked=(
        Asked("power", Fraction(1), Fraction(200)),
        Asked("lamp", Fraction(0), Fraction(10_000)),
        Asked("lamp_years", Fraction(1), Fraction(10)),
    ),
)


def lamps(power=20, lamp=400, years=2):
    given = {"power": power, "lamp": lamp, "lamp_years": years}
    return tuple(QuantityDeclared(name, Fraction(value), "report 7") for name, value in given.items())


def scoring(life):
    """Thirty points for price, twenty for the cost over the life, the rest for quality."""
    rest = (criterion("life", "life_cycle", 20), criterion("quality", "subjective", 50))
    return scoring_terms(30, rest=rest, life_cycle=life)


def costed(offered, *quantities):
    return replace(offered, quantities=lamps(*quantities))


def test_the_formula_by_hand():
    """20 W × 2000 h × 50 ÷ 1000 = 2000 in year 0; ten per cent dearer each year, a quarter off each year."""
    assert list(life_cycle_faults(LIFE)) == []
    cost = life_cycle_cost(LIFE, lamps(), 10_000)
    assert [(one.line, one.year, one.amount) for one in cost.costs] == [
        ("light", 1, Fraction(2200)),
        ("light", 2, Fraction(2420)),
        ("light", 3, Fraction(2662)),
        ("lamps", 2, Fraction(400)),
        ("rest", 3, Fraction(-2000)),
    ]
    by_hand = Fraction(2200 * 4, 5) + Fraction((2420 + 400) * 16, 25) + Fraction((2662 - 2000) * 64, 125)
    assert cost.total == 10_000 + by_hand
    assert sum(cost.present_in(year) for year in (1, 2, 3)) == by_hand
    assert sum(cost.present_of(line.id) for line in LIFE.lines) == by_hand


def test_what_recurs_is_not_renewed_at_the_end_of_the_life():
    times = {
        years: sum(one.line == "lamps" for one in life_cycle_cost(LIFE, lamps(years=years), 1).costs)
        for years in (1, 2, 3, 4)
    }
    assert times == {1: 2, 2: 1, 3: 0, 4: 0}  # fmt: skip


def test_costs_and_evaluations_agree_with_slow_arithmetic_and_price_to_win_with_every_price():
    """Here some; ``tests/conformance/test_evaluation.py`` has thousands."""
    assert {"yearly", "every", "end", "residual"} <= {one for seed in range(100) for one in cost_agrees(seed)}
    met = {one for seed in range(60) for one in evaluation_agrees(seed, costed_inputs)}
    assert {f"{method.value} True" for method in EvaluationMethod} & met == {
        "comprehensive_scoring True",
        "lowest_life_cycle_cost True",
    }
    assert {price_to_win_agrees(seed, costed_inputs) for seed in range(40)} == {"none", "won", "lower"}


def test_a_higher_price_always_costs_more():
    for rng, life, declared in lives(30):
        price, more = rng.randint(1, 10**6), rng.randint(1, 1000)
        costs = [life_cycle_cost(life, declared, one).total for one in (price, price + more)]
        assert costs[0] < costs[1], (price, more)


def test_more_of_a_quantity_never_costs_less_and_a_longer_interval_never_more():
    for rng, life, declared in lives(30):
        place = rng.randrange(len(declared))
        more = replace(declared[place], value=declared[place].value + rng.randint(1, 5))
        before = life_cycle_cost(life, declared, 1000).total
        after = life_cycle_cost(life, (*declared[:place], more, *declared[place + 1 :]), 1000).total
        recurs = any(line.every == more.quantity for line in life.lines)
        assert after <= before if recurs else after >= before


def test_counting_money_in_smaller_units_multiplies_the_cost():
    for rng, life, declared in lives(30):
        price, factor = rng.randint(1, 10**6), rng.randint(2, 1000)
        money = {one.id for one in life.quantities if one.money}
        fixed, scaled = (
            tuple(replace(one, value=one.value * (factor if one.quantity in money else 1)) for one in given)
            for given in (life.fixed, declared)
        )
        finer = life_cycle_cost(replace(life, fixed=fixed), scaled, price * factor)
        assert finer.total == factor * life_cycle_cost(life, declared, price).total


def lives(many):
    """So many generated terms with what a bid declares, each with chance for more."""
    for seed in range(many):
        rng = random.Random(seed)
        yield rng, *random_life(rng)


def test_a_criterion_gives_all_points_to_the_lowest_cost_and_the_ratio_to_the_others():
    terms = scoring(LIFE)
    bids = (costed(bid("A", 10_000), 20), costed(bid("B", 9_000), 60))
    result = evaluate(inputs_of(terms, bids, {"A": 40, "B": 40}))
    a, b = (life_cycle_of(LIFE, one) for one in bids)
    assert result.life_cycle_benchmark == a < b
    assert {part.criterion: part.exact for part in result.line("B").points}["life"] == 20 * a / b
    assert result.line("A").because.parts[1].rule == "evaluation.life-cycle-cost"
    assert dict(result.line("B").because.parts[1].inputs)["cost:lamps"] == "256/1"
    assert {gap.criterion for one in explain(inputs_of(terms, bids, {"A": 40, "B": 40})).comparisons
            for gap in one.gaps} == {"price", "life", "quality"}  # fmt: skip


def test_as_information_it_changes_no_figure_and_a_silent_bid_has_none():
    plain_terms, informed = price_terms(), price_terms(life_cycle=LIFE)
    bids = (bid("A", 10_000), costed(bid("B", 9_000), 60))
    before = evaluate(inputs_of(plain_terms, (bid("A", 10_000), bid("B", 9_000))))
    after = evaluate(inputs_of(informed, bids))
    assert [(one.bid, one.rank, one.figure) for one in after.bids] == [
        (one.bid, one.rank, one.figure) for one in before.bids
    ]
    assert (after.line("A").life_cycle, after.line("B").life_cycle) == (None, life_cycle_of(LIFE, bids[1]))


def test_where_it_ranks_the_dearer_bid_can_win():
    terms = replace(price_terms(life_cycle=LIFE), method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST)
    bids = (costed(bid("A", 10_000), 20), costed(bid("B", 9_000), 60))
    result = evaluate(inputs_of(terms, bids))
    assert result.ranking == ("A", "B")
    assert result.line("A").figure == life_cycle_of(LIFE, bids[0])
    assert result.line("A").because.rule == "evaluation.life-cycle-cost"


@pytest.mark.parametrize(
    ("quantities", "named"),
    [
        ((), ["lamp", "lamp_years", "power"]),
        (lamps(power=201), ["power"]),
        (lamps(power=0), ["power"]),
        (lamps()[1:], ["power"]),
        ((*lamps(), QuantityDeclared("price", Fraction(1), "x")), ["price"]),
    ],
)
def test_a_bid_without_sound_quantities_is_not_evaluated_where_they_count(quantities, named):
    terms = replace(price_terms(life_cycle=LIFE), method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST)
    found = input_faults(inputs_of(terms, (replace(bid("A", 10_000), quantities=quantities),)))
    assert [dict(one.facts)["quantity"] for one in found] == named
    assert {one.code for one in found} == {"evaluation.quantity-not-declared"}


def test_quantities_nobody_asked_for_are_a_fault():
    found = input_faults(inputs_of(price_terms(), (costed(bid("A", 10_000)),)))
    assert {one.code for one in found} == {"evaluation.quantity-not-declared"}


def test_what_life_cycle_cost_weighs_beyond_price():
    """At a price of 1000 the lightest lamp costs 100 a year before it gets dearer, the heaviest 20 000."""
    terms = scoring(LIFE)
    past = (Money(2000, "CNY"), Money(1000, "CNY"))
    least = life_cycle_cost(LIFE, lamps(1, 0, 10), 1000).total
    most = life_cycle_cost(LIFE, lamps(200, 10_000, 1), 1000).total
    found = effective_life_cycle_weight(terms, past)
    assert found == LifeCycleWeight(Fraction(20), 20 - 20 * least / most, True)
    assert effective_life_cycle_weight(scoring_terms(30), past) is None
    assert effective_life_cycle_weight(terms, ()) is None


def test_bounds_that_leave_nothing_open_weigh_nothing():
    tight = replace(LIFE, asked=tuple(replace(one, high=one.low) for one in LIFE.asked))
    terms = scoring(tight)
    found = effective_life_cycle_weight(terms, (Money(1000, "CNY"),))
    assert (found.spread, found.decides) == (0, False)
