"""Replenishment: where too few are left on a list, more suppliers are called on the terms of the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.framework import FrameworkTerms
from daylight.core.acts.planning import DefineRequirement
from daylight.core.acts.solicitation import LotTerms
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class OpenReplenishment:
    """More suppliers are to be called for a lot of a framework, in a case of its own.

    ``listings`` are all of the lot, to be counted; ``suppliers`` who stands on them, and answers no more.
    Terms, ways of calling off and qualification are those of the first call; ``reason`` says how the
    shortage hurts.
    """

    framework: str
    lot: str
    method: str
    listings: tuple[str, ...]
    suppliers: tuple[str, ...]
    requirement: DefineRequirement
    terms: LotTerms
    agreed: FrameworkTerms
    qualification: tuple[Text, ...]
    reason: Text

    @property
    def territory(self) -> str:
        """Whose law applies."""
        return self.requirement.territory


@dataclass(frozen=True)
class Joined:
    """A supplier that was listed in a replenishment, with its price of one unit."""

    bid: str
    suppliers: tuple[str, ...]
    price: Money


@dataclass(frozen=True)
class TakeUpSuppliers:
    """Those a replenishment listed join the list of the framework; agreements with them follow."""

    lot: str
    replenishment: str
    joined: tuple[Joined, ...]
    listed_on: date


KINDS = (OpenReplenishment, TakeUpSuppliers)
