"""One row of the register: everything that must be known to admit a kind of act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from daylight.core.acts.act import Act
from daylight.core.acts.intent import D, Intent
from daylight.core.acts.shapes import OfBidders, OfCase
from daylight.core.procedures.matter import Clocks, Condition, no_clocks

DocketKind = Literal["person", "org", "mandate", "case", "bid", "enquiry", "listing", "prequalification"]
PublicFrom = Literal["at_once", "intention", "opening", "award", "never"]
Facets = Callable[[Intent], dict[str, str]]

FUNCTIONS = (
    "planning.define", "planning.review", "planning.publish", "planning.entrust", "planning.keys",
    "planning.choose", "oversight.approve",
    "solicitation.issue", "solicitation.answer", "bidding.bid", "opening.preside", "evaluation.form",
    "evaluation.qualify", "award.confirm", "award.notify", "contract.sign", "contract.publish",
    "security.refund",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """How one kind of act is judged.

    ``opens``: ``yes`` the act begins its docket, ``no`` it needs one, ``may`` either. ``facets`` names the
    other dockets the judgement rests on; ``role`` the provision that asks for the act; ``confirms`` says
    that the person must have seen the state; ``public_from`` when the act may be shown to everybody.
    """

    docket: DocketKind
    opens: Literal["yes", "no", "may"]
    role: str
    conditions: tuple[Condition, ...]
    effect: Callable[[Any, Act], Any]
    public_from: PublicFrom
    facets: Facets = lambda _: {}
    clocks: Clocks = no_clocks
    confirms: bool = False


def looks_at(kind: type[D], named: Callable[[D], dict[str, str]]) -> Facets:
    """Facets read off the deed of a kind."""
    return lambda intent: named(intent.deed_of(kind))


def facets_of_case(intent: Intent) -> dict[str, str]:
    """The case the deed names."""
    return {"case": intent.deed_of(OfCase).case}


def facets_of_bids(intent: Intent) -> dict[str, str]:
    """The index of all bids of this case."""
    return {"bids": f"bids:{intent.docket}"}


def facets_of_bidder(intent: Intent) -> dict[str, str]:
    """The case, and the organisations that bid together."""
    deed = intent.deed_of(OfBidders)
    return {"case": deed.case, **{f"organisation:{id}": id for id in deed.bidders}}
