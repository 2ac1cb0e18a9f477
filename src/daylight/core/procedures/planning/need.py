"""Conditions of planning acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
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
from daylight.core.values.fact import Code, Spelled, codes
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


HOSTED = (
    "award.confirm", "award.notify", "contract.publish", "evaluation.form", "evaluation.qualify",
    "opening.preside", "planning.keys", "security.refund", "solicitation.answer", "solicitation.issue",
)  # fmt: skip
"""The functions an agency can be entrusted with; what is not among them the purchaser does himself."""


@dataclass(frozen=True)
class HostActs:
    """The condition that the body acts which runs one part of the procedure.

    That is the purchaser, or the agency in what it was entrusted with, while it is.
    """

    function: str
    __name__ = "host_acts"

    def __call__(self, m: Matter) -> Refusal | None:
        """Nothing where the body may act."""
        if m.intent.organisation == m.case.purchaser:
            return None
        role, deed = "agency.entrusted", m.case.planning.entrusted
        if m.intent.organisation != m.case.host:
            return refuse("planning.not-the-host", role, organisation=m.named(m.intent.organisation))
        if deed is None or not deed.functions:
            return None  # agreements before edition 2026.12.6 name no functions and no time
        if self.function not in deed.functions:
            return refuse("planning.beyond-the-scope", role, function=Code("function", self.function))
        if deed.valid_from and m.at < deed.valid_from:
            return refuse("planning.agreement-not-yet", role, first=deed.valid_from)
        if deed.valid_until and m.at > deed.valid_until:
            return refuse("planning.agreement-over", role, until=deed.valid_until)
        return None


def host_acts(function: str) -> HostActs:
    """The condition for a function of ``HOSTED``."""
    return HostActs(function)


def requirement_is_complete(m: Matter) -> tuple[Refusal, ...]:
    """Lots and items have numbers of their own, each lot something to buy, and each item its lot."""
    deed, role = m.deed(DefineRequirement), "requirement.defined"
    lots, items = [lot.id for lot in deed.lots], [item.id for item in deed.items]
    twice = tuple(id for id, times in Counter((*lots, *items)).items() if times > 1)
    empty = tuple(sorted(set(lots) - {item.lot for item in deed.items}))
    stray = tuple(sorted({item.lot for item in deed.items} - set(lots)))
    found = (
        not lots and refuse("planning.no-lots", role),
        twice and refuse("planning.number-twice", role, numbers=twice),
        empty and refuse("planning.empty-lot", role, lots=empty),
        stray and refuse("planning.stray-item", role, lots=stray),
    )
    return tuple(one for one in found if one)


def budgets_are_sound(m: Matter) -> tuple[Refusal, ...]:
    """A budget is an amount above zero, in one currency, and quantities are too."""
    deed, role = m.deed(DefineRequirement), "requirement.defined"
    poor = tuple(lot.id for lot in deed.lots if lot.budget.amount_minor <= 0)
    none = tuple(item.id for item in deed.items if item.quantity <= 0)
    currencies = tuple(sorted({lot.budget.currency for lot in deed.lots}))
    found = (
        poor and refuse("planning.no-budget", role, lots=poor),
        none and refuse("planning.no-quantity", role, items=none),
        len(currencies) > 1 and refuse("planning.currencies-differ", role, currencies=currencies),
        sum(lot.budget.amount_minor for lot in deed.lots) > MOST_MINOR
        and refuse("planning.budget-too-large", role),
    )
    return tuple(one for one in found if one)


def industries_are_known(m: Matter) -> Refusal | None:
    """The industry of an item, where it is named, is one by which law tells sizes."""
    items = m.deed(DefineRequirement).items
    unknown = tuple(
        sorted(one.id for one in items if one.industry and one.industry not in m.book.industry_by_id)
    )
    if not unknown:
        return None
    known = tuple(Spelled(one.name, one.id) for one in m.book.industries)
    return refuse("planning.unknown-industry", "requirement.defined", items=unknown, known=known)


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


def agency_is_registered(m: Matter) -> tuple[Refusal, ...]:
    """Only a registered agency can be entrusted, and only with something."""
    deed, role = m.deed(EntrustAgency), "agency.registered"
    agency = m.organisation(deed.agency)
    registered = agency is not None and "agency" in agency.roles
    found = (
        not registered and refuse("planning.no-such-agency", role, agency=m.known(deed.agency)),
        not deed.scope and refuse("planning.no-scope", role),
    )
    return tuple(one for one in found if one)


def agency_has_functions_and_time(m: Matter) -> tuple[Refusal, ...]:
    """An agreement says in what the agency acts for the purchaser, and from when until when."""
    deed, role = m.deed(EntrustAgency), "agency.entrusted"
    beyond = tuple(sorted(set(deed.functions) - set(HOSTED)))
    first, until = deed.valid_from, deed.valid_until
    found = (
        not deed.functions and refuse("planning.no-functions", role, known=codes("function", HOSTED)),
        beyond and refuse("planning.not-to-be-entrusted", role, functions=codes("function", beyond)),
        not (first and until) and refuse("planning.no-term", role),
        first and until and first >= until and refuse("registry.no-time", role, first=first, until=until),
    )
    return tuple(one for one in found if one)


def holders_belong_to_different_bodies(m: Matter) -> tuple[Refusal, ...]:
    """No person and no body holds two keys, and no key is held twice."""
    holders, role = m.deed(AppointKeyHolders).holders, "keyholders.sealing"
    many = len(holders)
    found = (
        len({one.person for one in holders}) < many and refuse("planning.holder-twice", role),
        len({one.organisation for one in holders}) < many and refuse("planning.holders-of-one-body", role),
        len({one.recipient for one in holders}) < many and refuse("planning.key-twice", role),
    )
    return tuple(one for one in found if one)


def threshold_spares_a_holder(m: Matter) -> tuple[Refusal, ...]:
    """Two at least must agree, and one may be lost."""
    deed, role = m.deed(AppointKeyHolders), "keyholders.sealing"
    asked, holders = deed.threshold, len(deed.holders)
    found = (
        asked < 2 and refuse("planning.threshold-too-low", role, threshold=asked),
        asked >= holders and refuse("planning.threshold-too-high", role, threshold=asked, holders=holders),
    )
    return tuple(one for one in found if one)


def holders_prove_their_keys(m: Matter) -> Refusal | None:
    """Each holder has signed for his key with his own."""
    for holder in m.deed(AppointKeyHolders).holders:
        person, body = m.person(holder.person), m.organisation(holder.organisation)
        if person is None:
            return refuse("planning.unknown-holder", "keyholders.sealing", person=m.named(holder.person))
        if body is None:
            return refuse("planning.holder-of-no-body", "keyholders.sealing", person=m.named(holder.person))
        proof = holder_proof_bytes(m.intent.docket, holder.recipient)
        if not m.crypto.ed25519_verify(person.public_key, holder.proof, proof):
            return refuse("planning.holder-not-proven", "keyholders.sealing", person=m.named(holder.person))
    return None
