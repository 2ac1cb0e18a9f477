"""The law in force in a territory on a day: what a parameter is worth, and which articles fill a role.

A value of the territory goes before that of its parents where it is marked as an overlay.
Where values differ by the level of the budget, a place named without a level has none of them.
Shown by ``tests/core/rulebook/test_law.py`` and ``tests/daylight_cn/test_levels.py``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from typing import TypeVar

from daylight.core.rulebook.book import LEVELS, Level, Rulebook, Territory
from daylight.core.rulebook.counting import Counting
from daylight.core.rulebook.instrument import WHAT_IF
from daylight.core.rulebook.parameter import DatedValue, Parameter, Value, value_words
from daylight.core.rulebook.provision import Provision, Ref
from daylight.core.values.because import Because, Cite, Derived
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.core.values.workdays import Calendar

T = TypeVar("T")


SOME_PROVISION = Text("适用于此事的规定", "a provision for this matter")


class LawGap(LookupError):
    """The book does not say what was asked; ``text`` tells who maintains it, ``lacking`` anyone else."""

    def __init__(self, text: Text, lacking: Text = SOME_PROVISION) -> None:
        self.text, self.lacking = text, lacking
        super().__init__(text, lacking)  # whole, so that it comes through from another process

    def __str__(self) -> str:
        return self.text.en


class LevelNeeded(LawGap):
    """The value depends on the level of the budget, and the place was named without one."""


@dataclass(frozen=True)
class Resolved:
    """A value of law with the articles it rests on and how well they are confirmed."""

    parameter: Parameter
    value: Value
    from_day: date
    confidence: str
    because: Because

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The articles the value rests on."""
        return self.because.cites

    def counting(self, book: Rulebook) -> Counting:
        """How a period is counted: as the parameter says, else as the instrument its value rests on."""
        own = self.parameter
        ruling = book.instrument_by_id.get(self.cites[0].instrument) if self.cites else None
        named = own.counting or (ruling.counting if ruling else "")
        if named in book.counting_by_id:
            return book.counting_by_id[named]
        return Counting("", Text("", ""), own.start_excluded, own.rollover, (), self.confidence)


