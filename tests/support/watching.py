"""What the judge does while tests run: who alone refuses, what law is asked, what is performed and published.

The judge is watched from outside, by a few of its names; nothing of it changes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.judgement import judge as judging
from daylight.core.judgement.row import Row
from daylight.core.judgement.uses import CLOCKS
from daylight.core.procedures.matter import Condition, Matter
from daylight.core.rulebook.law import Law
from daylight.office import perform


@dataclass
class Watched:
    """What was seen: kinds performed and published, conditions that refused, and what asked the law.

    ``alone`` refused what nothing else did, ``told`` gave a reason nobody else gave.
    """

    performed: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    alone: set[tuple[str, str]] = field(default_factory=set)
    told: set[tuple[str, str]] = field(default_factory=set)
    asked: set[tuple[str, str, str]] = field(default_factory=set)

    def plain(self) -> dict[str, list[Any]]:
        """What was seen, as one process tells another."""
        return {name: sorted(seen) for name, seen in vars(self).items()}

    def join(self, plain: dict[str, list[Any]]) -> None:
        """Add what another process saw."""
        for name, seen in plain.items():
            getattr(self, name).update(tuple(one) if isinstance(one, list) else one for one in seen)


def pairs() -> tuple[set[str], set[str], set[tuple[str, str]]]:
    """All kinds, those that publish, and every condition a kind's row asks beyond those of every act."""
    conditions = {
        (kind, title(condition))
        for kind, row in judging.REGISTER.items()
        for condition in judging._conditions(row)
        if condition not in judging.EVERY_ACT
    }
    publishing = {kind for kind, row in PUBLICATIONS.items() if row.notice}
    return set(judging.REGISTER), publishing, conditions


def title(condition: Condition) -> str:
    """The name of a condition; of a mandate, the function it asks for."""
    if condition.__name__ != "person_is_mandated":
        return condition.__name__
    (function,) = (cell.cell_contents for cell in condition.__closure__ or ())
    return f"mandated({function})"


class _Here(threading.local):
    """The matter a thread judges: what asks the law at the moment, and which conditions refused."""

    asking: tuple[str, str] | None = None
    left = 0
    refusing: tuple[tuple[str, frozenset[str], bool], ...] = ()


@dataclass
class _Watch:
    watched: Watched
    held: bool
    real: bool
    here: _Here = field(default_factory=_Here)

    def conditions(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def conditions(row: Row) -> tuple[Condition, ...]:
            found: tuple[Condition, ...] = original(row)
            self.here.left, self.here.refusing = len(found), ()
            return found

        return conditions

    def condition(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def asked(condition: Condition, m: Matter) -> Any:
            here, kind, name = self.here, m.intent.kind, title(condition)
            with self._asking(kind, name):
                refusals = original(condition, m)
            if self.real:
                resting = {refusal.role for refusal in refusals if m.law.maybe(refusal.role)}
                self.watched.asked |= {(role, kind, name) for role in resting}
            if refusals:
                blocks = any(judging.blocks(m, refusal) for refusal in refusals)
                codes = frozenset(refusal.code for refusal in refusals)
                here.refusing = (*here.refusing, (name, codes, blocks))
            here.left -= 1
            if self.held and not here.left:
                self._weighed(kind, here.refusing)
            return refusals

        return asked

    def _weighed(self, kind: str, refusing: tuple[tuple[str, frozenset[str], bool], ...]) -> None:
        blocking = [name for name, _, blocks in refusing if blocks]
        if len(blocking) == 1:
            self.watched.alone.add((kind, blocking[0]))
        for name, codes, _ in refusing:
            others = [other for one, other, _ in refusing if one != name]
            if codes - frozenset().union(*others):
                self.watched.told.add((kind, name))

    def rows(self, original: dict[str, Row]) -> dict[str, Row]:
        return {kind: replace(row, clocks=self._clocks(kind, row)) for kind, row in original.items()}

    def _clocks(self, kind: str, row: Row) -> Callable[[Matter], Any]:
        def clocks(m: Matter) -> Any:
            self.watched.performed.add(kind)
            with self._asking(kind, CLOCKS):
                return row.clocks(m)

        return clocks

    def law(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def answer(law: Law, name: str) -> Any:
            if self.real and self.here.asking:
                self.watched.asked.add((name, *self.here.asking))
            return original(law, name)

        return answer

    def publishing(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def published(before: Any, act: Any, after: Any, **more: Any) -> Any:
            told = original(before, act, after, **more)
            if told:
                self.watched.published.add(act.intent.kind)
            return told

        return published

    @contextmanager
    def _asking(self, kind: str, name: str) -> Iterator[None]:
        self.here.asking = (kind, name)
        try:
            yield
        finally:
            self.here.asking = None


@contextmanager
def watching(watched: Watched, *, held: bool, real: bool) -> Iterator[None]:
    """Watch the judge, the law and the office.

    ``held`` says that a test asserts each refusal it meets, ``real`` that no matter is made up.
    """
    watch = _Watch(watched, held, real)
    names: dict[tuple[Any, str], Callable[[Any], Any]] = {
        (judging, "_conditions"): watch.conditions,
        (judging, "asked"): watch.condition,
        (judging, "REGISTER"): watch.rows,
        (Law, "maybe"): watch.law,
        (Law, "cites"): watch.law,
        (perform, "published"): watch.publishing,
    }
    before = {place: getattr(*place) for place in names}
    for (owner, name), watched_as in names.items():
        setattr(owner, name, watched_as(before[owner, name]))
    try:
        yield
    finally:
        for (owner, name), original in before.items():
            setattr(owner, name, original)
