"""What changed in the law between two days, and what will: other values or citations, roles filled anew.

A territory is compared with all those below it; what changes below just as above is told once, above.
Shown by ``tests/core/rulebook/test_compare.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import Law, Resolved, chain_of, joined, law_in_force
from daylight.core.rulebook.parameter import value_words
from daylight.core.values.because import Cite
from daylight.core.values.text import Text

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """One difference; ``before`` or ``after`` is nothing where the law was or became silent."""

    subject: Literal["parameter", "role"]
    id: str
    before: Text | None
    after: Text | None
    cites_before: tuple[Cite, ...]
    cites_after: tuple[Cite, ...]
    territory: str = ""


def compare(book: Rulebook, territory: str, day1: date, day2: date) -> tuple[Change, ...]:
    """Every parameter and role that the law of two days treats differently, here and below, by their ids."""
    law_in_force(book, territory, day1)
    places = [one.id for one in book.territories if territory in chain_of(book, one.id)]
    told: dict[str, tuple[Change, ...]] = {}
    for place in sorted(places, key=lambda one: len(chain_of(book, one))):
        told[place] = tuple(_changes(book, place, day1, day2))
    return tuple(
        replace(change, territory=place)
        for place, changes in told.items()
        for change in changes
        if _what(change) not in map(_what, told.get(book.territory_by_id[place].parent or "", ()))
    )


def coming(book: Rulebook, territory: str, after: date) -> tuple[tuple[date, tuple[Change, ...]], ...]:
    """What changes on which day after a day, here and below, day by day."""
    found = ((day, compare(book, territory, day - DAY, day)) for day in sorted(_days(book)) if day > after)
    return tuple((day, changes) for day, changes in found if changes)


def _days(book: Rulebook) -> set[date]:
    """The days on which the law may change."""
    days = {value.from_day for parameter in book.parameters for value in parameter.values}
    days |= {day for one in book.provisions for day in (one.from_day, one.until_day) if day}
    return days | {day for one in book.instruments for day in (one.in_force_on, one.repealed_on) if day}


def _changes(book: Rulebook, territory: str, day1: date, day2: date) -> Iterator[Change]:
    before, after = law_in_force(book, territory, day1), law_in_force(book, territory, day2)
    parameters = (_parameter(before, after, id) for id in sorted(book.parameter_by_id))
    roles = (_role(before, after, role) for role in sorted(book.provisions_by_role))
    yield from (change for change in (*parameters, *roles) if change)


def _what(change: Change) -> object:
    """What a change is about: of a role, the articles that came and went, whatever stands beside them."""
    if change.subject == "parameter":
        return change
    was, now = set(change.cites_before), set(change.cites_after)
    return change.id, frozenset(was - now), frozenset(now - was)


def _parameter(before: Law, after: Law, id: str) -> Change | None:
    one, two = before.maybe(id), after.maybe(id)
    change = Change(
        "parameter", id, _words(one), _words(two), one.cites if one else (), two.cites if two else ()
    )
    return None if _same(change) else change


def _role(before: Law, after: Law, role: str) -> Change | None:
    was, now = before.cites(role), after.cites(role)
    change = Change("role", role, _articles(was), _articles(now), was, now)
    return None if _same(change) else change


def _same(change: Change) -> bool:
    return (change.before, change.cites_before) == (change.after, change.cites_after)


def _words(found: Resolved | None) -> Text | None:
    return value_words(found.parameter.unit, found.value) if found else None


def _articles(cites: tuple[Cite, ...]) -> Text | None:
    return joined(cites) if cites else None
