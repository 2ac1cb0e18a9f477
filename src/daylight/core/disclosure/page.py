"""The line a notice gets on the portal: what was done, on which articles, what runs from it, the row.

Plain data in both languages, read off the notice alone; the portal renders it and adds nothing.
Shown by ``tests/core/disclosure/test_notices.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.core.acts.act import Clock
from daylight.core.disclosure.notices.known import CaseKnown
from daylight.core.disclosure.notices.notice import Fact, Notice
from daylight.core.disclosure.shown import Shown
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


def page_of(notice: Notice, title: Text) -> Page:
    """The page of a notice, under the words of its kind."""
    act, row = notice.act, _row(notice.case, notice.act.at)
    return Page(act.kind, title, act.at, act.cites, act.clocks, notice.facts(), row, notice.shown())


def _row(case: CaseKnown, at: Instant) -> CaseLine:
    """The case's row after the act."""
    buyer = case.parties[0]
    return CaseLine(
        ocid=case.ocid,
        title_zh=case.need.title.zh[:LONGEST_TITLE],
        title_en=case.need.title.en[:LONGEST_TITLE],
        purchaser_zh=buyer.name[:LONGEST_NAME],
        purchaser_en=buyer.name_en[:LONGEST_NAME],
        territory=case.need.territory,
        stage=case.stage,
        budget_minor=case.budget.amount_minor,
        currency=case.budget.currency,
        deadline_ms=case.deadline.utc_ms if case.deadline else None,
        updated_ms=at.utc_ms,
        words="\n".join(dict.fromkeys(_words(case))),
    )


def _words(case: CaseKnown) -> Iterator[str]:
    """What the case is found by: titles, needs, and everybody who is publicly part of it."""
    lots, items = (lot.title for lot in case.lots), (item.description for item in case.need.items)
    yield case.ocid
    for text in (case.need.title, *lots, *items):
        yield from (text.zh, text.en)
    for party in case.parties:
        yield from (party.name, party.name_en)
