"""The law's half of what is known of a kind of act: how it is judged, and what it changes.

The other half, how it becomes public, is ``core/disclosure/row.py``; both have one key, the class of deed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from daylight.core.acts.act import Act, Clock
from daylight.core.acts.intent import D, Intent
from daylight.core.acts.shapes import OfBidders, OfCase
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.lenses import Effect
from daylight.core.procedures.matter import Clocks, Condition, no_clocks
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.docket import INDEXED, DocketKind, IndexKind, index_name
from daylight.core.values.instant import Instant

Facets = Callable[[Intent], dict[str, str]]
Indexes = Callable[[Intent], tuple[str, ...]]
Seals = Callable[[Intent], tuple[Manifest, ...]]
Stops = Callable[[Case, Act], tuple[Clock, ...]]
"""The clocks of a case that still run after an act, from the case after it."""

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

    ``opens``: ``yes`` the act begins its docket, ``no`` it needs one, ``may`` either. ``role`` is the
    provision that asks for the act. ``facets`` names the other dockets the judgement rests on; ``confirms``
    says that the person must have seen the state. ``answers`` are other kinds that are done with where this
    one is, so their clocks stop too; ``stops`` says which clocks run on, where that is not enough.
    ``enters`` names indexes beside that of its docket; ``seals`` what must lie in the vault before;
    ``recounts`` says since when all acts that were received are named.
    """

    kind: type
    docket: DocketKind
    opens: Literal["yes", "no", "may"]
    role: str
    conditions: tuple[Condition, ...]
    effect: Effect
    facets: Facets = lambda _: {}
    clocks: Clocks = no_clocks
    confirms: bool = False
    answers: tuple[type, ...] = ()
    stops: Stops | None = None
    enters: Indexes = lambda _: ()
    seals: Seals | None = None
    recounts: Callable[[Intent], Instant] | None = None

    def indexes(self, intent: Intent) -> tuple[str, ...]:
        """The indexes an act of this kind is entered in."""
        index = INDEXED.get(self.docket)
        own = (index_name(index, intent.deed_of(OfCase).case),) if index else ()
        return (*own, *self.enters(intent))


def looks_at(kind: type[D], named: Callable[[D], dict[str, str]]) -> Facets:
    """Facets read off the deed of a kind."""
    return lambda intent: named(intent.deed_of(kind))


def facets_of_case(intent: Intent) -> dict[str, str]:
    """The case the deed names."""
    return {"case": intent.deed_of(OfCase).case}


def facets_of_bids(intent: Intent) -> dict[str, str]:
    """The index of all bids of this case."""
    return {"bids": index_name(IndexKind.BIDS, intent.docket)}


def facets_of_bidder(intent: Intent) -> dict[str, str]:
    """The case, and the organisations that bid together."""
    deed = intent.deed_of(OfBidders)
    return {"case": deed.case, **{f"organisation:{id}": id for id in deed.bidders}}
