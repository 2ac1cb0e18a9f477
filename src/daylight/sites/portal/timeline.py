"""What happened, in order: each disclosed act with who did it, what it says, its articles and its clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from daylight.core.acts.act import Clock
from daylight.core.disclosure.page import Page
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.sites.kit import show
from daylight.sites.kit.bars import Bar, Tick, months, span
from daylight.sites.kit.here import book
from daylight.sites.portal.casefile import CaseFile
from daylight.sites.portal.held import HeldTo, held_of
from daylight.sites.portal.reasons import Article, Reason, articles_of, reason_of
from daylight.sites.words import WORDS

DEBTORS = ("agency", "purchaser", "supplier")


@dataclass(frozen=True)
class Running:
    """A clock: what it is about, who owes what, from when to when, and why."""

    anchor: str
    name: str
    owed: str
    begins: date
    ends: str
    ends_on: date
    until: str
    lot: str
    replaced: bool
    done: str
    reason: Reason


@dataclass(frozen=True)
class Moment:
    """One disclosed act."""

    title: str
    iso: str
    when: str
    by: str
    facts: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    held: tuple[HeldTo, ...]
    clocks: tuple[Running, ...]
    release: str
    digest: str


@dataclass(frozen=True)
class ClockRow:
    """A clock with its bar."""

    clock: Running
    begins: str
    bar: Bar


@dataclass(frozen=True)
class ClockChart:
    """All clocks of a case along its days."""

    rows: tuple[ClockRow, ...]
    ticks: tuple[Tick, ...]


def moments_of(file: CaseFile, lang: str) -> tuple[Moment, ...]:
    """The acts in order."""
    return tuple(
        Moment(
            page.title.of(lang),
            page.at.iso(),
            show.instant_words(page.at, lang, seconds=True),
            page.shown.by.of(lang),
            tuple((one.label.of(lang), show.readable(one.value.of(lang), lang)) for one in page.facts),
            articles_of(page.cites, lang),
            held_of(file, place, lang),
            tuple(_running(file, place, number, lang) for number in range(len(page.clocks))),
            release["id"],
            release["daylight"]["acts"][0]["id"],
        )
        for place, (page, release) in enumerate(zip(file.pages, file.releases, strict=True))
    )


def clock_chart(moments: tuple[Moment, ...], lang: str) -> ClockChart | None:
    """The periods as bars along the days of the case; nothing where no clock runs."""
    clocks = [clock for moment in moments for clock in moment.clocks]
    if not clocks:
        return None
    first = min(min(clock.begins, clock.ends_on) for clock in clocks)
    last = max(max(clock.begins, clock.ends_on) for clock in clocks) + timedelta(days=1)
    rows = (
        ClockRow(
            clock,
            show.day_words(clock.begins, lang),
            span(min(clock.begins, clock.ends_on), max(clock.begins, clock.ends_on), first, last),
        )
        for clock in clocks
    )
    return ClockChart(tuple(rows), months(first, last, lang))


def _running(file: CaseFile, place: int, number: int, lang: str) -> Running:
    page = file.pages[place]
    clock = page.clocks[number]
    return Running(
        f"clock-{place + 1}-{number + 1}",
        _name(clock, lang),
        _owed(clock, lang),
        page.at.day,
        _until(clock, lang),
        clock.latest,
        clock.latest.isoformat(),
        clock.lot,
        _replaced(clock, file.pages[place + 1 :]),
        _done(clock, file, place, lang),
        reason_of(clock.because, lang),
    )


def _name(clock: Clock, lang: str) -> str:
    if f"clock.{clock.id}" in WORDS:
        return WORDS[f"clock.{clock.id}"].of(lang)
    parameters = book().parameter_by_id
    ids = (clock.id, *(key for key, _ in clock.because.inputs))
    return next((parameters[one].name.of(lang) for one in ids if one in parameters), clock.id)


def _owed(clock: Clock, lang: str) -> str:
    if clock.owed_by not in DEBTORS:
        return ""
    words = WORDS[f"owed.{clock.owed_by}"].of(lang)
    joint = WORDS["list.colon"].of(lang)
    return f"{words}{joint}{PUBLICATIONS[clock.kind].words.of(lang)}" if clock.kind else words


def _until(clock: Clock, lang: str) -> str:
    if clock.at:
        return show.instant_words(clock.at, lang)
    if clock.earliest == clock.latest:
        return show.day_words(clock.latest, lang)
    return f"{show.day_words(clock.earliest, lang)} – {show.day_words(clock.latest, lang)}"


def _replaced(clock: Clock, later: tuple[Page, ...]) -> bool:
    return any((one.id, one.lot) == (clock.id, clock.lot) for page in later for one in page.clocks)


def _done(clock: Clock, file: CaseFile, place: int, lang: str) -> str:
    """When what was owed was done, where one lot leaves no doubt which act that was."""
    if not clock.kind or len(file.lots) > 1 or _replaced(clock, file.pages[place + 1 :]):
        return ""
    done = (page for page in file.pages[place:] if page.kind == clock.kind)
    return next((show.day_words(page.at.day, lang) for page in done), "")
