"""Conditions of a second competition: listed suppliers offer for one need, each below the price it agreed to.

The competition is a case like any other, with its offers, opening, ranking and award; here stands only what
the framework above it adds. Shown by ``tests/scenarios/test_second_competition.py``.
"""

from __future__ import annotations

from functools import wraps

from daylight.core.acts.award import AwardLot
from daylight.core.acts.dockets import listing_docket
from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.framework import CallOff, ListedSupplier, OpenCompetition
from daylight.core.acts.intent import Intent
from daylight.core.acts.solicitation import IssueSolicitation, ObtainDocuments
from daylight.core.dockets.case.case import Case, bid_of
from daylight.core.dockets.listing import Listing
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.award.deciding import next_candidate
from daylight.core.procedures.evaluation.pricing import correction_of
from daylight.core.procedures.framework.call_off import framework_of, terms_of
from daylight.core.procedures.matter import Condition, Matter, numbered
from daylight.core.procedures.planning.need import MOST_MINOR
from daylight.core.values.fact import Code, this
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse

COMPETITION = "competition"
LEAST = "framework.competition_minimum"


def of_first_stage(condition: Condition) -> Condition:
    """What the call for the framework settled is not asked again when its list competes or is filled up."""

    @wraps(condition)
    def unless_settled(m: Matter) -> Refusal | tuple[Refusal, ...] | None:
        return None if is_competition(m.case) or m.case.framework.replenishes else condition(m)

    return unless_settled


def is_competition(case: Case) -> bool:
    """Whether listed suppliers compete in a case."""
    return case.framework.called is not None and bool(case.framework.called.invited)


def competition_facets(intent: Intent) -> dict[str, str]:
    """The framework, every listing of the lot, and the suppliers invited, whom the notice names."""
    deed = intent.deed_of(OpenCompetition)
    invited = {f"organisation:{id}": id for one in deed.invited for id in one.suppliers}
    return {"framework": deed.framework, **{f"listing:{one}": one for one in deed.listings}, **invited}


def suppliers_may_compete(m: Matter) -> Refusal | None:
    """Suppliers compete only where the call for the list told them so."""
    terms = terms_of(framework_of(m))
    if terms and COMPETITION in terms.ways:
        return None
    return refuse("framework.other-way", "framework.second_stage", way=Code("way", COMPETITION))


def method_follows_that_of_the_list(m: Matter) -> Refusal | None:
    """The method is the second stage of the one that listed them."""
    named = m.deed(OpenCompetition).method
    method = m.book.method_by_id.get(named)
    if method and framework_of(m).method in method.follows:
        return None
    return refuse("framework.no-list", "framework.second_stage", method=m.method_named(named))


def need_is_one_the_framework_covers(m: Matter) -> Refusal | None:
    """One lot of so many units, of the framework's object and territory, within the prices agreed."""
    deed, above = m.deed(OpenCompetition), framework_of(m).requirement
    need, dearest = deed.requirement, max((one.price for one in deed.invited), default=None)
    same = (need.object, need.territory) == (above.object, above.territory)
    single = len(need.lots) == 1 and [item.lot for item in need.items] == [lot.id for lot in need.lots]
    if same and single and dearest and _is_within(need.lots[0].budget, need.items[0].quantity, dearest):
        return None
    return refuse("framework.need-differs", "framework.second_stage", lot=deed.lot)


def everybody_who_can_is_invited(m: Matter) -> Refusal | None:
    """All listed whose agreement and quota hold are invited, or left out as they cannot meet the need."""
    deed = m.deed(OpenCompetition)
    quantity = sum(one.quantity for one in deed.requirement.items)
    found = {one: m.facets.get(f"listing:{one}") for one in deed.listings}
    able = {
        id: ListedSupplier(id, one.agreed.suppliers, one.agreed.price)
        for id, one in found.items()
        if isinstance(one, Listing) and one.in_force(m.at.day) and one.admits(quantity)
    }
    left = [one.listing for one in deed.left_out]
    told = all(one.reason.zh.strip() and one.reason.en.strip() for one in deed.left_out)
    named = {one.listing: one for one in deed.invited} | {one: able.get(one) for one in left}
    all_of_them = sorted(listings_of(framework_of(m), deed.lot))
    if told and sorted(deed.listings) == all_of_them and named == able:
        return None
    invited = len(deed.invited)
    return refuse("framework.invited-differ", "framework.second_stage", named=invited, able=len(able))


def enough_suppliers_compete(m: Matter) -> Refusal | None:
    """One alone does not compete."""
    invited = len(m.deed(OpenCompetition).invited)
    if m.law.maybe(LEAST) is None or invited >= (least := m.law.whole(LEAST).value):
        return None
    return refuse("framework.too-few-compete", LEAST, invited=invited, least=least)


