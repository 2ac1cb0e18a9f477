"""Effects of planning acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.case.state import Case, KeySet, Lot


def requirement_defined(_: None, act: Act) -> Case:
    """A case opens with its lots."""
    deed = act.intent.deed
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
    return replace(case, reviewed_by=act.intent.person, approved=act.intent.deed.approved)


def intention_published(case: Case, act: Act) -> Case:
    """The market knows from this day on."""
    return replace(case, intention=act.intent.deed, intention_on=act.received_at.day)


def agency_entrusted(case: Case, act: Act) -> Case:
    """The agency runs the procedure from here."""
    return replace(case, agency=act.intent.deed.agency)


def key_holders_appointed(case: Case, act: Act) -> Case:
    """Bids are sealed to these holders; the set is named by the digest of this act."""
    deed = act.intent.deed
    return replace(case, key_set=KeySet(act_digest(act_bytes(act)), deed.threshold, deed.holders))
