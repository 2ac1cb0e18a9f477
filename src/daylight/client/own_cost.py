"""The bidder's form of the life-cycle cost: what is asked, what is missing, and the own cost before sealing.

The figure is computed by the very function that evaluates bids. Shown by ``tests/client/test_own_cost.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.client.bidder import Offer
from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.life_cycle_terms import Asked, LifeCycleTerms, not_declared
from daylight.core.acts.solicitation import LotTerms
from daylight.core.evaluation.life_cycle import LifeCycleCost, life_cycle_cost
from daylight.core.evaluation.scoring import life_cycle_shown
from daylight.core.rulebook.life_cycle import Quantity


@dataclass(frozen=True)
class FormLine:
    """A quantity the bidder declares, its bounds, what it wrote, and whether that can stand."""

    quantity: Quantity
    asked: Asked
    declared: QuantityDeclared | None
    sound: bool


@dataclass(frozen=True)
class OwnCost:
    """The form of a lot filled in; the cost once nothing is missing.

    Where it ``counts``, a bid with something missing does not conform.
    """

    lot: str
    currency: str
    counts: bool
    life: LifeCycleTerms
    lines: tuple[FormLine, ...]
    missing: tuple[str, ...]
    cost: LifeCycleCost | None
    shown_minor: int | None


def own_cost(terms: LotTerms, offer: Offer) -> OwnCost | None:
    """What an offer would cost over its life; nothing where the lot does not ask."""
    life = terms.evaluation.life_cycle
    if life is None:
        return None
    declared = {one.quantity: one for one in offer.declaration.quantities}
    missing = tuple(dict.fromkeys(not_declared(life, offer.declaration.quantities)))
    total = offer.price.total
    cost = None if missing else life_cycle_cost(life, offer.declaration.quantities, total.amount_minor)
    named = {one.id: one for one in life.quantities}
    return OwnCost(
        offer.lot,
        total.currency,
        terms.evaluation.counts_life_cycle,
        life,
        tuple(
            FormLine(named[one.quantity], one, declared.get(one.quantity), one.quantity not in missing)
            for one in life.asked
        ),
        missing,
        cost,
        life_cycle_shown(terms.evaluation, cost.total) if cost else None,
    )
