"""The line a notice gets on the portal: what was done, on which articles, what runs from it, the row.

Plain data in both languages; the portal renders it and adds nothing. Shown by
``tests/core/disclosure/test_register.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.core.acts.act import Clock
from daylight.core.disclosure.occasion import Fact, Occasion, Told, cites_of, public_roles, stage_known
from daylight.core.disclosure.shown import Shown
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.stage import OVER, STAGES, Stage
from daylight.core.values.because import Cite
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text

LONGEST_TITLE = 400
LONGEST_NAME = 300


@dataclass(frozen=True)
class CaseLine:
    """The case as lists show it: only what is public by now."""

    ocid: str
    title_zh: str
    title_en: str
    purchaser_zh: str
    purchaser_en: str
    territory: str
    stage: str
    budget_minor: int
    currency: str
    deadline_ms: int | None
    updated_ms: int
    words: str


@dataclass(frozen=True)
class Page:
    """One notice."""

    kind: str
    title: Text
    at: Instant
    cites: tuple[Cite, ...]
    clocks: tuple[Clock, ...]
    facts: tuple[Fact, ...]
    row: CaseLine
    shown: Shown


def page_of(occasion: Occasion[object], told: Told, words: Text, shown: Shown) -> Page:
    """The notice of a disclosing act."""
    act = occasion.act
    return Page(
        act.intent.kind,
        words,
        act.received_at,
        cites_of(occasion),
        act.clocks,
        told.facts,
        row_of(occasion),
        shown,
    )


def row_of(occasion: Occasion[object]) -> CaseLine:
    """The case's row after the act."""
    case = occasion.after
    title = case.requirement.title
    purchaser = occasion.names.organisations[case.purchaser].registration.name
    return CaseLine(
        ocid=occasion.ocid,
        title_zh=title.zh[:LONGEST_TITLE],
        title_en=title.en[:LONGEST_TITLE],
        purchaser_zh=purchaser.zh[:LONGEST_NAME],
        purchaser_en=purchaser.en[:LONGEST_NAME],
        territory=case.requirement.territory,
        stage=stage_of(case),
        budget_minor=case.budget.amount_minor,
        currency=case.budget.currency,
        deadline_ms=case.tendering.deadline.utc_ms if case.tendering.deadline else None,
        updated_ms=occasion.act.received_at.utc_ms,
        words="\n".join(dict.fromkeys(_words(occasion))),
    )


def stage_of(case: Case) -> str:
    """How far the case publicly is: as far as the lot that is furthest, of those that have not ended."""
    known = [stage_known(lot) for lot in case.lots]
    if not (going := [stage for stage in known if stage not in OVER]):
        return STAGES[min(known, key=OVER.index)].public
    furthest = max(going, key=list(Stage).index)
    if furthest is Stage.PLANNED and case.tendering.prequalification:
        furthest = Stage.QUALIFYING
    return STAGES[furthest].public


def _words(occasion: Occasion[object]) -> Iterator[str]:
    """What the case is found by: titles, needs, and everybody who is publicly part of it."""
    case = occasion.after
    texts = (
        case.requirement.title,
        *(lot.title for lot in case.lots),
        *(item.description for item in case.items),
    )
    yield occasion.ocid
    for text in (*texts, *_parties(occasion)):
        yield text.zh
        yield text.en


def _parties(occasion: Occasion[object]) -> Iterator[Text]:
    from_register = occasion.names.organisations
    for docket in public_roles(occasion.after):
        yield from_register[docket].registration.name
