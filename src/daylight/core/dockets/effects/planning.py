"""Effects of planning acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.planning import (
    AnswerObjection,
    AppointKeyHolders,
    ApproveImports,
    ApproveMethod,
    ChooseMethod,
    DefineRequirement,
    EntrustAgency,
    FilePlan,
    PublishIntention,
    ReviewRequirement,
)
from daylight.core.dockets.case.case import Case, planned_lots
from daylight.core.dockets.case.framework import Framework
from daylight.core.dockets.case.planning import Choice, KeySet, Objection, Planning
from daylight.core.dockets.impossible import Impossible


def case_begun(act: Act, requirement: DefineRequirement, framework: Framework) -> Case:
    """A case of the one who acts begins with a need, and with all lots of it."""
    return Case(
        id=act.docket,
        purchaser=act.intent.organisation,
        author=act.intent.person,
        requirement=requirement,
        opened_on=act.received_at.day,
        lots=planned_lots(requirement),
        framework=framework,
    )


def requirement_defined(act: Act) -> Case:
    """A case opens with its lots."""
    return case_begun(act, act.deed(DefineRequirement), Framework())


def requirement_reviewed(case: Case, act: Act) -> Planning:
    """The review stands with the name of the reviewer."""
    approved = act.deed(ReviewRequirement).approved
    return replace(case.planning, reviewed_by=act.intent.person, approved=approved)


def intention_published(case: Case, act: Act) -> Planning:
    """The market knows from this day on."""
    deed = act.deed(PublishIntention)
    return replace(case.planning, intention=deed, intention_on=act.received_at.day)


def method_chosen(case: Case, act: Act) -> Planning:
    """The choice stands; an approval or publicity of an earlier choice is gone with it."""
    return replace(case.planning, choice=Choice(act.deed(ChooseMethod), act.received_at))


def method_approved(case: Case, act: Act) -> Planning:
    """The finance department has spoken."""
    return _chosen(case, replace(_choice(case), approved=act.deed(ApproveMethod).approved))


def sole_source_published(case: Case, act: Act) -> Planning:
    """Others know and may object."""
    return _chosen(case, replace(_choice(case), published_at=act.received_at))


def sole_source_objected(case: Case, act: Act) -> Planning:
    """The objection waits for its answer."""
    choice = _choice(case)
    objection = Objection(act_digest(act_bytes(act)), act.intent.organisation, act.received_at)
    return _chosen(case, replace(choice, objections=(*choice.objections, objection)))


def objection_answered(case: Case, act: Act) -> Planning:
    """The objection was argued."""
    deed, choice = act.deed(AnswerObjection), _choice(case)
    argued = (
        replace(one, founded=deed.founded) if one.id == deed.objection else one for one in choice.objections
    )
    return _chosen(case, replace(choice, objections=tuple(argued)))


def plan_filed(case: Case, act: Act) -> Planning:
    """The plan stands, in the place of an earlier one."""
    return replace(case.planning, plan=act.deed(FilePlan))


def imports_decided(case: Case, act: Act) -> Planning:
    """The finance department has spoken of imported goods."""
    return replace(case.planning, imports=act.deed(ApproveImports))


def agency_entrusted(case: Case, act: Act) -> Planning:
    """The agency runs the procedure from here."""
    deed = act.deed(EntrustAgency)
    return replace(case.planning, agency=deed.agency, entrusted=deed)


def key_holders_appointed(case: Case, act: Act) -> Planning:
    """Bids are sealed to these holders; the set is named by the digest of this act."""
    deed = act.deed(AppointKeyHolders)
    keys = KeySet(act_digest(act_bytes(act)), deed.threshold, deed.holders)
    return replace(case.planning, key_set=keys)


def _choice(case: Case) -> Choice:
    choice = case.planning.choice
    if choice is None:
        raise Impossible("a choice of method")
    return choice


def _chosen(case: Case, choice: Choice) -> Planning:
    return replace(case.planning, choice=choice)
