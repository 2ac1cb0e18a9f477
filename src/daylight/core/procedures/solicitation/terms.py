"""Conditions of what the documents leave open: ties, explanations, core products, sums of money."""

from __future__ import annotations

from daylight.core.acts.evaluation_terms import TieBreak
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.procedures.matter import Matter
from daylight.core.values.refusal import Refusal, refuse

DAY_MINUTES = 24 * 60


def explanations_end_while_bids_hold(m: Matter) -> Refusal | None:
    """Nobody explains a price that no longer binds."""
    deed = m.deed(IssueSolicitation)
    if deed.explanation_minutes <= deed.bid_validity_days * DAY_MINUTES:
        return None
    return refuse(
        "solicitation.explanation-too-long", "low_price.explanation", given=deed.explanation_minutes
    )


def ties_end_in_the_draw(m: Matter) -> Refusal | None:
    """What the documents leave level, chance decides."""
    for terms in m.deed(IssueSolicitation).lots:
        if terms.evaluation.tie_breaks[-1:] != (TieBreak.DRAW,):
            return refuse("solicitation.tie-without-draw", "evaluation.tie", lot=terms.lot)
    return None


def core_product_is_an_item(m: Matter) -> Refusal | None:
    """The core product, by whose brand bids count as one, is an item of its lot."""
    for terms in m.deed(IssueSolicitation).lots:
        items = {item.id for item in m.case.items if item.lot == terms.lot}
        if terms.core_item and terms.core_item not in items:
            return refuse(
                "solicitation.core-item-unknown",
                "evaluation.ranking",
                lot=terms.lot,
                item=m.item_named(terms.core_item),
            )
    return None


def enough_candidates_are_recommended(m: Matter) -> Refusal | None:
    """Where law says how many candidates are recommended at least, the documents ask for no fewer."""
    asked = "award.candidates.minimum"
    if m.law.maybe(asked) is None:
        return None
    least = m.law.whole(asked).value
    for terms in m.deed(IssueSolicitation).lots:
        if terms.candidates < least:
            return refuse(
                "solicitation.too-few-candidates", asked, lot=terms.lot, found=terms.candidates, least=least
            )
    return None


def amounts_are_in_one_currency(m: Matter) -> Refusal | None:
    """Securities and minimum prices are sums above zero, in the money of the budget."""
    role = "bidding.ceiling"
    for terms in m.deed(IssueSolicitation).lots:
        named = [one for one in (terms.bid_security, terms.floor) if one]
        if any(one.currency != terms.ceiling.currency for one in named):
            return refuse("solicitation.currencies-differ", role, lot=terms.lot)
        if any(one.amount_minor <= 0 for one in named):
            return refuse("solicitation.amount-not-above-zero", role, lot=terms.lot)
        if terms.floor and terms.floor > terms.ceiling:
            return refuse("solicitation.floor-above-ceiling", role, lot=terms.lot)
    return None
