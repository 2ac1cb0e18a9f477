"""Fold: from acts to state, one effect after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from daylight.core.acts.act import Act, Seen, act_bytes, act_digest
from daylight.core.acts.planning import ChooseMethod
from daylight.core.acts.shapes import lot_of
from daylight.core.case.security import still_to_refund
from daylight.core.case.state import BidFile, BidIndex, Case, Purchase, bid_of, fulfil
from daylight.core.judgement.register import REGISTER

EMPTY = ""
ANSWERS = {
    "AwardLot": ("DeliverReport",),
    "ListSuppliers": ("DeliverReport",),
    "DeemFirstAwarded": ("DeliverReport", "AwardLot"),
}
"""What else is done with where a kind was done: who awards has the report."""


def apply(state: Any, act: Act) -> Any:
    """The state after one more act; clocks the act answers stop, clocks it sets run."""
    after = REGISTER[act.intent.kind].effect(state, act)
    if not isinstance(after, Case):
        return after
    running = after.clocks if not isinstance(state, Case) else _still_running(after, act)
    return replace(after, clocks=(*_without_repeats(running, act), *act.clocks))


def fold(acts: Iterable[Act]) -> Any:
    """The state all acts of a docket add up to; nothing where there are none."""
    state: Any = None
    for act in acts:
        state = apply(state, act)
    return state


def head_of(docket: str, sources: tuple[bytes, ...]) -> Seen:
    """The head of a docket from the bytes of its acts."""
    return Seen(docket, len(sources), act_digest(sources[-1]) if sources else EMPTY)


def index_of(case: str, files: Iterable[BidFile], seen: Seen) -> BidIndex:
    """The index docket of a case's bids, in the order of their docket ids."""
    return BidIndex(tuple(sorted(files, key=lambda file: file.id)), seen)


def purchase_of(acts: tuple[Act, ...]) -> Purchase:
    """The purchase a case's acts announce, up to and with its choice of method."""
    case, deed = fold(acts), acts[-1].deed(ChooseMethod)
    return Purchase(case.id, deed.method, deed.category, deed.budget_item, deed.fiscal_year, case.budget)


def index_link(previous: str, digest: str) -> str:
    """The next head digest of an index docket, after one more act was entered."""
    return act_digest(f"daylight-index/v1\n{previous}\n{digest}\n".encode())


def digest_of_act(act: Act) -> str:
    """The digest of an act."""
    return act_digest(act_bytes(act))


def _still_running(case: Case, act: Act) -> tuple[Any, ...]:
    lot_id = lot_of(act.intent.deed)
    if act.intent.kind == "SignFramework" and not _all_have_signed(case, lot_id):
        return case.clocks
    if act.intent.kind == "RefundBidSecurity":
        return still_to_refund(case, lot_id)
    if act.intent.kind != "SignContract":
        running = case.clocks
        for kind in (act.intent.kind, *ANSWERS.get(act.intent.kind, ())):
            running = fulfil(running, kind, lot_id)
        return running
    lot = case.lot(lot_id)
    winner = bid_of(lot, lot.winner) if lot else None
    side = "supplier" if winner and act.intent.organisation in winner.bidders else "purchaser"
    return tuple(clock for clock in case.clocks if (clock.id, clock.lot) != (f"contract.sign.{side}", lot_id))


def _all_have_signed(case: Case, lot_id: str) -> bool:
    lot = case.lot(lot_id)
    standing = {one.bid for one in lot.agreements if one.stands} if lot else set()
    return lot is not None and standing == set(lot.listed)


def _without_repeats(clocks: tuple[Any, ...], act: Act) -> tuple[Any, ...]:
    """A clock set anew replaces the old one of the same name and lot."""
    anew = {(clock.id, clock.lot) for clock in act.clocks}
    return tuple(clock for clock in clocks if (clock.id, clock.lot) not in anew)
