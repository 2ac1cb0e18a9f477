"""Generated evaluations against slow arithmetic that shares no code with the core."""

from collections import Counter

from core.evaluation.at_scale import evaluation_agrees


def test_recomputation_agrees_with_the_slow_reference():
    """Here two hundred cases; ``tests/conformance/test_evaluation.py`` has a thousand."""
    met = Counter(one for seed in range(200) for one in evaluation_agrees(seed))
    assert min(met["tie"], met["draw needed"], met["rounding changes"]) > 0, met
