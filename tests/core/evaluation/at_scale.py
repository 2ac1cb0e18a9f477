"""One generated evaluation against slow arithmetic: a few hundred for the core's own tests, all of them for
``tests/conformance/test_evaluation.py``."""

import random
from fractions import Fraction

from core.evaluation import slow, slow_cost
from core.evaluation.generated import random_inputs, random_life
from daylight.core.acts.evaluation_terms import RankOn
from daylight.core.evaluation.evaluate import evaluate, recompute
from daylight.core.evaluation.life_cycle import life_cycle_cost
from daylight.core.evaluation.ranking import ranking
from daylight.core.evaluation.scoring import mean_marks, standings
from daylight.core.evaluation.to_win import PriceToWin, points_to_win, price_to_win
from daylight.core.values.plain import canonical_bytes, plain


def price_to_win_agrees(seed: int, made=random_inputs) -> str:
    """The slow evaluation decides, from the price as bid downwards; says what kind of case it was."""
    inputs = made(seed, most_bids=3, top_price=30)
    place = random.Random(seed).randrange(len(inputs.bids))
    own, said = inputs.bids[place], plain(inputs)
    on = int(inputs.terms.rank_on is RankOn.ROUNDED)
    expected = None
    for price in range(own.price.amount_minor, 0, -1):
        said["bids"][place]["price"]["amount_minor"] = price
        found = slow.ranks(said, on)
        if found[own.bid] == 1 and list(found.values()).count(1) == 1:
            expected = PriceToWin(price, own.price.amount_minor - price)
            break
    assert price_to_win(inputs, own.bid) == expected, seed
    return "none" if expected is None else "won" if expected.less_minor == 0 else "lower"


def cost_agrees(seed: int) -> set[str]:
    """A life-cycle cost is the slow one, to the last digit; says which costs and times the case had."""
    rng = random.Random(seed)
    life, declared = random_life(rng)
    price = rng.randint(1, 10**6)
    exact = slow_cost.cost(plain(life), plain(declared), price)
    assert slow.compare(exact, life_cycle_cost(life, declared, price).total.as_integer_ratio()) == 0, seed
    return {line.timing for line in life.lines} | {line.kind for line in life.lines}


def evaluation_agrees(seed: int, made=random_inputs) -> list[str]:
    """Ranks, figures and recomputation are those of the slow reference; says what the case met."""
    inputs = made(seed)
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
    met = {
        "tie": any(line.tie for line in result.bids),
        "draw needed": bool(result.draw_needed),
        "rounding changes": bool(result.rounding_changes),
        f"{inputs.terms.method.value} {inputs.terms.counts_life_cycle}": True,
    }
    return [name for name, so in met.items() if so]


def points_to_win_are_the_border(seed: int) -> list[tuple[bool, bool]]:
    """Just below never wins, the number itself where it says so, just above always; says what was met."""
    inputs, met, hair = random_inputs(seed, top_price=12), [], Fraction(1, 10**9)
    means = mean_marks(inputs.marks)
    for own in inputs.bids:
        for lacking in points_to_win(inputs, own.bid):
            met.append((lacking.inclusive, lacking.feasible))
            assert [
                _wins_with(inputs, means, own.bid, (lacking.criterion, lacking.more + more))
                for more in (-hair, Fraction(), hair)
            ] == [False, lacking.inclusive, True], seed
    return met


def _wins_with(inputs, means, own, given) -> bool:
    criterion, more = given
    means = means | {(own, criterion): means[own, criterion] + more}
    placed = standings(inputs.terms, inputs.bids, means)
    return ranking(inputs.terms, placed, inputs.draw_order).leaders == (own,)
