"""Purchases that stand at the limits of the law after their opening: claims, results, securities, lists.

``limits.py`` has them in its table with all others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from daylight.core.acts.award import CancelLot
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.framework import LeftOut
from daylight.core.values.money import Money
from daylight.practice import closing, competition, framework, judging
from scenarios import listed
from scenarios.competing import COMPETING, SINGLE, parties
from scenarios.judged import FINE, LOT, PAPER, awarded, evaluated, formed, lot_of
from scripts import SMALL


def a_tenth_secured(made):
    """The performance security is exactly a tenth of the contract."""
    played = awarded(made, SMALL)
    lot_here = lot_of(made, played)
    winner = next(one for one in lot_here.evaluation.bids if one.bid == lot_here.award.winner)
    tenth = Money(winner.price.total.amount_minor // 10, "CNY")
    until = made.clock.now().day + timedelta(days=90)
    deed = SignContract(LOT, winner.price.total, tenth, until, PAPER)
    made.stage.confirms(made.town.buyer, deed, played.case)


def own_evaluation(made):
    """A purchaser without an agency is to confirm."""
    evaluated(made, replace(SMALL, agency=False))


def ended_after_the_opening(made):
    """Every security is owed back, because the task is gone."""
    played = formed(made, SMALL)
    made.stage.confirms(made.town.buyer, CancelLot(LOT, FINE), played.case)


def refunded_ten_days_late(made):
    """At 3.65 per cent and a fifth more, 64,000 yuan bear 76.80 yuan in ten days, to the fen."""
    played = awarded(made, SMALL)
    clocks = made.stage.case(played.case, made.town.buyer).clocks
    last = next(one.latest for one in clocks if one.id == "security.refund_losers")
    made.clock.move_to(made.clock.now().on_day(last + timedelta(days=10)))
    loser = lot_of(made, played).evaluation.ranking[-1]
    closing.refund(made.stage, made.town, played, loser, LOT, late=closing.Late(Fraction("0.0365"), 7680))


def judged_claims(made, script):
    """Every claim is judged, and the evaluation concluded."""
    played = formed(made, script)
    judging.evaluate_lot(made.stage, made.town, played, LOT)


def framed(script):
    """A framework to its listings."""
    return lambda made: listed.opened(made, script)


def longest(script, years):
    """Agreements that end on the last lawful day."""

    def played_so(made):
        played = listed.listed(made, script)
        today = made.clock.now().day
        until = today.replace(year=today.year + years)
        framework.sign_and_open(made.stage, made.town, played, LOT, until=until, quota=listed.TEN)

    return played_so


def one_of_two(made):
    """Two of a list are invited to compete, and one of them offers."""
    above = listed.opened(made, COMPETING)
    stand = listed.listings(made, above)
    out = tuple(LeftOut(one.id, FINE) for one in stand[2:])
    contest = replace(SINGLE, left_out=out)
    played = competition.open_competition(made.stage, made.town, above, stand, contest)
    competition.offer_all(made.stage, made.town, played, parties(above), contest)
    competition.judge(made.stage, made.town, played)
