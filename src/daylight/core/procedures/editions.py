"""Two editions of a condition, or of the clocks of a kind, side by side: each act is judged by its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from daylight.core.acts.edition import reaches
from daylight.core.procedures.matter import Matter

Answer = TypeVar("Answer")


def since(
    edition: str, now: Callable[[Matter], Answer], *, before: Callable[[Matter], Answer]
) -> Callable[[Matter], Answer]:
    """From an edition on it is asked one way, before it another; the name is that of today."""

    @wraps(now)
    def asked(m: Matter) -> Answer:
        return (now if reaches(m.edition, edition) else before)(m)

    return asked


def not_asked(_: Matter) -> None:
    """What an earlier edition did not ask."""
