"""A tender under the Model Law, for tests that play one."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.values.money import Money
from daylight.practice.script import SCORING
from daylight.store.countries import country_folder, load_rulebook
from scripts import SCANNER, SMALL, bidder
from world import TestWorld, found

BOOK = load_rulebook(country_folder("daylight_un"))
DOLLARS = replace(
    SCANNER, budget=Money(50_000_000, "USD"), bid_security=Money(1_000_000, "USD"),
    terms=replace(SCORING, low_price=None),
)  # fmt: skip
TENDER = replace(
    SMALL,
    lots=(DOLLARS,),
    territory="UN-north",
    agency=False,
    bid_days=30,
    bidders=(bidder("Alpha", 450_000), bidder("Beta", 440_000)),
)


def begun() -> TestWorld:
    """A world in a province of the practice state."""
    return found(book=BOOK, territory="UN-north")
