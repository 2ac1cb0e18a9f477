"""What changed in the law between two days: parameters whose value or citation differs, roles filled anew.

Shown by ``tests/core/rulebook/test_compare.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import Law, Resolved, joined, law_in_force
from daylight.core.rulebook.parameter import value_words
from daylight.core.values.because import Cite
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Change:
    """One difference; ``before`` or ``after`` is nothing where the law was or became silent."""

    subject: Literal["parameter", "role"]
    id: str
    before: Text | None
    after: Text | None
    cites_before: tuple[Cite, ...]
    cites_after: tuple[Cite, ...]


def compare(book: Rulebook, territory: str, day1: date, day2: date) -> tuple[Change, ...]:
    """Every parameter and role that the law of two days treats differently, in the order of their ids."""
    before, after = law_in_force(book, territory, day1), law_in_force(book, territory, day2)
    parameters = (_parameter(before, after, id) for id in sorted(book.parameter_by_id))
    roles = (_role(before, after, role) for role in sorted(book.provisions_by_role))
    return tuple(change for change in (*parameters, *roles) if change)


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
