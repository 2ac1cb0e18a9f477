"""Which methods the law opens to a need: the need, five questions at most, and every method with its reason.

Shown by ``tests/sites/test_methods.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.core.judgement.words import remedy, wrong
from daylight.core.procedures.planning.choice import Choice, Need, Option, choices_by_level
from daylight.core.rulebook.law import Law, law_in_force
from daylight.core.rulebook.parameter import Object
from daylight.core.values.money import EXPONENTS, Money
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text
from daylight.sites.kit import here, show
from daylight.sites.kit.here import book
from daylight.sites.kit.page import page
from daylight.sites.portal.home import grouped_places
from daylight.sites.portal.reasons import Article, articles_of
from daylight.sites.words import WORDS

OBJECTS: tuple[Object, ...] = ("goods", "services", "works")
TEN = 10
LONGEST = 15
SHOWN = 40
AMOUNTS = {"budget": 1, "before": 0, "original": 1}
"""The amounts that are asked for, and the least that each may be."""


@dataclass(frozen=True)
class Said:
    """One line of a reason, with its articles."""

    text: str
    articles: tuple[Article, ...]
    then: str = ""


@dataclass(frozen=True)
class MethodLine:
    """A method, whether it is lawful, and why."""

    name: str
    lawful: bool
    reasons: tuple[Said, ...]
    approvals: tuple[Said, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What law answers, for the levels of budgets named where the level decides."""

    places: str
    outside: Said | None
    lines: tuple[MethodLine, ...]


@dataclass(frozen=True)
class AskedFact:
    """A fact that may be ticked."""

    id: str
    name: str
    ticked: bool


@dataclass(frozen=True)
class AskedQuestion:
    """A question with its facts."""

    text: str
    facts: tuple[AskedFact, ...]


@dataclass(frozen=True)
class Answers:
    """What the reader says of the need, amounts as he wrote them; ``wrong`` are fields nobody can read."""

    object: Object
    place: str
    budget: str
    before: str
    original: str
    catalogue: bool
    facts: tuple[str, ...]
    wrong: frozenset[str]


@require_safe
def methods(request: HttpRequest, lang: str) -> HttpResponse:
    """The questions, and the answer of the law of today once there is a budget and no field is wrong."""
    said = answers_of(request)
    day = here.today()
    law = law_in_force(book(), said.place, day)
    budget = None if said.wrong else _money(said.budget, law)
    choices = choices_by_level(_need(said, law, budget), law) if budget else ()
    return page(
        request,
        "portal/methods.html",
        here="law",
        said=said,
        objects=[(one, WORDS[f"object.{one}"].of(lang)) for one in OBJECTS],
        places=grouped_places(lang),
        questions=[_question(id, text.of(lang), said, lang) for id, text in _questions()],
        answers=[_answer(here_law, choice, lang) for here_law, choice in choices],
        today=show.day_words(day, lang),
        currency=law.territory.currency,
    )


def answers_of(request: HttpRequest) -> Answers:
    """What the address says; what it can't mean is named, field by field."""
    asked = request.GET
    known = {fact.id for fact in book().facts}
    places = [one.id for one in book().territories]
    kind, place = asked.get("object", ""), asked.get("place", "")
    written = {field: asked.get(field, "").strip() for field in AMOUNTS}
    wrong = {
        field for field, least in AMOUNTS.items() if written[field] and not _is_whole(written[field], least)
    }
    choices = {
        "object": not kind or kind in OBJECTS,
        "place": not place or place in places,
        "fact": set(asked.getlist("fact")) <= known,
    }
    return Answers(
        object=next((one for one in OBJECTS if one == kind), OBJECTS[0]),
        place=place if place in places else places[0],
        budget=_shown(written["budget"]),
        before=_shown(written["before"]),
        original=_shown(written["original"]),
        catalogue=bool(asked.get("catalogue")),
        facts=tuple(sorted(set(asked.getlist("fact")) & known)),
        wrong=frozenset(wrong | {field for field, sound in choices.items() if not sound}),
    )


def _questions() -> list[tuple[str, Text]]:
    return [(question.id, question.text) for question in book().questions]


def _question(id: str, text: str, said: Answers, lang: str) -> AskedQuestion:
    facts = (fact for fact in book().facts if fact.question == id)
    return AskedQuestion(
        text, tuple(AskedFact(fact.id, fact.name.of(lang), fact.id in said.facts) for fact in facts)
    )


def _need(said: Answers, law: Law, budget: Money) -> Need:
    before = _money(said.before, law)
    return Need(
        object=said.object,
        budget=budget,
        facts=said.facts,
        in_catalogue=said.catalogue,
        bought_before=before.amount_minor if before else 0,
        original_contract=_money(said.original, law),
    )


def _answer(law: Law, choice: Choice, lang: str) -> Answer:
    outside = choice.outside
    return Answer(
        WORDS["list.joint"].of(lang).join(one.name.of(lang) for one in choice.places),
        Said(outside.text.of(lang), articles_of(outside.cites, lang)) if outside else None,
        tuple(sorted((_line(one, law, lang) for one in choice.options), key=_last)),
    )


def _line(option: Option, law: Law, lang: str) -> MethodLine:
    here_law = law.under(option.method)
    reasons = [Said(one.text.of(lang), articles_of(one.cites, lang)) for one in option.because]
    reasons += [_refused(one, here_law, lang) for one in option.barred]
    approvals = (
        Said(one.because.text.of(lang), articles_of(one.because.cites, lang)) for one in option.approvals
    )
    return MethodLine(
        law.book.method_by_id[option.method].name.of(lang),
        option.lawful,
        tuple(reasons),
        tuple(approvals),
        tuple(text.of(lang) for text in option.unknown),
    )


def _refused(refusal: Refusal, law: Law, lang: str) -> Said:
    parameter = law.maybe(refusal.role)
    cites = parameter.cites if parameter else law.cites(refusal.role)
    return Said(wrong(refusal).of(lang), articles_of(cites, lang), remedy(refusal).of(lang))


def _last(line: MethodLine) -> bool:
    return not line.lawful


def _shown(text: str) -> str:
    """What was written, as far as the field shows it."""
    return text.replace("\0", "")[:SHOWN]


def _digits(text: str) -> str:
    return text.replace(",", "").replace("，", "").replace(" ", "")


def _is_whole(text: str, least: int) -> bool:
    digits = _digits(text)
    return digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST and int(digits) >= least


def _money(text: str, law: Law) -> Money | None:
    """Whole major units of the territory's currency; nothing where none are written."""
    if not text:
        return None
    currency = law.territory.currency
    return Money(int(_digits(text)) * TEN ** EXPONENTS[currency], currency)
