"""Conditions of life-cycle cost: a method everybody knows beforehand, and quantities somebody answers for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.acts.life_cycle_terms import Asked, Fixed, LifeCycleTerms, not_declared
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.dockets.case.case import Lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.procedures.matter import Matter
from daylight.core.rulebook.life_cycle import DISCOUNT, YEARS, ProductGroup, intervals, needed_by
from daylight.core.values.fact import Spelled, this
from daylight.core.values.refusal import Refusal, refuse

WIDE = Fraction(10**9)


def life_cycle_follows_its_group(m: Matter) -> Refusal | None:
    """The costs are those of a group of products in use that day; what is optional may be left out."""
    for terms in m.deed(IssueSolicitation).lots:
        life = terms.evaluation.life_cycle
        if life is None:
            continue
        group = m.book.product_group(life.group, m.at.day)
        if group is None:
            return refuse(
                "solicitation.life-cycle-unknown",
                "solicitation.criteria_stated",
                lot=terms.lot,
                group=life.group,
            )
        if not _is_made_up_as(life, group):
            return refuse(
                "solicitation.life-cycle-differs",
                "scoring.life_cycle",
                lot=terms.lot,
                group=Spelled(group.name, group.id),
            )
    return None


def price_is_adjusted_as_law_admits(m: Matter) -> Refusal | None:
    """Where law adjusts a price for arithmetic and policy only, no cost over the life ranks bids."""
    if not m.law.cites("evaluation.price_adjustments"):
        return None
    for terms in m.deed(IssueSolicitation).lots:
        if terms.evaluation.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST:
            return refuse("solicitation.life-cycle-ranks", "evaluation.price_adjustments", lot=terms.lot)
    return None


def quantities_are_declared_where_they_count(m: Matter) -> Refusal | None:
    """A bid conforms only with every quantity its life-cycle cost is computed from."""
    evaluation = m.lot.terms.evaluation if m.lot.terms else None
    if evaluation is None or not evaluation.counts_life_cycle or not m.deed(ReviewConformity).passed:
        return None
    for name in _lacking(m.lot, m.bid):
        return refuse(
            "evaluation.quantity-missing",
            "scoring.life_cycle",
            bid=this(m.bid.bid),
            quantity=_quantity(m.lot, name),
        )
    return None


def proposed_terms(group: ProductGroup, day: date) -> LifeCycleTerms:
    """Terms to begin with: the whole group, its usual values of a day, one where it has none, wide bounds."""

    def usual(of: str) -> Fraction:
        found = group.proposed(of, day)
        return found.value if found else Fraction(1)

    return LifeCycleTerms(
        group.id,
        group.quantities,
        group.lines,
        years=int(usual(YEARS)),
        discount=usual(DISCOUNT),
        rates="real",
        fixed=tuple(Fixed(one.id, usual(one.id)) for one in group.quantities if one.by == "documents"),
        asked=tuple(
            Asked(one.id, Fraction(int(one.id in intervals(group.lines))), WIDE)
            for one in group.quantities
            if one.by == "bidder"
        ),
    )


def quantities_of(lot: Lot, bid: LotBid) -> tuple[QuantityDeclared, ...]:
    """What a bid declares for its life-cycle cost; nothing where nothing can be computed with it."""
    life = lot.terms.evaluation.life_cycle if lot.terms else None
    return bid.declaration.quantities if life and not _lacking(lot, bid) else ()


def _quantity(lot: Lot, id: str) -> Spelled:
    life = lot.terms.evaluation.life_cycle if lot.terms else None
    return Spelled(next((one.name for one in (life.quantities if life else ()) if one.id == id), id), id)


def _lacking(lot: Lot, bid: LotBid) -> tuple[str, ...]:
    life = lot.terms.evaluation.life_cycle if lot.terms else None
    return tuple(not_declared(life, bid.declaration.quantities)) if life else ()


def _is_made_up_as(life: LifeCycleTerms, group: ProductGroup) -> bool:
    lines = tuple(line for line in group.lines if line in life.lines)
    needed = needed_by(lines)
    wanted = tuple(one for one in group.quantities if one.id in needed)
    left_out = [line for line in group.lines if line not in lines]
    return (life.lines, life.quantities) == (lines, wanted) and all(line.optional for line in left_out)
