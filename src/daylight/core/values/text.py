"""Words for people, in the two languages of the platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def fill(self, **facts: str | Text) -> Text:
        """Put facts into the ``{places}`` of both languages."""
        return Text(*(self.of(lang).format(**in_language(facts, lang)) for lang in ("zh", "en")))

    def of(self, lang: str) -> str:
        """The words in ``zh`` or ``en``."""
        return self.zh if lang.startswith("zh") else self.en


def in_language(facts: Mapping[str, str | Text], lang: str) -> dict[str, str]:
    """Facts that may be words of two languages, in one of them."""
    return {name: fact.of(lang) if isinstance(fact, Text) else fact for name, fact in facts.items()}


class Told(Exception):
    """A failure that says itself to people; ``text`` has the words, with what they can do about it."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(f"{text.zh} {text.en}")
