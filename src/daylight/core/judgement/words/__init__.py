"""What a refusal says to people: for each code what is wrong and what to do, in both languages."""

from __future__ import annotations

import re

from daylight.core.judgement.words import (
    acts,
    agreements,
    award,
    bidding,
    correcting,
    evaluation,
    framework,
    method,
    open_framework,
    opening,
    planning,
    policy,
    prequalification,
    replenishment,
    security,
    server,
    solicitation,
)
from daylight.core.judgement.words.said import heard, said
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text

BETWEEN_CHARACTERS = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
"""A blank around a place that turned out to be Chinese."""

WORDS: dict[str, tuple[Text, Text]] = {
    **acts.WORDS,
    **planning.WORDS,
    **method.WORDS,
    **prequalification.WORDS,
    **solicitation.WORDS,
    **bidding.WORDS,
    **opening.WORDS,
    **evaluation.WORDS,
    **correcting.WORDS,
    **policy.WORDS,
    **award.WORDS,
    **framework.WORDS,
    **agreements.WORDS,
    **replenishment.WORDS,
    **open_framework.WORDS,
    **security.WORDS,
    **server.WORDS,
}

WHERE: dict[tuple[str, tuple[str, str]], tuple[Text, Text]] = {
    ("security.interest", ("least", "0")): security.NO_RATE,
}
"""Other words for a code where one of its facts tells another cause: warnings in acts keep their codes."""


def wrong(refusal: Refusal) -> Text:
    """What is wrong, with the facts and the articles."""
    words = _filled(_words(refusal)[0], refusal)
    if not refusal.cites:
        return words
    zh = "、".join(cite.title.zh for cite in refusal.cites)
    en = "; ".join(cite.title.en for cite in refusal.cites)
    return Text(f"{words.zh}（{zh}）", f"{words.en} ({en})")


def remedy(refusal: Refusal) -> Text:
    """What to do about it."""
    return _filled(_words(refusal)[1], refusal)


def _words(refusal: Refusal) -> tuple[Text, Text]:
    special = (WHERE.get((refusal.code, fact)) for fact in refusal.facts)
    return next((words for words in special if words), WORDS[refusal.code])


def _filled(words: Text, refusal: Refusal) -> Text:
    spelled = {name: heard(name, text) for name, text in refusal.facts if name not in refusal.values}
    filled = words.fill(**spelled, **{name: said(fact) for name, fact in refusal.values.items()})
    return Text(BETWEEN_CHARACTERS.sub("", filled.zh), filled.en)
