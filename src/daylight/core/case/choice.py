"""What became of a choice of method, and of changes that were negotiated."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.planning import ChooseMethod
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Objection:
    """An objection to there being one supplier only; ``id`` is the digest of its act."""

    id: str
    organisation: str
    at: Instant
    founded: bool | None = None


@dataclass(frozen=True)
class Choice:
    """The method chosen, whether it was approved, and who objected."""

    deed: ChooseMethod
    chosen_at: Instant
    approved: bool | None = None
    published_at: Instant | None = None
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True)
class TermsChange:
    """A negotiated change of terms; ``id`` is the digest of its act."""

    id: str
    lot: str
    confirmed: bool = False
