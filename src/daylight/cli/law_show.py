"""``daylight law show``: a parameter, a role, an instrument or an article, with what rests on it.

Shown by ``tests/cli/test_law.py`` and ``tests/cli/test_law_texts.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from daylight.cli.law_asked import Asked, View
from daylight.cli.law_texts import version_words
from daylight.core.rulebook.authority import authorities_for
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.consequences import sanctions_for
from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.law import Law, LawGap, LevelNeeded, cite_of, nearest
from daylight.core.rulebook.parameter import Parameter, value_words
from daylight.core.rulebook.provision import Provision
from daylight.core.rulebook.roles import ROLES
from daylight.core.rulebook.sanction import WHO, Sanction
from daylight.core.rulebook.texts import Article, OfficialText, version_on
from daylight.core.values.plain import plain
from daylight.core.values.text import Text

NO_TEXT = Text("（未导入原文）", "(no official text imported)")


DECIDES = Text("由谁决定：", "who decides: ")
BREACH = Text("  违反（{who}）：{what} ⇒ {follows}  {cite}", "  breach ({who}): {what} ⇒ {follows}  {cite}")


@dataclass(frozen=True)
class Place:
    """An instrument or a reading text, and the article asked for; empty is the whole."""

    instrument: Instrument | None
    text: OfficialText | None
    article: str


def show_id(asked: Asked, id: str, day: date) -> View:
    """Everything an id names; a ``LawGap`` with the nearest ids where it names nothing."""
    book, standing = asked.book, asked.law(day)
    views: dict[str, View] = {}
    if id in book.parameter_by_id:
        views["parameter"] = _parameter(asked, standing, book.parameter_by_id[id])
    if id in ROLES or id in book.provisions_by_role:
        views["role"] = _role(asked, standing, id)
    place = place_of(asked, id, day)
    if place and place.instrument:
        views["instrument"] = _instrument(asked, place.instrument, place, standing)
    elif place and place.text:
        views["text"] = _reading(asked, place.text, place.article)
    if not views:
        near = ", ".join(nearest(id, _known(asked)))
        if near:
            raise LawGap(Text(f"没有 {id}。相近的有：{near}", f"There is no {id}. Nearest: {near}"))
        some = ", ".join(sorted(book.instrument_by_id)[:5])
        raise LawGap(Text(f"没有 {id}。可写如：{some}", f"There is no {id}. Write for instance {some}"))
    lines = [line for view in views.values() for line in view[0]]
    return lines, {name: view[1] for name, view in views.items()}


def place_of(asked: Asked, id: str, day: date) -> Place | None:
    """What ``instrument``, ``instrument#article`` or ``instrument-article`` names, by id or by name."""
    instruments = {name: one for one in asked.book.instruments for name in (one.name.zh, one.name.en, one.id)}
    texts = {one.name: one for one in asked.texts}
    for name, article in _splits(id):
        place = Place(instruments.get(name), texts.get(name), article)
        if (place.instrument or place.text) and _is_there(asked, place, day):
            return place
    return None


def _splits(id: str) -> Iterator[tuple[str, str]]:
    yield id, ""
    for sign in "#-":
        name, found, article = id.rpartition(sign)
        if found and article:
            yield name, article


def _is_there(asked: Asked, place: Place, day: date) -> bool:
    if not place.article:
        return True
    if place.instrument is None:
        return place.text is not None and place.text.article(place.article) is not None
    summed = any(
        (one.at.instrument, one.at.article) == (place.instrument.id, place.article)
        for one in asked.book.provisions
    )
    return summed or _official(asked, place.instrument.id, place.article, day) is not None


def _known(asked: Asked) -> set[str]:
    book = asked.book
    official = {
        f"{id}#{n}" for id, found in asked.versions.items() for one in found for n in one.text.by_number
    }
    return {
        *book.parameter_by_id,
        *ROLES,
        *book.instrument_by_id,
        *(str(one.at) for one in book.provisions),
        *official,
        *(one.name for one in asked.texts),
    }


