"""Scripts of purchases that tests play."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.play import Played
from daylight.practice.script import SCORING, BidScript, CaseScript, LotScript
from world import TestWorld


def yuan(amount: int) -> Money:
    return Money(amount * 100, "CNY")


def bidder(name: str, price: int, **more) -> BidScript:
    return BidScript(Text(name, f"{name} Ltd"), (("1", price * 100),), **more)


SCANNER = LotScript(
    "1", Text("CT 机", "CT scanner"), yuan(3_200_000), SCORING, Text("CT 机一台", "one CT scanner"),
    bid_security=yuan(64_000),
)  # fmt: skip

FULL = CaseScript(
    title=Text("CT 机采购", "Purchase of a CT scanner"),
    object="goods",
    lots=(SCANNER,),
    bidders=(
        bidder("甲", 3_000_000, marks=(("technical", Fraction(30)),)),
        bidder("乙", 2_900_000),
        bidder("丙", 1_400_000, explains=False),
        bidder("丁", 2_950_000, conduct="replaces", first_minor=311_111_100),
        bidder("戊", 3_100_000),
        bidder("己", 2_800_000, conduct="withdraws"),
        bidder("庚", 2_700_000, conduct="late"),
    ),
    territory="CN-37",
    enquiry="可以分期付款吗？",
    clarification=Text("技术参数澄清", "technical parameters clarified"),
)

SMALL = replace(
    FULL,
    bidders=(bidder("甲", 3_000_000), bidder("乙", 2_900_000), bidder("丙", 2_950_000)),
    enquiry="",
    clarification=None,
)


def to_issue(world: TestWorld, script: CaseScript = SMALL) -> Played:
    played = play.plan(world.stage, world.town, script)
    play.solicit(world.stage, world.town, played)
    return played


def to_bids(world: TestWorld, script: CaseScript = SMALL) -> Played:
    played = to_issue(world, script)
    play.obtain_all(world.stage, played)
    play.ask_and_clarify(world.stage, world.town, played)
    play.bid_all(world.stage, world.town, played)
    return played


def to_opening(world: TestWorld, script: CaseScript = SMALL) -> Played:
    played = to_bids(world, script)
    play.open_all(world.stage, world.town, played)
    return played


def to_contract(world: TestWorld, script: CaseScript = SMALL) -> Played:
    played = to_opening(world, script)
    judging.form_committee(world.stage, world.town, played)
    for lot in script.lots:
        judging.evaluate_lot(world.stage, world.town, played, lot.id)
        if world.stage.case(played.case, world.town.buyer).lot(lot.id).stage == "evaluated":
            judging.award(world.stage, world.town, played, lot.id)
            judging.contract(world.stage, world.town, played, lot.id)
    return played
