"""The result as a whole: reasons, canonical bytes, recomputation, and what must not change it."""

from dataclasses import replace
from fractions import Fraction

from core.evaluation.cases import bid, inputs_of, preference, scoring_terms
from core.evaluation.generated import drawn
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.evaluation.evaluate import EvaluationResult, evaluate, recompute
from daylight.core.evaluation.inputs import EvaluationInputs
from daylight.core.values.money import Money
from daylight.core.values.plain import build, canonical_bytes, read_plain

TERMS = scoring_terms(30, preferences=(preference("small", "0.20"), preference("local", "0.10")))
INPUTS = inputs_of(TERMS, (bid("A", 100_00, "small"), bid("B", 90_00)), {"A": 60, "B": "50.5"})


def test_a_result_survives_the_way_to_plain_and_back_and_is_recomputed_from_bytes():
    result = evaluate(INPUTS)
    assert build(EvaluationResult, read_plain(canonical_bytes(result))) == result
    assert recompute(canonical_bytes(INPUTS)) == canonical_bytes(result)


def test_another_mark_gives_other_bytes():
    changed = replace(INPUTS, marks=(INPUTS.marks[0], replace(INPUTS.marks[1], points=Fraction(51))))
    assert recompute(canonical_bytes(changed)) != recompute(canonical_bytes(INPUTS))


def test_every_step_of_a_figure_is_said_with_its_exact_numbers():
    claimed = replace(INPUTS.bids[0], claimed=("small", "local"))
    because = evaluate(replace(INPUTS, bids=(claimed, INPUTS.bids[1]))).line("A").because
    assert [part.rule for part in (because, *because.parts)] == [
        "evaluation.total",
        "evaluation.evaluated-price",
        "evaluation.price-points",
        "evaluation.subjective-marks",
    ]
    price, points, marks = because.parts
    assert [(part.rule, part.inputs) for part in price.parts] == [
        ("evaluation.preference-granted", (("preference", "small"), ("rate", "1/5"))),
        ("evaluation.preference-not-granted", (("preference", "local"), ("rate", "1/10"))),
    ]
    assert dict(points.inputs) == {
        "most": "30/1",
        "benchmark_minor": "8000/1",
        "evaluated_minor": "8000/1",
        "points": "30/1",
        "points_rounded": "30/1",
    }
    assert dict(marks.inputs)["mark:m1"] == "60/1"


def test_counting_money_in_smaller_units_keeps_every_rank():
    for seed, rng, inputs in drawn(60):
        factor = rng.randint(2, 10**6)
        prices = (Money(one.price.amount_minor * factor, "CNY") for one in inputs.bids)
        bids = tuple(replace(one, price=price) for one, price in zip(inputs.bids, prices, strict=True))
        before, after = evaluate(inputs), evaluate(replace(inputs, bids=bids))
        for own in before.bids:
            same = after.line(own.bid)
            assert (same.rank_exact, same.points) == (own.rank_exact, own.points), seed


def test_the_order_in_which_bids_and_marks_are_given_does_not_matter():
    for seed, rng, inputs in drawn(60):
        bids, marks = (tuple(rng.sample(given, len(given))) for given in (inputs.bids, inputs.marks))
        shuffled = evaluate(replace(inputs, bids=bids, marks=marks))
        assert replace(shuffled, inputs_digest="") == replace(evaluate(inputs), inputs_digest=""), seed


def test_a_lower_own_price_never_worsens_the_own_rank():
    for seed, rng, inputs in drawn(100):
        own = rng.choice(inputs.bids)
        cheaper = replace(own, price=Money(rng.randint(1, own.price.amount_minor), "CNY"))
        bids = tuple(cheaper if one is own else one for one in inputs.bids)
        before, after = evaluate(inputs).line(own.bid), evaluate(replace(inputs, bids=bids)).line(own.bid)
        assert placed(after.rank_exact) <= placed(before.rank_exact), seed
        assert placed(after.rank_rounded) <= placed(before.rank_rounded), seed


def placed(rank):
    """No candidate stands behind all."""
    return rank or 1000


def test_by_price_alone_another_bid_never_changes_the_order_of_the_rest():
    for seed, rng, inputs in drawn(60):
        terms = replace(inputs.terms, method=EvaluationMethod.LOWEST_EVALUATED_PRICE, criteria=())
        bids = tuple(replace(one, brand="") for one in inputs.bids)
        whole = EvaluationInputs(terms, bids, draw_order=tuple(one.bid for one in bids))
        gone = rng.choice(bids).bid
        if left := tuple(one for one in bids if one.bid != gone):
            rest = EvaluationInputs(terms, left, draw_order=tuple(one.bid for one in left))
            ranking = tuple(bid for bid in evaluate(whole).ranking if bid != gone)
            assert evaluate(rest).ranking == ranking, seed
