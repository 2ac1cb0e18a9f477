"""What a prequalification adds up to: the call, an application in its bidder's docket, the conclusion."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.prequalification import IssuePrequalification
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Prequalification:
    """The call for applications, as it stands on the case."""

    deed: IssuePrequalification
    issued_at: Instant
    deadline: Instant
    clarified: int = 0


@dataclass(frozen=True)
class Application:
    """A standing application and what became of it; ``digest`` is that of the submitting act."""

    digest: str
    at: Instant
    manifest: Manifest
    released: tuple[tuple[str, str, str], ...] = ()
    opened_at: Instant | None = None
    declaration: str = ""
    evidence: str = ""
    passed: bool | None = None
    reason: Text | None = None
    admitted: bool | None = None


@dataclass(frozen=True)
class Prequalified:
    """The conclusion, in a docket of its own: whether enough passed, and which bid dockets are admitted."""

    id: str
    case: str
    enough: bool
    admitted: tuple[str, ...]
    concluded_at: Instant
