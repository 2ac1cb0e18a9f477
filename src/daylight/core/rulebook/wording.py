"""What the words of a solicitation are looked through for: data of a country, carried by its rulebook.

So who holds a bundle finds the same words again. A pattern tells words of a kind, never what is lawful:
that stands in the articles that fill its role. Shown by ``tests/core/procedures/test_lint.py``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from daylight.core.values.spelling import seen
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
class Variant:
    """A character that is written for another, such as the traditional for the simplified one."""

    written: str
    read: str


BLANKS = re.compile(r"(?P<before>\S)[^\S\n]+(?=(?P<after>\S))")


def _between(found: re.Match[str]) -> str:
    """One blank parts words of letters; between other characters it says nothing."""
    parts = found["before"].isascii() and found["after"].isascii()
    return f"{found['before']} " if parts else found["before"]


@dataclass(frozen=True)
class Wording:
    """How texts are read: where sentences and clauses end, what denies, what measures, what is looked for.

    ``denies`` makes its own clause a prohibition, ``denies_before`` what follows it in the sentence,
    ``denies_after`` the clause it comes behind. A text is ``graded`` where it says which marks go with what.
    ``subjects`` are what qualification and scoring must not both ask for. Where it is ``normal``, texts are
    compared in normal form, a list item for what ``begins`` one, with the variants ``simplified`` names; a
    single one of ``ranges`` is no grade.
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
    normal: bool = False
    begins: str = ""
    ranges: str = ""
    simplified: tuple[Variant, ...] = ()

    def __post_init__(self) -> None:
        _compile_all(self.sentence, self.clause, self.denies, self.denies_before, self.denies_after)
        _compile_all(*self.graded, *self.subjects, self.ranges, self.begins)

    def spelled(self, text: str) -> str:
        """The text as it is compared: compatible width, nothing unseen, one character for its variants.

        Blanks fall where no two words of letters meet; a line goes on unless what ``begins`` a list, or a
        paragraph, follows.
        """
        if not self.normal:
            return text
        variants = {ord(one.written): one.read for one in self.simplified}
        lines: list[str] = [""]
        for line in unicodedata.normalize("NFKC", seen(text)).translate(variants).splitlines():
            said = line.strip()
            goes_on = said and lines[-1] and not compiled(self.begins).match(said)
            lines[-1:] = [f"{lines[-1]} {said}"] if goes_on else [lines[-1], said]
        return BLANKS.sub(_between, "\n".join(filter(None, lines)))

    def is_graded(self, text: str) -> bool:
        """Whether a text says which marks go with what."""
        said = self.spelled(text)
        ranges = compiled(self.ranges).findall(said) if self.ranges else []
        rest = compiled(self.ranges).sub("", said) if self.ranges else said
        return len(ranges) > 1 or any(compiled(one).search(rest) for one in self.graded)


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
