"""The law as this platform reads it: instruments, their articles in our words, and every value by date."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.parameter import Parameter, value_words
from daylight.sites.kit.here import book
from daylight.sites.kit.page import page
from daylight.sites.portal.home import place_words
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class InstrumentLine:
    """An instrument in a list."""

    id: str
    name: str
    number: str
    issuer: str
    place: str
    since: str
    until: str
    confidence: str
    note: str


@dataclass(frozen=True)
class ValueLine:
    """A value from a day on."""

    parameter: str
    value: str
    since: str
    place: str
    articles: str
    confidence: str


@require_safe
def law(request: HttpRequest, lang: str) -> HttpResponse:
    """All instruments, and all parameters with their history."""
    ordered = sorted(book().instruments, key=lambda one: (one.territory, one.in_force_on, one.id))
    return page(
        request,
        "portal/law.html",
        here="law",
        instruments=[_line(one, lang) for one in ordered],
        values=[line for one in book().parameters for line in _values(one, lang)],
        digest=book().digest,
    )


@require_safe
def instrument(request: HttpRequest, lang: str, instrument: str) -> HttpResponse:
    """One instrument: its articles as we read them, and the values it sets."""
    found = book().instrument_by_id.get(instrument)
    if found is None:
        raise Http404(instrument)
    articles = [
        (one.at.article, one.summary.of(lang), confidence_words(one.confidence, lang))
        for one in book().provisions
        if one.at.instrument == instrument
    ]
    values = [line for one in book().parameters for line in _values(one, lang, instrument)]
    return page(
        request,
        "portal/instrument.html",
        here="law",
        instrument=_line(found, lang),
        articles=articles,
        values=values,
    )


def confidence_words(mark: str, lang: str) -> str:
    """How well our reading is confirmed, in words; the mark itself where it is a new one."""
    return WORDS[f"confidence.{mark}"].of(lang) if f"confidence.{mark}" in WORDS else mark


def _line(one: Instrument, lang: str) -> InstrumentLine:
    return InstrumentLine(
        one.id,
        one.name.of(lang),
        one.number,
        one.issuer.of(lang),
        place_words(one.territory, lang),
        one.in_force_on.isoformat(),
        one.repealed_on.isoformat() if one.repealed_on else "",
        confidence_words(one.confidence, lang),
        one.note.of(lang) if one.note else "",
    )


def _values(one: Parameter, lang: str, instrument: str = "") -> list[ValueLine]:
    names = book().instrument_by_id
    return [
        ValueLine(
            one.name.of(lang),
            value_words(one.unit, dated.value).of(lang),
            dated.from_day.isoformat(),
            place_words(dated.territory, lang),
            "、".join(f"{names[ref.instrument].name.of(lang)} {ref.article}".strip() for ref in dated.cites),
            confidence_words(dated.confidence, lang),
        )
        for dated in one.values
        if not instrument or any(ref.instrument == instrument for ref in dated.cites)
    ]
