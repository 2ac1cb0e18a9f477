"""The evaluation at full scale against a slow second version that shares no code with it."""

from collections import Counter

import pytest

from core.evaluation.at_scale import (
    cost_agrees,
    evaluation_agrees,
    points_to_win_are_the_border,
    price_to_win_agrees,
)
from core.evaluation.generated import costed_inputs, scaled_inputs


@pytest.mark.parametrize("half", [0, 1])
def test_price_to_win_agrees_with_trying_every_price_on_five_thousand_cases(half):
    met = Counter(price_to_win_agrees(seed) for seed in range(half * 2500, half * 2500 + 2500))
    assert min(met["none"], met["won"], met["lower"]) > 100, met


def test_recomputation_agrees_with_the_slow_reference_on_a_thousand_cases():
    met = Counter(one for seed in range(1000) for one in evaluation_agrees(seed))
    assert min(met["tie"], met["draw needed"], met["rounding changes"]) > 20, met


def test_life_cycle_costs_agree_with_slow_arithmetic_on_two_thousand_cases():
    met = Counter(one for seed in range(2000) for one in cost_agrees(seed))
    assert min(met[kind] for kind in ("yearly", "every", "end", "residual", "energy")) > 100, met


def test_evaluations_with_a_cost_agree_with_the_slow_reference_on_five_hundred_cases():
    met = Counter(one for seed in range(500) for one in evaluation_agrees(seed, costed_inputs))
    assert min(met["comprehensive_scoring True"], met["comprehensive_scoring False"]) > 50, met
    assert min(met["lowest_life_cycle_cost True"], met["lowest_evaluated_price False"]) > 50, met


def test_price_to_win_stays_exact_where_the_cost_contains_the_price():
    met = Counter(price_to_win_agrees(seed, costed_inputs) for seed in range(300))
    assert min(met["none"], met["won"], met["lower"]) > 15, met


def test_every_formula_of_points_agrees_with_the_slow_reference_and_with_trying_every_price():
    met = Counter(price_to_win_agrees(seed, scaled_inputs) for seed in range(1500))
    assert min(met["none"], met["won"], met["lower"]) > 50, met
    met = Counter(one for seed in range(500) for one in evaluation_agrees(seed, scaled_inputs))
    assert min(met["tie"], met["draw needed"], met["rounding changes"]) > 5, met


def test_points_to_win_are_the_border_between_winning_and_losing_on_six_hundred_cases():
    met = Counter(one for seed in range(600) for one in points_to_win_are_the_border(seed))
    assert len(met) == 4 and min(met.values()) > 20, met
