"""What the evaluation leaves: of a case its committee, of a lot its bids with marks and the ranking."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.evaluation import ExpertSeat, JudgePreferences
from daylight.core.dockets.case.award import LotAward
from daylight.core.draw.chance import Commitment
from daylight.core.draw.draw import DrawRules
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text


@dataclass(frozen=True)
class PreparedDraw:
    """A draw that was fixed before chance was known; ``beacon`` is the digest of the act that fixed it."""

    rules: DrawRules
    pool_root: bytes
    commitments: tuple[Commitment, ...]
    beacon: bytes


@dataclass(frozen=True)
class Committee:
    """The evaluation committee in office."""

    formed_at: Instant
    experts: tuple[ExpertSeat, ...]
    alternates: tuple[ExpertSeat, ...]
    representatives: tuple[str, ...]
    chair: str
    recused: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """Persons who mark, experts first."""
        return (*(seat.person for seat in self.experts), *self.representatives)


@dataclass(frozen=True)
class Dissolved:
    """A committee that was dissolved, with those who sat on it and when."""

    members: tuple[str, ...]
    cause: str
    at: Instant


@dataclass(frozen=True)
class TermsChange:
    """A negotiated change of terms; ``id`` is the digest of its act."""

    id: str
    lot: str
    confirmed: bool = False


@dataclass(frozen=True)
class Evaluation:
    """The part of a case that acts of the evaluation replace: who evaluates, and changes of terms."""

    prepared: tuple[PreparedDraw, ...] = ()
    committee: Committee | None = None
    dissolved: tuple[Dissolved, ...] = ()
    changes: tuple[TermsChange, ...] = ()


@dataclass(frozen=True)
class LowPriceInquiry:
    """The question about an abnormally low price, and what became of it."""

    triggers: tuple[str, ...]
    asked_at: Instant
    answered_at: Instant | None = None
    accepted: bool | None = None


@dataclass(frozen=True)
class MemberMarks:
    """What one member gave one bid."""

    member: str
    marks: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True)
class LotBid:
    """An opened bid for a lot. ``rejected`` names why it is out, empty while it is in."""

    bid: str
    bidders: tuple[str, ...]
    price: BidPrice
    declaration: BidDeclaration
    qualified: bool | None = None
    conforming: bool | None = None
    corrected_minor: int | None = None
    low_price: LowPriceInquiry | None = None
    marks: tuple[MemberMarks, ...] = ()
    rejected: str = ""
    reason: Text | None = None
    first_price: BidPrice | None = None
    negotiated: bool = False
    preferences: JudgePreferences | None = None

    @property
    def price_minor(self) -> int:
        """The price that counts: as opened, or as corrected."""
        return self.price.total.amount_minor if self.corrected_minor is None else self.corrected_minor


@dataclass(frozen=True)
class LotEvaluation:
    """The part of a lot that opening and evaluation replace; what was awarded on it lies within.

    ``opened``: its bids of this round are open; ``concluded``: its ranking stands.
    """

    opened: bool = False
    bids: tuple[LotBid, ...] = ()
    concluded: bool = False
    result_digest: str = ""
    evaluated_by: tuple[str, ...] = ()
    ranking: tuple[str, ...] = ()
    ranked_before: tuple[str, ...] = ()
    change_reported: bool = False
    award: LotAward = field(default_factory=LotAward)

    @property
    def valid_bids(self) -> tuple[LotBid, ...]:
        """Bids that are not out."""
        return tuple(bid for bid in self.bids if not bid.rejected)
