"""Purchases made up from a seed: lots, methods, bidders and fates of every kind, played to their end."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from daylight.client.device import Capacity
from daylight.core.acts.award import CancelLot
from daylight.core.acts.bid_content import ItemDeclared
from daylight.core.acts.evaluation_terms import Policy, Preference
from daylight.core.dockets.case.case import the_lot
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.play import Played
from daylight.practice.script import LOWEST_PRICE, SCORING, BidScript, CaseScript, LotScript
from world import TestWorld, found

CONDUCTS = ("bids", "bids", "bids", "bids", "replaces", "withdraws", "late")
OFFERED = (
    Preference(
        "small", Fraction(15, 100), Text("小微企业价格扣除", "deduction for small firms"), Policy.SMALL_MICRO
    ),
    Preference(
        "domestic",
        Fraction(1, 5),
        Text("本国产品价格扣除", "deduction for domestic products"),
        Policy.DOMESTIC,
    ),
)
LARGE_MINOR = 10_000_000_00
GONE = Text("任务取消", "the task is gone")


def script_of(seed: int) -> CaseScript:
    """A purchase from a seed."""
    dice = Random(seed)
    lots = tuple(lot_of(str(number + 1), dice) for number in range(dice.choice((1, 1, 2, 3))))
    return CaseScript(
        title=Text(f"第 {seed} 号采购", f"Purchase number {seed}"),
        object=dice.choice(("goods", "services")),
        lots=lots,
        bidders=tuple(bidder_of(number, lots, dice) for number in range(dice.randint(0, 7))),
        territory=dice.choice(("CN-37", "CN-35", "CN")),
        enquiry=dice.choice(("", "可以分批交货吗？")),
        clarification=dice.choice((None, Text("补充参数", "parameters added"))),
        clarified_days_before=dice.randint(1, 20),
        bid_days=dice.randint(20, 40),
        agency=dice.random() < 0.7,
        threshold=dice.choice((2, 3, 4)),
        experts=6 if sum(lot.budget.amount_minor for lot in lots) >= LARGE_MINOR else 4,
    )


def lot_of(id: str, dice: Random) -> LotScript:
    """A lot on either method, some with a preference, some with a security."""
    budget = Money(dice.randint(100_000, 9_000_000) * 100, "CNY")
    terms = dice.choice((SCORING, LOWEST_PRICE))
    if dice.random() < 0.4:
        terms = replace(terms, preferences=OFFERED)
    security = budget.at_most(Fraction(2, 100)) if dice.random() < 0.5 else None
    quantity = dice.choice((1, 7, 20))
    return LotScript(
        id,
        Text(f"第{id}包", f"Lot {id}"),
        budget,
        terms,
        Text("标的", "item"),
        quantity,
        bid_security=security,
    )


def bidder_of(number: int, lots: tuple[LotScript, ...], dice: Random) -> BidScript:
    """A bidder for some of the lots; some prices repeat, some are too high or very low."""
    wanted = [lot for lot in lots if dice.random() < 0.8] or [lots[0]]
    share = dice.choice((40, 85, 90, 90, 95, 99, 103))
    prices = tuple((lot.id, lot.budget.amount_minor * share // 100) for lot in wanted)
    return BidScript(
        Text(f"供应商{number}", f"Supplier {number}"),
        prices,
        conduct=dice.choice(CONDUCTS),
        first_minor=prices[0][1] + 100,
        explains=dice.random() < 0.5,
        preferences=dice.choice(((), ("small",), ("small", "domestic"))),
        items=tuple(
            ItemDeclared(
                play.item_id(lot.id),
                f"供应商{number}",
                dice.choice(("small", "small", "medium")),
                Fraction(1),
                domestic=dice.random() < 0.7,
                cost_share=Fraction(1),
            )
            for lot in wanted
        ),
        conforms=None if dice.random() < 0.9 else Text("缺少检测报告", "no test report"),
    )


def played_case(seed: int) -> tuple[TestWorld, Played]:
    """A world in which the purchase of a seed was played to whatever end it finds."""
    world = of_many_employers(found(seed))
    script, dice = script_of(seed), Random(-seed)
    played = play.plan(world.stage, world.town, script)
    play.solicit(world.stage, world.town, played)
    play.obtain_all(world.stage, played)
    if played.bidders or not script.enquiry:
        play.ask_and_clarify(world.stage, world.town, played)
    play.bid_all(world.stage, world.town, played)
    cancel_some(world, played, dice)
    open_what_can_be(world, played)
    for lot in script.lots:
        finish(world, played, lot.id, dice)
    return world, played


def of_many_employers(world: TestWorld) -> TestWorld:
    """Every expert has an employer of his own, as some provinces ask."""
    experts = tuple(
        replace(one, capacity=Capacity(f"org-{place}", "")) for place, one in enumerate(world.town.experts)
    )
    return replace(world, town=replace(world.town, experts=experts))


def stage_of(world: TestWorld, played: Played, lot: str) -> str:
    return the_lot(world.stage.case(played.case, world.town.buyer), lot).stage


def cancel_some(world: TestWorld, played: Played, dice: Random) -> None:
    for lot in played.script.lots:
        if dice.random() < 0.1:
            world.stage.confirms(world.town.buyer, CancelLot(lot.id, GONE), played.case)


def open_what_can_be(world: TestWorld, played: Played) -> None:
    """Lots with too few bidders fail; the others are opened."""
    index = world.office.views.index(played.case).state
    standing = [file.standing for file in index.files if file.standing]
    for lot in played.script.lots:
        count = sum(any(e.lot == lot.id for e in one.envelopes) for one in standing)
        if stage_of(world, played, lot.id) == "tendered" and count < 3:
            judging.fail(world.stage, world.town, played, lot.id)
    if any(stage_of(world, played, lot.id) == "tendered" for lot in played.script.lots):
        play.open_all(world.stage, world.town, played)
        judging.form_committee(world.stage, world.town, played)


def finish(world: TestWorld, played: Played, lot: str, dice: Random) -> None:
    if stage_of(world, played, lot) != "opened":
        return
    judging.evaluate_lot(world.stage, world.town, played, lot)
    if stage_of(world, played, lot) != "evaluated" or dice.random() < 0.1:
        return
    judging.award(world.stage, world.town, played, lot)
    if dice.random() < 0.8:
        judging.contract(world.stage, world.town, played, lot)
