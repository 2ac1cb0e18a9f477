"""What an act cannot do to a docket: a bug, or a forged journal; the verifier makes a finding of it."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


class Impossible(LookupError):
    """An act speaks of what its docket does not have."""


def some(named: tuple[T, ...]) -> tuple[T, ...]:
    """What an admitted act names at least one of."""
    if not named:
        raise Impossible("any lot or item")
    return named
