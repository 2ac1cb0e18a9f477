"""The geometry of bars: nothing lost, nothing beyond the edge."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from daylight.sites.kit.bars import months, span, stacked, years

SIZES = st.lists(st.fractions(0, 20), min_size=1, max_size=8)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(SIZES)
def test_pieces_stand_one_after_another_and_end_at_their_sum(sizes):
    bars = stacked([(size, "") for size in sizes], Fraction(200))
    ends = [float(bar.x[:-1]) + float(bar.width[:-1]) for bar in bars]
    assert abs(ends[-1] - float(sum(sizes)) / 2) < 0.02
    assert all(abs(end - float(bar.x[:-1])) < 0.02 for end, bar in zip(ends, bars[1:], strict=False))


def test_a_number_stands_only_where_it_fits():
    small, large = stacked([(Fraction(8), "8"), (Fraction(60), "60")], Fraction(100))
    assert (small.label, large.label, large.middle) == ("", "60", "38.00%")


@given(st.lists(DAYS, min_size=4, max_size=4).map(sorted))
def test_a_span_is_seen_and_stays_inside(days):
    begin, first, last, end = days
    bar = span(first, last, begin, end)
    x, width = float(bar.x[:-1]), float(bar.width[:-1])
    assert x >= 0 and width > 1 and x + width < 100.02


def test_ticks_stand_at_the_first_of_months_and_are_never_many():
    ticks = months(date(2026, 3, 16), date(2026, 6, 1), "zh")
    assert [tick.label for tick in ticks] == ["4月", "5月", "6月"]
    assert len(months(date(2020, 1, 1), date(2026, 1, 1), "en")) <= 8


def test_years_are_ticked_at_their_first_day_and_at_most_eight_of_them():
    few = years(date(2023, 7, 1), date(2026, 7, 1))
    assert [tick.label for tick in few] == ["2024", "2025", "2026"]
    assert len(years(date(1990, 1, 2), date(2026, 1, 1))) <= 8
    assert years(date(2026, 1, 1), date(2026, 12, 31)) == ()
