"""Conditions of the second stage: a call-off takes from one listing, and becomes a case with a parent."""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.framework import CallOff, EndListing, FrameworkTerms, GiveBackQuota, OpenCallOff
from daylight.core.acts.intent import Intent
from daylight.core.acts.shapes import OfListing, OfPurchase
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.impossible import some
from daylight.core.dockets.listing import Call, Listing
from daylight.core.dockets.stage import OVER, Stage
from daylight.core.procedures.award.deciding import contract_clocks_of, next_candidate
from daylight.core.procedures.common import unproven, unsaid
from daylight.core.procedures.matter import Matter, UnknownDocket
from daylight.core.procedures.planning.need import MOST_MINOR
from daylight.core.values.docket import DocketKind, is_docket
from daylight.core.values.fact import Code, Spelled, this
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse


def call_facets(intent: Intent) -> dict[str, str]:
    """The framework, the other listings where suppliers take turns, the competition where they compete."""
    deed = intent.deed_of(CallOff)
    call = {"call": deed.call} if deed.way == "competition" else {}
    return {"case": deed.case, **{f"listing:{one}": one for one in deed.others}, **call}


def actor_may_call_off(m: Matter) -> Refusal | None:
    """A purchaser, and one of those the framework is for where it names them."""
    here, terms = m.organisation(m.intent.organisation), terms_of(framework_of(m))
    named = terms is None or not terms.users or m.intent.organisation in terms.users
    if here and "purchaser" in here.roles and named:
        return None
    return refuse(
        "framework.not-a-user", "framework.second_stage", organisation=m.named(m.intent.organisation)
    )


def listing_is_of_this_lot(m: Matter) -> Refusal | None:
    """The framework and the lot named are those of the listing."""
    deed, agreed = m.deed(OfListing), _listing(m).agreed
    if (deed.case, deed.lot) == (agreed.case, agreed.lot):
        return None
    return refuse("framework.other-lot", "framework.agreement", lot=deed.lot)


def listing_is_in_force(m: Matter) -> Refusal | None:
    """The agreement has not ended, and the supplier is still on the list."""
    listing = _listing(m)
    if listing.in_force(m.at.day):
        return None
    return refuse("framework.ended", "framework.agreement", until=listing.agreed.valid_until)


def way_is_one_of_the_terms(m: Matter) -> Refusal | None:
    """Suppliers are called off in the ways the call for the list told them."""
    way, terms = m.deed(CallOff).way, terms_of(m.case)
    if terms and way in terms.ways:
        return None
    return refuse("framework.other-way", "framework.second_stage", way=Code("way", way))


def price_is_not_above_the_one_agreed(m: Matter) -> Refusal | None:
    """The price agreed is a ceiling for every call-off."""
    price, agreed = m.deed(CallOff).price, _listing(m).agreed.price
    if price.currency == agreed.currency and 0 < price.amount_minor <= agreed.amount_minor:
        return None
    return refuse("framework.above-agreed", "framework.second_stage", agreed=agreed)


def quota_is_left(m: Matter) -> Refusal | None:
    """Nothing is called off beyond the quota, and something is."""
    deed, listing = m.deed(CallOff), _listing(m)
    left = listing.left
    if deed.quantity < 1 or (left.quantity is not None and deed.quantity > left.quantity):
        return refuse("framework.quota", "framework.agreement", asked=deed.quantity, left=left.quantity or 0)
    money = Money(deed.quantity * deed.price.amount_minor, listing.agreed.price.currency)
    if money.amount_minor > MOST_MINOR:
        return refuse(
            "framework.quota", "framework.agreement", asked=money, left=Money(MOST_MINOR, money.currency)
        )
    if left.amount is not None and money > left.amount:
        return refuse("framework.quota", "framework.agreement", asked=money, left=left.amount)
    return None


def call_off_has_a_case_of_its_own(m: Matter) -> Refusal | None:
    """Each call-off is named by the docket of a case that no other has; none takes that of a competition."""
    deed, drawn = m.deed(CallOff), _listing(m).call(m.deed(CallOff).call)
    free = drawn is None or (deed.way == "competition" and drawn.way != "competition")
    if is_docket(deed.call, DocketKind.CASE) and free and deed.call != deed.case:
        return None
    return refuse("framework.call-taken", "records.complete", call=this(deed.call))


def supplier_is_next_in_turn(m: Matter) -> Refusal | None:
    """In turn each supplier is called once a round, in the order of the list; those who left are passed."""
    deed = m.deed(CallOff)
    if deed.way != "rotation":
        return None if not deed.others else refuse("framework.not-its-turn", "framework.second_stage")
    here, others = _listing(m), [m.facets.get(f"listing:{one}") for one in deed.others]
    found = [one for one in (here, *others) if isinstance(one, Listing)]
    order = {bid: place for place, bid in enumerate(m.lot.listing.listed)}
    if sorted(one.agreed.bid for one in found) != sorted(order) or not _all_of(found, deed):
        return refuse("framework.not-its-turn", "framework.second_stage")
    waiting = [one for one in found if one.ended_at is None]
    first = min(waiting, key=lambda one: (one.turns, order[one.agreed.bid]), default=here)
    return None if first.id == here.id else refuse("framework.not-its-turn", "framework.second_stage")


def call_off_is_the_one_drawn(m: Matter) -> Refusal | None:
    """The case of a call-off says what was drawn from the listing: by whom, from whom, how much, for what."""
    deed, listing = m.deed(OpenCallOff), m.facets.get("listing")
    call = listing.call(m.intent.docket) if isinstance(listing, Listing) else None
    if not isinstance(listing, Listing) or call is None or call.purchaser != m.intent.organisation:
        return refuse("framework.no-call", "framework.second_stage", listing=this(deed.listing))
    agreed = (listing.agreed.case, listing.agreed.suppliers, call.price)
    if agreed == (deed.framework, deed.suppliers, deed.price) and _says(deed, call):
        return None
    return refuse("framework.call-differs", "framework.second_stage", call=this(call.id))


