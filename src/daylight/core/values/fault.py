"""What is wrong with a value someone gave: a code, the facts, and the words, in both languages.

A fault says that terms or inputs cannot be used as they are; a refusal says that the law does not admit an
act. Faults are returned, all at once. Shown by ``tests/core/acts/test_evaluation_terms.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.core.values.text import Text


@dataclass(frozen=True)
class Fault:
    """``code`` is ``subject.what-is-wrong``; ``facts`` are what its words are filled with."""

    code: str
    facts: tuple[tuple[str, str], ...]
    text: Text


def fault(code: str, zh: str, en: str, **facts: object) -> Fault:
    """Build a fault whose facts fill the ``{places}`` of its words."""
    said = {name: str(value) for name, value in facts.items()}
    return Fault(code, tuple(said.items()), Text(zh, en).fill(**said))


def repeats(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids that occur more than once, sorted."""
    return tuple(sorted(name for name, times in Counter(ids).items() if times > 1))
