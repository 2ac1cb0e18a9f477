"""What the portal shows beside a notice's facts, typed as the core knows it: lots, opened bids, evaluations.

Bids and members stand under their public ids. The inputs of an evaluation are everything its result is
computed from, so anyone who reads the notice computes rank, points and explanation again; marks become public
with the award, as ``core.disclosure.visibility`` has it. Shown by ``tests/core/disclosure/test_shown.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.acts.solicitation import LotTerms
from daylight.core.disclosure.occasion import Occasion, bid_id, member_id
from daylight.core.dockets.case.case import Lot
from daylight.core.evaluation.inputs import EvaluationInputs
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class ShownLot:
    """A lot, and once it is solicited the terms bids are compared on."""

    id: str
    title: Text
    budget: Money
    terms: LotTerms | None


@dataclass(frozen=True)
class OpenedBid:
    """A bid as it was read out at the opening."""

    lot: str
    id: str
    bidders: tuple[Text, ...]
    price: Money
    delivery_days: int


@dataclass(frozen=True)
class LowPriceAsked:
    """A price the committee asked about, on which triggers, and what it found."""

    bid: str
    triggers: tuple[str, ...]
    asked_at: Instant
    answered_at: Instant | None
    accepted: bool | None


@dataclass(frozen=True)
class ShownEvaluation:
    """The inputs a lot's result follows from; ``draw_order`` is the ranking that stands."""

    lot: str
    inputs: EvaluationInputs
    asked: tuple[LowPriceAsked, ...]


@dataclass(frozen=True)
class Shown:
    """Who acted, and what the kind of act adds."""

    by: Text
    lots: tuple[ShownLot, ...] = ()
    opened: tuple[OpenedBid, ...] = ()
    evaluation: ShownEvaluation | None = None


def evaluation_shown(occasion: Occasion[object]) -> ShownEvaluation:
    """The evaluation of the lot, under public ids."""
    lot = occasion.lot
    behind = sorted(bid.bid for bid in lot.evaluation.valid_bids if bid.bid not in lot.evaluation.ranking)
    inputs = evaluation_inputs(occasion.after, lot, (*lot.evaluation.ranking, *behind))
    bids = {bid.bid: bid_id(bid, lot) for bid in lot.evaluation.bids}
    members = {person: member_id(occasion, person) for person in inputs.members}
    public = replace(
        inputs,
        bids=tuple(replace(one, bid=bids[one.bid]) for one in inputs.bids),
        members=tuple(members[person] for person in inputs.members),
        marks=tuple(
            replace(mark, member=members[mark.member], bid=bids[mark.bid])
            for mark in inputs.marks
            if mark.member in members
        ),
        draw_order=tuple(bids[bid] for bid in inputs.draw_order),
    )
    return ShownEvaluation(lot.id, public, _asked(lot))


def _asked(lot: Lot) -> tuple[LowPriceAsked, ...]:
    asked = ((bid, bid.low_price) for bid in lot.evaluation.bids if bid.low_price)
    return tuple(
        LowPriceAsked(bid_id(bid, lot), one.triggers, one.asked_at, one.answered_at, one.accepted)
        for bid, one in asked
    )
