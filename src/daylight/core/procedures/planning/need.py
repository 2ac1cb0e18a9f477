"""Conditions of planning acts."""

from __future__ import annotations

from collections import Counter
from datetime import date

from daylight.core.acts.planning import (
    AppointKeyHolders,
    DefineRequirement,
    EntrustAgency,
    PublishIntention,
    holder_proof_bytes,
)
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.planning.choice import GROUPS
from daylight.core.rulebook.deadlines import not_before
from daylight.core.values.fact import Code
from daylight.core.values.refusal import Refusal, refuse

MOST_MINOR = 10**17  # amounts stay below what a column of 64 bits holds


def organisation_is_a_purchaser(m: Matter) -> Refusal | None:
    """Who purchases is who answers."""
    organisation = m.organisation(m.intent.organisation)
    if organisation and "purchaser" in organisation.roles:
        return None
    return refuse(
        "planning.not-a-purchaser", "purchaser.responsible", organisation=m.named(m.intent.organisation)
    )


def purchaser_acts(m: Matter) -> Refusal | None:
    """The purchaser himself, not an agency."""
    if m.intent.organisation == m.case.purchaser:
        return None
    return refuse(
        "planning.not-the-purchaser", "purchaser.responsible", organisation=m.named(m.intent.organisation)
    )


def host_acts(m: Matter) -> Refusal | None:
    """The agency where one is entrusted, else the purchaser."""
    if m.intent.organisation in (m.case.host, m.case.purchaser):
        return None
    return refuse("planning.not-the-host", "agency.entrusted", organisation=m.named(m.intent.organisation))


def requirement_is_complete(m: Matter) -> Refusal | None:
    """Lots have names of their own, budgets in one currency, and something to buy."""
    deed = m.deed(DefineRequirement)
    lots = [lot.id for lot in deed.lots]
    repeated = [id for id, times in Counter((*lots, *(item.id for item in deed.items))).items() if times > 1]
    empty = sorted(set(lots) - {item.lot for item in deed.items})
    stray = sorted({item.lot for item in deed.items} - set(lots))
    if lots and not (repeated or empty or stray):
        return None
    return refuse("planning.incomplete", "requirement.defined", lots=(*repeated, *empty, *stray))


def budgets_are_sound(m: Matter) -> Refusal | None:
    """A budget is an amount above zero, in one currency, and quantities are too."""
    deed = m.deed(DefineRequirement)
    currencies = {lot.budget.currency for lot in deed.lots}
    wrong = [lot.id for lot in deed.lots if lot.budget.amount_minor <= 0]
    wrong += [item.id for item in deed.items if item.quantity <= 0]
    if sum(lot.budget.amount_minor for lot in deed.lots) > MOST_MINOR:
        wrong = [lot.id for lot in deed.lots]
    if len(currencies) == 1 and not wrong:
        return None
    return refuse("planning.unsound-budget", "requirement.defined", where=tuple(wrong))


def market_was_surveyed_where_law_asks(m: Matter) -> Refusal | None:
    """A large purchase starts with a survey among enough suppliers; how large depends on the object."""
    return _surveyed_from(m, f"requirement.survey_budget.{GROUPS[m.deed(DefineRequirement).object]}")


def market_was_surveyed_as_for_goods(m: Matter) -> Refusal | None:
    """The same, by the figure of goods and services whatever is bought."""
    return _surveyed_from(m, f"requirement.survey_budget.{GROUPS['goods']}")


def _surveyed_from(m: Matter, threshold: str) -> Refusal | None:
    deed = m.deed(DefineRequirement)
    if m.law.maybe(threshold) is None or not deed.lots:
        return None
    least = m.law.whole("requirement.survey_objects").value
    total = sum(lot.budget.amount_minor for lot in deed.lots)
    if total < m.law.amount(threshold).value.amount_minor:
        return None
    if deed.suppliers_surveyed >= least:
        return None
    return refuse(
        "planning.no-survey", "requirement.survey_objects", asked=deed.suppliers_surveyed, least=least
    )


def survey_still_holds(m: Matter) -> Refusal | None:
    """A need rests on an earlier survey only while law lets the survey hold, and never on one to come."""
    made, holds = m.deed(DefineRequirement).surveyed_on, "requirement.survey_validity"
    if made is None or m.law.maybe(holds) is None:
        return None
    first = not_before(m.law, holds, m.at.day).value
    if first.earliest <= made <= m.at.day:
        return None
    return refuse("planning.survey-too-old", holds, made=made, first=first.earliest)


def reviewer_is_not_the_author(m: Matter) -> Refusal | None:
    """Nobody reviews his own work."""
    if m.intent.person != m.case.author:
        return None
    return refuse(
        "planning.reviewer-is-author", "requirement.reviewer_not_author", person=m.named(m.intent.person)
    )


def solicitation_is_not_issued(m: Matter) -> Refusal | None:
    """What precedes the solicitation, or a call for applications, cannot follow it."""
    called = m.case.tendering.solicitation or m.case.framework.open_call or m.case.tendering.prequalification
    if called is None:
        return None
    return refuse("planning.already-issued", "requirement.review", kind=Code("act", m.intent.kind))


def intention_is_not_published(m: Matter) -> Refusal | None:
    """Once is enough."""
    if m.case.planning.intention is None:
        return None
    return refuse("planning.intention-repeated", "intention.published")


def intention_names_a_month(m: Matter) -> Refusal | None:
    """The market is told when: ``2026-03``."""
    month = m.deed(PublishIntention).expected_month
    try:
        date.fromisoformat(f"{month}-01")
    except ValueError:
        return refuse("planning.no-month", "intention.content", month=month)
    return None


def agency_is_registered(m: Matter) -> Refusal | None:
    """Only a registered agency can be entrusted, and only with something."""
    deed = m.deed(EntrustAgency)
    agency = m.organisation(deed.agency)
    if agency and {"agency"} & set(agency.roles) and deed.scope:
        return None
    return refuse("planning.no-such-agency", "agency.registered", agency=m.known(deed.agency))


def holders_belong_to_different_bodies(m: Matter) -> Refusal | None:
    """No single body holds two keys, and no key is held twice."""
    holders = m.deed(AppointKeyHolders).holders
    bodies = {holder.organisation for holder in holders}
    recipients = {holder.recipient for holder in holders}
    persons = {holder.person for holder in holders}
    if len(bodies) == len(recipients) == len(persons) == len(holders):
        return None
    return refuse("planning.holders-not-distinct", "keyholders.sealing", holders=len(holders))


def threshold_spares_a_holder(m: Matter) -> Refusal | None:
    """Two at least must agree, and one may be lost."""
    deed = m.deed(AppointKeyHolders)
    if 2 <= deed.threshold < len(deed.holders):
        return None
    return refuse(
        "planning.bad-threshold", "keyholders.sealing", threshold=deed.threshold, holders=len(deed.holders)
    )


def holders_prove_their_keys(m: Matter) -> Refusal | None:
    """Each holder has signed for his key with his own."""
    for holder in m.deed(AppointKeyHolders).holders:
        person, body = m.person(holder.person), m.organisation(holder.organisation)
        if person is None or body is None:
            return refuse("planning.unknown-holder", "keyholders.sealing", person=m.named(holder.person))
        proof = holder_proof_bytes(m.intent.docket, holder.recipient)
        if not m.crypto.ed25519_verify(person.public_key, holder.proof, proof):
            return refuse("planning.holder-not-proven", "keyholders.sealing", person=m.named(holder.person))
    return None
