"""Conditions and clocks of a replenishment: only where it was agreed, too few are left, and that hurts.

Shown by ``tests/scenarios/test_replenishment.py``.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.framework import SignFramework
from daylight.core.acts.intent import Intent
from daylight.core.acts.replenishment import Joined, OpenReplenishment, TakeUpSuppliers
from daylight.core.acts.solicitation import IssueSolicitation, ObtainDocuments
from daylight.core.dockets.case.case import Case, Lot, bid_of
from daylight.core.dockets.listing import Listing
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.framework.call_off import framework_of, terms_of
from daylight.core.procedures.framework.competition import listings_of
from daylight.core.procedures.framework.listing import SIGN
from daylight.core.procedures.matter import Matter, UnknownDocket, owed
from daylight.core.rulebook.deadlines import due
from daylight.core.values.fact import Share, this
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse

BELOW = "framework.replenish_below"


def replenishment_facets(intent: Intent) -> dict[str, str]:
    """The framework, and every listing of the lot."""
    deed = intent.deed_of(OpenReplenishment)
    return {"framework": deed.framework, **{f"listing:{one}": one for one in deed.listings}}


def joining_facets(intent: Intent) -> dict[str, str]:
    """The case that listed them, and who they are."""
    deed = intent.deed_of(TakeUpSuppliers)
    named = {f"organisation:{id}": id for one in deed.joined for id in one.suppliers}
    return {"replenishment": deed.replenishment, **named}


def convenor_replenishes(m: Matter) -> Refusal | None:
    """Who made the framework fills it up."""
    if m.intent.organisation == framework_of(m).purchaser:
        return None
    return refuse(
        "framework.not-convenor", "framework.replenish", organisation=m.named(m.intent.organisation)
    )


def replenishing_was_agreed(m: Matter) -> Refusal | None:
    """The first call said that more suppliers may be called."""
    terms = terms_of(framework_of(m))
    if terms and terms.replenish:
        return None
    return refuse("framework.not-foreseen", "framework.replenish", lot=m.deed(OpenReplenishment).lot)


def too_few_are_left(m: Matter) -> Refusal | None:
    """Of those ever listed, less than the share of the law is left, counted over all listings of the lot."""
    deed = m.deed(OpenReplenishment)
    everyone = listings_of(framework_of(m), deed.lot)
    found = [m.facets.get(f"listing:{one}") for one in deed.listings]
    left = sum(isinstance(one, Listing) and one.in_force(m.at.day) for one in found)
    most = m.law.ratio(BELOW).value
    if everyone and sorted(deed.listings) == sorted(everyone) and Fraction(left, len(everyone)) < most:
        return None
    return refuse("framework.enough-left", BELOW, left=left, listed=len(everyone), share=Share(most))


def shortage_hurts(m: Matter) -> Refusal | None:
    """It is said, in both languages, how the agreement suffers."""
    deed = m.deed(OpenReplenishment)
    reason = deed.reason
    if reason.zh.strip() and reason.en.strip():
        return None
    return refuse("framework.no-shortage", "framework.replenish", lot=deed.lot)


def agreement_still_runs(m: Matter) -> Refusal | None:
    """What is over is not filled up; late agreements end with the first."""
    until = end_of(_lot(m))
    if until and m.at.day <= until:
        return None
    return refuse("framework.ended", "framework.replenish", until=until)


def call_is_the_first_one_again(m: Matter) -> Refusal | None:
    """Need, terms, ways and qualification are those of the first call, and all who are listed are named."""
    deed, above = m.deed(OpenReplenishment), framework_of(m)
    lot, need, first = _lot(m), deed.requirement, above.requirement
    asked = (
        need.object,
        need.standard,
        need.territory,
        need.items,
        [(one.id, one.budget) for one in need.lots],
    )
    items = tuple(one for one in above.items if one.lot == lot.id)
    again = (first.object, first.standard, first.territory, items, [(lot.id, lot.budget)])
    said = (deed.method, deed.terms, deed.agreed, deed.qualification, deed.suppliers)
    document = above.tendering.solicitation
    right = (
        above.method,
        lot.terms,
        terms_of(above),
        document.qualification if document else (),
        on_the_list(lot),
    )
    if asked == again and said == right:
        return None
    return refuse("framework.other-call", "framework.replenish", lot=deed.lot)


def documents_are_those_of_the_first_call(m: Matter) -> Refusal | None:
    """More suppliers are called on the terms that stood when the replenishment was opened."""
    deed, first = m.deed(IssueSolicitation), m.case.framework.replenishes
    if first is None or (deed.lots, deed.framework, deed.qualification) == (
        (first.terms,), first.agreed, first.qualification,
    ):  # fmt: skip
        return None
    return refuse("framework.other-call", "framework.replenish", lot=first.lot)


def bidder_is_not_on_the_list_yet(m: Matter) -> Refusal | None:
    """Who stands on the list, or stood there, does not answer again."""
    named = m.case.framework.replenishes.suppliers if m.case.framework.replenishes else ()
    twice = sorted(set(m.deed(ObtainDocuments).bidders) & set(named))
    if not twice:
        return None
    return refuse("framework.listed-before", "framework.replenish", organisation=m.named(twice[0]))


def agreements_are_signed_in_the_framework(m: Matter) -> Refusal | None:
    """A replenishment lists; the agreement belongs to the framework."""
    if m.case.framework.replenishes is None:
        return None
    return refuse(
        "framework.signed-elsewhere",
        "framework.agreement",
        framework=this(m.case.framework.replenishes.framework),
    )


def later_agreements_end_with_the_first(m: Matter) -> Refusal | None:
    """Who joins a list joins it for what is left of its time."""
    deed, last = m.deed(SignFramework), end_of(m.lot)
    if deed.bid not in m.lot.listing.joined or (last and deed.valid_until <= last):
        return None
    return refuse("framework.outlives-the-first", "framework.replenish", until=deed.valid_until, last=last)


def those_taken_up_are_those_listed(m: Matter) -> Refusal | None:
    """All whom the replenishment listed join, as it listed them, once."""
    deed, case = m.deed(TakeUpSuppliers), m.facets.get("replenishment")
    joined = _listed_in(case, m.case.id, deed.lot) if isinstance(case, Case) else ()
    told = case.lots[0].award.notified_at if isinstance(case, Case) else None
    new = not {one.bid for one in deed.joined} & set(m.lot.listing.listed)
    if joined and new and told and (deed.joined, deed.listed_on) == (joined, told.day):
        return None
    return refuse(
        "framework.joined-differ", "framework.replenish", named=len(deed.joined), listed=len(joined)
    )


def joining_clock(m: Matter) -> tuple[Clock, ...]:
    """Agreements with those who join are signed within the days the law gives, from the notice on."""
    if m.law.maybe(SIGN) is None:
        return ()
    until = due(m.law, SIGN, m.deed(TakeUpSuppliers).listed_on)
    return (owed(SIGN, "agency", SignFramework, until, lot=m.lot.id),)


def on_the_list(lot: Lot) -> tuple[str, ...]:
    """Every organisation that was ever listed for a lot."""
    listed = (bid_of(lot, id) for id in lot.listing.listed)
    return tuple(sorted({one for bid in listed if bid for one in bid.bidders}))


def end_of(lot: Lot) -> date | None:
    """The last day of the agreements the first call led to."""
    return max(
        (one.valid_until for one in lot.listing.agreements if one.bid not in lot.listing.joined), default=None
    )


def _listed_in(case: Case, framework: str, lot_id: str) -> tuple[Joined, ...]:
    """Whom a replenishment of this lot has listed."""
    of, lot = case.framework.replenishes, case.lots[0]
    if of is None or (of.framework, of.lot) != (framework, lot_id) or lot.stage is not Stage.LISTED:
        return ()
    listed = (bid_of(lot, id) for id in lot.listing.listed)
    return tuple(
        Joined(bid.bid, bid.bidders, Money(bid.price_minor, bid.price.total.currency))
        for bid in listed
        if bid
    )


def _lot(m: Matter) -> Lot:
    found = framework_of(m).lot(m.deed(OpenReplenishment).lot)
    if found is None:
        raise UnknownDocket("lot")
    return found
