"""Purchases whose life-cycle cost is scored, shown or ranked, for tests that play or read one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import model_law
from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import Criterion, CriterionKind, EvaluationMethod
from daylight.core.acts.life_cycle_terms import Asked, LifeCycleTerms
from daylight.core.procedures.solicitation.life_cycle import proposed_terms
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.script import LOWEST_PRICE, SCORING, BidScript, CaseScript
from scripts import SCANNER, SMALL, yuan
from world import china

DAY = date(2026, 3, 2)
BOUNDS = {
    "energy": (1, 2000),
    "maintenance": (0, 1_000_00),
    "upgrade": (0, 2_000_00),
    "disposal": (0, 500_00),
}
UNITS = Fraction(100)


def computers(book=None, day: date = DAY) -> LifeCycleTerms:
    """A hundred computers: the usual values, a residual of a twentieth, bounds that bind."""
    group = (book or china()).product_group("computers", day)
    life = proposed_terms(group, day)
    bound = {"units": UNITS, "residual_share": Fraction(1, 20)}
    return replace(
        life,
        fixed=tuple(replace(one, value=bound.get(one.quantity, one.value)) for one in life.fixed),
        asked=tuple(Asked(one.quantity, *map(Fraction, BOUNDS[one.quantity])) for one in life.asked),
    )


def declared(energy: int, maintenance: int, **more: int) -> tuple[QuantityDeclared, ...]:
    """What a bidder declares: energy from its certificate, amounts as binding offers, in yuan."""
    said = {"energy": energy, "maintenance": maintenance * 100, "upgrade": 30_000, "disposal": 2_000, **more}
    return tuple(QuantityDeclared(name, Fraction(value), f"{name} 2026-17") for name, value in said.items())


PRICE, TECHNICAL, SERVICE, WARRANTY = SCORING.criteria
LIFE = Criterion("life", Text("全生命周期成本", "Life-cycle cost"), CriterionKind.LIFE_CYCLE, Fraction(20))
SCORED = replace(
    SCORING,
    criteria=(PRICE, LIFE, replace(TECHNICAL, points=TECHNICAL.points - 20), SERVICE, WARRANTY),
    life_cycle=computers(),
)
INFORMED = replace(LOWEST_PRICE, life_cycle=computers())


def asks(name: str, price: int, *quantities: QuantityDeclared) -> BidScript:
    """A bidder with its price in yuan and what it declares."""
    marks = (("technical", Fraction(10)),)
    return BidScript(Text(name, f"{name} Ltd"), (("1", price * 100),), marks, quantities=quantities)


def buying(terms) -> CaseScript:
    """A hundred computers, bought on terms."""
    lot = replace(
        SCANNER,
        title=Text("台式计算机", "Desktop computers"),
        item=Text("台式计算机", "desktop computer"),
        terms=terms,
        budget=yuan(700_000),
        bid_security=None,
        quantity=100,
    )
    return replace(SMALL, title=Text("计算机采购", "Purchase of computers"), lots=(lot,), bidders=THREE)


#: The dearest to buy is the cheapest to keep.
THREE = (
    asks("甲", 520_000, *declared(90, 20)),
    asks("乙", 500_000, *declared(260, 120)),
    asks("丙", 560_000, *declared(60, 5)),
)
COSTED = buying(SCORED)
SHOWN = buying(INFORMED)

RANKED_TERMS = replace(
    LOWEST_PRICE,
    method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST,
    low_price=None,
    life_cycle=computers(model_law.BOOK),
)
DESKTOPS = replace(
    model_law.DOLLARS,
    terms=RANKED_TERMS,
    budget=Money(9_000_000, "USD"),
    bid_security=None,
    quantity=100,
)


def _ranked(name: str, price: int, energy: int) -> BidScript:
    said = {"energy": energy, "maintenance": 1_000, "disposal": 500}
    quantities = tuple(QuantityDeclared(id, Fraction(value), "2026-17") for id, value in said.items())
    return BidScript(Text(name, name), (("1", price),), quantities=quantities)


RANKED = replace(
    model_law.TENDER,
    lots=(DESKTOPS,),
    bidders=(_ranked("Alpha", 6_000_000, 700), _ranked("Beta", 6_500_000, 90)),
)
