"""Evaluate a lot: 20 bids, 11 criteria, 7 members; alone, explained, over its life, and as strangers do it.

``recompute`` goes from canonical bytes to canonical bytes. Each way is tried for some seconds.
Run: ``python benchmarks/evaluation.py [--seconds S]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import per_second, rates

LIFE_SEED = 10
BIDS, CRITERIA, MEMBERS, PRICE_POINTS = 20, 11, 7, 40


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=2.0)
    asked = options.parse_args()
    with TemporaryDirectory() as folder:
        print(json.dumps(measure(asked.seconds) | rates(Path(folder)), indent=1))


def measure(seconds: float) -> dict[str, object]:
    """Evaluations per second, in three ways, on the same inputs."""
    from daylight.core.evaluation.evaluate import evaluate, recompute
    from daylight.core.evaluation.explain import explain
    from daylight.core.values.plain import canonical_bytes

    inputs = inputs_of_a_lot()
    source = canonical_bytes(inputs)
    assert recompute(source) == canonical_bytes(evaluate(inputs)), "a stranger gets the same bytes"
    alone = per_second(lambda: evaluate(inputs), seconds=seconds)
    explained = per_second(lambda: explain(inputs), seconds=seconds)
    again = per_second(lambda: recompute(source), seconds=seconds)
    costed = with_costs(inputs)
    over_life = per_second(lambda: evaluate(costed), seconds=seconds)
    explained_over_life = per_second(lambda: explain(costed), seconds=seconds)
    return {
        "bids": BIDS,
        "criteria": CRITERIA,
        "members": MEMBERS,
        "marks": len(inputs.marks),
        "evaluations_per_second": round(alone, 1),
        "explained_per_second": round(explained, 2),
        "recomputed_per_second": round(again, 1),
        "with_life_cycle_cost_per_second": round(over_life, 1),
        "with_life_cycle_cost_explained_per_second": round(explained_over_life, 2),
        "explaining_costs_evaluations": round(alone / explained, 1),
        "recomputing_costs_evaluations": round(alone / again, 2),
    }


def inputs_of_a_lot():
    """Price and ten criteria of six points, one of them objective; marks and prices by seeded chance."""
    from core.evaluation.cases import bid, criterion, scoring_terms
    from daylight.core.evaluation.inputs import EvaluationInputs, Mark

    chance, share = Random(1), Fraction(100 - PRICE_POINTS, CRITERIA - 1)
    quality = [criterion(f"q{n}", "subjective" if n else "objective", share) for n in range(CRITERIA - 1)]
    bids = tuple(bid(f"bid-{n:02d}", chance.randrange(250_000_000, 320_000_000)) for n in range(BIDS))
    members = tuple(f"member-{n}" for n in range(MEMBERS))
    marks = []
    for one in bids:
        for asked in quality:
            agreed = Fraction(chance.randrange(60))
            for member in members:
                points = agreed if asked.id == "q0" else Fraction(chance.randrange(60))
                marks.append(Mark(member, one.bid, asked.id, points / 10))
    return EvaluationInputs(scoring_terms(PRICE_POINTS, rest=quality), bids, members, tuple(marks))


def with_costs(inputs):
    """The same lot with four costs over eight years, scored with half the points of price."""
    from core.evaluation.cases import criterion
    from core.evaluation.generated import random_life
    from daylight.core.acts.bid_content import QuantityDeclared

    life, _ = random_life(Random(LIFE_SEED))
    price, *rest = inputs.terms.criteria
    half = price.points / 2
    criteria = (replace(price, points=half), criterion("life", "life_cycle", half), *rest)
    chance = Random(1)
    bids = tuple(
        replace(
            one,
            quantities=tuple(
                QuantityDeclared(ask.quantity, Fraction(chance.randint(1, 6)), "paper") for ask in life.asked
            ),
        )
        for one in inputs.bids
    )
    return replace(inputs, terms=replace(inputs.terms, criteria=criteria, life_cycle=life), bids=bids)


if __name__ == "__main__":
    main()
