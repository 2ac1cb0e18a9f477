"""Which part of a state an effect may replace: it is given the whole, and gives back its part alone.

An effect of a phase can't touch what another phase left, because its type has no place for it.
Shown by ``tests/core/dockets/test_lenses.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from daylight.core.acts.act import Act
from daylight.core.acts.shapes import lot_of
from daylight.core.acts.solicitation import LotTerms
from daylight.core.dockets.case.award import LotAward, LotContract
from daylight.core.dockets.case.case import Case, Ended, Lot, Refunds, the_lot, with_lot
from daylight.core.dockets.case.evaluation import Evaluation, LotEvaluation
from daylight.core.dockets.case.framework import Framework, LotListing
from daylight.core.dockets.case.planning import Planning
from daylight.core.dockets.case.tendering import Opening, Tendering
from daylight.core.dockets.impossible import Impossible

S = TypeVar("S")
Effect = Callable[[object, Act], object]
"""The state after an act, from the state before it."""


def begins(effect: Callable[[Act], S]) -> Effect:
    """An effect that begins a docket."""

    def put(state: object, act: Act) -> S:
        if state is not None:
            raise Impossible("an empty docket")
        return effect(act)

    return put


def changes(kind: type[S], effect: Callable[[S, Act], S]) -> Effect:
    """An effect on the whole state of a docket of one kind."""
    return lambda state, act: effect(_the(kind, state), act)


def begins_or_changes(kind: type[S], effect: Callable[[S | None, Act], S]) -> Effect:
    """An effect on a docket of one kind that may be the first of it."""
    return lambda state, act: effect(None if state is None else _the(kind, state), act)


def in_planning(effect: Callable[[Case, Act], Planning]) -> Effect:
    """An effect on the planning of a case."""
    return changes(Case, lambda case, act: replace(case, planning=effect(case, act)))


def in_tendering(effect: Callable[[Case, Act], Tendering]) -> Effect:
    """An effect on the solicitation of a case."""
    return changes(Case, lambda case, act: replace(case, tendering=effect(case, act)))


def in_terms(effect: Callable[[Case, Act], tuple[Tendering, Mapping[str, LotTerms]]]) -> Effect:
    """An effect on the solicitation of a case, and on the terms of its lots."""

    def put(case: Case, act: Act) -> Case:
        tendering, terms = effect(case, act)
        lots = (replace(lot, terms=terms.get(lot.id, lot.terms)) for lot in case.lots)
        return replace(case, tendering=tendering, lots=tuple(lots))

    return changes(Case, put)


def in_opening(effect: Callable[[Case, Act], Opening]) -> Effect:
    """An effect on the opening of a case."""

    def put(case: Case, act: Act) -> Case:
        return replace(case, tendering=replace(case.tendering, opening=effect(case, act)))

    return changes(Case, put)


def in_round(effect: Callable[[Case, Act], tuple[Tendering, Mapping[str, LotEvaluation]]]) -> Effect:
    """An effect on a round of offers: its deadline and opening, and which bids of which lot are open."""

    def put(case: Case, act: Act) -> Case:
        tendering, evaluations = effect(case, act)
        return replace(case, tendering=tendering, lots=_evaluated(case, evaluations))

    return changes(Case, put)


def in_evaluation(effect: Callable[[Case, Act], Evaluation]) -> Effect:
    """An effect on who evaluates a case."""
    return changes(Case, lambda case, act: replace(case, evaluation=effect(case, act)))


def in_evaluations(effect: Callable[[Case, Act], tuple[Evaluation, Mapping[str, LotEvaluation]]]) -> Effect:
    """An effect on who evaluates a case, and on the evaluations of its lots."""

    def put(case: Case, act: Act) -> Case:
        evaluation, evaluations = effect(case, act)
        return replace(case, evaluation=evaluation, lots=_evaluated(case, evaluations))

    return changes(Case, put)


def in_lot_evaluation(effect: Callable[[Case, Lot, Act], LotEvaluation]) -> Effect:
    """An effect on the evaluation of the lot the act names."""
    return _in_lot(lambda case, lot, act: replace(lot, evaluation=effect(case, lot, act)))


def in_award(effect: Callable[[Lot, Act], LotAward]) -> Effect:
    """An effect on the award of the lot the act names."""
    return _in_lot(lambda _, lot, act: _with_award(lot, effect(lot, act)))


def in_contract(effect: Callable[[Lot, Act], LotContract]) -> Effect:
    """An effect on the contract of the lot the act names."""
    return in_award(lambda lot, act: replace(lot.award, contract=effect(lot, act)))


def in_listing(effect: Callable[[Lot, Act], LotListing]) -> Effect:
    """An effect on the list of the lot the act names."""
    return _in_lot(lambda _, lot, act: replace(lot, listing=effect(lot, act)))


def in_refunds(effect: Callable[[Lot, Act], Refunds]) -> Effect:
    """An effect on the securities of the lot the act names."""
    return _in_lot(lambda _, lot, act: replace(lot, refunds=effect(lot, act)))


def ends_lot(effect: Callable[[Act], Ended]) -> Effect:
    """An effect that ends the lot the act names."""
    return _in_lot(lambda _, lot, act: replace(lot, ended=effect(act)))


def lists(effect: Callable[[Case, Lot, Act], tuple[LotListing, LotEvaluation]]) -> Effect:
    """An effect that publishes who is on the list of a lot: the list, and what was found of those on it."""

    def put(case: Case, lot: Lot, act: Act) -> Lot:
        listing, evaluation = effect(case, lot, act)
        return replace(lot, listing=listing, evaluation=evaluation)

    return _in_lot(put)


def calls_for_applications(
    effect: Callable[[Case, Act], tuple[Framework, Tendering, Mapping[str, LotListing]]],
) -> Effect:
    """An effect that opens the lots of a framework to anyone who applies."""

    def put(case: Case, act: Act) -> Case:
        framework, tendering, listings = effect(case, act)
        lots = (replace(lot, listing=listings.get(lot.id, lot.listing)) for lot in case.lots)
        return replace(case, framework=framework, tendering=tendering, lots=tuple(lots))

    return changes(Case, put)


def _in_lot(effect: Callable[[Case, Lot, Act], Lot]) -> Effect:
    def put(case: Case, act: Act) -> Case:
        return with_lot(case, effect(case, the_lot(case, lot_of(act.intent.deed)), act))

    return changes(Case, put)


def _with_award(lot: Lot, award: LotAward) -> Lot:
    return replace(lot, evaluation=replace(lot.evaluation, award=award))


def _evaluated(case: Case, evaluations: Mapping[str, LotEvaluation]) -> tuple[Lot, ...]:
    return tuple(replace(lot, evaluation=evaluations.get(lot.id, lot.evaluation)) for lot in case.lots)


def _the(kind: type[S], state: object) -> S:
    if not isinstance(state, kind):
        raise Impossible(f"a {kind.__name__.lower()}")
    return state
