"""Purchases played to committee, reviews, evaluation and award, and what tests look at there."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from unittest.mock import patch

import pytest

from daylight.core.acts.award import LoserNotice
from daylight.core.acts.common import Document
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.evaluation import (
    AskAboutLowPrice,
    ConcludeEvaluation,
    Mark,
    PrepareDraw,
    ReviewQualification,
)
from daylight.core.acts.intent import SignedIntent, signed_bytes
from daylight.core.procedures.award.debriefing import debriefed
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.script import LOWEST_PRICE
from scenarios.asking import case_of, codes
from scripts import SCANNER, SMALL, bidder, to_opening

FINE = Text("可以", "fine")


PAPER = Document("文件", "文件", "0" * 64, 1)


LOT = "1"


def with_bids(lot, *bids):
    """The lot with these bids."""
    return replace(lot, evaluation=replace(lot.evaluation, bids=bids))


def formed(made, script):
    played = to_opening(made, script)
    judging.form_committee(made.stage, made.town, played)
    return played


def reviewed(made, script):
    played = formed(made, script)
    judging.review(made.stage, made.town, played, LOT)
    return played


def evaluated(made, script):
    played = formed(made, script)
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    return played


def awarded(made, script):
    played = evaluated(made, script)
    judging.award(made.stage, made.town, played, LOT)
    return played


def lot_of(made, played):
    return case_of(made, played).lots[0]


def chair(made, played):
    return judging.chair_of(made.stage, made.town, played)


def committee(made, played):
    """The deed that formed the committee, drawn for this case."""
    judging.form_committee(made.stage, made.town, played)
    return made.acts[-1].intent.deed


@pytest.fixture
def opened(at):
    return at(to_opening)


def reformed(at, change):
    made, played = at(to_opening)
    deed = committee(made, played)
    fresh, again = at(to_opening)
    prepared_alike(made, fresh)
    return codes(fresh, fresh.town.agent, change(deed), again.case)


def prepared_alike(made, fresh):
    """Prepare in a copy of a world the very draw that was prepared in it, signature and all."""
    act = next(act for act in reversed(made.acts) if isinstance(act.intent.deed, PrepareDraw))
    fresh.office.perform(signed_bytes(SignedIntent(act.intent, act.signature)))


def miswritten(made, script):
    """The committee is formed; every bid writes a fen less in words than in figures."""
    offer_of = play.offer_of

    def wrong(*given):
        offer = offer_of(*given)
        price = offer.price
        return replace(offer, price=replace(price, words_total_minor=price.total.amount_minor - 1))

    with patch.object(play, "offer_of", wrong):
        return formed(made, script)


def low(price, **more):
    return replace(SMALL, bidders=(*SMALL.bidders, bidder("低", price, **more)))


LOW = low(1_000_000)


def questioned(made, script):
    played = reviewed(made, script)
    cheap = min(lot_of(made, played).evaluation.bids, key=lambda bid: bid.price_minor).bid
    deed = AskAboutLowPrice(LOT, cheap, ("mean", "second_lowest", "ceiling"), FINE)
    made.stage.acts(chair(made, played), deed, played.case)
    return played


def cheapest(made, played):
    bid = min(lot_of(made, played).evaluation.bids, key=lambda bid: bid.price_minor).bid
    return bid, played.bidders[bid][1]


def conclude(made, played, **changes):
    """The attempt to conclude, whatever stands in the way of computing it."""
    lot = lot_of(made, played)
    deed = ConcludeEvaluation(LOT, "0" * 64, tuple(bid.bid for bid in lot.evaluation.valid_bids), FINE)
    return codes(made, chair(made, played), replace(deed, **changes), played.case, confirms=True)


def corrected(made, script):
    """Evaluated, after the sum each bid writes in words was found to stand."""
    played = miswritten(made, script)
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    return played


def marks(**points):
    given = {"technical": 30, "service": 10, "warranty": 8} | points
    return tuple(Mark(name, Fraction(value)) for name, value in given.items())


LOWEST = replace(SMALL, lots=(replace(SCANNER, terms=LOWEST_PRICE),))


TIED = replace(LOWEST, bidders=(bidder("甲", 3_000_000), bidder("乙", 3_000_000), bidder("丙", 3_100_000)))


OVERPRICED = replace(SMALL, bidders=(*SMALL.bidders[:2], bidder("高", 3_300_000)))


def told(made, played, bids):
    """What bidders who did not win are told, each with its own points and rank."""
    case = case_of(made, played)
    return tuple(debriefed(case, case.lots[0], LoserNotice(bid, FINE)) for bid in bids)


def signing(made, played, **changes):
    lot = lot_of(made, played)
    winner = next(bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    deed = SignContract(LOT, winner.price.total, None, date(2026, 12, 31), PAPER)
    return replace(deed, **changes), played.bidders[lot.award.winner][1]


TWO_LOTS = replace(
    SMALL,
    lots=(SCANNER, replace(SCANNER, id="2", title=Text("监护仪", "Monitors"))),
    bidders=tuple(replace(bid, prices=(("1", 300_000_000 - n), ("2", 290_000_000 + n)))
                  for n, bid in enumerate(SMALL.bidders)),
)  # fmt: skip


def qualify(made, played, bid, passed):
    return codes(made, made.town.agent, ReviewQualification(LOT, bid, passed, FINE), played.case)
