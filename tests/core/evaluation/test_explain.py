"""Gaps, what the result hangs on, and the weight at which it turns."""

from dataclasses import replace
from fractions import Fraction

from core.evaluation.cases import bid, criterion, inputs_of, price_terms, scoring_terms
from core.evaluation.generated import drawn
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.explain import (
    Explanation,
    Gap,
    Left,
    SwitchingWeight,
    WithoutOne,
    explain,
    leave_one_out,
)
from daylight.core.evaluation.inputs import EvaluationInputs, Mark
from daylight.core.evaluation.to_win import PriceToWin
from daylight.core.values.plain import build, plain

QUALITY = {"A": 87 * Fraction(7, 10), "B": 90 * Fraction(7, 10), "C": 20 * Fraction(7, 10)}
PARADOX = inputs_of(scoring_terms(30), (bid("A", 100), bid("B", 110), bid("C", 50)), QUALITY)


def test_a_hopeless_bid_on_which_the_result_hangs_is_named():
    """Without C the winner is A; without quality it is C."""
    assert explain(PARADOX).hangs_on == (
        WithoutOne(Left.BID, "C", ("A",)),
        WithoutOne(Left.CRITERION, "quality", ("C",)),
    )


def test_gaps_sum_to_the_margin():
    got = explain(PARADOX)
    assert got.leaders == ("B",)
    a = got.comparisons[0]
    assert (a.bid, a.gaps) == (
        "A",
        (Gap("price", Fraction(1500, 110) - 15), Gap("quality", Fraction("2.1"))),
    )
    assert a.margin == sum(gap.points for gap in a.gaps) > 0


def test_the_weight_of_price_at_which_two_bids_are_level():
    """Of A and B alone: unit scores 1 and 10/11 on price, 0.87 and 0.90 on quality."""
    pair = replace(PARADOX, bids=PARADOX.bids[:2], marks=PARADOX.marks[:2])
    (against,) = explain(pair).comparisons
    level = Fraction(3, 100) / (Fraction(1, 11) + Fraction(3, 100))
    assert against.switching_weight == SwitchingWeight(level, "A")
    there = scoring_terms(level * 100)
    share = (1 - level) * 100
    result = evaluate(
        inputs_of(there, pair.bids, {"A": Fraction("0.87") * share, "B": Fraction("0.9") * share})
    )
    assert result.line("A").figure == result.line("B").figure


def test_a_bid_better_on_both_sides_has_no_switching_weight():
    inputs = inputs_of(scoring_terms(30), (bid("A", 100), bid("B", 110)), {"A": 60, "B": 50})
    assert explain(inputs).comparisons[0].switching_weight is None


def test_a_member_on_whom_the_result_hangs_is_named():
    terms = scoring_terms(30, rest=(criterion("quality", "subjective", 70),))
    given_points = {"m1": (60, 59), "m2": (60, 59), "m3": (50, 65)}
    marks = tuple(
        Mark(member, name, "quality", Fraction(points))
        for member, both in given_points.items()
        for name, points in zip("AB", both, strict=True)
    )
    inputs = EvaluationInputs(terms, (bid("A", 100), bid("B", 100)), tuple(given_points), marks)
    assert evaluate(inputs).leaders == ("B",)
    assert leave_one_out(inputs) == (
        WithoutOne(Left.MEMBER, "m3", ("A",)),
        WithoutOne(Left.CRITERION, "quality", ("A", "B")),
    )


def test_the_lowest_evaluated_price_is_explained_by_its_price_gap():
    got = explain(inputs_of(price_terms(), (bid("A", 90_00), bid("B", 100_00))))
    (against,) = got.comparisons
    assert (against.gaps, against.margin, against.points_to_win) == ((), 10_00, ())
    assert (against.price_to_win, got.hangs_on) == (PriceToWin(89_99, 10_01), ())


def test_unsound_inputs_are_answered_with_their_faults():
    assert [fault.code for fault in explain(replace(PARADOX, bids=(), marks=()))] == [
        "evaluation.no-valid-bid"
    ]


def test_an_explanation_survives_the_way_to_plain_and_its_margins_are_those_of_the_result():
    for seed, _, inputs in drawn(40):
        got, result = explain(inputs), evaluate(inputs)
        assert build(Explanation, plain(got)) == got
        for against in got.comparisons:
            winner, other = result.line(against.winner), result.line(against.bid)
            assert abs(against.margin) == abs(winner.figure - other.figure), seed
            if against.gaps:
                assert sum(gap.points for gap in against.gaps) == against.margin, seed
