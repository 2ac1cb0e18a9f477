"""Generated evaluation cases: small numbers on purpose, so that ties and rounding edges are common."""

import random
from dataclasses import replace
from fractions import Fraction

from core.evaluation.cases import criterion, preference, price_terms, scoring_terms
from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import (
    EvaluationMethod,
    PriceFormula,
    PriceScale,
    RankOn,
    Rounding,
    RoundingMode,
    RoundingStage,
    TieBreak,
)
from daylight.core.acts.life_cycle_terms import Asked, Fixed, LifeCycleTerms
from daylight.core.evaluation.inputs import EvaluationInputs, Mark, ValidBid
from daylight.core.rulebook.life_cycle import CostLine, Quantity
from daylight.core.values.money import Money
from daylight.core.values.text import Text

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


def drawn(many):
    """So many sound cases, each with its seed and with chance for what a test changes in it."""
    for seed in range(many):
        yield seed, random.Random(seed), random_inputs(seed)


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


SCALES = (
    PriceScale(PriceFormula.LINEAR_FROM_LOWEST),
    PriceScale(PriceFormula.LINEAR_BETWEEN),
    PriceScale(PriceFormula.ABSOLUTE, Money(5, "CNY"), Money(25, "CNY")),
)


def scaled_inputs(seed, **more):
    """One sound case that gives points for prices by another formula than the usual one."""
    inputs = random_inputs(seed, **more)
    scale = random.Random(f"formula {seed}").choice(SCALES)
    return replace(inputs, terms=replace(inputs.terms, price_scale=scale))


NAME = Text("名", "name")
USES = ("informs", "scores", "ranks")


def costed_inputs(seed, **more):
    """One sound case whose life-cycle cost informs, scores or ranks."""
    rng = random.Random(f"life {seed}")
    inputs = random_inputs(seed, **more)
    life, _ = random_life(rng)
    use = rng.choice(USES)
    terms = replace(inputs.terms, life_cycle=life)
    if use == "ranks":
        terms = replace(terms, method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST, criteria=())
    elif terms.method is EvaluationMethod.COMPREHENSIVE_SCORING and use == "scores":
        price, *rest = terms.criteria
        half = replace(price, points=price.points / 2)
        terms = replace(terms, criteria=(half, criterion("life", "life_cycle", price.points / 2), *rest))
    bids = tuple(replace(one, quantities=_declared(rng, life)) for one in inputs.bids)
    scored = terms.method is EvaluationMethod.COMPREHENSIVE_SCORING
    return replace(
        inputs, terms=terms, bids=bids, marks=inputs.marks if scored else (),
        members=inputs.members if scored else (),
    )  # fmt: skip


def random_life(rng):
    """Sound terms of a few costs, and what a bid declares for them; small numbers, so ties are common."""
    quantities = [
        Quantity("use", NAME, NAME, "bidder", evidence="certificate"),
        Quantity("rate", NAME, NAME, "documents", money=True),
    ]
    lines = [
        CostLine("energy", NAME, "energy", "yearly", ("use", "rate"), Fraction(rng.choice((1, 10, 1000))))
    ]
    if rng.random() < 0.5:
        quantities += [
            Quantity("part", NAME, NAME, "bidder", money=True, evidence="binding_offer"),
            Quantity("part_years", NAME, NAME, "bidder", evidence="test_report"),
        ]
        lines.append(CostLine("parts", NAME, "replacement", "every", ("part",), every="part_years"))
    if rng.random() < 0.5:
        quantities.append(Quantity("fee", NAME, NAME, "documents", money=True))
        lines.append(CostLine("fee", NAME, "disposal", "end", ("fee",)))
    if rng.random() < 0.5:
        quantities.append(Quantity("share", NAME, NAME, "documents"))
        lines.append(CostLine("rest", NAME, "residual", "end", ("share",)))
    by_documents = [one.id for one in quantities if one.by == "documents"]
    by_bidder = [one.id for one in quantities if one.by == "bidder"]
    life = LifeCycleTerms(
        "generated",
        tuple(quantities),
        tuple(lines),
        years=rng.randint(1, 8),
        discount=Fraction(rng.randint(0, 20), 100),
        rates=rng.choice(("real", "nominal")),
        fixed=tuple(_fixed(rng, name) for name in by_documents),
        asked=tuple(Asked(name, Fraction(int(name == "part_years")), Fraction(1000)) for name in by_bidder),
    )
    return life, _declared(rng, life)


def _fixed(rng, name):
    if name == "share":
        return Fixed(name, Fraction(rng.randint(0, 9), 10))
    return Fixed(name, Fraction(rng.randint(0, 40), rng.choice((1, 3))), Fraction(rng.randint(-5, 5), 100))


def _declared(rng, life):
    return tuple(QuantityDeclared(one.quantity, Fraction(rng.randint(1, 6)), "paper") for one in life.asked)
