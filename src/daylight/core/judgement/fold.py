"""Fold: from acts to state, one effect after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from daylight.core.acts.act import Act, Clock, Seen, act_bytes, act_digest
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.planning import ChooseMethod
from daylight.core.acts.shapes import lot_of
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case, fulfil
from daylight.core.dockets.impossible import Impossible
from daylight.core.dockets.indexes import BidIndex, Purchase
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.row import Row

EMPTY = ""


def apply(state: object, act: Act) -> object:
    """The state after one more act; clocks the act answers stop, clocks it sets run."""
    row = REGISTER[act.intent.kind]
    after = row.effect(state, act)
    if not isinstance(after, Case):
        return after
    running = after.clocks if state is None else _still_running(row, after, act)
    return replace(after, clocks=(*_without_repeats(running, act), *act.clocks))


def fold(acts: Iterable[Act]) -> object:
    """The state all acts of a docket add up to; nothing where there are none."""
    state: object = None
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
    return purchase_in(fold(acts), acts[-1])


def purchase_in(case: object, act: Act) -> Purchase:
    """The purchase a choice of method announces, from the state after it."""
    deed = act.deed(ChooseMethod)
    if not isinstance(case, Case):
        raise Impossible("a case")
    return Purchase(case.id, deed.method, deed.category, deed.budget_item, deed.fiscal_year, case.budget)


def index_link(previous: str, digest: str) -> str:
    """The next head digest of an index docket, after one more act was entered."""
    return act_digest(f"daylight-index/v1\n{previous}\n{digest}\n".encode())


def digest_of_act(act: Act) -> str:
    """The digest of an act."""
    return act_digest(act_bytes(act))


def _still_running(row: Row, case: Case, act: Act) -> tuple[Clock, ...]:
    """The clocks that neither this act nor what it answers for has stopped."""
    if row.stops:
        return row.stops(case, act)
    running = case.clocks
    for kind in (row.kind, *row.answers):
        running = fulfil(running, kind_name(kind), lot_of(act.intent.deed))
    return running


def _without_repeats(clocks: tuple[Clock, ...], act: Act) -> tuple[Clock, ...]:
    """A clock set again replaces the old one of the same name and lot."""
    again = {(clock.id, clock.lot) for clock in act.clocks}
    return tuple(clock for clock in clocks if (clock.id, clock.lot) not in again)
