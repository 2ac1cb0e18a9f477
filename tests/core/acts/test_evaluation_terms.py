"""Terms of evaluation: sound ones pass, and everything wrong is said at once."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation_terms import (
    ArithmeticReading,
    Criterion,
    CriterionKind,
    EvaluationMethod,
    EvaluationTerms,
    LowPriceRule,
    Preference,
    RankOn,
    Rounding,
    RoundingMode,
    RoundingStage,
    TieBreak,
    terms_faults,
)
from daylight.core.values.plain import build, canonical_bytes, read_plain
from daylight.core.values.text import Text

PRICE = Criterion("price", Text("价格", "price"), CriterionKind.PRICE, Fraction(30))
QUALITY = Criterion("quality", Text("质量", "quality"), CriterionKind.SUBJECTIVE, Fraction(70))
SMALL = Preference("small", Fraction(15, 100), Text("小微企业", "small enterprise"))
TERMS = EvaluationTerms(
    EvaluationMethod.COMPREHENSIVE_SCORING,
    (PRICE, QUALITY),
    Rounding(2, RoundingMode.HALF_UP, RoundingStage.TOTAL),
    RankOn.EXACT,
    (TieBreak.LOWER_PRICE, TieBreak.DRAW),
    (SMALL,),
    LowPriceRule(Fraction(1, 2), Fraction(1, 2), Fraction(45, 100)),
    ArithmeticReading.APPLY_ALL,
)


def codes(terms):
    return [fault.code for fault in terms_faults(terms)]


def test_sound_terms_have_no_fault_and_survive_the_way_to_plain_and_back():
    assert codes(TERMS) == []
    assert build(EvaluationTerms, read_plain(canonical_bytes(TERMS))) == TERMS


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"criteria": (PRICE, replace(QUALITY, points=Fraction(69)))}, ["terms.points-not-full"]),
        ({"criteria": (replace(QUALITY, points=Fraction(100)),)}, ["terms.price-criteria"]),
        ({"criteria": (PRICE, replace(PRICE, id="p2"), replace(QUALITY, points=Fraction(40)))},
         ["terms.price-criteria"]),
        ({"criteria": (PRICE, QUALITY, replace(QUALITY, id="free", points=Fraction(0)))},
         ["terms.criterion-without-points"]),
        ({"criteria": (PRICE, replace(QUALITY, id="price"))}, ["terms.criterion-repeated"]),
        ({"price_fixed": True}, ["terms.price-criteria"]),
        ({"method": EvaluationMethod.LOWEST_EVALUATED_PRICE}, ["terms.criteria-with-lowest-price"]),
        ({"rounding": replace(TERMS.rounding, places=7)}, ["terms.rounding-places"]),
        ({"rounding": replace(TERMS.rounding, places=-1)}, ["terms.rounding-places"]),
        ({"tie_breaks": ()}, ["terms.tie-breaks-missing"]),
        ({"tie_breaks": (TieBreak.DRAW, TieBreak.LOWER_PRICE)}, ["terms.tie-break-after-draw"]),
        ({"tie_breaks": (TieBreak.LOWER_PRICE, TieBreak.LOWER_PRICE)}, ["terms.tie-break-repeated"]),
        ({"preferences": (SMALL, SMALL)}, ["terms.preference-repeated"]),
        ({"preferences": (replace(SMALL, rate=Fraction(1)),)}, ["terms.rate-out-of-range"]),
        ({"low_price": LowPriceRule(None, Fraction(0), None)}, ["terms.rate-out-of-range"]),
    ],
)  # fmt: skip
def test_each_fault_of_terms_is_named(change, expected):
    assert codes(replace(TERMS, **change)) == expected


def test_all_faults_are_said_at_once_in_both_languages():
    wrong = replace(TERMS, criteria=(replace(QUALITY, points=Fraction(1, 3)),), tie_breaks=())
    faults = terms_faults(wrong)
    assert [fault.code for fault in faults] == [
        "terms.points-not-full",
        "terms.price-criteria",
        "terms.tie-breaks-missing",
    ]
    assert faults[0].text.en == "The points of the criteria sum to 1/3; they must sum to 100."
    assert faults[0].facts == (("total", "1/3"), ("full", "100"))
    assert faults[0].text.zh == "各评审因素分值之和为 1/3,应为 100。"


def test_a_fixed_price_is_scored_without_price():
    assert codes(replace(TERMS, price_fixed=True, criteria=(replace(QUALITY, points=Fraction(100)),))) == []
