"""A thousand generated evaluations against slow arithmetic that shares no code with the core."""

from collections import Counter

from core.evaluation import slow
from core.evaluation.generated import random_inputs
from daylight.core.evaluation.evaluate import evaluate, recompute
from daylight.core.values.plain import canonical_bytes, plain


def test_recomputation_agrees_with_the_slow_reference_on_a_thousand_cases():
    met = Counter()
    for seed in range(1000):
        inputs = random_inputs(seed)
        said, result = plain(inputs), evaluate(inputs)
        assert recompute(canonical_bytes(inputs)) == canonical_bytes(result)
        ranks = slow.ranks(said, 0), slow.ranks(said, 1)
        assert {line.bid: line.rank_exact for line in result.bids} == ranks[0], seed
        assert {line.bid: line.rank_rounded for line in result.bids} == ranks[1], seed
        on = int(said["terms"]["rank_on"] == "rounded")
        assert {line.bid: line.rank for line in result.bids} == ranks[on], seed
        for bid in said["bids"]:
            exact, shown = slow.figures(said, bid)
            line = result.line(bid["bid"])
            assert slow.compare((abs(exact[0]), exact[1]), line.figure.as_integer_ratio()) == 0, seed
            assert slow.compare((abs(shown[0]), shown[1]), line.figure_rounded.as_integer_ratio()) == 0, seed
        met["tie"] += any(line.tie for line in result.bids)
        met["draw needed"] += bool(result.draw_needed)
        met["rounding changes"] += bool(result.rounding_changes)
    assert min(met["tie"], met["draw needed"], met["rounding changes"]) > 20, met
