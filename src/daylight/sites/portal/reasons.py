"""Why a value is what it is, as a page shows it: the words, what went in, the articles, and so on down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daylight.core.values.because import Because, Cite
from daylight.sites.kit import show
from daylight.sites.kit.here import book
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class Article:
    """An article, with a mark where our reading of it is not confirmed."""

    title: str
    instrument: str
    confirmed: bool


@dataclass(frozen=True)
class Reason:
    """One step of a derivation."""

    text: str
    inputs: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    parts: tuple[Reason, ...]


def reason_of(because: Because, lang: str, names: Mapping[str, str] = {}) -> Reason:
    """A derivation in the reader's language; ``names`` are what ids in it stand for."""
    return Reason(
        show.readable(because.text.of(lang), lang),
        tuple((_label(key, lang, names), _value(value, names)) for key, value in because.inputs if value),
        articles_of(because.cites, lang),
        tuple(reason_of(part, lang, names) for part in because.parts),
    )


def articles_of(cites: tuple[Cite, ...], lang: str) -> tuple[Article, ...]:
    """Articles by their names."""
    return tuple(Article(cite.title.of(lang), cite.instrument, cite.confirmed) for cite in cites)


def _value(value: str, names: Mapping[str, str]) -> str:
    """What an id stands for; a whole number without its denominator."""
    return names.get(value, value.removesuffix("/1"))


def _label(key: str, lang: str, names: Mapping[str, str]) -> str:
    head, _, rest = key.partition(":")
    if key in names:
        return names[key]
    if rest:
        return f"{WORDS['input.mark'].of(lang)} {names.get(rest, rest)}"
    known = book().parameter_by_id.get(key)
    if known:
        return known.name.of(lang)
    return WORDS[f"input.{head}"].of(lang) if f"input.{head}" in WORDS else key.replace("_", " ")
