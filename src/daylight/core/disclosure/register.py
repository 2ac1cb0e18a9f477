"""All publications by kind, and what an act makes public.

``tests/core/disclosure/test_register.py`` holds them against the rows of the judgement.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.kinds import kind_name
from daylight.core.disclosure.occasion import OCID_PREFIX, Names, Occasion
from daylight.core.disclosure.ocds import Release
from daylight.core.disclosure.page import Page, page_of
from daylight.core.disclosure.row import Publication
from daylight.core.disclosure.rows import (
    agreements,
    award,
    bidding,
    contracting,
    correcting,
    evaluation,
    framework,
    open_framework,
    opening,
    planning,
    prequalification,
    registry,
    replenishment,
    security,
    server,
    solicitation,
)
from daylight.core.disclosure.writing import json_bytes, tree
from daylight.core.dockets.case.case import Case
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.plain import canonical_bytes

PHASES = (
    registry, planning, prequalification, solicitation, bidding, opening, evaluation, correcting, award,
    framework, agreements, replenishment, open_framework, contracting, security, server,
)  # fmt: skip

PUBLICATIONS: dict[str, Publication] = {kind_name(row.kind): row for phase in PHASES for row in phase.ROWS}


@dataclass(frozen=True)
class Disclosed:
    """One immutable release and the notice beside it."""

    case: str
    release: Release
    page: Page

    def release_bytes(self) -> bytes:
        """The release as OCDS JSON."""
        return json_bytes(tree(self.release))

    def page_bytes(self) -> bytes:
        """The notice as canonical JSON."""
        return canonical_bytes(self.page)


def disclose(
    before: object, act: Act, after: object, *, names: Names, book: Rulebook, prefix: str = OCID_PREFIX
) -> tuple[Disclosed, ...]:
    """What an act makes public: nothing, or one release with its notice."""
    row = PUBLICATIONS[act.intent.kind]
    if row.notice is None or not isinstance(after, Case):
        return ()
    last = before if isinstance(before, Case) else after
    occasion = Occasion(act.intent.deed, last, act, after, names, book, prefix)
    notice = row.notice(occasion)
    return (Disclosed(after.id, notice.release(), page_of(notice, row.words)),) if notice else ()
