"""Words for people, in the two languages of the platform."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def fill(self, **facts: str) -> Text:
        """Put facts into the ``{places}`` of both languages."""
        return Text(self.zh.format(**facts), self.en.format(**facts))

    def of(self, lang: str) -> str:
        """The words in ``zh`` or ``en``."""
        return self.zh if lang.startswith("zh") else self.en
