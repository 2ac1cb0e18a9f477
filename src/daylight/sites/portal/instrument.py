"""The page of an instrument, our summaries beside its official text; and an official text as a whole.

Shown by ``tests/sites/test_law.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.parameter import Parameter
from daylight.core.rulebook.provision import Provision, Ref
from daylight.core.rulebook.roles import ROLES
from daylight.core.rulebook.texts import Article, OfficialText, Version, instrument_of, version_on
from daylight.sites.kit import here
from daylight.sites.kit.here import book
from daylight.sites.kit.page import page
from daylight.sites.portal.law import confidence_words, in_days, line_of, parameter_line, text_link
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class ArticleView:
    """An article in our words with what rests on it, and as it reads."""

    anchor: str
    number: str
    summary: tuple[str, ...]
    confidence: str
    roles: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    breaches: tuple[tuple[str, str], ...]
    label: str
    official: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class VersionLine:
    """A version of an instrument: decided when, standing when, and where its text is."""

    day: str
    stands: str
    link: str
    current: bool


@dataclass(frozen=True)
class Chapter:
    """The articles under one heading."""

    name: str
    section: str
    articles: tuple[ArticleView, ...]


@require_safe
def instrument(request: HttpRequest, lang: str, instrument: str) -> HttpResponse:
    """One instrument: its versions, its articles as we read them and as they read, and the values it sets."""
    found = book().instrument_by_id.get(instrument)
    if found is None:
        raise Http404(instrument)
    day = here.today()
    standing = law_in_force(book(), found.territory, day)
    imported = here.versions().get(instrument, ())
    version = version_on(imported, day)
    values = [parameter_line(one, standing, lang) for one in book().parameters if _rests_on(one, instrument)]
    return page(
        request,
        "portal/instrument.html",
        here="law",
        instrument=line_of(found, lang),
        replaced_by=[(one.id, one.name.of(lang)) for one in book().instruments if instrument in one.replaces],
        versions=_versions(found, imported, version, lang),
        version=version and version.text,
        tongue=here.tongue() if version else "",
        text=text_link(version.text) if version else "",
        articles=[
            _article(Ref(instrument, article), said, version.text if version else None, lang)
            for article, said in _provisions(instrument).items()
        ],
        parameters=values,
    )


@require_safe
def text(request: HttpRequest, lang: str, digest: str) -> HttpResponse:
    """An official text from its first article to its last."""
    found = next((one for one in here.texts() if digest == one.digest[: len(digest)]), None)
    if found is None or len(digest) < 16:
        raise Http404(digest)
    owner = instrument_of(book(), found)
    return page(
        request,
        "portal/text.html",
        here="law",
        text=found,
        owner=owner and (owner.id, owner.name.of(lang)),
        chapters=_chapters(found, owner.id if owner else "", lang),
        tongue=here.tongue(),
    )


def _rests_on(one: Parameter, instrument: str) -> bool:
    return any(ref.instrument == instrument for value in one.values for ref in value.cites)


def _versions(
    found: Instrument, imported: tuple[Version, ...], current: Version | None, lang: str
) -> list[VersionLine]:
    """All days on which the instrument was issued or amended, as the book or a text tells them."""
    days = {found.issued_on: found.in_force_on}
    days |= {one.decided_on: one.in_force_on for one in found.amended}
    days |= {one.text.day: one.begins for one in imported}
    links = {one.text.day: text_link(one.text) for one in imported}
    ordered = sorted(days)
    ends = [*(days[day] for day in ordered[1:]), found.repealed_on]
    return [
        VersionLine(
            day.isoformat(),
            in_days(days[day], end, lang),
            links.get(day, ""),
            current is not None and current.text.day == day,
        )
        for day, end in zip(ordered, ends, strict=True)
    ]


def _provisions(instrument: str) -> dict[str, list[Provision]]:
    """What the book says of an instrument, by article; where the number is unknown there may be several."""
    found: dict[str, list[Provision]] = {}
    for one in book().provisions:
        if one.at.instrument == instrument:
            found.setdefault(one.at.article, []).append(one)
    return found


def _article(ref: Ref, said: list[Provision], text: OfficialText | None, lang: str) -> ArticleView:
    """An article with all its provisions say, and the official text where there is one."""
    found = text.article(ref.article) if text else None
    users = [p for p in book().parameters if any(ref in value.cites for value in p.values)]
    roles = dict.fromkeys(role for one in said for role in one.roles)
    confidence = dict.fromkeys(confidence_words(one.confidence, lang) for one in said)
    return ArticleView(
        f"art-{ref.article}" if ref.article else "whole",
        ref.article,
        tuple(one.summary.of(lang) for one in said),
        WORDS["list.joint"].of(lang).join(confidence),
        tuple(ROLES[role].of(lang) if role in ROLES else role for role in roles),
        tuple((one.id, one.name.of(lang)) for one in users),
        breaches_at(ref, lang),
        found.label if found else "",
        tuple(_lines(found)) if found else (),
        found.digest if found else "",
    )


def breaches_at(ref: Ref, lang: str) -> tuple[tuple[str, str], ...]:
    """What an article punishes, and with what."""
    return tuple(
        (f"{f'({one.item}) ' if one.item else ''}{one.what.of(lang)}", sanction.consequence.of(lang))
        for sanction in book().sanctions
        if sanction.at == ref
        for one in sanction.breaches
    )


def _lines(article: Article) -> list[str]:
    """An article line by line; the number stands beside it."""
    return article.text.removeprefix(article.label).strip().splitlines()


def _chapters(text: OfficialText, instrument: str, lang: str) -> list[Chapter]:
    found: list[Chapter] = []
    said = _provisions(instrument)
    for one in text.articles:
        number = str(one.number)
        view = _article(Ref(instrument, number), said.get(number, []), text, lang)
        last = found[-1] if found else None
        if last and (last.name, last.section) == (one.chapter, one.section):
            found[-1] = Chapter(last.name, last.section, (*last.articles, view))
        else:
            found.append(Chapter(one.chapter, one.section, (view,)))
    return found
