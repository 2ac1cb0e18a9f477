"""Generated evaluation cases: small numbers on purpose, so that ties and rounding edges are common."""

import random
from fractions import Fraction

from hypothesis import strategies as st

from core.evaluation.cases import criterion, preference, price_terms, scoring_terms
from daylight.core.acts.evaluation_terms import (
    RankOn,
    Rounding,
    RoundingMode,
    RoundingStage,
    TieBreak,
)
from daylight.core.evaluation.inputs import EvaluationInputs, Mark, ValidBid
from daylight.core.values.money import Money

PREFERENCES = (preference("small", "0.15"), preference("domestic", "0.20"))
TIE_BREAKS = (
    (TieBreak.LOWER_PRICE, TieBreak.DRAW),
    (TieBreak.LOWER_BID_PRICE, TieBreak.DRAW),
    (TieBreak.DRAW,),
    (TieBreak.LOWER_PRICE,),
)


def random_inputs(seed, *, most_bids=5, top_price=60):
    """One sound case from a seed."""
    rng = random.Random(seed)
    rounding = Rounding(rng.randint(0, 2), rng.choice(list(RoundingMode)), rng.choice(list(RoundingStage)))
    common = {
        "rounding": rounding,
        "rank_on": rng.choice(list(RankOn)),
        "tie_breaks": rng.choice(TIE_BREAKS),
        "preferences": PREFERENCES,
    }
    terms = price_terms(**common) if rng.random() < 0.2 else scoring_terms(*_points(rng, common), **common)
    names = [f"b{place}" for place in range(rng.randint(1, most_bids))]
    top_price = rng.choice((4, top_price))
    bids = tuple(_bid(rng, name, top_price) for name in names)
    members = tuple(f"m{place}" for place in range(rng.randint(1, 3)))
    draw = tuple(rng.sample(names, len(names))) if rng.random() < 0.4 else ()
    return EvaluationInputs(terms, bids, members, tuple(_marks(rng, terms, names, members)), draw)


def inputs_strategy():
    return st.integers(0, 2**32).map(random_inputs)


def _points(rng, common):
    price = rng.choice((10, 30, 60))
    first = rng.randint(1, 99 - price)
    common["rest"] = (
        criterion("quality", "subjective", first),
        criterion("service", "objective", 100 - price - first),
    )
    return (price,)


def _bid(rng, name, top_price):
    claimed = tuple(one.id for one in PREFERENCES if rng.random() < 0.4)
    granted = tuple(one for one in claimed if rng.random() < 0.8)
    brand = rng.choice(("", "", "", "X", "Y"))
    return ValidBid(name, Money(rng.randint(1, top_price), "CNY"), claimed, granted, brand=brand)


def _marks(rng, terms, names, members):
    for part in terms.criteria:
        if part.kind == "price":
            continue
        for name in names:
            steps = _steps(rng, part.points)
            common = rng.choice(steps)
            for member in members:
                yield Mark(member, name, part.id, common if part.kind == "objective" else rng.choice(steps))


def _steps(rng, most):
    """Quarter points in the upper half, or now and then only all or half, so that totals tie."""
    if rng.random() < 0.5:
        return (most, most / 2)
    return [Fraction(quarter, 4) for quarter in range(int(most) * 2, int(most) * 4 + 1)]
