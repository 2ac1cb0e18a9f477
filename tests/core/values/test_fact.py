"""Facts are typed in memory, spelled in acts and notes as ever, and typed again at the interface."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.dockets.stage import Stage
from daylight.core.values.fact import Code, Share, Spelled, build_fact, plain_fact, spelling_of, this
from daylight.core.values.instant import EARLIEST_MS, LATEST_MS, Instant
from daylight.core.values.money import EXPONENTS, Money
from daylight.core.values.plain import Misshapen, build, canonical_bytes, plain
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text

EASTER = date(2026, 4, 5)
WORDS = Text("谈判", "talks")
BID = f"bid-{'0a' * 16}"


@pytest.mark.parametrize(
    ("value", "spelling"),
    [
        (None, "-"),
        ((), "-"),
        ("甲公司", "甲公司"),
        ("", ""),
        (3, "3"),
        (True, "True"),
        (Fraction(2, 3), "2/3"),
        (Fraction(8), "8"),
        (Share(Fraction(3, 10)), "3/10"),
        (EASTER, "2026-04-05"),
        (Instant(1_772_413_200_000, 480), "2026-03-02T09:00:00+08:00"),
        (Instant(1_772_413_200_001, 480), "2026-03-02T09:00:00.001+08:00"),
        (Money(6_400_000, "CNY"), "6400000"),
        (Stage.TENDERED, "tendered"),
        (Code("function", "award.confirm"), "award.confirm"),
        (this(BID), BID),
        (Spelled(WORDS, "competitive_negotiation"), "competitive_negotiation"),
        (("1", "2"), "1, 2"),
        ((Money(1, "JPY"), this(BID)), f"1, {BID}"),
    ],
)
def test_every_kind_of_value_keeps_its_spelling(value, spelling):
    assert spelling_of(value) == spelling
    assert refuse("a.b", "role", fact=value).facts == (("fact", spelling),)


def test_words_are_spelled_by_what_they_stand_for_only():
    with pytest.raises(TypeError, match="Spelled"):
        refuse("a.b", "role", fact=WORDS)


ONE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.fractions(),
    st.fractions().map(Share),
    st.dates(),
    st.builds(Instant, st.integers(EARLIEST_MS, LATEST_MS), st.integers(-720, 720)),
    st.builds(Money, st.integers(), st.sampled_from(sorted(EXPONENTS))),
    st.builds(Code, st.text(), st.text()),
    st.builds(Spelled, st.builds(Text, st.text(), st.text()), st.text()),
)
MANY = st.recursive(ONE, lambda it: st.lists(it, max_size=3).map(tuple), max_leaves=6)
FACTS = st.dictionaries(st.sampled_from("abcdef"), MANY, max_size=3)


@settings(max_examples=40)
@given(FACTS)
def test_what_is_spelled_in_a_note_is_what_the_refusal_states(facts):
    refusal = refuse("a.b", "role", **facts)
    assert refusal.facts == tuple((name, spelling_of(fact)) for name, fact in facts.items())
    read = build(Refusal, plain(refusal))
    assert (read, read.facts, read.values) == (refusal, refusal.facts, {})
    assert canonical_bytes(read) == canonical_bytes(refusal)


@settings(max_examples=40)
@given(FACTS)
def test_the_interface_gives_every_value_back(facts):
    for fact in refuse("a.b", "role", **facts).values.values():
        assert build_fact(plain_fact(fact)) == fact


def test_a_stage_is_a_code_at_the_interface():
    said = plain_fact(Stage.OPENED)
    assert said == {"type": "code", "value": {"code": "opened", "of": "Stage"}}
    assert build_fact(said) == Code("Stage", "opened")


@pytest.mark.parametrize(
    "said",
    [
        {"type": "mony", "value": {"amount_minor": 1, "currency": "CNY"}},
        {"type": "money", "value": {"amount_minor": 1, "currency": "ZZZ"}},
        {"type": "money", "value": {"amount_minor": 1, "currency": "CNY"}, "more": 1},
        {"type": "list", "value": "1"},
        {"type": "nothing", "value": 1},
        "6400000",
    ],
)
def test_a_fact_of_another_shape_is_refused(said):
    with pytest.raises(Misshapen):
        build_fact(said)