@dataclass(frozen=True)
class Law:
    """The rulebook seen from one territory on one day, and from one procurement method where it is chosen."""

    book: Rulebook
    territory: Territory
    day: date
    method: str = ""

    def on(self, day: date) -> Law:
        """The same territory and method on another day."""
        return dataclasses.replace(self, day=day)

    def under(self, method: str) -> Law:
        """The law as it rules one procurement method."""
        return dataclasses.replace(self, method=method)

    def value(self, id: str) -> Resolved:
        """The value of a parameter; a ``LawGap`` where there is none on this day."""
        found = self.maybe(id)
        if found is None:
            raise _gap(self, id)
        return found

    def maybe(self, id: str) -> Resolved | None:
        """The value of a parameter, or nothing where the law of this day is silent."""
        asked = (self.territory.id, self.territory.level, self.day, self.method, id)
        if asked not in self.book.memo:
            self.book.memo[asked] = self._found(id)
        found: Resolved | None = self.book.memo[asked]
        return found

    def _found(self, id: str) -> Resolved | None:
        found, below = self._said(id), self._said_below(id)
        told = [*([found] if found else []), *(one for _, one in below)]
        return told[0] if len({one.value for one in told}) == 1 else None

    def _said_below(self, id: str) -> list[tuple[Law, Resolved]]:
        told = ((law, law._said(id)) for law in self.of_each_level)
        return [(law, found) for law, found in told if found]

    def _said(self, id: str) -> Resolved | None:
        for parameter in self._answering(id):
            if dated := _standing(parameter, self.chain, self.day, self.territory.level):
                because = _because(self.book, parameter, dated)
                return Resolved(parameter, dated.value, dated.from_day, dated.confidence, because)
        return None

    @property
    def of_each_level(self) -> tuple[Law, ...]:
        """This law at each level of budgets of a place named without one; none where it has a level."""
        if self.territory.level:
            return ()
        return tuple(dataclasses.replace(self, territory=one) for one in levels_of(self.book, self.territory))

    def differing(self, id: str) -> tuple[Law, ...]:
        """The law at each level, where a value depends on the level and none was named."""
        if self.maybe(id) is not None:
            return ()
        return tuple(law for law, _ in self._said_below(id))

    def _answering(self, question: str) -> tuple[Parameter, ...]:
        """The parameters that may answer: by their own id, or for the method; the nearest first."""
        if not self.method:
            named = self.book.parameter_by_id.get(question)
            return (named,) if named else ()
        found = self.book.parameters_answering.get(question, ())
        return tuple(one for one in found if rules_method(one.methods, self.method))

    def whole(self, id: str) -> Derived[int]:
        """A parameter that is a whole number: days, heads, points, minutes."""
        return _typed(self.value(id), int)

    def ratio(self, id: str) -> Derived[Fraction]:
        """A parameter that is an exact share."""
        return _typed(self.value(id), Fraction)

    def amount(self, id: str) -> Derived[Money]:
        """A parameter that is money."""
        return _typed(self.value(id), Money)

    def holds(self, id: str) -> Derived[bool]:
        """A parameter that is a yes or no."""
        return _typed(self.value(id), bool)

    def cites(self, role: str) -> tuple[Cite, ...]:
        """The articles that fill a role on this day, nearest territory first; none where the law has none."""
        asked = (self.territory.id, self.day, self.method, "role", role)
        if asked not in self.book.memo:
            self.book.memo[asked] = self._filled(role)
        found: tuple[Cite, ...] = self.book.memo[asked]
        return found

    def _filled(self, role: str) -> tuple[Cite, ...]:
        standing = [p for p in self.book.provisions_by_role.get(role, ()) if self.stands(p)]
        order = {territory: place for place, territory in enumerate(self.chain)}
        instruments = self.book.instrument_by_id
        standing.sort(key=lambda p: order[instruments[p.at.instrument].territory])
        return tuple(cite_of(self.book, provision.at, provision.confidence) for provision in standing)

    def stands(self, provision: Provision) -> bool:
        """Whether a provision is in force here on this day."""
        instrument = self.book.instrument_by_id.get(provision.at.instrument)
        if instrument is None:
            return False
        if not rules_method(provision.methods, self.method):
            return False
        begun = provision.from_day is None or provision.from_day <= self.day
        ended = provision.until_day is not None and provision.until_day <= self.day
        return instrument.territory in self.chain and instrument.stands_on(self.day) and begun and not ended

    def in_force(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """Those of the articles whose instrument is in force on this day."""
        known = self.book.instrument_by_id
        return tuple(ref for ref in refs if (one := known.get(ref.instrument)) and one.stands_on(self.day))

    @property
    def chain(self) -> tuple[str, ...]:
        """The territory and its parents, nearest first."""
        return chain_of(self.book, self.territory.id)

    @property
    def calendar(self) -> Calendar:
        """The calendar of the territory or of the nearest parent that has one."""
        found = [
            self.book.calendar_by_territory[t] for t in self.chain if t in self.book.calendar_by_territory
        ]
        if not found:
            raise LawGap(
                Text(
                    f"地域 {self.territory.id} 没有工作日历。请在 calendars/ 中补充。",
                    f"Territory {self.territory.id} has no calendar. Add one under calendars/.",
                )
            )
        return found[0]


def law_in_force(book: Rulebook, territory: str, day: date, method: str = "") -> Law:
    """The law of a territory on a day, as it rules a procurement method where one is named."""
    known = book.territory_by_id
    if territory not in known:
        near = "、".join(nearest(territory, known)) or "—"
        raise LawGap(
            Text(
                f"规则库中没有地域 {territory}。相近的有：{near}。",
                f"The rulebook has no territory {territory}. Nearest: {near.replace('、', ', ')}.",
            )
        )
    return Law(book, known[territory], day, method)


def levels_of(book: Rulebook, territory: Territory) -> tuple[Territory, ...]:
    """A territory at each level of its budgets, the highest first; none where no level is known."""
    if territory.level or not any(one.level for one in book.territories):
        return ()
    parts: dict[str, Territory] = {}
    for one in book.territories:
        if one.parent == territory.id and one.level:
            parts.setdefault(one.level, one)
    if "provincial" in parts:
        return tuple(parts[level] for level in LEVELS if level in parts)
    return tuple(
        parts.get(level) or _seen_at(territory, level)
        for level in LEVELS
        if level in parts or level != "central"
    )


def _seen_at(territory: Territory, level: Level) -> Territory:
    """A territory as its budgets of one level see it, where the book has no part for them."""
    name, words = territory.name, LEVELS[level]
    return dataclasses.replace(
        territory, level=level, name=Text(f"{name.zh}{words.zh}", f"{name.en}, {words.en} level")
    )


def place_at(book: Rulebook, territory: str, level: str) -> Territory:
    """The part of a territory that has a level; the territory itself where none is named."""
    place = law_in_force(book, territory, date.min).territory
    if not level or place.level == level:
        return place
    known = levels_of(book, place)
    found = next((one for one in known if one.level == level), None)
    if found is None:
        there = [str(one.level) for one in known] or [place.level or "—"]
        raise LawGap(
            Text(
                f"{place.name.zh}（{place.id}）没有 {level} 这一级次。已有的：{'、'.join(there)}。",
                f"{place.name.en} ({place.id}) has no budget level {level}. It has: {', '.join(there)}.",
            )
        )
    return found


def rules_method(methods: tuple[str, ...], method: str) -> bool:
    """Whether what is said of these methods holds for one; none named means all, and none asked means any."""
    return not methods or not method or method in methods


def chain_of(book: Rulebook, territory: str) -> tuple[str, ...]:
    """A territory and its parents, nearest first."""
    chain: list[str] = []
    here: str | None = territory
    while here in book.territory_by_id and here not in chain:
        chain.append(here)
        here = book.territory_by_id[here].parent
    return tuple(chain)


def cite_of(book: Rulebook, ref: Ref, confidence: str) -> Cite:
    """A citation with the names people know; it says where an article number is unconfirmed."""
    if ref.instrument == WHAT_IF:
        return Cite(WHAT_IF, "", Text("假设（不是法律）", "What-if (not law)"), WHAT_IF)
    instrument = book.instrument_by_id.get(ref.instrument)
    if instrument is None:
        return Cite(ref.instrument, ref.article, Text(str(ref), str(ref)), "unverified")
    zh, en = instrument.name.zh, instrument.name.en
    if ref.article:
        zh += f"第{ref.article}条" if ref.article[:1].isdigit() else ref.article
        en += f", art. {ref.article}"
        if instrument.numbering == "unverified":
            zh, en = zh + "（条号待核）", en + " (article number unconfirmed)"
    return Cite(ref.instrument, ref.article, Text(zh, en), confidence)


def joined(cites: tuple[Cite, ...]) -> Text:
    """The names of several citations in one line."""
    return Text("；".join(cite.title.zh for cite in cites), "; ".join(cite.title.en for cite in cites))


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known ids most like a word, for messages that help."""
    return get_close_matches(word, sorted(known), n=5)


def _standing(parameter: Parameter, chain: tuple[str, ...], day: date, level: str) -> DatedValue | None:
    begun = [
        value
        for value in parameter.values
        if value.from_day <= day and (not value.levels or level in value.levels)
    ]
    of_each = [[value for value in begun if value.territory == territory] for territory in chain]
    latest = [max(values, key=lambda value: (value.from_day, value.levels)) for values in of_each if values]
    return next((value for value in latest if value.overlay), latest[-1] if latest else None)


def _because(book: Rulebook, parameter: Parameter, dated: DatedValue) -> Because:
    cites = tuple(cite_of(book, ref, dated.confidence) for ref in dated.cites)
    name, words, since = parameter.name, value_words(parameter.unit, dated.value), dated.from_day
    articles = joined(cites)
    return Because(
        parameter.id,
        Text(
            f"{name.zh}：{words.zh}，自 {since} 起｜{articles.zh}",
            f"{name.en}: {words.en}, since {since} | {articles.en}",
        ),
        cites,
        (
            ("value", words.en),
            ("from", str(since)),
            ("territory", dated.territory),
            *((("levels", ", ".join(dated.levels)),) if dated.levels else ()),
        ),
    )


def _typed(found: Resolved, kind: type[T]) -> Derived[T]:
    if type(found.value) is not kind:
        raise TypeError(f"{found.parameter.id} is {found.parameter.unit}, not {kind.__name__}")
    return Derived(found.value, found.because)


def _gap(law: Law, id: str) -> LawGap:
    where = f"{law.territory.id}, {law.day}"
    parameter = law.book.parameter_by_id.get(id)
    if parameter is None:
        near = nearest(id, law.book.parameter_by_id)
        zh = f"规则库中没有参数 {id}。" + (f"相近的有：{'、'.join(near)}。" if near else "")
        en = f"The rulebook has no parameter {id}." + (f" Nearest: {', '.join(near)}." if near else "")
        return LawGap(Text(zh, en))
    if differing := law.differing(id):
        return _level_needed(law, parameter, differing)
    begins = sorted({f"{value.territory} {value.from_day}" for value in parameter.values})
    return LawGap(
        Text(
            f"参数 {id} 此时此地没有值（{where}）。已有的值起于：{'、'.join(begins)}。",
            f"Parameter {id} has no value there and then ({where}). Its values begin: {', '.join(begins)}.",
        ),
        parameter.name,
    )


def _level_needed(law: Law, parameter: Parameter, differing: tuple[Law, ...]) -> LawGap:
    told = [(one.territory, value_words(parameter.unit, one.value(parameter.id).value)) for one in differing]
    zh = "；".join(f"{place.name.zh} {words.zh}" for place, words in told)
    en = "; ".join(f"{place.name.en}: {words.en}" for place, words in told)
    where, name = law.territory, parameter.name
    return LevelNeeded(
        Text(
            f"{name.zh}依预算级次而定，请说明级次（{where.name.zh}）：{zh}。",
            f"{name.en} depends on the level of the budget; name the level ({where.name.en}): {en}.",
        ),
        name,
    )
