"""What a refusal says to people: for each code what is wrong and what would mend it, in both languages."""

from __future__ import annotations

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
    solicitation,
)
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text

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
}


def wrong(refusal: Refusal) -> Text:
    """What is wrong, with the facts and the articles."""
    said = WORDS[refusal.code][0].fill(**dict(refusal.facts))
    if not refusal.cites:
        return said
    zh = "、".join(cite.title.zh for cite in refusal.cites)
    en = "; ".join(cite.title.en for cite in refusal.cites)
    return Text(f"{said.zh}（{zh}）", f"{said.en} ({en})")


def mend(refusal: Refusal) -> Text:
    """What would mend it."""
    return WORDS[refusal.code][1].fill(**dict(refusal.facts))
