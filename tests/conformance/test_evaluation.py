"""The evaluation at full scale against a slow second version that shares no code with it."""

from collections import Counter

import pytest

from core.evaluation.at_scale import evaluation_agrees, price_to_win_agrees


@pytest.mark.parametrize("half", [0, 1])
def test_price_to_win_agrees_with_trying_every_price_on_five_thousand_cases(half):
    met = Counter(price_to_win_agrees(seed) for seed in range(half * 2500, half * 2500 + 2500))
    assert min(met["none"], met["won"], met["lower"]) > 100, met


def test_recomputation_agrees_with_the_slow_reference_on_a_thousand_cases():
    met = Counter(one for seed in range(1000) for one in evaluation_agrees(seed))
    assert min(met["tie"], met["draw needed"], met["rounding changes"]) > 20, met
