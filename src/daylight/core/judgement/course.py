"""The course of a method: its stages, and which kinds of act lead from one to the next.

Read off what the method is, so a diagram and a test can hold it against what purchases really do.
Shown by ``tests/scenarios/test_matrix.py``; drawn in ``docs/reference/methods.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.core.acts.agreements import PublishCallOffSummary
from daylight.core.acts.award import (
    AwardLot,
    CancelLot,
    DeemFirstAwarded,
    FailLot,
    NotifyBidders,
    PassOverWinner,
    PublishAward,
)
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.evaluation import (
    CallForFinalOffers,
    ConcludeEvaluation,
    DissolveCommittee,
    ReopenEvaluation,
)
from daylight.core.acts.framework import ListSuppliers, OpenCompetition, SignFramework
from daylight.core.acts.open_framework import InviteApplications, PublishListing
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.planning import ApproveMethod, ChooseMethod, DefineRequirement, PublishSoleSource
from daylight.core.acts.prequalification import IssuePrequalification
from daylight.core.acts.replenishment import TakeUpSuppliers
from daylight.core.acts.solicitation import InviteSuppliers, IssueSolicitation
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.stage import OVER, Stage
from daylight.core.rulebook.method import Method

UNDECIDED = (Stage.QUALIFYING, Stage.TENDERED, Stage.OPENED, Stage.CALLED, Stage.FINAL, Stage.EVALUATED)


LAST_ROUND = {Stage.TENDERED: Stage.CALLED, Stage.OPENED: Stage.FINAL}


@dataclass(frozen=True)
class Step:
    """An act of this kind leads from one stage to another."""

    before: Stage
    kind: type
    after: Stage


def stage_of(case: Case | None) -> Stage:
    """The stage of a case of one lot; of several, that of the first that is not over."""
    if case is None:
        return Stage.NONE
    lot = next((lot for lot in case.lots if lot.stage not in OVER), case.lots[0])
    if lot.stage == Stage.PLANNED:
        return _before_the_solicitation(case)
    if case.tendering.round > 1 and lot.stage in LAST_ROUND:
        return LAST_ROUND[lot.stage]
    return _of_a_list(lot) if lot.stage in (Stage.LISTED, Stage.ADMITTING) else lot.stage


def course_of(method: Method) -> tuple[Step, ...]:
    """Every step a purchase by this method may take from stage to stage."""
    if method.rolling:
        return (
            Step(Stage.NONE, DefineRequirement, Stage.PLANNED),
            *_to_the_solicitation(method),
            Step(Stage.ADMITTING, PublishListing, Stage.ADMITTED),
            Step(Stage.ADMITTED, PublishCallOffSummary, Stage.SUMMED),
        )
    return (
        Step(Stage.NONE, OpenCompetition if method.follows else DefineRequirement, Stage.PLANNED),
        *_to_the_solicitation(method),
        *_to_the_result(method),
        *_to_the_contract(method),
        *_back_to_the_evaluation(method),
        *(Step(stage, FailLot, Stage.FAILED) for stage in _stages(method) if stage in UNDECIDED),
        *(Step(stage, CancelLot, Stage.CANCELLED) for stage in _stages(method) if stage in UNDECIDED),
    )


def _of_a_list(lot: Lot) -> Stage:
    if lot.listing.summary_at:
        return Stage.SUMMED
    if lot.stage == Stage.ADMITTING:
        return Stage.ADMITTED if lot.listing.listed else Stage.ADMITTING
    stand = {one.bid for one in lot.listing.agreements if one.stands}
    return Stage.AGREED if stand == set(lot.listing.listed) else Stage.LISTED


def _before_the_solicitation(case: Case) -> Stage:
    if case.tendering.invitation:
        return Stage.INVITED
    if case.tendering.prequalification:
        return Stage.QUALIFYING
    if case.planning.choice is None:
        return Stage.PLANNED
    if case.planning.choice.approved:
        return Stage.APPROVED
    return Stage.PUBLIC if case.planning.choice.published_at else Stage.CHOSEN


def _stages(method: Method) -> tuple[Stage, ...]:
    last = (Stage.CALLED, Stage.FINAL) if method.negotiated else ()
    first = (Stage.QUALIFYING,) if method.prequalifies else ()
    return (*first, Stage.TENDERED, Stage.OPENED, *last, Stage.EVALUATED)


def _to_the_solicitation(method: Method) -> Iterator[Step]:
    if method.usual or method.follows:
        yield Step(Stage.PLANNED, IssueSolicitation, Stage.TENDERED)
        yield from _by_prequalification(method, [Stage.PLANNED])
        return
    yield Step(Stage.PLANNED, ChooseMethod, Stage.CHOSEN)
    ready = [Stage.CHOSEN]
    if any(ground.publicity for ground in method.grounds):
        yield Step(Stage.CHOSEN, PublishSoleSource, Stage.PUBLIC)
        yield Step(Stage.PUBLIC, ApproveMethod, Stage.APPROVED)
        ready.append(Stage.PUBLIC)
    yield Step(Stage.CHOSEN, ApproveMethod, Stage.APPROVED)
    ready.append(Stage.APPROVED)
    yield from _by_prequalification(method, ready)
    if method.responders in ("invited", "either"):
        yield from (Step(stage, InviteSuppliers, Stage.INVITED) for stage in ready)
        ready = [Stage.INVITED] if method.responders == "invited" else [*ready, Stage.INVITED]
    rolling = (InviteApplications, Stage.ADMITTING)
    yield from (
        Step(stage, *(rolling if method.rolling else (IssueSolicitation, Stage.TENDERED))) for stage in ready
    )


def _by_prequalification(method: Method, ready: list[Stage]) -> Iterator[Step]:
    if method.prequalifies:
        yield from (Step(stage, IssuePrequalification, Stage.QUALIFYING) for stage in ready)
        yield Step(Stage.QUALIFYING, IssueSolicitation, Stage.TENDERED)


def _to_the_result(method: Method) -> Iterator[Step]:
    yield Step(Stage.TENDERED, OpenBids, Stage.OPENED)
    if method.negotiated:
        yield Step(Stage.OPENED, CallForFinalOffers, Stage.CALLED)
        yield Step(Stage.CALLED, OpenBids, Stage.FINAL)
    yield Step(Stage.FINAL if method.negotiated else Stage.OPENED, ConcludeEvaluation, Stage.EVALUATED)


def _back_to_the_evaluation(method: Method) -> Iterator[Step]:
    """A result is corrected by who found it; where the host qualifies, another committee may be drawn."""
    again = Stage.FINAL if method.negotiated else Stage.OPENED
    told = () if method.lists else (Stage.AWARDED, Stage.NOTIFIED, Stage.PUBLISHED)
    for stage in (Stage.EVALUATED, *told):
        yield Step(stage, ReopenEvaluation, again)
        if method.reviewer == "host":
            yield Step(stage, DissolveCommittee, again)


def _to_the_contract(method: Method) -> Iterator[Step]:
    if method.lists:
        yield Step(Stage.EVALUATED, ListSuppliers, Stage.LISTED)
        yield Step(Stage.LISTED, SignFramework, Stage.AGREED)
        yield Step(Stage.AGREED, TakeUpSuppliers, Stage.LISTED)
        yield Step(Stage.AGREED, PublishCallOffSummary, Stage.SUMMED)
        return
    yield Step(Stage.EVALUATED, AwardLot, Stage.AWARDED)
    yield Step(Stage.EVALUATED, DeemFirstAwarded, Stage.AWARDED)
    yield Step(Stage.AWARDED, NotifyBidders, Stage.NOTIFIED)
    yield Step(Stage.NOTIFIED, PublishAward, Stage.PUBLISHED)
    yield Step(Stage.NOTIFIED, PassOverWinner, Stage.EVALUATED)
    yield Step(Stage.PUBLISHED, PassOverWinner, Stage.EVALUATED)
    yield Step(Stage.NOTIFIED, SignContract, Stage.CONTRACTED)
    yield Step(Stage.PUBLISHED, SignContract, Stage.CONTRACTED)
