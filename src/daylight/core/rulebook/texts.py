"""Official texts of instruments, article by article, beside which our summaries can be read and checked.

A text is one version of a statute. Which instrument it is a version of follows from its name and day, so a
text kept as mere reading becomes an instrument's text on the day the book learns that instrument.
Shown by ``tests/core/rulebook/test_texts.py`` and, with real statutes, ``tests/daylight_cn/test_texts.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.instrument import Instrument

EDITION = re.compile(r"\s*[（(][^（）()]*[）)]$")
"""What a name may carry at its end to tell editions apart: ``（2020年版）``."""
CITED = re.compile(r"(\d+)((?:\(\d+\))*)")


@dataclass(frozen=True)
class Item:
    """A numbered item of a paragraph, with its number as the text writes it."""

    number: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an article with the items it lists."""

    text: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Article:
    """An article; ``label`` is its number as the text writes it, ``line`` where it stands in the file."""

    number: int
    label: str
    chapter: str
    section: str
    line: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The article as it stands, a line for each paragraph and item."""
        said = (part for one in self.paragraphs for part in (one.text, *(item.text for item in one.items)))
        return self.label + " " + "\n".join(said)

    @property
    def digest(self) -> str:
        """Hex SHA-256 of the text."""
        return sha256(self.text.encode()).hexdigest()

    def holds(self, place: tuple[int, ...]) -> bool:
        """Whether there is such a part: ``(5,)`` is item or paragraph 5, ``(2, 5)`` item 5 of paragraph 2."""
        items = [{item.number for item in one.items} for one in self.paragraphs]
        if len(place) == 1:
            return 0 < place[0] <= len(items) or any(place[0] in numbers for numbers in items)
        if len(place) == 2:
            return 0 < place[0] <= len(items) and place[1] in items[place[0] - 1]
        return not place


@dataclass(frozen=True)
class OfficialText:
    """One version of a statute; ``digest`` is that of the file, ``beside`` what stands in no article."""

    name: str
    title: str
    day: date
    in_force_on: date | None
    history: tuple[str, ...]
    articles: tuple[Article, ...]
    beside: tuple[str, ...]
    file: str
    digest: str

    @cached_property
    def by_number(self) -> dict[int, Article]:
        """Articles by number."""
        return {article.number: article for article in self.articles}

    def article(self, cited: str) -> Article | None:
        """The article a citation such as ``22(5)`` names; nothing where it or its part is missing."""
        found = CITED.fullmatch(cited)
        article = self.by_number.get(int(found[1])) if found else None
        if found is None or article is None:
            return None
        return article if article.holds(tuple(map(int, re.findall(r"\((\d+)\)", found[2])))) else None


@dataclass(frozen=True)
class Version:
    """A text as a version of an instrument, with the days from and until which it stands."""

    text: OfficialText
    instrument: str
    begins: date
    ends: date | None

    def overlaps(self, begin: date, end: date | None) -> bool:
        """Whether the version stands on some day from one to before another."""
        return (end is None or self.begins < end) and (self.ends is None or begin < self.ends)


def bare_name(name: str) -> str:
    """A name without what tells its editions apart."""
    return EDITION.sub("", name)


def instrument_of(book: Rulebook, text: OfficialText) -> Instrument | None:
    """The instrument a text is a version of: of those with its name, the latest issued by its day."""
    named = (
        one
        for one in book.instruments
        if text.name in (bare_name(one.name.zh), bare_name(one.name.en)) and one.issued_on <= text.day
    )
    return max(named, key=lambda one: one.issued_on, default=None)


def versions_of(book: Rulebook, texts: Iterable[OfficialText]) -> dict[str, tuple[Version, ...]]:
    """The imported versions of each instrument, the oldest first."""
    found: dict[str, list[tuple[date, OfficialText]]] = {}
    for text in texts:
        instrument = instrument_of(book, text)
        if instrument:
            found.setdefault(instrument.id, []).append((_begins(instrument, text), text))
    return {id: _in_turn(book.instrument_by_id[id], found[id]) for id in sorted(found)}


def version_on(versions: Iterable[Version], day: date) -> Version | None:
    """The version that stands on a day, else the one nearest to it: the first to come, or the last."""
    ordered = sorted(versions, key=lambda one: one.begins)
    begun = [one for one in ordered if one.begins <= day]
    return begun[-1] if begun else next(iter(ordered), None)


def reading_texts(book: Rulebook, texts: Iterable[OfficialText]) -> tuple[OfficialText, ...]:
    """The texts that are no version of an instrument of the book."""
    return tuple(text for text in texts if instrument_of(book, text) is None)


def _begins(instrument: Instrument, text: OfficialText) -> date:
    told = {one.decided_on: one.in_force_on for one in instrument.amended}
    return max(instrument.in_force_on, text.in_force_on or told.get(text.day, text.day))


def _in_turn(instrument: Instrument, found: list[tuple[date, OfficialText]]) -> tuple[Version, ...]:
    ordered = sorted(found, key=lambda one: (one[0], one[1].day, one[1].digest))
    ends = [begins for begins, _ in ordered[1:]] + [instrument.repealed_on]
    return tuple(
        Version(text, instrument.id, begins, end) for (begins, text), end in zip(ordered, ends, strict=True)
    )
