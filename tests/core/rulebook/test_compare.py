"""What changed between two days, and that nothing is said to have changed that hasn't."""

from dataclasses import replace
from datetime import date
from itertools import combinations

from daylight.core.rulebook.compare import coming, compare
from daylight.core.rulebook.law import law_in_force
from law_samples import BOOK, dated


def test_changes_are_listed_with_both_sides():
    changes = compare(BOOK, "XX", date(2019, 12, 31), date(2020, 1, 1))
    assert [(c.id, c.before and c.before.en, c.after and c.after.en) for c in changes] == [
        ("answer", "3 working days", "5 working days"),
        ("large", None, "1.00 XXX"),
        ("bidding.sealed", "Act, art. 1", "Act, art. 1; Order, art. 5 (article number unconfirmed)"),
    ]


def test_two_days_under_the_same_law_differ_in_nothing():
    assert compare(BOOK, "XX", date(2020, 1, 1), date(2026, 12, 31)) == ()


def with_local_answer(year, value):
    local = dated(year, value, cite="xx-1-rule#3", territory="XX-1", overlay=True)
    changed = [
        replace(one, values=(*one.values, local)) if one.id == "answer" else one for one in BOOK.parameters
    ]
    return replace(BOOK, parameters=tuple(changed))


def test_what_changes_below_is_told_where_it_differs_from_above():
    book = with_local_answer(2020, 4)
    changes = compare(book, "XX", date(2019, 12, 31), date(2020, 1, 1))
    assert [(c.territory, c.id, c.after.en) for c in changes if c.id == "answer"] == [
        ("XX", "answer", "5 working days"),
        ("XX-1", "answer", "4 working days"),
    ]
    assert [c.territory for c in changes if c.id == "bidding.sealed"] == ["XX"]


def test_a_change_in_one_territory_alone_is_seen_from_the_whole_country():
    book = with_local_answer(2030, 4)
    changes = compare(book, "XX", date(2029, 12, 31), date(2030, 1, 1))
    assert [(c.territory, c.before.en, c.after.en) for c in changes] == [
        ("XX-1", "5 working days", "4 working days")
    ]


def test_what_is_coming_is_listed_by_day():
    book = with_local_answer(2030, 4)
    found = coming(book, "XX", date(2026, 11, 23))
    assert [(day, [c.id for c in changes]) for day, changes in found] == [(date(2030, 1, 1), ["answer"])]
    assert coming(book, "XX", date(2030, 1, 1)) == ()


def test_looking_only_at_what_may_change_misses_nothing():
    """Each day on which anything may turn, and the days between: the same as looking at everything."""
    book = with_local_answer(2030, 4)
    days = sorted({value.from_day for one in book.parameters for value in one.values})
    days += [one.in_force_on for one in book.instruments]
    for day1, day2 in combinations(sorted(set(days)), 2):
        before, after = law_in_force(book, "XX-1", day1), law_in_force(book, "XX-1", day2)
        ids = [one for one in sorted(book.parameter_by_id) if words(before, one) != words(after, one)]
        roles = [r for r in sorted(book.provisions_by_role) if before.cites(r) != after.cites(r)]
        assert [one.id for one in compare(book, "XX-1", day1, day2)] == [*ids, *roles]
        assert [one.id for one in compare(book, "XX-1", day2, day1)] == [*ids, *roles]


def words(law, id):
    found = law.maybe(id)
    return found and (found.value, found.cites)
