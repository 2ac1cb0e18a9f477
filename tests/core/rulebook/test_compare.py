"""What changed between two days, and that nothing is said to have changed that hasn't."""

from datetime import date

from daylight.core.rulebook.compare import compare
from law_samples import BOOK


def test_changes_are_listed_with_both_sides():
    changes = compare(BOOK, "XX", date(2019, 12, 31), date(2020, 1, 1))
    assert [(c.id, c.before and c.before.en, c.after and c.after.en) for c in changes] == [
        ("answer", "3 working days", "5 working days"),
        ("large", None, "1.00 XXX"),
        ("bidding.sealed", "Act, art. 1", "Act, art. 1; Order, art. 5 (article number unconfirmed)"),
    ]


def test_two_days_under_the_same_law_differ_in_nothing():
    assert compare(BOOK, "XX", date(2020, 1, 1), date(2026, 12, 31)) == ()
