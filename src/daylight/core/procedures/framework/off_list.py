"""Conditions of buying off the list: the same item, cheaper, and nobody listed matches the price.

Shown by ``tests/scenarios/test_off_list.py``.
"""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.common import document_is_sound
from daylight.core.acts.framework import BuyOffList
from daylight.core.acts.intent import Intent
from daylight.core.dockets.case.case import Lot
from daylight.core.dockets.listing import Listing
from daylight.core.procedures.framework.call_off import framework_of
from daylight.core.procedures.framework.competition import listings_of
from daylight.core.procedures.framework.replenishment import on_the_list
from daylight.core.procedures.matter import Matter, UnknownDocket
from daylight.core.procedures.planning.need import MOST_MINOR
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse


def off_list_facets(intent: Intent) -> dict[str, str]:
    """The framework, every listing of the lot, and who supplies instead."""
    deed = intent.deed_of(BuyOffList)
    named = {f"organisation:{id}": id for id in deed.suppliers}
    return {"framework": deed.framework, **{f"listing:{one}": one for one in deed.listings}, **named}


def outsider_is_cheaper(m: Matter) -> Refusal | None:
    """Off the list one unit costs less than the lowest price agreed on it."""
    deed = m.deed(BuyOffList)
    least = min((one.agreed.price for one in _able(m)), default=None)
    same = least is None or least.currency == deed.price.currency
    if same and deed.price.amount_minor > 0 and (least is None or deed.price < least):
        return None
    lowest = least or Money(0, deed.price.currency)
    return refuse("framework.not-cheaper", "framework.off_list", price=deed.price, least=lowest)


def supplier_is_off_the_list(m: Matter) -> Refusal | None:
    """Who is bought from is a registered supplier that never stood on the list."""
    suppliers = m.deed(BuyOffList).suppliers
    known = all((org := m.organisation(id)) and "supplier" in org.roles for id in suppliers)
    if suppliers and known and not set(suppliers) & set(on_the_list(_lot(m))):
        return None
    named = tuple(map(m.named, suppliers))
    return refuse("framework.on-the-list", "framework.off_list", supplier=named)


def purchaser_does_not_supply_itself(m: Matter) -> Refusal | None:
    """Who purchases is not bought from."""
    here = m.intent.organisation
    if here not in m.deed(BuyOffList).suppliers:
        return None
    return refuse("bidding.runs-the-case", "bidding.eligible", organisation=m.named(here))


def nobody_listed_matches(m: Matter) -> Refusal | None:
    """Everybody on the list was asked, and answered in writing that it does not match the price."""
    deed, able = m.deed(BuyOffList), sorted(one.id for one in _able(m))
    whole = sorted(deed.listings) == sorted(listings_of(framework_of(m), deed.lot))
    asked = sorted(one.listing for one in deed.asked)
    if able and whole and asked == able and all(document_is_sound(one.answer) for one in deed.asked):
        return None
    return refuse("framework.not-all-asked", "framework.off_list", asked=len(asked), able=len(able))


def item_is_that_of_the_list(m: Matter) -> Refusal | None:
    """One lot of so many units of the very item, at the price, shown by the offer."""
    deed, above = m.deed(BuyOffList), framework_of(m)
    need = deed.requirement
    first = next((one for one in above.items if one.lot == deed.lot), None)
    if len(need.lots) != 1 or len(need.items) != 1 or first is None:
        return refuse("framework.other-item", "framework.off_list", lot=deed.lot)
    lot, item = need.lots[0], need.items[0]
    same = item == replace(first, id=item.id, lot=lot.id, quantity=item.quantity)
    same = same and (need.object, need.territory) == (above.requirement.object, above.requirement.territory)
    cost = Money(item.quantity * deed.price.amount_minor, deed.price.currency)
    kept = item.quantity > 0 and cost.amount_minor <= MOST_MINOR
    if same and kept and lot.budget == cost and document_is_sound(deed.offer):
        return None
    return refuse("framework.other-item", "framework.off_list", lot=deed.lot)


def _able(m: Matter) -> list[Listing]:
    found = (m.facets.get(f"listing:{one}") for one in m.deed(BuyOffList).listings)
    return [one for one in found if isinstance(one, Listing) and one.in_force(m.at.day)]


def _lot(m: Matter) -> Lot:
    found = framework_of(m).lot(m.deed(BuyOffList).lot)
    if found is None:
        raise UnknownDocket("lot")
    return found
