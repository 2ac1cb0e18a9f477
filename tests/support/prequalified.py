"""Purchases that begin with a prequalification, for tests that play one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.values.text import Text
from daylight.practice import methods, play, prequalifying
from daylight.practice.play import Played
from daylight.practice.prequalifying import Applied
from daylight.practice.script import CaseScript, MethodScript
from scripts import SMALL, bidder
from world import TestWorld

UNFIT = Text("没有医疗器械经营许可", "no licence to trade in medical devices")
FIVE = replace(
    SMALL,
    bidders=(
        bidder("甲", 3_000_000),
        bidder("乙", 2_900_000),
        bidder("丙", 2_950_000),
        bidder("丁", 2_980_000),
        bidder("戊", 2_700_000, unqualified=UNFIT),
    ),
)
TWO_PASS = replace(FIVE, bidders=tuple(
    replace(one, unqualified=UNFIT if place > 1 else None) for place, one in enumerate(FIVE.bidders)
))  # fmt: skip
INVITED = replace(
    FIVE,
    chosen=MethodScript(
        "invited_tendering", ("limited_range",), Text("只有少数供应商具备资质", "few suppliers are able to")
    ),
)


@dataclass
class Qualifying:
    """A purchase with those who applied."""

    played: Played
    applied: Applied


def to_eve(world: TestWorld, script: CaseScript = FIVE) -> Played:
    """Everything before the notice."""
    played = play.plan(world.stage, world.town, script)
    if script.chosen:
        methods.choose(world.stage, world.town, played)
        case = world.stage.case(played.case, world.town.buyer)
        if case.planning.choice and not case.planning.choice.approved:
            methods.approve(world.stage, world.town, played)
    return played


def to_applications(world: TestWorld, script: CaseScript = FIVE, invited: int = 0) -> Qualifying:
    """The notice and every application, at the deadline for applying."""
    played = to_eve(world, script)
    prequalifying.call(world.stage, world.town, played, invited or (3 if script.chosen else 0))
    return Qualifying(played, prequalifying.apply_all(world.stage, world.town, played))


def to_review(world: TestWorld, script: CaseScript = FIVE) -> Qualifying:
    """Every application opened and reviewed."""
    found = to_applications(world, script)
    prequalifying.open_and_review(world.stage, world.town, found.played)
    return found


def to_told(world: TestWorld, script: CaseScript = FIVE) -> Qualifying:
    """The conclusion, and every applicant told."""
    found = to_review(world, script)
    prequalifying.conclude(world.stage, world.town, found.played)
    prequalifying.tell_all(world.stage, world.town, found.played)
    return found


def to_solicited(world: TestWorld, script: CaseScript = FIVE) -> Qualifying:
    """The solicitation goes to those who passed, and they obtain the documents."""
    found = to_told(world, script)
    deed = replace(play.solicitation_of(world.stage, found.played), prequalified=True)
    world.stage.confirms(play.host(world.town, found.played), deed, found.played.case)
    prequalifying.obtain_admitted(world.stage, world.town, found.played, found.applied)
    return found


def to_opened(world: TestWorld, script: CaseScript = FIVE) -> Qualifying:
    """Their bids are open."""
    found = to_solicited(world, script)
    play.bid_all(world.stage, world.town, found.played)
    play.open_all(world.stage, world.town, found.played)
    return found


def to_contract(world: TestWorld, script: CaseScript = FIVE) -> Qualifying:
    """From the need to the contract."""
    found = to_opened(world, script)
    methods.judge_and_contract(world.stage, world.town, found.played)
    return found
