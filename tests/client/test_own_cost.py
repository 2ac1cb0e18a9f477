"""A bidder sees its own life-cycle cost before it seals: the very figure the evaluation will give."""

from dataclasses import replace
from fractions import Fraction

import costed
from daylight.client.bidder import Offer
from daylight.client.own_cost import own_cost
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.scoring import life_cycle_shown
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.practice.play import offer_of, terms_of
from scenarios.asking import case_of
from scenarios.judged import evaluated
from world import found

LOT = terms_of(costed.COSTED.lots[0])


def offered(quantities, terms=LOT):
    offer = offer_of(costed.COSTED, costed.THREE[0], "1", 52_000_000)
    return own_cost(terms, replace(offer, declaration=replace(offer.declaration, quantities=quantities)))


def test_the_own_cost_is_the_one_evaluated_after_the_opening():
    made = found()
    played = evaluated(made, costed.COSTED)
    lot = case_of(made, played).lot("1")
    result = evaluate(evaluation_inputs(case_of(made, played), lot))
    for bid in lot.evaluation.bids:
        script, party = played.bidders[bid.bid]
        offer: Offer = offer_of(played.script, script, "1", script.prices[0][1], party.organisation)
        own = own_cost(lot.terms, offer)
        assert own.cost.total == result.line(bid.bid).life_cycle
        assert own.shown_minor == life_cycle_shown(lot.terms.evaluation, own.cost.total)


def test_the_form_names_what_is_missing_and_gives_no_figure():
    own = offered(costed.declared(90, 20)[1:])
    assert (own.missing, own.cost, own.shown_minor, own.counts) == (("energy",), None, None, True)
    assert [(line.quantity.id, line.sound) for line in own.lines] == [
        ("energy", False),
        ("maintenance", True),
        ("upgrade", True),
        ("disposal", True),
    ]
    assert own.lines[0].declared is None
    assert (own.lines[0].asked.low, own.lines[0].asked.high) == (1, 2000)


def test_the_figure_is_rounded_once_as_the_documents_say():
    own = offered(costed.declared(90, 20))
    assert own.missing == ()
    assert abs(own.cost.total - own.shown_minor) <= Fraction(1, 2)


def test_a_lot_that_asks_nothing_has_no_form():
    assert offered((), replace(LOT, evaluation=costed.LOWEST_PRICE)) is None
