"""What the words of a solicitation are looked through for: data of a country, carried by its rulebook.

So who holds a bundle finds the same words again. A pattern tells words of a kind, never what is lawful:
that stands in the articles that fill its role. Shown by ``tests/core/procedures/test_lint.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from daylight.core.values.text import Text

Place = Literal["title", "item", "qualification", "criterion", "document", "clarification"]


@dataclass(frozen=True)
class Pattern:
    """Words that tell of a breach of ``role``: any of ``words`` in one clause, ``unless`` it holds others.

    ``unless_beside`` are looked for in the whole sentence, behind a comma too. Where ``above`` names a
    parameter, what ``words`` capture as ``number`` must exceed it. A ``hint`` are words that may well be
    lawful where they stand: they never block, they ask for a reason. No ``places`` mean all.
    """

    id: str
    role: str
    name: Text
    remedy: Text
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_beside: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    above: str = ""
    hint: bool = False

    def __post_init__(self) -> None:
        _compile_all(*self.words, *self.unless, *self.unless_beside)
        if self.above and not all("(?P<number>" in one for one in self.words):
            raise ValueError(f"{self.id}: what is held against {self.above} is captured as number")


@dataclass(frozen=True)
class Numeral:
    """A number as it is written in words."""

    words: str
    number: int


@dataclass(frozen=True)
class Wording:
    """How texts are read: where sentences and clauses end, what denies, what measures, what is looked for.

    ``denies`` makes its own clause a prohibition, ``denies_before`` what follows it in the sentence,
    ``denies_after`` the clause it comes behind. A text is ``graded`` where it says which marks go with what.
    ``subjects`` are what qualification and scoring must not both ask for.
    """

    sentence: str
    clause: str
    denies: str
    denies_before: str
    denies_after: str
    graded: tuple[str, ...]
    subjects: tuple[str, ...]
    numerals: tuple[Numeral, ...]
    patterns: tuple[Pattern, ...]

    def __post_init__(self) -> None:
        _compile_all(self.sentence, self.clause, self.denies, self.denies_before, self.denies_after)
        _compile_all(*self.graded, *self.subjects)


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The expression, heedless of the case of letters."""
    return re.compile(expression, re.IGNORECASE)


def _compile_all(*expressions: str) -> None:
    for expression in expressions:
        try:
            compiled(expression)
        except re.error as error:
            raise ValueError(f"{expression!r} is no regular expression: {error}") from None
