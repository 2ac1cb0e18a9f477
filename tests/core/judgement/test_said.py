"""People read amounts, days, stages and names, and of a mere spelling as much as can be read."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation import AgainCause
from daylight.core.acts.evaluation_terms import EvaluationMethod, Policy, PriceFormula
from daylight.core.acts.framework import Way
from daylight.core.acts.opening import DISCLOSED_PARTS, DispositionKind
from daylight.core.acts.planning import ObjectKind
from daylight.core.acts.registry import OrganisationRole
from daylight.core.acts.security import RefundForm
from daylight.core.dockets.stage import Stage
from daylight.core.evaluation.low_price import LowPriceTrigger
from daylight.core.judgement.row import FUNCTIONS
from daylight.core.judgement.words import remedy, wrong
from daylight.core.judgement.words.codes import CODES
from daylight.core.judgement.words.said import heard, said
from daylight.core.values.docket import DocketKind
from daylight.core.values.fact import Code, Share, this
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.refusal import refuse
from daylight.core.values.text import Text
from sentences import ill_said

NINE = Instant(1_772_413_200_000, 480)
BID = f"bid-{'0a' * 16}"


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        (None, "无", "none"),
        ((), "无", "none"),
        (True, "是", "yes"),
        (129_601, "129,601", "129,601"),
        (Money(6_400_000, "CNY"), "64,000.00 CNY", "CNY 64,000.00"),
        (Money(-6_400_000, "JPY"), "-6,400,000 JPY", "JPY -6,400,000"),
        (date(2026, 4, 5), "2026-04-05", "2026-04-05"),
        (NINE, "2026-03-02 09:00 UTC+08:00", "2026-03-02 09:00 UTC+08:00"),
        (NINE.later_by(1), "2026-03-02 09:00:00.001 UTC+08:00", "2026-03-02 09:00:00.001 UTC+08:00"),
        (Instant(0, -210), "1969-12-31 20:30 UTC-03:30", "1969-12-31 20:30 UTC-03:30"),
        (Stage.OPENED, "已开启", "opened"),
        (Code("function", "award.confirm"), "确定中标人", "confirming the award"),
        (Code("function", "unheard-of"), "unheard-of", "unheard-of"),
        (Share(Fraction(3, 10)), "30%", "30%"),
        (Share(Fraction(2, 3)), "2/3", "2/3"),
        (Fraction(17, 2), "8.5", "8.5"),
        (Fraction(-1, 2), "-0.5", "-0.5"),
        (Fraction(200), "200", "200"),
        (Fraction(1, 3), "1/3", "1/3"),
        (this(BID).value, "该投标", "this bid"),
        (this("").value, "未代表任何单位的个人", "a person who acts for no organisation"),
        (this("B").value, "该编号", "this number"),
        (Text("有误。", "It is wrong."), "有误", "It is wrong"),
        (f"{BID} {'0' * 64}", "该投标 …", "this bid …"),
        (("1", Text("二", "two")), "1、二", "1, two"),
    ],
)
def test_a_fact_is_said_in_the_language_of_its_reader(fact, zh, en):
    assert said(fact) == Text(zh, en)


@pytest.mark.parametrize(
    ("name", "spelling", "en"),
    [
        ("stage", "tendered", "solicited"),
        ("function", "bidding.bid", "bidding"),
        ("deadline", NINE.iso(), "2026-03-02 09:00 UTC+08:00"),
        ("bid", BID, "this bid"),
        ("first", "-", "none"),
        ("person", "顾岚", "顾岚"),
    ],
)
def test_a_spelling_is_read_as_well_as_it_can_be(name, spelling, en):
    assert heard(name, spelling).en == en


VOCABULARIES = {
    "DocketKind": DocketKind,
    "EvaluationMethod": EvaluationMethod,
    "Policy": Policy,
    "PriceFormula": PriceFormula,
    "Stage": Stage,
    "again": AgainCause.__args__,
    "disposition": DispositionKind.__args__,
    "function": FUNCTIONS,
    "low": LowPriceTrigger,
    "object": ObjectKind.__args__,
    "part": DISCLOSED_PARTS,
    "refund": RefundForm.__args__,
    "role": OrganisationRole.__args__,
    "way": Way.__args__,
}


@pytest.mark.parametrize("of", sorted(VOCABULARIES))
def test_every_code_has_words_in_both_languages(of):
    assert sorted(set(VOCABULARIES[of]) - CODES[of].keys()) == []
    assert all(words.zh and words.en for words in CODES[of].values())


TOO_HIGH = refuse("contracting.security-too-high", "role", most=Money(29_000_000, "CNY"))
NOT_OPEN = refuse("evaluation.lot-not-opened", "role", stage=Stage.TENDERED)


def test_a_sentence_holds_its_facts():
    assert wrong(TOO_HIGH).zh == "履约保证金超过上限（290,000.00 CNY）"
    assert wrong(TOO_HIGH).en == "the performance security is above the ceiling of CNY 290,000.00"
    assert ill_said(TOO_HIGH) == ill_said(NOT_OPEN) == []


def test_chinese_names_stand_in_a_chinese_sentence_without_blanks():
    assert wrong(refuse("acts.unknown-person", "role", person="顾岚")).zh == "顾岚未登记"
    assert wrong(refuse("acts.unknown-person", "role", person="Gu Lan")).zh == "Gu Lan 未登记"


@pytest.mark.parametrize(
    ("refusal", "fault"),
    [
        (replace(TOO_HIGH, values={"mots": Money(1, "CNY")}), "facts without a value"),
        (replace(TOO_HIGH, values={}), "facts without a value"),
        (replace(TOO_HIGH, values={"most": "6400000 minor units"}), "minor units"),
        (replace(TOO_HIGH, values={"most": "{most}"}), "an unfilled place"),
        (replace(TOO_HIGH, values={"most": f"case-{7:04}"}), "a docket"),
        (replace(TOO_HIGH, values={"most": "second_lowest"}), "a code"),
        (replace(TOO_HIGH, values={"most": NINE.iso()}), "a machine's instant"),
        (replace(NOT_OPEN, values={"stage": "tendered"}), "codes ['tendered']"),
        (replace(NOT_OPEN, values={"stage": Code("Stage", "tender")}), "no words for"),
    ],
)
def test_what_a_person_cannot_read_is_found(refusal, fault):
    assert any(fault in ill for ill in ill_said(refusal))


def test_a_misspelt_fact_leaves_a_place_that_cannot_be_filled():
    with pytest.raises(KeyError, match="most"):
        mend_and_wrong(refuse("contracting.security-too-high", "role", mots=Money(1, "CNY")))


def mend_and_wrong(refusal):
    return wrong(refusal), remedy(refusal)


def test_interest_without_a_rate_is_not_asked_as_a_sum_of_nothing():
    late = {"days": 10, "least": Money(0, "CNY")}
    assert "0.00" not in wrong(refuse("security.interest", "security.late_interest_premium", **late)).en
    owed = late | {"least": Money(7680, "CNY")}
    assert "CNY 76.80" in wrong(refuse("security.interest", "security.late_interest_premium", **owed)).en
