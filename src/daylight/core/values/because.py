"""Why a value is what it is: inputs, rule, article, and the reasons it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from daylight.core.values.text import Text

T = TypeVar("T")


@dataclass(frozen=True)
class Cite:
    """An article of an instrument; ``confidence`` says how well our reading of it is confirmed."""

    instrument: str
    article: str
    title: Text
    confidence: str = "V-law"

    @property
    def confirmed(self) -> bool:
        """Only confirmed law blocks; the rest warns and shows its mark."""
        return self.confidence not in ("unverified", "S", "what-if")


@dataclass(frozen=True)
class Because:
    """One step of a derivation, readable by a person and recomputable by a machine."""

    rule: str
    text: Text
    cites: tuple[Cite, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    parts: tuple[Because, ...] = ()


@dataclass(frozen=True)
class Derived(Generic[T]):
    """A value with its reason."""

    value: T
    because: Because
