"""What inviting and soliciting leave on a case, and, within it, what was opened in its round.

The opening lies within the tendering, so a new round of offers begins with nothing opened.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from daylight.core.acts.prequalification import IssuePrequalification
from daylight.core.acts.solicitation import InviteSuppliers, IssueSolicitation
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Prequalification:
    """The call for applications, as it stands on the case."""

    deed: IssuePrequalification
    issued_at: Instant
    deadline: Instant
    clarified: int = 0
    called_at: Instant | None = None


@dataclass(frozen=True)
class Opening:
    """The part that acts of the opening replace: who called it, shares by holder, when bids were opened."""

    called_at: Instant | None = None
    released: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = ()
    opened_at: Instant | None = None
    dispositions: int = 0


@dataclass(frozen=True)
class Tendering:
    """The part of a case that acts of solicitation replace."""

    invitation: InviteSuppliers | None = None
    prequalification: Prequalification | None = None
    solicitation: IssueSolicitation | None = None
    issued_at: Instant | None = None
    deadline: Instant | None = None
    clarified: int = 0
    answered: tuple[str, ...] = ()
    round: int = 1
    opening: Opening = field(default_factory=Opening)
