"""What changed in the law between two days, and what will: other values or citations, newly filled roles.

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
from daylight.core.rulebook.provision import Provision
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
    told: dict[str, tuple[Change, ...]] = {}
    for place in _places(book, territory):
        told[place] = tuple(_changes(book, place, day1, day2))
    return tuple(
        replace(change, territory=place)
        for place, changes in told.items()
        for change in changes
        if _what(change) not in map(_what, _above(book, place, told))
    )


def coming(book: Rulebook, territory: str, after: date) -> tuple[tuple[date, tuple[Change, ...]], ...]:
    """What changes on which day after a day, here and below, day by day."""
    days = sorted({day for days in (*_turns(book)[0].values(), *_turns(book)[1].values()) for day in days})
    found = ((day, compare(book, territory, day - DAY, day)) for day in days if day > after)
    return tuple((day, changes) for day, changes in found if changes)


def _places(book: Rulebook, territory: str) -> list[str]:
    """The territory, and those below it that have law of their own; the others change as these do."""
    own = {value.territory for one in book.parameters for value in one.values}
    own |= {one.territory for one in book.instruments}
    below = [one for one in sorted(own) if one != territory and territory in chain_of(book, one)]
    return [territory, *sorted(below, key=lambda one: len(chain_of(book, one)))]


def _above(book: Rulebook, place: str, told: dict[str, tuple[Change, ...]]) -> tuple[Change, ...]:
    """What was told of the nearest territory above."""
    return next((told[one] for one in chain_of(book, place)[1:] if one in told), ())


Turns = dict[str, frozenset[date]]


def _turns(book: Rulebook) -> tuple[Turns, Turns]:
    """The days on which a parameter, and those on which a role, may change at all."""
    if ("turns",) not in book.memo:
        parameters = {one.id: frozenset(v.from_day for v in one.values) for one in book.parameters}
        roles = {
            role: frozenset(day for one in found for day in _bounds(book, one))
            for role, found in book.provisions_by_role.items()
        }
        book.memo[("turns",)] = (parameters, roles)
    turns: tuple[Turns, Turns] = book.memo[("turns",)]
    return turns


def _bounds(book: Rulebook, provision: Provision) -> Iterator[date]:
    instrument = book.instrument_by_id.get(provision.at.instrument)
    ends = (instrument.in_force_on, instrument.repealed_on) if instrument else ()
    yield from (day for day in (provision.from_day, provision.until_day, *ends) if day)


def _changes(book: Rulebook, territory: str, day1: date, day2: date) -> Iterator[Change]:
    before, after = law_in_force(book, territory, day1), law_in_force(book, territory, day2)
    first, last = sorted((day1, day2))
    turning = [
        sorted(id for id in turns if any(first < d <= last for d in turns[id])) for turns in _turns(book)
    ]
    parameters = (_parameter(before, after, id) for id in turning[0])
    roles = (_role(before, after, role) for role in turning[1])
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
