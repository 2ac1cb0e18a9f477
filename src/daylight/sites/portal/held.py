"""What the law held each disclosed act to: its values, since when, and their articles.

The law is that of the act's day and rulebook; where that rulebook is lost nothing is said in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from daylight.core.judgement.because import held_to
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import law_in_force
from daylight.office.publishing import LawLost, kept_law
from daylight.sites.kit.here import book
from daylight.sites.portal.casefile import CaseFile
from daylight.sites.portal.reasons import Article, articles_of
from daylight.wiring import the_office


@dataclass(frozen=True)
class HeldTo:
    """A value of law: its name, what it was, since when, what it was held against, its articles."""

    name: str
    value: str
    since: str
    against: str
    articles: tuple[Article, ...]


def held_of(file: CaseFile, place: int, lang: str) -> tuple[HeldTo, ...]:
    """The values of law behind one notice of a case, in the reader's language."""
    page, act = file.pages[place], file.releases[place]["daylight"]["acts"][0]
    try:
        law_book = _book_of(act["rulebook"])
    except LawLost:
        return ()
    law = law_in_force(law_book, page.row.territory, page.at.day, _method_of(file, law_book))
    found = held_to(page.kind, law, file.tender.get("mainProcurementCategory", ""), page.clocks)
    return tuple(
        HeldTo(
            one.name.of(lang),
            one.value.of(lang),
            str(one.since),
            one.against.of(lang) if one.against else "",
            articles_of(one.cites, lang),
        )
        for one in found
        if one.value
    )


@cache
def _book_of(digest: str) -> Rulebook:
    return book() if digest == book().digest else kept_law(the_office().vault, book())(digest)


def _method_of(file: CaseFile, law_book: Rulebook) -> str:
    """The method of the case by the name its releases give it."""
    named = file.tender.get("procurementMethodDetails", "")
    methods = {f"{one.name.zh} / {one.name.en.lower()}": one.id for one in law_book.methods}
    return methods.get(named, law_book.usual_method)
