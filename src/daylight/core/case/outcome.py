"""What awards and contracts leave in a lot: signatures, awards that fell, committees that were dissolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.values.instant import Instant
from daylight.core.values.money import Money


@dataclass(frozen=True)
class Signature:
    """One party's signature under a contract."""

    organisation: str
    at: Instant
    price: Money
    text_sha256: str
    performance_security: Money | None = None
    performed_until: date | None = None


@dataclass(frozen=True)
class PassedOver:
    """A winner whose award fell; ``published`` says whether everybody had read of that award.

    Where the evaluation fell with it, its ``result`` and the price that counted stand here.
    """

    bid: str
    cause: str
    awarded_at: Instant
    published: bool
    result: str = ""
    price_minor: int = 0

    @property
    def out(self) -> bool:
        """Whether who won did not sign, and so is no candidate any more."""
        return self.cause in ("refused", "cannot_perform")


@dataclass(frozen=True)
class Dissolved:
    """A committee that was dissolved, with those who sat on it and when."""

    members: tuple[str, ...]
    cause: str
    at: Instant
