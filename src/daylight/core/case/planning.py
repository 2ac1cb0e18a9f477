"""Effects of planning acts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.planning import (
    AnswerObjection,
    AppointKeyHolders,
    ApproveMethod,
    ChooseMethod,
    DefineRequirement,
    EntrustAgency,
    PublishIntention,
    ReviewRequirement,
)
from daylight.core.case.choice import Choice, Objection
from daylight.core.case.state import Case, KeySet, Lot


def requirement_defined(_: None, act: Act) -> Case:
    """A case opens with its lots."""
    deed = act.deed(DefineRequirement)
    return Case(
        id=act.docket,
        purchaser=act.intent.organisation,
        author=act.intent.person,
        requirement=deed,
        opened_on=act.received_at.day,
        lots=tuple(Lot(plan.id, plan.title, plan.budget) for plan in deed.lots),
        items=deed.items,
    )


def requirement_reviewed(case: Case, act: Act) -> Case:
    """The review stands with the name of the reviewer."""
    return replace(case, reviewed_by=act.intent.person, approved=act.deed(ReviewRequirement).approved)


def intention_published(case: Case, act: Act) -> Case:
    """The market knows from this day on."""
    return replace(case, intention=act.deed(PublishIntention), intention_on=act.received_at.day)


def method_chosen(case: Case, act: Act) -> Case:
    """The choice stands; an approval or publicity of an earlier choice is gone with it."""
    return replace(case, choice=Choice(act.deed(ChooseMethod), act.received_at))


def method_approved(case: Case, act: Act) -> Case:
    """The finance department has spoken."""
    return _chosen(case, approved=act.deed(ApproveMethod).approved)


def sole_source_published(case: Case, act: Act) -> Case:
    """Others know and may object."""
    return _chosen(case, published_at=act.received_at)


def sole_source_objected(case: Case, act: Act) -> Case:
    """The objection waits for its answer."""
    id = act_digest(act_bytes(act))
    objection = Objection(id, act.intent.organisation, act.received_at)
    return _chosen(case, objections=(*_objections(case), objection))


def objection_answered(case: Case, act: Act) -> Case:
    """The objection was argued."""
    deed = act.deed(AnswerObjection)
    argued = (
        replace(one, founded=deed.founded) if one.id == deed.objection else one for one in _objections(case)
    )
    return _chosen(case, objections=tuple(argued))


def _objections(case: Case) -> tuple[Objection, ...]:
    return case.choice.objections if case.choice else ()


def _chosen(case: Case, **news: Any) -> Case:
    assert case.choice is not None  # a condition of the act
    return replace(case, choice=replace(case.choice, **news))


def agency_entrusted(case: Case, act: Act) -> Case:
    """The agency runs the procedure from here."""
    return replace(case, agency=act.deed(EntrustAgency).agency)


def key_holders_appointed(case: Case, act: Act) -> Case:
    """Bids are sealed to these holders; the set is named by the digest of this act."""
    deed = act.deed(AppointKeyHolders)
    return replace(case, key_set=KeySet(act_digest(act_bytes(act)), deed.threshold, deed.holders))
