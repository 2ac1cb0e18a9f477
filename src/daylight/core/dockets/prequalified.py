"""What a prequalification concludes, in a docket nobody sees before the opening."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.prequalification import ConcludePrequalification
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Prequalified:
    """The conclusion, in a docket of its own: whether enough passed, and which bid dockets are admitted."""

    id: str
    case: str
    enough: bool
    admitted: tuple[str, ...]
    concluded_at: Instant


def prequalification_concluded(act: Act) -> Prequalified:
    """Who may bid stands in a docket nobody sees before the opening."""
    deed = act.deed(ConcludePrequalification)
    return Prequalified(act.docket, deed.case, deed.enough, deed.admitted, act.received_at)
