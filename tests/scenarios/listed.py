"""Framework agreements played stage by stage, and what tests look at there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from daylight.core.acts.framework import FrameworkTerms, Quota
from daylight.core.dockets.listing import Listing
from daylight.core.values.text import Text
from daylight.practice import framework, judging
from daylight.practice.play import Played
from daylight.practice.script import LOWEST_PRICE, SCORING, MethodScript
from scenarios.bought import PLAIN, lot, to_response
from scripts import bidder
from world import TestWorld

LOT = "1"
UNTIL = date(2026, 12, 31)
TEN = Quota(10)
TERMS = FrameworkTerms(Fraction(1, 5), ("direct",))
PAPER = MethodScript(
    "framework_agreement",
    ("catalogue_small_repeated",),
    Text("复印纸小额零星、多频次采购", "copying paper is bought often and little at a time"),
    framework=TERMS,
)


def called_for(suppliers: int, **chosen):
    """A call for a framework of goods that so many suppliers answer, the first the dearest."""
    return replace(
        PLAIN,
        bid_days=25,
        lots=lot(LOWEST_PRICE, 500),
        bidders=tuple(bidder(f"供{n}", 400 - n) for n in range(suppliers)),
        chosen=replace(PAPER, **chosen),
    )


FIVE = called_for(5)
SERVICES = replace(
    called_for(5, framework=replace(TERMS, ways=("direct", "rotation")), category="C23"), object="services"
)
BY_MARKS = replace(
    SCORING,
    criteria=tuple(
        replace(one, points=points)
        for one, points in zip(SCORING.criteria[1:], (Fraction(60), Fraction(25), Fraction(15)), strict=True)
    ),
    price_fixed=True,
)
QUALITY = replace(
    called_for(
        5,
        facts=("catalogue_small_repeated", "state_priced"),
        framework=replace(TERMS, elimination=Fraction(2, 5)),
    ),
    lots=lot(BY_MARKS, 500),
)


def ranked(made: TestWorld, script) -> Played:
    """The ranking stands."""
    played = to_response(made, script)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    return played


def listed(made: TestWorld, script) -> Played:
    """The list is published."""
    played = ranked(made, script)
    framework.list_suppliers(made.stage, made.town, played, LOT)
    return played


def opened(made: TestWorld, script) -> Played:
    """All agreements are signed, ten units each, and purchasers may call off."""
    played = listed(made, script)
    framework.sign_and_open(made.stage, made.town, played, LOT, until=UNTIL, quota=TEN)
    return played


def listings(made: TestWorld, played: Played) -> list[Listing]:
    """The listings of a framework, in the order of the list."""
    links = made.office.journal.links(f"listings:{played.case}")
    found = [made.office.views.of(one, fresh=True).state for one in {link.docket for link in links}]
    order = made.stage.case(played.case, made.town.buyer).lots[0].listing.listed
    return sorted(found, key=lambda one: order.index(one.agreed.bid))


def supplier_of(played: Played, listing: Listing):
    """Who stands on the list."""
    return played.bidders[listing.agreed.bid][1]
