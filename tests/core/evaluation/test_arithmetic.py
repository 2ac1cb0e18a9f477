"""Correction of arithmetic: each error alone, then several under the two readings."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation_terms import ArithmeticReading
from daylight.core.evaluation.arithmetic import (
    Correction,
    CorrectionRule,
    PriceLine,
    PriceStatement,
    correct,
    readings_differ,
)
from daylight.core.values.plain import build, plain

FIRST, ALL = ArithmeticReading.FIRST_DECIDES, ArithmeticReading.APPLY_ALL


def line(name, unit, quantity, total=None):
    priced = PriceLine(name, Fraction(unit), Fraction(quantity), 0)
    return replace(priced, total_minor=priced.amount_minor if total is None else total)


A = PriceStatement(498_000_00, 499_800_00, lines=(line("1", 498_00, 1000),))
B = PriceStatement(498_000_00, 498_000_00, words_minor=500_000_00)
C = PriceStatement(498_000_00, 498_000_00, lines=(line("1", 4_980_00, 10), line("2", 22_500_00, 20)))
D = PriceStatement(4_980_000_00, 4_980_000_00, lines=(line("1", 498_00, 1000, 4_980_000_00),))
SOUND = PriceStatement(498_000_00, 498_000_00, 498_000_00, (line("1", 498_00, 1000),))


@pytest.mark.parametrize("reading", ArithmeticReading)
@pytest.mark.parametrize(
    ("statement", "price", "rule", "before"),
    [
        (A, 498_000_00, CorrectionRule.OPENING_TABLE_OVER_BODY, 499_800_00),
        (B, 500_000_00, CorrectionRule.WORDS_OVER_FIGURES, 498_000_00),
        (C, 499_800_00, CorrectionRule.LINES_OVER_TOTAL, 498_000_00),
        (D, 4_980_000_00, CorrectionRule.UNIT_PRICE_SLIP, 4_980_000_00),
    ],
)
def test_each_error_alone_is_corrected_alike_under_both_readings(statement, price, rule, before, reading):
    got = correct(statement, reading)
    assert got.corrected_minor == price
    assert [(step.rule, step.before_minor, step.after_minor) for step in got.steps] == [(rule, before, price)]
    assert not readings_differ(statement)


def test_a_slipped_unit_price_is_mended_and_said():
    got = correct(D, FIRST)
    assert [one.unit_price_minor for one in got.lines] == [4_980_00]
    assert dict(got.steps[0].because.inputs)["unit_price:1"] == "49800 → 498000"


def test_a_sound_price_needs_no_step():
    assert correct(SOUND, ALL) == Correction(ALL, 498_000_00, SOUND.lines, ())


def test_several_errors_read_two_ways_give_two_prices():
    """Table over body and words over figures and lines over total at once."""
    both = replace(C, body_minor=470_000_00, words_minor=500_000_00)
    first, every = correct(both, FIRST), correct(both, ALL)
    assert (first.corrected_minor, [step.rule.value for step in first.steps]) == (
        498_000_00,
        ["opening_table_over_body"],
    )
    assert (every.corrected_minor, [step.rule.value for step in every.steps]) == (
        499_800_00,
        ["opening_table_over_body", "words_over_figures", "lines_over_total"],
    )
    assert readings_differ(both)


def test_the_one_line_that_slipped_is_found_by_its_own_total():
    lines = (line("1", 100_00, 3), line("2", 5_00, 7, 350_00))
    got = correct(PriceStatement(650_00, 650_00, lines=lines), ALL)
    assert got.corrected_minor == 650_00
    assert [one.unit_price_minor for one in got.lines] == [100_00, 50_00]


def test_all_unit_prices_given_in_another_unit_slip_together():
    lines = (line("1", 100_00, 3), line("2", 50_00, 7))
    got = correct(PriceStatement(6_50, 6_50, lines=lines), FIRST)
    assert (got.corrected_minor, [one.unit_price_minor for one in got.lines]) == (6_50, [1_00, Fraction(50)])


def test_a_line_total_off_by_ten_is_no_slip_where_the_lines_add_up_as_priced():
    lines = (line("1", 100_00, 3, 3_000_00),)
    assert correct(PriceStatement(300_00, 300_00, lines=lines), ALL).steps == ()


def test_two_fifths_is_no_power_of_ten():
    lines = (line("1", 5_00, 1, 2_00),)
    got = correct(PriceStatement(2_00, 2_00, lines=lines), ALL)
    assert (got.corrected_minor, got.steps[0].rule) == (5_00, CorrectionRule.LINES_OVER_TOTAL)


def test_a_difference_that_no_decimal_point_explains_follows_the_unit_prices():
    lines = (line("1", 498_00, 1000, 4_980_000_00),)
    got = correct(PriceStatement(4_980_000_01, 4_980_000_01, lines=lines), ALL)
    assert (got.corrected_minor, got.steps[0].rule) == (498_000_00, CorrectionRule.LINES_OVER_TOTAL)


def test_a_unit_price_finer_than_a_minor_unit_is_rounded_by_line_half_up():
    lines = (line("1", Fraction(1, 2), 3), line("2", Fraction(1, 3), 1))
    assert [one.amount_minor for one in lines] == [2, 0]
    assert correct(PriceStatement(2, 2, lines=lines), ALL).steps == ()


def test_a_free_line_and_a_lump_sum_are_left_as_they_are():
    assert correct(PriceStatement(5_00, 5_00, lines=(line("1", 5_00, 1), line("2", 0, 9))), ALL).steps == ()
    assert correct(PriceStatement(5_00, 5_00), ALL).steps == ()


def test_a_correction_survives_the_way_to_plain_and_back():
    got = correct(C, ALL)
    assert build(Correction, plain(got)) == got
