"""Invented numbers are well formed, differ, follow from chance, and stand for nobody."""

from random import Random

from daylight.core.values.identifiers import PRACTICE, wrong_with
from daylight.practice.numbers import NO_PLACE, invented_identifier, invented_identity
from law_samples import BOOK
from world import china

MANY = 500


def test_invented_numbers_are_right_by_their_schemes_and_of_no_place():
    book, chance = china(), Random(1).randbytes
    made = [invented_identifier(book, chance) for _ in range(MANY)]
    assert len({one.id for one in made}) == MANY
    assert all(wrong_with(book.scheme_by_id[one.scheme], one.id) is None for one in made)
    assert {one.id[2:8] for one in made} == {NO_PLACE}
    persons = [invented_identity(book, f"某{number}") for number in range(MANY)]
    assert len(set(persons)) == MANY
    assert all(wrong_with(book.scheme_by_id["CN-RIC"], one) is None for one in persons)
    assert {one[:6] for one in persons} == {NO_PLACE}


def test_equal_chance_gives_equal_numbers():
    one, other = (invented_identifier(china(), Random(7).randbytes) for _ in "ab")
    assert one == other
    assert invented_identity(china(), "某甲") == invented_identity(china(), "某甲")


def test_a_country_without_schemes_has_the_practice_one():
    assert invented_identifier(BOOK, Random(1).randbytes).scheme == PRACTICE
