"""Until when? A period of the law, counted from a day or back from one, with its reason and the days skipped.

Shown by ``tests/sites/test_until.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.rulebook.backward import FORWARD, backward
from daylight.core.rulebook.law import Law, LawGap, cite_of, law_in_force
from daylight.core.rulebook.parameter import Parameter
from daylight.core.rulebook.provision import Ref
from daylight.core.values.workdays import DueDay
from daylight.sites.kit import here, show
from daylight.sites.kit.here import book
from daylight.sites.kit.page import page
from daylight.sites.portal.home import grouped_places
from daylight.sites.portal.reasons import Article, articles_of
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class Answer:
    """The day, how it was counted, and which event it is counted from."""

    said: str
    why: str
    articles: tuple[Article, ...]
    uncertain: bool
    starts: tuple[tuple[str, tuple[Article, ...]], ...]


@require_safe
def until(request: HttpRequest, lang: str) -> HttpResponse:
    """The question, and its answer once a period and a day are named."""
    asked = request.GET
    periods = [one for one in book().parameters if one.mode]
    places = [one.id for one in book().territories]
    period = next((one for one in periods if one.id == asked.get("key", "")), periods[0])
    place = asked.get("place", "") if asked.get("place", "") in places else places[0]
    back, written = bool(asked.get("back")), asked.get("day", "").strip().replace("\0", "")
    day = _day(written)
    answer, gap = _answer(period, law_in_force(book(), place, day), day, back, lang) if day else (None, "")
    return page(
        request,
        "portal/until.html",
        here="law",
        periods=[(one.id, one.name.of(lang)) for one in sorted(periods, key=lambda one: one.name.of(lang))],
        places=grouped_places(lang),
        key=period.id,
        place=place,
        back=back,
        day=written[:20],
        wrong=bool(written) and day is None,
        unknown=bool(asked.get("key")) and asked.get("key") != period.id,
        event=event_words(period, lang),
        answer=answer,
        gap=gap,
        today=here.today().isoformat(),
    )


def event_words(period: Parameter, lang: str) -> str:
    """The event a period is counted from."""
    key = f"input.{period.anchor}"
    return WORDS[key].of(lang) if key in WORDS else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _answer(period: Parameter, law: Law, day: date, back: bool, lang: str) -> tuple[Answer | None, str]:
    """The answer, or why the law has none there and then."""
    try:
        if back:
            fitting = backward(law, period.id, day)
            found, span, key = fitting.of, fitting.day, f"until.event-{fitting.bound}"
        else:
            found = FORWARD[str(period.mode)](law, period.id, day)
            last = period.mode in ("max_after", "min_before")
            span, key = found.value, "until.last" if last else "until.first"
    except (LawGap, OverflowError) as error:
        return None, error.text.of(lang) if isinstance(error, LawGap) else WORDS["until.too-far"].of(lang)
    starts = tuple((one.matter.of(lang), _cited(law, one.cites, lang)) for one in period.starts)
    said = WORDS[key].fill(day=_span(span, lang)).of(lang)
    because = found.because
    return Answer(said, because.text.of(lang), articles_of(because.cites, lang), not span.certain, starts), ""


def _cited(law: Law, refs: tuple[Ref, ...], lang: str) -> tuple[Article, ...]:
    return articles_of(tuple(cite_of(book(), ref, "V-law") for ref in law.in_force(refs)), lang)


def _span(day: DueDay, lang: str) -> str:
    first, last = (show.day_words(one, lang) for one in (day.earliest, day.latest))
    return last if day.certain else f"{first} … {last}"
