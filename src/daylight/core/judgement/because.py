"""The full *because* of an act, computed when it is shown: every value and article of law it was held to.

An act keeps a short one in its bytes: its articles, and the values its clocks rest on. What its conditions
ask the law is in ``asked.py``; the law is that of the act's own day, place, method and rulebook.
Shown by ``tests/office/test_because.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.dockets.case.case import Case
from daylight.core.judgement.asked import ASKED
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.uses import CLOCKS
from daylight.core.judgement.words.said import said
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.planning.choice import GROUPS
from daylight.core.rulebook.law import Law
from daylight.core.rulebook.parameter import value_words
from daylight.core.rulebook.roles import ROLES
from daylight.core.values.because import Because, Cite
from daylight.core.values.fact import Fact, Share
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

OF_THE_DEED = {
    "award.candidates.minimum": "lots.candidates",
    "bidding.period": "bid_deadline",
    "bidding.security_ceiling": "lots.bid_security",
    "contract.performance_security_ceiling": "performance_security",
    "framework.elimination": "framework.elimination",
    "framework.term": "valid_until",
    "low_price.explanation_minutes": "explanation_minutes",
    "prequalification.documents_supply": "documents_until",
    "prequalification.submit": "deadline",
    "requirement.survey_budget": "lots.budget",
    "requirement.survey_objects": "suppliers_surveyed",
    "requirement.survey_validity": "surveyed_on",
    "solicitation.documents_supply": "documents_until",
}
"""What of the deed a value is held against, by the beginning of its name; others are held to the docket."""


@dataclass(frozen=True)
class Held:
    """A value or an article of law an act was held to, and by what.

    ``value`` and ``since`` are empty where a role asks only for an article; ``by`` names the conditions, or
    ``clocks``, or nothing where the law asks for the act itself; ``against`` is what it was measured by.
    """

    id: str
    name: Text
    value: Text | None
    since: date | None
    territory: str
    cites: tuple[Cite, ...]
    by: tuple[str, ...]
    against: Text | None


def full_because(m: Matter, clocks: tuple[Clock, ...]) -> tuple[Held, ...]:
    """Everything the law of its day held an act to; ``m`` is the matter its judge had, with its own law."""
    case = m.state if isinstance(m.state, Case) else m.facets.get("case")
    need = case.requirement if isinstance(case, Case) else m.intent.deed
    return held_to(m.intent.kind, m.law, getattr(need, "object", ""), clocks, m.intent.deed)


def held_to(
    kind: str, law: Law, object: str, clocks: tuple[Clock, ...], deed: object = None
) -> tuple[Held, ...]:
    """What an act of a kind was held to by a law: the role of its kind first, then sorted by name.

    ``object`` is what is bought; without the deed, values are held against clocks only.
    """
    asked: dict[str, tuple[str, ...]] = {REGISTER[kind].role: ()}
    for condition, names in sorted(ASKED.get(kind, {}).items()):
        for name in (one for one in names if _concerns(object, one)):
            asked[name] = (*asked.get(name, ()), condition)
    first, *rest = asked
    found = (
        _held(law, name, asked[name], _against(name, asked[name], clocks, deed))
        for name in (first, *sorted(rest))
    )
    return tuple(one for one in found if one)


def _held(law: Law, name: str, by: tuple[str, ...], against: Text | None) -> Held | None:
    """What the law says under a name; nothing where it was silent, so that nothing bound."""
    value = law.maybe(name) or law.under("").maybe(name)
    if value is not None:
        words, territory = (
            value_words(value.parameter.unit, value.value),
            dict(value.because.inputs)["territory"],
        )
        return Held(name, value.parameter.name, words, value.from_day, territory, value.cites, by, against)
    cites = law.cites(name) or law.under("").cites(name)
    if not cites:
        return None
    return Held(name, ROLES.get(name, Text(name, name)), None, None, law.territory.id, cites, by, against)


def _concerns(object: str, name: str) -> bool:
    """Whether a value is of what is bought here: of one for each kind of object only one is asked."""
    end = name.rpartition(".")[2]
    ends: dict[str, set[str]] = {id: {id, group} for id, group in GROUPS.items()}
    return object not in ends or end in ends[object] or end not in set().union(*ends.values())


def _against(name: str, by: tuple[str, ...], clocks: tuple[Clock, ...], deed: object) -> Text | None:
    path = next((path for start, path in OF_THE_DEED.items() if _begins(name, start)), "")
    stated = tuple(_figures(deed, path.split("."))) if path and set(by) - {CLOCKS} else ()
    ends = tuple(clock.latest for clock in clocks if name in {clock.id, *_rules(clock.because)})
    figures = tuple(dict.fromkeys((*stated, *ends)))
    return said(figures) if figures else None


def _begins(name: str, start: str) -> bool:
    return name == start or name.startswith(f"{start}.")


def _rules(because: Because) -> Iterator[str]:
    yield because.rule
    for part in because.parts:
        yield from _rules(part)


def _figures(whole: object, path: list[str]) -> Iterator[Fact]:
    """What lies under a path of fields, through every part of a list; a share as people read it."""
    if not path:
        yield from _figure(whole)
    elif isinstance(whole, tuple):
        for one in whole:
            yield from _figures(one, path)
    else:
        yield from _figures(getattr(whole, path[0], None), path[1:])


def _figure(stated: object) -> Iterator[Fact]:
    match stated:
        case Fraction():
            yield Share(stated)
        case Money() | Instant() | date() | int():
            yield stated
