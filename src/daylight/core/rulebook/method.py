"""A procurement method as the law describes it: data the one engine of procedures reads.

What a method asks in numbers stands in parameters scoped to it; here stands what it is: who may respond,
whether offers are read out, who reviews, whether terms are negotiated, and the facts that open it.
Shown by ``tests/store/test_countries.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.rulebook.parameter import Object
from daylight.core.values.text import Text

Responders = Literal["anyone", "invited", "either", "named", "listed"]
Opening = Literal["public", "closed"]
Reviewer = Literal["host", "committee"]


@dataclass(frozen=True)
class Fact:
    """Something true of a need that opens a method; ``question`` groups what is asked about together.

    It is shown in words, or by an earlier case that failed.
    """

    id: str
    question: str
    name: Text
    shown_by: Literal["words", "failed_case"] = "words"


@dataclass(frozen=True)
class Question:
    """What a purchaser is asked; its answers are facts, or none of them."""

    id: str
    text: Text


@dataclass(frozen=True)
class Ground:
    """A case in which the law admits a method: all its facts hold, the provision of ``role`` says so.

    ``minimum`` names the parameter that replaces the least number of suppliers; ``ceiling`` one that bounds
    the amount by a share of an earlier contract; ``publicity`` asks that the choice be made public first.
    """

    id: str
    facts: tuple[str, ...]
    role: str
    objects: tuple[Object, ...] = ()
    minimum: str = ""
    ceiling: str = ""
    without_approval: bool = False
    publicity: bool = False


@dataclass(frozen=True)
class Removal:
    """A ground on which a supplier is taken off a list."""

    id: str
    name: Text


@dataclass(frozen=True)
class Method:
    """How a method runs. ``anyone`` may respond to a notice, or those ``invited``, ``either`` as the host
    decides, or the one ``named``, or those ``listed``. ``evaluations`` are the ways of ranking it admits,
    ``price_formulas`` those of giving points for a price.

    The ``usual`` method needs no ground. A method that ``lists`` ends in a list of suppliers who are called
    off later, not in one winner; quality ranks before price only on a fact of ``quality_first``. A method
    that ``follows`` others is no choice of its own: it is a second stage among those they list. Where it is
    ``rolling``, anyone who meets the call is listed at any time, and nobody is compared. A supplier is taken
    off a list on one of its ``removals``. One that ``prequalifies`` may find beforehand who qualifies.
    """

    id: str
    name: Text
    role: str
    objects: tuple[Object, ...]
    responders: Responders
    opening: Opening
    reviewer: Reviewer
    negotiated: bool
    evaluations: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()
    usual: bool = False
    lists: bool = False
    quality_first: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    rolling: bool = False
    removals: tuple[Removal, ...] = ()
    prequalifies: bool = False
    price_formulas: tuple[str, ...] = ("ratio",)