def _parameter(asked: Asked, standing: Law, parameter: Parameter) -> View:
    found = standing.maybe(parameter.id)
    silent = Text(f"{standing.day} 没有值", f"no value on {standing.day}")
    by_level = [one.value(parameter.id) for one in standing.differing(parameter.id)]
    said = (found.because.text if found else _silence(standing, parameter.id, silent)).of(asked.lang)
    how = " ".join(filter(None, (parameter.kind, parameter.mode, parameter.unit, *parameter.objects)))
    lines = [
        f"{parameter.id}  {parameter.name.of(asked.lang)}",
        f"  {how} @ {parameter.anchor}",
        f"  {standing.territory.id} {standing.day}: {said}",
    ]
    for dated in sorted(parameter.values, key=lambda value: (value.from_day, value.territory)):
        cites = tuple(cite_of(asked.book, ref, dated.confidence) for ref in dated.cites)
        words = value_words(parameter.unit, dated.value).of(asked.lang)
        named = "; ".join(asked.cite_words(cite) for cite in cites)
        levels = f" ({', '.join(dated.levels)})" if dated.levels else ""
        lines.append(f"  {dated.from_day}… {dated.territory}{levels}  {words}  {named}")
    in_force = found and {"value": found.value, "because": found.because}
    follows = sanctions_for(standing, parameter.id)
    shape = {**plain(parameter), "in_force": in_force, "sanctions": follows}
    if by_level:
        shape["by_level"] = [
            {"territory": one.territory.id, "level": one.territory.level, "value": found.value}
            for one, found in zip(standing.differing(parameter.id), by_level, strict=True)
        ]
    return [*lines, *_following(asked, standing, parameter.id)], shape


def _silence(standing: Law, id: str, silent: Text) -> Text:
    """Why there is no value: the level was not named, or law is silent."""
    try:
        standing.value(id)
    except LevelNeeded as needed:
        return needed.text
    except LawGap:
        pass
    return silent


def _role(asked: Asked, standing: Law, role: str) -> View:
    provisions = asked.book.provisions_by_role.get(role, ())
    place = f"{standing.territory.id} {standing.day}"
    lines = [f"{role}  {ROLES[role].of(asked.lang)}" if role in ROLES else role]
    for provision in provisions:
        sign = "*" if standing.stands(provision) else " "
        lines.append(f" {sign} {_provision_words(asked, provision)}")
    deciding = authorities_for(standing, role)
    note = Text(f"* {place} 有效", f"* in force: {place}")
    none = Text("没有条款承担此职能", "no provision fills this role")
    lines.append((note if provisions else none).of(asked.lang))
    lines += [f"  {DECIDES.of(asked.lang)}{one.because.text.of(asked.lang)}" for one in deciding]
    follows = sanctions_for(standing, role)
    shape = {"id": role, "provisions": provisions, "in_force": standing.cites(role), "sanctions": follows}
    shape |= {"authorities": [one.value for one in deciding]} if deciding else {}
    return [*lines, *_following(asked, standing, role)], shape


def _following(asked: Asked, standing: Law, duty: str) -> list[str]:
    """What follows where a duty is broken, a line for each breach."""
    return [
        BREACH.fill(
            who=who_words(one.sanction),
            what=one.breach.what.of(asked.lang),
            follows=one.sanction.consequence.of(asked.lang),
            cite=asked.cite_words(one.cite),
        ).of(asked.lang)
        for one in sanctions_for(standing, duty)
    ]


