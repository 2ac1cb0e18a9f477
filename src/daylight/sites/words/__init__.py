"""Every word of the pages, a module for each page, both languages side by side.

``tests/sites/test_words.py`` names a key that lacks a language, that no page uses, or that a page misses.
"""

from daylight.core.values.text import Text
from daylight.sites.words import case, evaluation, frame, law, lists, machine, methods, status

PARTS = (
    frame.WORDS, lists.WORDS, case.WORDS, evaluation.WORDS, law.WORDS, methods.WORDS, machine.WORDS,
    status.WORDS,
)  # fmt: skip
WORDS: dict[str, Text] = {key: text for part in PARTS for key, text in part.items()}
