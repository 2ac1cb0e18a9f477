"""A provision: one article in our own short words, and the roles it plays in a procurement.

Conditions that have no number cite a role (``bidding.sealed``); the book says which articles fill it, when.
Shown by ``tests/core/rulebook/test_law.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.values.text import Text


@dataclass(frozen=True)
class Ref:
    """An article of an instrument; an empty article points to the instrument as a whole."""

    instrument: str
    article: str

    def __str__(self) -> str:
        return f"{self.instrument}#{self.article}" if self.article else self.instrument


@dataclass(frozen=True)
class Provision:
    """``from_day`` and ``until_day`` are given only where they differ from the instrument's own.

    ``methods`` are the procurement methods it speaks of; none means all.
    """

    at: Ref
    summary: Text
    roles: tuple[str, ...]
    confidence: str
    from_day: date | None = None
    until_day: date | None = None
    methods: tuple[str, ...] = ()
