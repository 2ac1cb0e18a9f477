"""What award and contract leave in a lot.

The contract lies within the award, and the award within the evaluation: with an evaluation its award falls,
and with an award its contract.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
class LotContract:
    """The part of a lot that acts of contracting replace."""

    signatures: tuple[Signature, ...] = ()
    signed_at: Instant | None = None
    published_at: Instant | None = None
    filed_at: Instant | None = None
    performance_security_returned: bool = False

    def signs(self, text_sha256: str) -> bool:
        """Whether a signature that stands is under this text."""
        return any(one.text_sha256 == text_sha256 for one in self.signatures)


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
class LotAward:
    """The part of a lot that acts of the award replace."""

    winner: str = ""
    notified_at: Instant | None = None
    published_at: Instant | None = None
    report_at: Instant | None = None
    objected: bool = False
    passed: tuple[PassedOver, ...] = ()
    contract: LotContract = field(default_factory=LotContract)

    @property
    def over(self) -> frozenset[str]:
        """The bids of winners who did not sign."""
        return frozenset(one.bid for one in self.passed if one.out)