def _instrument(asked: Asked, instrument: Instrument, place: Place, standing: Law) -> View:
    provisions = [
        one
        for one in asked.book.provisions
        if one.at.instrument == instrument.id and place.article in ("", one.at.article)
    ]
    in_force = f"{instrument.in_force_on}…{instrument.repealed_on or ''}"
    lines = [
        f"{instrument.id}  {instrument.name.of(asked.lang)}  {instrument.number}",
        f"  {instrument.issuer.of(asked.lang)}  {instrument.issued_on}, {in_force}",
    ]
    if instrument.replaces:
        lines.append(Text("  取代：", "  replaces: ").of(asked.lang) + ", ".join(instrument.replaces))
    if instrument.note:
        lines.append(f"  {instrument.note.of(asked.lang)}")
    for provision in provisions:
        lines.append(f"  {_provision_words(asked, provision)}")
        users = parameters_on(asked.book, provision)
        lines.extend(f"    → {name}" for name in (*provision.roles, *users))
    sanctions = [
        one
        for one in asked.book.sanctions
        if one.at.instrument == instrument.id and place.article in ("", one.at.article)
    ]
    lines += [line for one in sanctions for line in _breaches(asked, one)]
    shape = {**plain(instrument), "provisions": provisions, "sanctions": sanctions}
    versions = asked.versions.get(instrument.id, ())
    if place.article:
        official = _official(asked, instrument.id, place.article, standing.day)
        lines += _official_lines(asked, official)
        shape["official"] = official and _official_shape(*official)
    else:
        lines += [f"  {version_words(asked, one)}" for one in versions]
        shape["versions"] = [
            {"day": one.text.day, "from": one.begins, "until": one.ends, "sha256": one.text.digest}
            for one in versions
        ]
    return lines, shape


def who_words(sanction: Sanction) -> Text:
    """Whom a sanction meets."""
    named = [WHO[one] for one in sanction.who]
    return Text("、".join(one.zh for one in named), ", ".join(one.en for one in named))


def _breaches(asked: Asked, sanction: Sanction) -> list[str]:
    cite = asked.cite_words(cite_of(asked.book, sanction.at, sanction.confidence))
    follows = sanction.consequence.of(asked.lang)
    whats = [f"{f'({one.item}) ' if one.item else ''}{one.what.of(asked.lang)}" for one in sanction.breaches]
    return [
        BREACH.fill(who=who_words(sanction), what=what, follows=follows, cite=cite).of(asked.lang)
        for what in whats
    ]


def parameters_on(book: Rulebook, provision: Provision) -> list[str]:
    """The parameters whose values rest on a provision."""
    return [p.id for p in book.parameters if any(provision.at in value.cites for value in p.values)]


def _official(asked: Asked, instrument: str, article: str, day: date) -> tuple[OfficialText, Article] | None:
    version = version_on(asked.versions.get(instrument, ()), day)
    found = version.text.article(article) if version else None
    return (version.text, found) if version and found else None


def _official_lines(asked: Asked, official: tuple[OfficialText, Article] | None) -> list[str]:
    if official is None:
        return [f"  {NO_TEXT.of(asked.lang)}"]
    text, article = official
    head = Text(f"原文（{text.title}，{text.day}）", f"official text ({text.title}, {text.day})").of(
        asked.lang
    )
    heads = " · ".join(filter(None, (article.chapter, article.section)))
    said = [f"    {line}" for line in article.text.splitlines()]
    return [f"  {head}  {heads}", *said, f"    sha256 {article.digest}"]


def _official_shape(text: OfficialText, article: Article) -> dict[str, object]:
    place = {"chapter": article.chapter, "section": article.section, "label": article.label}
    version = {"title": text.title, "day": text.day, "file_sha256": text.digest}
    return {**version, **place, "text": article.text, "sha256": article.digest}


def _reading(asked: Asked, text: OfficialText, article: str) -> View:
    if article:
        found = text.article(article)
        assert found is not None, "the place was looked up before"
        return _official_lines(asked, (text, found)), _official_shape(text, found)
    lines = [f"{text.title} ({text.day})", *(f"  {line}" for line in text.history)]
    for one in text.articles:
        lines += [f"  {line}" for line in one.text.splitlines()]
    return lines, plain(text)


def _provision_words(asked: Asked, provision: Provision) -> str:
    cite = cite_of(asked.book, provision.at, provision.confidence)
    return f"{asked.cite_words(cite)}  {provision.summary.of(asked.lang)}"
