"""Second competitions played stage by stage, and what tests look at there."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.values.text import Text
from daylight.practice import competition
from daylight.practice.competition import Contest
from daylight.practice.play import Played
from scenarios.listed import FIVE, TERMS, listings, opened
from world import TestWorld

COMPETING = replace(
    FIVE, chosen=replace(FIVE.chosen, framework=replace(TERMS, ways=("direct", "competition")))
)
PAPER = Text("复印纸八箱", "eight boxes of paper")
OFFERS = (("供4", 39_500), ("供3", 39_600), ("供2", 39_400), ("供1", 39_900))
CONTEST = Contest(PAPER, 8, OFFERS)
OVER = replace(CONTEST, offers=(("供4", 39_601), ("供3", 39_700), ("供1", 39_900)))
EQUAL = replace(CONTEST, offers=(("供3", 39_400), ("供2", 39_400)))
SINGLE = replace(CONTEST, offers=OFFERS[:1])
NOBODY = replace(CONTEST, offers=())


def parties(played: Played):
    """The suppliers of a framework by their names."""
    return {script.name.zh: party for script, party in played.bidders.values()}


def calling(made: TestWorld, contest: Contest = CONTEST) -> tuple[Played, Played]:
    """The framework, and a competition in which everybody invited is called to offer."""
    above = opened(made, COMPETING)
    stand = listings(made, above)
    return above, competition.open_competition(made.stage, made.town, above, stand, contest)


def offered(made: TestWorld, contest: Contest = CONTEST) -> tuple[Played, Played]:
    """Offers are open."""
    above, played = calling(made, contest)
    competition.offer_all(made.stage, made.town, played, parties(above), contest)
    return above, played


def ranked(made: TestWorld, contest: Contest = CONTEST) -> tuple[Played, Played]:
    """The ranking stands."""
    above, played = offered(made, contest)
    competition.judge(made.stage, made.town, played)
    return above, played


def won(made: TestWorld, contest: Contest = CONTEST) -> tuple[Played, Played]:
    """The quota of the first is drawn, and it is awarded."""
    above, played = ranked(made, contest)
    competition.draw_and_award(made.stage, made.town, played)
    return above, played
