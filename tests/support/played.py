"""Cases played once for all tests that only read them: their acts, releases and notices."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import costed
import scripts
from daylight.core.values.text import Text
from daylight.practice.script import LOWEST_PRICE, BidScript
from world import TestWorld, found

PUMP = replace(
    scripts.SCANNER,
    id="2",
    title=Text("输液泵", "Infusion pumps"),
    budget=scripts.yuan(400_000),
    terms=LOWEST_PRICE,
    item=Text("输液泵", "infusion pump"),
    quantity=20,
    bid_security=None,
)
TWO_LOTS = replace(
    scripts.FULL,
    title=Text("医疗设备采购", "Purchase of medical equipment"),
    lots=(scripts.SCANNER, PUMP),
    bidders=(
        BidScript(Text("甲", "Jia Ltd"), (("1", 300_000_000), ("2", 38_000_050))),
        scripts.bidder("乙", 2_900_000, conduct="replaces", first_minor=310_000_000),
        scripts.bidder("丙", 2_950_000),
        scripts.bidder("丁", 2_800_000, conduct="withdraws"),
    ),
)
SCRIPTS = {"full": scripts.FULL, "small": scripts.SMALL, "two lots": TWO_LOTS, "with costs": costed.COSTED}


@cache
def world_of(name: str) -> TestWorld:
    """A world in which the script was played to its end."""
    world = found(sorted(SCRIPTS).index(name) + 1)
    scripts.to_contract(world, SCRIPTS[name])
    return world


def disclosed(name: str):
    """Kind, release and notice of every disclosure of a script, in order."""
    return [
        (draft.act.intent.kind, json.loads(one.release), json.loads(one.page))
        for draft in world_of(name).office.journal.drafts
        for one in draft.published
    ]


def releases(name: str):
    """The releases of a script, in order."""
    return [release for _, release, _ in disclosed(name)]
