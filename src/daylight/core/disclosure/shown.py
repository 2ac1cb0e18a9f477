"""What the portal shows beside a notice's facts, typed as the core knows it: lots, opened bids, evaluations.

Bids and members stand under their public ids. The inputs of an evaluation are everything its result is
computed from, so whoever reads the notice computes rank, points and explanation anew; marks become public
with the award, as ``core.disclosure.visibility`` has it. Shown by ``tests/core/disclosure/test_shown.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.acts.solicitation import LotTerms
from daylight.core.disclosure.occasion import Occasion, public_id
from daylight.core.disclosure.parts import bid_id
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.evaluation.inputs import EvaluationInputs
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

NOBODY = Text("", "")


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


def actor_shown(occasion: Occasion[object]) -> Shown:
    """Who acted."""
    acting = occasion.names.organisations.get(occasion.act.intent.organisation)
    return Shown(acting.registration.name if acting else NOBODY)


def lots_shown(occasion: Occasion[object]) -> Shown:
    """Every lot with its terms."""
    return replace(actor_shown(occasion), lots=tuple(_lot(lot) for lot in occasion.after.lots))


def bids_shown(occasion: Occasion[object]) -> Shown:
    """Every bid as it was opened."""
    return replace(actor_shown(occasion), opened=_opened(occasion, occasion.after.lots))


def result_shown(occasion: Occasion[object]) -> Shown:
    """The evaluation of the lot, and its bids where they were not read out before."""
    case, lot = occasion.after, occasion.lot
    told = _opened(occasion, (lot,)) if case.closed else ()
    return replace(actor_shown(occasion), opened=told, evaluation=_evaluation(case, lot, occasion))


def member_id(occasion: Occasion[object], person: str) -> str:
    """The public id of a committee member, different in every case."""
    return public_id("member", f"{occasion.ocid}\n{person}")


def _lot(lot: Lot) -> ShownLot:
    return ShownLot(lot.id, lot.title, lot.budget, lot.terms)


def _opened(occasion: Occasion[object], lots: tuple[Lot, ...]) -> tuple[OpenedBid, ...]:
    known = occasion.names.organisations
    return tuple(
        OpenedBid(
            lot.id,
            bid_id(bid, lot),
            tuple(known[docket].registration.name for docket in bid.bidders),
            bid.price.total,
            bid.declaration.delivery_days,
        )
        for lot in lots
        for bid in lot.evaluation.bids
    )


def _evaluation(case: Case, lot: Lot, occasion: Occasion[object]) -> ShownEvaluation:
    behind = sorted(bid.bid for bid in lot.evaluation.valid_bids if bid.bid not in lot.evaluation.ranking)
    inputs = evaluation_inputs(case, lot, (*lot.evaluation.ranking, *behind))
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
