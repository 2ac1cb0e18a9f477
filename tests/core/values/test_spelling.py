"""Spellings a reader cannot tell apart are one; what he can tell apart stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.values.spelling import seen, squeezed


@pytest.mark.parametrize(
    "spelled",
    [
        "ABC1",
        "abc1",
        "ＡＢＣ１",
        " A B C 1 ",
        "A\u200bBC1",
        "\ufeffABC1",
        "AB\u00adC1",
        "A\u2060BC\t1\n",
        "Ａbc①",
    ],
)
def test_width_case_blanks_and_unseen_characters_make_no_other_word(spelled):
    assert squeezed(spelled) == "abc1"


@pytest.mark.parametrize("text", ["C¸", "a ́", "Ω ̈"])
def test_a_mark_that_meets_its_letter_when_the_blank_goes_is_one_with_it(text):
    assert squeezed(squeezed(text)) == squeezed(text)


def test_a_radical_that_looks_like_a_character_is_that_character():
    assert squeezed("注册资⾦") == squeezed("注册资金")


@pytest.mark.parametrize(("one", "other"), [("甲", "乙"), ("A1", "AI"), ("註冊", "注册"), ("0", "O")])
def test_words_a_reader_tells_apart_stay_apart(one, other):
    assert squeezed(one) != squeezed(other)


def test_what_is_seen_keeps_its_blanks_and_lines():
    assert seen("甲\u200b 乙\ufeff\n丙\x07") == "甲 乙\n丙"


@given(st.text())
def test_squeezing_twice_changes_nothing(text):
    assert squeezed(squeezed(text)) == squeezed(text)
