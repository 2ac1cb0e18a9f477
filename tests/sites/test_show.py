"""How values are shown."""

from datetime import date
from fractions import Fraction

import pytest

from daylight.core.values.instant import instant_of
from daylight.sites.kit import show

AT = instant_of("2026-05-07T09:00:25.039+08:00")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (show.day_words(date(2026, 2, 1), "zh"), "2026年2月1日（周日）"),
        (show.day_words(date(2026, 2, 1), "en"), "Sun 1 Feb 2026"),
        (show.instant_words(AT, "zh"), "2026年5月7日（周四） 09:00"),
        (show.instant_words(AT, "en", seconds=True), "Thu 7 May 2026, 09:00:25"),
        (show.readable("due 2026-05-07T09:00:25.039+08:00, or so", "en"), "due Thu 7 May 2026, 09:00, or so"),
        (show.readable("2026-05-07 stays", "en"), "2026-05-07 stays"),
        (show.offset_words(480), "UTC+08:00"),
        (show.offset_words(-210), "UTC-03:30"),
        (show.money(123456789, "CNY"), "1,234,567.89\u00a0CNY"),
        (show.money(1500, "JPY"), "1,500\u00a0JPY"),
        (show.number(Fraction(1, 2)), "0.5"),
        (show.number(Fraction(40)), "40"),
        (show.number(Fraction(1, 3)), "≈\u00a00.3333"),
        (show.share(Fraction(9, 20)), "45%"),
        (show.places(Fraction(-1, 3)), "−0.33"),
        (show.places(Fraction(-1, 1000)), "0.00"),
        (show.signed(Fraction(5, 2)), "+2.50"),
        (show.percent(Fraction(1, 3)), "33.3%"),
        (show.fraction(Fraction(1, 3)), "1/3"),
    ],
)
def test_a_value_reads_as_people_write_it(shown, words):
    assert shown == words