def method_is_not_settled_by_a_framework(m: Matter) -> Refusal | None:
    """How a list competes or is filled up is settled; no other method is chosen for it."""
    if not is_competition(m.case) and m.case.framework.replenishes is None:
        return None
    return refuse("framework.method-settled", "framework.second_stage", method=m.method_named(m.case.method))


def competition_goes_by_price(m: Matter) -> Refusal | None:
    """Among those listed the lowest price wins: nothing is deducted, nothing reserved, no list made."""
    if not is_competition(m.case):
        return None
    deed = m.deed(IssueSolicitation)
    for terms in deed.lots:
        if terms.evaluation.preferences or terms.set_aside or deed.framework:
            return refuse("framework.not-by-price", "framework.second_stage", lot=terms.lot)
    return None


def bidder_is_on_the_list(m: Matter) -> Refusal | None:
    """Where listed suppliers compete, nobody else offers."""
    bidders, called = m.deed(ObtainDocuments).bidders, m.case.framework.called
    if not is_competition(m.case) or (called and called.of(bidders)):
        return None
    return refuse("framework.not-invited", "framework.second_stage", bidders=tuple(map(m.named, bidders)))


def offer_is_within_the_price_agreed(m: Matter) -> Refusal | None:
    """The price of one unit, in whole minor units, is no higher than the one this supplier agreed to."""
    called = m.case.framework.called
    agreed = called.of(m.bid.bidders) if called and m.deed(ReviewConformity).passed else None
    if agreed is None:
        return None
    total = m.bid.price.total
    units = [
        unit_price(m.case, m.lot.id, Money(minor, total.currency))
        for minor in (total.amount_minor, correction_of(m.lot, m.bid))
    ]
    if None in units:
        return refuse("framework.no-unit-price", "framework.second_stage", bid=this(m.bid.bid))
    if all(one and one.currency == agreed.price.currency and one <= agreed.price for one in units):
        return None
    return refuse("framework.above-agreed", "framework.second_stage", agreed=agreed.price)


def supplier_is_first_of_the_competition(m: Matter) -> Refusal | None:
    """Where suppliers compete, the quota drawn is that of the first, as it offered."""
    deed, call = m.deed(CallOff), m.facets.get("call")
    if deed.way != COMPETITION:
        return None
    drawn = (deed.case, deed.lot, m.intent.organisation, deed.quantity, deed.price)
    if isinstance(call, Case) and drawn == _first(call, m.intent.docket):
        return None
    return refuse("framework.not-first", "framework.second_stage", call=this(deed.call))


def quota_is_drawn_for_the_winner(m: Matter) -> Refusal | None:
    """An award among listed suppliers stands on the quota of the winner, which is drawn before."""
    deed, listing, called = m.deed(AwardLot), m.facets.get("listing"), m.case.framework.called
    bid = bid_of(m.lot, deed.bid)
    right = called.of(bid.bidders) if called and bid else None
    call = listing.call(m.case.id) if isinstance(listing, Listing) else None
    drawn = call is not None and call.way == COMPETITION
    if deed.listing == (right.listing if right else "") and drawn == is_competition(m.case):
        return None
    return refuse("framework.not-drawn", "framework.second_stage", bid=numbered(m.lot, deed.bid))


def unit_price(case: Case, lot: str, total: Money) -> Money | None:
    """The price of one unit of a lot, nothing where the total is no whole multiple of it."""
    unit, rest = divmod(total.amount_minor, _units(case, lot))
    return None if rest else Money(unit, total.currency)


def listings_of(case: Case, lot_id: str) -> tuple[str, ...]:
    """The dockets of all listings a lot of a framework may have."""
    lot = case.lot(lot_id)
    listed = (bid_of(lot, id) for id in lot.listing.listed) if lot else ()
    return tuple(listing_docket(case.id, lot_id, bid.bidders) for bid in listed if bid)


def _first(call: Case, listing: str) -> tuple[str, str, str, int, Money | None] | None:
    """What the first of an evaluated competition is owed, if that is the supplier of the listing."""
    lot, called = call.lots[0], call.framework.called
    bid = bid_of(lot, next_candidate(lot)) if lot.stage is Stage.EVALUATED else None
    listed = called.of(bid.bidders) if called and bid else None
    if called is None or bid is None or listed is None or listed.listing != listing:
        return None
    price = unit_price(call, lot.id, Money(bid.price_minor, bid.price.total.currency))
    return (called.framework, called.lot, call.purchaser, _units(call, lot.id), price)


def _is_within(budget: Money, quantity: int, dearest: Money) -> bool:
    """Whether a budget is above zero, and no higher than so many units cost at the dearest price agreed."""
    most = min(quantity * dearest.amount_minor, MOST_MINOR)
    return budget.currency == dearest.currency and 0 < budget.amount_minor <= most


def _units(case: Case, lot: str) -> int:
    return sum(item.quantity for item in case.items if item.lot == lot)
