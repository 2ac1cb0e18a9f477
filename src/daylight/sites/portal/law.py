"""The law as this platform reads it: instruments by level, every value as it stands today, what is coming.

Shown by ``tests/sites/test_law.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.rulebook.compare import Change, coming
from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.law import Law, Resolved, law_in_force
from daylight.core.rulebook.parameter import Parameter, value_words
from daylight.core.rulebook.roles import ROLES
from daylight.core.rulebook.texts import OfficialText, reading_texts
from daylight.core.values.text import Text
from daylight.sites.kit import here, show
from daylight.sites.kit.here import book
from daylight.sites.kit.page import page
from daylight.sites.portal.home import place_words
from daylight.sites.portal.reasons import Article, articles_of
from daylight.sites.words import WORDS
from daylight.store.levels import by_level


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
    replaces: tuple[tuple[str, str], ...]
    confidence: str
    note: str


@dataclass(frozen=True)
class LevelGroup:
    """The instruments of one level."""

    name: str
    instruments: tuple[InstrumentLine, ...]


@dataclass(frozen=True)
class ParameterLine:
    """A parameter with what it is worth today in the whole country."""

    id: str
    name: str
    value: str
    since: str
    articles: tuple[Article, ...]
    confidence: str
    confirmed: bool
    elsewhere: str


@dataclass(frozen=True)
class ChangeLine:
    """What changes on a day."""

    name: str
    link: str
    place: str
    before: str
    after: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class ComingDay:
    """A day to come, and what changes on it."""

    iso: str
    words: str
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True)
class TextLine:
    """An official text that is no version of an instrument here."""

    link: str
    name: str
    day: str
    articles: str


@require_safe
def law(request: HttpRequest, lang: str) -> HttpResponse:
    """All instruments by level, and all parameters as they stand today."""
    day = here.today()
    standing = law_in_force(book(), book().territories[0].id, day)
    return page(
        request,
        "portal/law.html",
        here="law",
        levels=[
            LevelGroup(level.name.of(lang) if level else "", tuple(line_of(one, lang) for one in found))
            for level, found in by_level(here.levels(), book().instruments)
        ],
        parameters=[parameter_line(one, standing, lang) for one in book().parameters],
        today=show.day_words(day, lang),
        coming=len(coming(book(), standing.territory.id, day)),
        texts=[text_line(one, lang) for one in reading_texts(book(), here.texts())],
        digest=book().digest,
    )


@require_safe
def what_is_coming(request: HttpRequest, lang: str) -> HttpResponse:
    """What changes on which day to come."""
    day = here.today()
    found = coming(book(), book().territories[0].id, day)
    days = [
        ComingDay(on.isoformat(), show.day_words(on, lang), tuple(_change(one, lang) for one in changes))
        for on, changes in found
    ]
    return page(request, "portal/coming.html", here="law", days=days, today=show.day_words(day, lang))


def confidence_words(mark: str, lang: str) -> str:
    """How well our reading is confirmed, in words; the mark itself where it is a new one."""
    return WORDS[f"confidence.{mark}"].of(lang) if f"confidence.{mark}" in WORDS else mark


def line_of(one: Instrument, lang: str) -> InstrumentLine:
    """An instrument in the reader's language."""
    names = book().instrument_by_id
    replaced = ((id, names[id].name.of(lang)) for id in one.replaces if id in names)
    return InstrumentLine(
        one.id,
        one.name.of(lang),
        one.number,
        one.issuer.of(lang),
        place_words(one.territory, lang),
        one.in_force_on.isoformat(),
        one.repealed_on.isoformat() if one.repealed_on else "",
        tuple(replaced),
        confidence_words(one.confidence, lang),
        one.note.of(lang) if one.note else "",
    )


def parameter_line(one: Parameter, standing: Law, lang: str) -> ParameterLine:
    """A parameter as it stands on a day; without a value where the law of that day is silent."""
    found = standing.maybe(one.id)
    places = dict.fromkeys(
        value.territory for value in one.values if value.territory != standing.territory.id
    )
    joint = WORDS["list.joint"].of(lang)
    confidence = found.confidence if found else ""
    return ParameterLine(
        one.id,
        one.name.of(lang),
        _value_words(one, found, standing, lang),
        found.from_day.isoformat() if found else "",
        articles_of(found.cites, lang) if found else (),
        confidence_words(confidence, lang),
        all(cite.confirmed for cite in found.cites) if found else True,
        joint.join(place_words(place, lang) for place in places),
    )


def _value_words(one: Parameter, found: Resolved | None, standing: Law, lang: str) -> str:
    """The value; where it depends on the level of the budget, that of each level."""
    if found:
        return value_words(one.unit, found.value).of(lang)
    told = (
        Text("{place}{value}", "{place}: {value}").fill(
            place=law.territory.name, value=value_words(one.unit, law.value(one.id).value)
        )
        for law in standing.differing(one.id)
    )
    return WORDS["list.joint"].of(lang).join(words.of(lang) for words in told)


def text_line(text: OfficialText, lang: str) -> TextLine:
    """An official text in a list."""
    count = WORDS["law.count"].of(lang).format(count=len(text.articles))
    return TextLine(text_link(text), text.name, text.day.isoformat(), count)


def text_link(text: OfficialText) -> str:
    """Where a text is read, beneath the pages of law."""
    return f"texts/{text.digest[:16]}/"


def in_days(begin: date, end: date | None, lang: str) -> str:
    """From a day on, or until before another."""
    if end is None:
        return WORDS["law.on"].of(lang).format(day=begin)
    return WORDS["law.between"].of(lang).format(day=begin, end=end)


def _change(one: Change, lang: str) -> ChangeLine:
    silent = WORDS["law.silent"]
    known = book().parameter_by_id.get(one.id) if one.subject == "parameter" else None
    role = ROLES.get(one.id)
    name = known.name.of(lang) if known else role.of(lang) if role else one.id
    return ChangeLine(
        name,
        f"values/{one.id}/" if known else "",
        place_words(one.territory, lang),
        (one.before or silent).of(lang),
        (one.after or silent).of(lang),
        articles_of(one.cites_after, lang) if known else (),
    )