def returning_facets(intent: Intent) -> dict[str, str]:
    """The framework, and the case of the call-off that is given back."""
    deed = intent.deed_of(GiveBackQuota)
    return {"case": deed.case, "call": deed.call}


def actor_called_off_or_supplies(m: Matter) -> Refusal | None:
    """The purchaser that drew a quota gives it back, or the supplier whose quota it is has it back."""
    deed, listing = m.deed(GiveBackQuota), _listing(m)
    call = listing.call(deed.call)
    if call and m.intent.organisation in (call.purchaser, *listing.agreed.suppliers):
        return None
    return refuse("framework.no-call", "framework.second_stage", listing=this(listing.id))


def nothing_came_of_the_call_off(m: Matter) -> tuple[Refusal, ...]:
    """A quota goes back only where the case of the call-off shows that no contract comes of it."""
    deed, call, role = m.deed(GiveBackQuota), m.facets.get("call"), "framework.second_stage"
    found = fate_of(call if isinstance(call, Case) else None, _listing(m).id)
    said = unsaid("reason", deed.reason, role)
    if found == deed.cause:
        return said
    stands = refuse("framework.call-stands", role, call=this(deed.call), found=Code("fate", found))
    return (stands, *said)


def fate_of(call: Case | None, listing: str) -> str:
    """What became of a call-off from a listing: why nothing comes of it, or that it stands."""
    drawn_as = _drawn_as(call, listing) if call else ""
    if call is None or not drawn_as:
        return "not_opened"
    lot = call.lots[0]
    if drawn_as in {one.bid for one in lot.award.passed}:
        return "passed_over"
    first = lot.award.winner or (next_candidate(lot) if lot.stage is Stage.EVALUATED else "")
    return "stands" if first == drawn_as and lot.stage not in OVER else "ended"


def method_is_that_of_a_list(m: Matter) -> Refusal | None:
    """A call-off belongs to a method that lists suppliers."""
    named = m.deed(OfPurchase).method
    method = m.book.method_by_id.get(named)
    if method and method.lists:
        return None
    return refuse("framework.no-list", "method.framework_agreement", method=m.method_named(named))


def actor_may_end_the_listing(m: Matter) -> tuple[Refusal, ...]:
    """A supplier leaves by itself; the convenor takes one off the list; both say why, once."""
    deed, listing, role = m.deed(EndListing), _listing(m), "framework.removal"
    by, here = listing.agreed.suppliers if deed.cause == "left" else (m.case.host,), m.intent.organisation
    found = (
        here not in by and refuse("framework.cannot-end", role, organisation=m.named(here)),
        listing.ended_at is not None and refuse("framework.ended-before", role, listing=this(listing.id)),
    )
    return (*(one for one in found if one), *unsaid("reason", deed.reason, role, least=1))


def removal_has_a_ground(m: Matter) -> tuple[Refusal, ...]:
    """Nobody is taken off a list but on a ground the method knows, and on evidence."""
    deed, role = m.deed(EndListing), "framework.removal"
    known = {one.id for one in m.method.removals} if m.method else set()
    if deed.cause != "removed" or not known:
        return ()
    other = refuse("framework.no-ground", role, ground=_ground_named(m, deed.ground))
    return (*(() if deed.ground in known else (other,)), *unproven(deed.evidence, role))


def call_off_clocks(m: Matter) -> tuple[Clock, ...]:
    """Purchaser and supplier owe their signatures from the result on."""
    deed = m.deed(OfPurchase)
    return contract_clocks_of(m.law.under(deed.method), m.at.day, some(deed.requirement.lots)[0].id)


def framework_of(m: Matter) -> Case:
    """The framework above what is called off."""
    found = m.facets.get("framework", m.facets.get("case"))
    if not isinstance(found, Case):
        raise UnknownDocket("case")
    return found


def terms_of(case: Case) -> FrameworkTerms | None:
    """How suppliers are called off, as the call for the list told them; from an open list directly."""
    if case.framework.open_call:
        return FrameworkTerms(Fraction(), ("direct",), case.framework.open_call.users)
    return case.tendering.solicitation.framework if case.tendering.solicitation else None


def _drawn_as(call: Case, listing: str) -> str:
    """The bid by which the supplier of a listing stands in the case of a call-off."""
    called, lot = call.framework.called, call.lots[0]
    if called is None or called.listing == listing:
        return listing if called else ""
    mine = (
        bid.bid for bid in lot.evaluation.bids if (of := called.of(bid.bidders)) and of.listing == listing
    )
    return next(mine, "")


def _says(deed: OpenCallOff, call: Call) -> bool:
    lots, items = deed.requirement.lots, deed.requirement.items
    return [lot.budget for lot in lots] == [call.amount] and [
        (item.lot, item.quantity) for item in items
    ] == [(lots[0].id, call.quantity)]


def _all_of(found: list[Listing], deed: CallOff) -> bool:
    return all((one.agreed.case, one.agreed.lot) == (deed.case, deed.lot) for one in found)


def _ground_named(m: Matter, id: str) -> Spelled | None:
    known = m.method.removals if m.method else ()
    return Spelled(next((one.name for one in known if one.id == id), id), id) if id else None


def _listing(m: Matter) -> Listing:
    if not isinstance(m.state, Listing):
        raise TypeError("the kind must stand in the docket of a listing")
    return m.state
