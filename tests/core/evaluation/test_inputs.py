"""Inputs that cannot be evaluated are answered with everything that is wrong, never with a guess."""

from dataclasses import replace
from fractions import Fraction

import pytest

from core.evaluation.cases import bid, criterion, inputs_of, preference, scoring_terms
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.inputs import EvaluationInputs, Mark, ValidBid, input_faults
from daylight.core.values.money import Money

TERMS = scoring_terms(30, preferences=(preference("small", "0.6"), preference("local", "0.5")))
SOUND = inputs_of(TERMS, (bid("A", 100), bid("B", 110, "small")), {"A": 60, "B": 50})


def codes(inputs):
    return [fault.code for fault in input_faults(inputs)]


def test_sound_inputs_have_no_fault():
    assert codes(SOUND) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"bids": (), "marks": ()}, ["evaluation.no-valid-bid"]),
        ({"bids": (*SOUND.bids, bid("A", 100))}, ["evaluation.bid-repeated"]),
        ({"draw_order": ("A", "Z", "A")}, ["evaluation.draw-repeated", "evaluation.draw-unknown-bid"]),
        ({"bids": (bid("A", 0), bid("B", 110))}, ["evaluation.price-not-positive"]),
        ({"bids": (ValidBid("A", Money(5, "EUR")), bid("B", 110))}, ["evaluation.currencies-differ"]),
        ({"bids": (bid("A", 1), bid("B", 1, "green"))}, ["evaluation.preference-unfounded"]),
        ({"bids": (bid("A", 1), ValidBid("B", Money(1, "CNY"), (), ("small",)))},
         ["evaluation.preference-unfounded"]),
        ({"bids": (bid("A", 1), bid("B", 1, "local", "local"))},
         ["evaluation.preference-unfounded", "evaluation.preferences-exceed-price"]),
        ({"bids": (bid("A", 1), bid("B", 1, "local", "small"))}, ["evaluation.preferences-exceed-price"]),
        ({"marks": SOUND.marks[:1]}, ["evaluation.mark-count"]),
        ({"marks": (*SOUND.marks, SOUND.marks[0])}, ["evaluation.mark-count"]),
        ({"marks": (*SOUND.marks, Mark("m9", "A", "quality", Fraction(1)))}, ["evaluation.mark-count"]),
        ({"marks": (*SOUND.marks, Mark("m1", "A", "price", Fraction(1)))}, ["evaluation.mark-count"]),
        ({"marks": (SOUND.marks[0], replace(SOUND.marks[1], points=Fraction(141, 2)))},
         ["evaluation.mark-out-of-range"]),
        ({"marks": (SOUND.marks[0], replace(SOUND.marks[1], points=Fraction(-1)))},
         ["evaluation.mark-out-of-range"]),
        ({"members": (), "marks": ()}, ["evaluation.no-member"]),
        ({"members": ("m1", "m1")}, ["evaluation.member-repeated"]),
    ],
)  # fmt: skip
def test_each_fault_of_inputs_is_named(change, expected):
    assert codes(replace(SOUND, **change)) == expected


def two_members(kind, one, other):
    terms = scoring_terms(30, rest=(criterion("quality", kind, 70),))
    marks = tuple(Mark(who, "A", "quality", Fraction(points)) for who, points in (("m1", one), ("m2", other)))
    return EvaluationInputs(terms, (bid("A", 100),), ("m1", "m2"), marks)


def test_objective_marks_that_differ_are_a_fault_and_never_averaged():
    faults = evaluate(two_members("objective", 40, 50))
    assert [(fault.code, dict(fault.facts)) for fault in faults] == [
        (
            "evaluation.objective-marks-differ",
            {"bid": "A", "criterion": "quality", "points": "40, 50"},
        )
    ]


def test_identical_objective_marks_and_differing_subjective_marks_are_evaluated():
    assert evaluate(two_members("objective", 50, 50)).line("A").figure == 80
    assert evaluate(two_members("subjective", 40, 50)).line("A").figure == 75
