"""Conditions and clocks of what follows a framework agreement: filing, telling users, the final summary.

Shown by ``tests/scenarios/test_agreements.py``.
"""

from __future__ import annotations

from datetime import date

from daylight.core.acts.act import Clock
from daylight.core.acts.agreements import FileAgreements, NotifyUsers, PublishCallOffSummary, SummaryLine
from daylight.core.acts.framework import SignFramework
from daylight.core.acts.intent import Intent
from daylight.core.dockets.listing import Listing
from daylight.core.procedures.common import partial, unsaid
from daylight.core.procedures.framework.competition import listings_of
from daylight.core.procedures.matter import Matter, owed
from daylight.core.rulebook.deadlines import due
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse

FILE, TELL, SUMMARY = "framework.file_copy", "framework.notify_users", "framework.summary"


def summary_facets(intent: Intent) -> dict[str, str]:
    """Every listing, and whose it is."""
    deed = intent.deed_of(PublishCallOffSummary)
    named = {f"organisation:{id}": id for line in deed.lines for id in line.suppliers}
    return {**{f"listing:{line.listing}": line.listing for line in deed.lines}, **named}


def filed_are_those_that_stand(m: Matter) -> tuple[Refusal, ...]:
    """All agreements that stand and are not filed yet are filed together, by what was filed."""
    deed, shown = m.deed(FileAgreements), partial(FILE, m.deed(FileAgreements).filed)
    waiting = tuple(one.bid for one in m.lot.listing.agreements if one.stands and not one.filed)
    if waiting and sorted(deed.bids) == sorted(waiting):
        return shown
    differ = refuse("framework.filed-differ", FILE, named=len(deed.bids), waiting=len(waiting))
    return (differ, *shown)


def users_are_told_of_those_that_stand(m: Matter) -> tuple[Refusal, ...]:
    """All agreements that stand and that users do not know of yet are told together, in both languages."""
    deed, said = m.deed(NotifyUsers), unsaid("told", m.deed(NotifyUsers).told, TELL)
    waiting = tuple(one.bid for one in m.lot.listing.agreements if one.stands and not one.told)
    if waiting and sorted(deed.bids) == sorted(waiting):
        return said
    differ = refuse("framework.told-differ", TELL, named=len(deed.bids), waiting=len(waiting))
    return (differ, *said)


def agreements_are_over(m: Matter) -> Refusal | None:
    """What was bought is summed up once, after the last day of the agreements."""
    until = max((one.valid_until for one in m.lot.listing.agreements if one.stands), default=None)
    if until is None or m.at.day <= until:
        return refuse("framework.not-over", "framework.summary", until=until)
    if m.lot.listing.summary_at is None:
        return None
    return refuse("framework.summed-before", "framework.summary", lot=m.lot.id)


def summary_is_what_was_called_off(m: Matter) -> Refusal | None:
    """Every listing of the lot has its line, and each line says what its call-offs add up to."""
    deed = m.deed(PublishCallOffSummary)
    standing = {one.bid for one in m.lot.listing.agreements if one.stands}
    found = [m.facets.get(f"listing:{line.listing}") for line in deed.lines]
    right = tuple(summed(one) for one in found if isinstance(one, Listing) and one.agreed.bid in standing)
    known = {line.listing for line in deed.lines} & set(listings_of(m.case, m.lot.id))
    if deed.lines == right and len(known) == len(deed.lines) == len(standing):
        return None
    named, listed = len(deed.lines), len(standing)
    return refuse("framework.summary-differs", "framework.summary", named=named, listed=listed)


def summed(listing: Listing) -> SummaryLine:
    """What was bought from one listing."""
    calls, drawn = sum(not call.returned for call in listing.calls), listing.drawn
    amount = drawn.amount or Money(0, listing.agreed.price.currency)
    return SummaryLine(listing.id, listing.agreed.suppliers, calls, drawn.quantity or 0, amount)


def agreement_clocks(m: Matter) -> tuple[Clock, ...]:
    """With the second signature an agreement is filed and told to users, and its end is summed up."""
    deed = m.deed(SignFramework)
    return _clocks(m, deed.valid_until) if m.lot.listing.agreement(deed.bid) else ()


def agreement_clocks_of_the_call(m: Matter) -> tuple[Clock, ...]:
    """In an open framework the notice of the listing is what makes the agreement."""
    return _clocks(m, m.case.framework.open_call.valid_until) if m.case.framework.open_call else ()


def _clocks(m: Matter, until: date) -> tuple[Clock, ...]:
    """What is owed from today on, unless it is owed already, and after the last day of all agreements."""
    ends = (until, *(one.valid_until for one in m.lot.listing.agreements if one.stands))
    running = {clock.id for clock in m.case.clocks if clock.lot == m.lot.id}
    wanted = ((FILE, FileAgreements), (TELL, NotifyUsers))
    soon = [(id, kind, m.at.day) for id, kind in wanted if id not in running]
    return tuple(
        owed(id, "agency", kind, due(m.law, id, day), lot=m.lot.id)
        for id, kind, day in (*soon, (SUMMARY, PublishCallOffSummary, max(ends)))
        if m.law.maybe(id)
    )
