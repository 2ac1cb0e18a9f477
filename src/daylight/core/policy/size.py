"""The size that follows from an enterprise's own figures. Shown by ``tests/core/policy/test_size.py``."""

from __future__ import annotations

from daylight.core.acts.bid_content import ItemDeclared, MakerScale
from daylight.core.rulebook.industry import Industry, Step

ORDER: tuple[MakerScale, ...] = ("micro", "small", "medium", "large")


def size_of(industry: Industry, declared: ItemDeclared) -> MakerScale | None:
    """The size by the figures declared; nothing where one that the industry asks for is not given."""
    for step in industry.steps:
        reached = _reaches(step, declared)
        if reached is None:
            return None
        if reached:
            return step.size
    return "micro"


def is_larger(found: MakerScale, said: MakerScale) -> bool:
    """Whether one size is above the other; units that count as small may be of any."""
    return said in ORDER and ORDER.index(found) > ORDER.index(said)


def _reaches(step: Step, declared: ItemDeclared) -> bool | None:
    """Whether all figures of a step are reached; nothing where that cannot be told."""
    reached = step.staff is None or (declared.staff is not None and declared.staff >= step.staff)
    told = step.staff is None or declared.staff is not None
    for least, own in ((step.turnover, declared.turnover), (step.assets, declared.assets)):
        if least is not None:
            told = told and own is not None and own.currency == least.currency
            reached = reached and own is not None and own >= least
    return reached if told else None
