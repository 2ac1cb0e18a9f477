"""The page of a value of law: what it is today, its history along the years, where it is used, whom it binds.

Shown by ``tests/sites/test_law.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.judgement.uses import Use, uses_of
from daylight.core.rulebook.book import LEVELS
from daylight.core.rulebook.check import next_start
from daylight.core.rulebook.consequences import sanctions_for
from daylight.core.rulebook.law import Law, cite_of, law_in_force
from daylight.core.rulebook.parameter import DatedValue, Parameter, value_words
from daylight.core.rulebook.roles import ROLES
from daylight.core.values.text import Text
from daylight.sites.kit import here, show
from daylight.sites.kit.bars import Bar, Tick, span, years
from daylight.sites.kit.here import book
from daylight.sites.kit.page import page
from daylight.sites.portal.home import place_words
from daylight.sites.portal.law import confidence_words, in_days, parameter_line
from daylight.sites.portal.reasons import Article, articles_of
from daylight.sites.words import WORDS
from daylight.store import board

LATEST = 200
YEAR = timedelta(days=366)
CLOSED = ("failed", "cancelled", "contracting")


@dataclass(frozen=True)
class ValueRow:
    """A value with the days it stands, drawn along them."""

    value: str
    days: str
    place: str
    overlay: bool
    articles: tuple[Article, ...]
    confidence: str
    known: str
    state: str
    bar: Bar


@dataclass(frozen=True)
class UseLine:
    """A kind of act that rests on the value."""

    kind: str
    conditions: tuple[str, ...]
    clocks: bool


@dataclass(frozen=True)
class BoundLine:
    """A clock of a case that runs by the value."""

    ocid: str
    title: str
    stage: str
    stage_words: str
    until: str
    value: str
    since: str
    open: bool


@require_safe
def parameter(request: HttpRequest, lang: str, parameter: str) -> HttpResponse:
    """One value of law."""
    found = book().parameter_by_id.get(parameter)
    if found is None:
        raise Http404(parameter)
    day = here.today()
    standing = law_in_force(book(), book().territories[0].id, day)
    uses = uses_of(found.answers or found.id)
    return page(
        request,
        "portal/parameter.html",
        here="law",
        line=parameter_line(found, standing, lang),
        facts=_facts(found, lang),
        role=ROLES[found.id].of(lang) if found.id in ROLES else "",
        rows=(rows := _rows(found, day, lang)),
        local=any(row.overlay for row in rows),
        ticks=_ticks(found, day),
        uses=[UseLine(PUBLICATIONS[one.kind].words.of(lang), one.conditions, one.clocks) for one in uses],
        breaches=_breaches(found, standing, lang),
        bound=list(_bound(found, uses, lang)),
        latest=LATEST,
        today=show.day_words(day, lang),
    )


def _breaches(one: Parameter, standing: Law, lang: str) -> list[tuple[str, str, tuple[Article, ...]]]:
    """What follows today where the value is not kept."""
    follow = sanctions_for(standing, one.id)
    return [
        (each.breach.what.of(lang), each.sanction.consequence.of(lang), articles_of((each.cite,), lang))
        for each in follow
    ]


def _facts(one: Parameter, lang: str) -> list[tuple[str, str]]:
    joint = WORDS["list.joint"].of(lang)
    anchor = WORDS[f"input.{one.anchor}"].of(lang) if f"input.{one.anchor}" in WORDS else one.anchor
    named = book().method_by_id
    methods = joint.join(named[id].name.of(lang) if id in named else id for id in one.methods)
    said = [
        ("law.kind", WORDS[f"kind.{one.kind}"].of(lang)),
        ("law.mode", WORDS[f"mode.{one.mode}"].of(lang) if one.mode else ""),
        ("law.anchor", anchor),
        ("law.objects", joint.join(WORDS[f"object.{name}"].of(lang) for name in one.objects)),
        ("law.methods", methods),
        ("law.rollover", WORDS["law.rolls"].of(lang) if _rolls(one) else ""),
    ]
    return [(WORDS[key].of(lang), value) for key, value in said if value]


def _rolls(one: Parameter) -> bool:
    """Whether the period runs on over days of rest at its end, as its value of today is counted."""
    found = law_in_force(book(), book().territories[0].id, here.today()).maybe(one.id)
    counted = found.counting(book()).rollover if found else one.rollover
    return one.mode is not None and one.unit != "working_day" and counted != "none"


def _span(one: Parameter, day: date) -> tuple[date, date]:
    begins = [value.from_day for value in one.values]
    return min(begins, default=day), max([*begins, day]) + YEAR


def _ticks(one: Parameter, day: date) -> tuple[Tick, ...]:
    return years(*_span(one, day))


def _rows(one: Parameter, day: date, lang: str) -> tuple[ValueRow, ...]:
    first, last = _span(one, day)
    root = book().territories[0].id
    ordered = sorted(one.values, key=lambda value: (value.territory != root, value.territory, value.from_day))
    return tuple(_row(one, value, (day, first, last), lang) for value in ordered)


def _row(one: Parameter, value: DatedValue, days: tuple[date, date, date], lang: str) -> ValueRow:
    day, first, last = days
    end = next_start(one, value)
    state = "coming" if value.from_day > day else "past" if end and end <= day else "now"
    return ValueRow(
        value_words(one.unit, value.value).of(lang),
        in_days(value.from_day, end, lang),
        place_words(value.territory, lang) + _levels(value, lang),
        value.overlay,
        articles_of(tuple(cite_of(book(), ref, value.confidence) for ref in value.cites), lang),
        confidence_words(value.confidence, lang),
        value.known_since.isoformat(),
        state,
        span(value.from_day, min(end or last, last), first, last),
    )


def _levels(value: DatedValue, lang: str) -> str:
    """The levels of budgets a value holds for, in words; none where it holds for all."""
    if not value.levels:
        return ""
    named = (words for level, words in LEVELS.items() if level in value.levels)
    told = WORDS["list.joint"].of(lang).join(words.of(lang) for words in named)
    return Text(f"（{told}）", f" ({told})").of(lang)


def _bound(one: Parameter, uses: tuple[Use, ...], lang: str) -> Iterator[BoundLine]:
    """Cases with a clock that rests on the value, open ones first, each clock as it was set last."""
    kinds = [use.kind for use in uses if use.clocks]
    lines: dict[tuple[str, str, str], BoundLine] = {}
    for row, notice in board.notices_of(kinds, LATEST) if kinds else ():
        for clock in notice.page["clocks"]:
            inputs = next((dict(found) for found in _resting(clock["because"], one.id)), None)
            key = (row.ocid, clock["id"], clock["lot"])
            if inputs is not None and key not in lines:
                lines[key] = _bound_line(row, clock, _value(one, inputs, lang), lang)
    yield from sorted(lines.values(), key=lambda line: not line.open)


def _value(one: Parameter, inputs: dict[str, str], lang: str) -> tuple[str, str]:
    """The value a clock was set by, in the reader's words, and since when that is law."""
    since, place, levels = inputs.get("from", ""), inputs.get("territory", ""), inputs.get("levels", "")
    found = (
        v
        for v in one.values
        if (v.from_day.isoformat(), v.territory, ", ".join(v.levels)) == (since, place, levels)
    )
    return next((value_words(one.unit, v.value).of(lang) for v in found), inputs.get("value", "")), since


def _bound_line(row: Any, clock: dict[str, Any], by: tuple[str, str], lang: str) -> BoundLine:
    return BoundLine(
        row.ocid,
        row.title_zh if lang == "zh" else row.title_en,
        row.stage,
        WORDS[f"stage.{row.stage}"].of(lang),
        show.day_words(date.fromisoformat(clock["latest"]), lang),
        *by,
        row.stage not in CLOSED,
    )


def _resting(because: dict[str, Any], id: str) -> Iterator[list[list[str]]]:
    if because["rule"] == id:
        yield because.get("inputs", [])
    for part in because.get("parts", ()):
        yield from _resting(part, id)
