"""What planning leaves on a case: reviews, the intention, who runs it, who holds keys, the method."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.planning import (
    ApproveImports,
    ChooseMethod,
    EntrustAgency,
    FilePlan,
    KeyHolder,
    PublishIntention,
)
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class KeySet:
    """Who holds the keys of the case; ``id`` is the digest of the appointing act."""

    id: str
    threshold: int
    holders: tuple[KeyHolder, ...]


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
class Planning:
    """The part of a case that acts of planning replace."""

    reviewed_by: str = ""
    approved: bool = False
    intention: PublishIntention | None = None
    intention_on: date | None = None
    agency: str = ""
    entrusted: EntrustAgency | None = None
    key_set: KeySet | None = None
    choice: Choice | None = None
    plan: FilePlan | None = None
    imports: ApproveImports | None = None
