"""Does what the book cites exist? Each citation is looked up in the official texts that stand beside it.

A citation is checked in every imported version that stands while the value or the provision does.
Shown by ``tests/core/rulebook/test_texts.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.check import Finding, next_start
from daylight.core.rulebook.provision import Provision, Ref
from daylight.core.rulebook.sanction import Sanction
from daylight.core.rulebook.texts import OfficialText, Version, versions_of
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Citation:
    """Who cites which article, from a day until before another."""

    by: str
    ref: Ref
    begin: date
    end: date | None


@dataclass(frozen=True)
class Lookup:
    """What became of the citations: ``resolved`` in a text, ``unread`` where no text stands beside them."""

    resolved: int
    unread: int
    findings: tuple[Finding, ...]


def citations_of(book: Rulebook) -> Iterator[Citation]:
    """Every article provisions, values and sanctions cite; an instrument as a whole is no article."""
    for provision in book.provisions:
        if provision.at.article and provision.at.instrument in book.instrument_by_id:
            yield _of_provision(book, provision)
    for parameter in book.parameters:
        for value in parameter.values:
            for ref in value.cites:
                if ref.article:
                    end = next_start(parameter, value)
                    yield Citation(f"{parameter.id} from {value.from_day}", ref, value.from_day, end)
    for sanction in book.sanctions:
        yield from _of_sanction(book, sanction)


def look_up(book: Rulebook, texts: Iterable[OfficialText]) -> Lookup:
    """Look every citation up; one whose article is missing from a version that stands is a finding."""
    versions = versions_of(book, texts)
    resolved, unread, findings = 0, 0, []
    for citation in citations_of(book):
        standing = _standing(versions, citation)
        missing = [one for one in standing if one.text.article(citation.ref.article) is None]
        findings += [_missing(citation, version) for version in missing]
        resolved += bool(standing) and not missing
        unread += not standing
    return Lookup(resolved, unread, tuple(findings))


def _of_provision(book: Rulebook, provision: Provision) -> Citation:
    instrument = book.instrument_by_id[provision.at.instrument]
    begin = provision.from_day or instrument.in_force_on
    end = provision.until_day or instrument.repealed_on
    return Citation(f"provision {provision.at}", provision.at, begin, end)


def _of_sanction(book: Rulebook, sanction: Sanction) -> Iterator[Citation]:
    """The article of a sanction, and each of its items that it follows upon."""
    instrument = book.instrument_by_id.get(sanction.at.instrument)
    if instrument is None or not sanction.at.article:
        return
    for item in dict.fromkeys(f"({one.item})" if one.item else "" for one in sanction.breaches):
        ref = Ref(sanction.at.instrument, sanction.at.article + item)
        yield Citation(f"sanction {sanction.id}", ref, instrument.in_force_on, instrument.repealed_on)


def _standing(versions: Mapping[str, tuple[Version, ...]], citation: Citation) -> list[Version]:
    known = versions.get(citation.ref.instrument, ())
    return [one for one in known if one.overlaps(citation.begin, citation.end)]


def _missing(citation: Citation, version: Version) -> Finding:
    text = version.text
    return Finding(
        "cite.not-in-text",
        citation.by,
        Text(
            f"《{text.name}》（{text.day}）没有第 {citation.ref.article} 条（款、项），"
            f"全文共 {len(text.articles)} 条",
            f"{text.name} of {text.day} has no article {citation.ref.article}; "
            f"it has articles 1 to {len(text.articles)}",
        ),
    )
