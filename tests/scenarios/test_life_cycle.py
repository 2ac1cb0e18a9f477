"""Life-cycle cost in a purchase: stated beforehand, declared under seal, scored, shown, or refused."""

from dataclasses import replace
from fractions import Fraction

import pytest

import costed
import model_law
from bundles import bundle
from daylight.client.session import Refused
from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play
from daylight.practice.script import LOWEST_PRICE, MethodScript
from daylight.verifier.verify import verify
from known import KNOWN
from scenarios.asking import case_of, codes
from scenarios.bought import CONSULTED, to_response, verdicts
from scenarios.judged import FINE, LOT, chair, formed, lot_of, qualify
from scripts import to_contract
from world import found


def issued(script, book=None, begin="2026-03-02T09:00:00+08:00", territory="CN-37"):
    """What the law says to the solicitation of a script."""
    made = found(book=book, begin=begin, territory=territory)
    played = play.plan(made.stage, made.town, script)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    return codes(made, play.host(made.town, played), deed, played.case, confirms=True)


def asking(**changes):
    """The purchase with other terms of its life-cycle cost."""
    return costed.buying(replace(costed.SCORED, life_cycle=replace(costed.SCORED.life_cycle, **changes)))


def winner_of(made, played):
    lot = lot_of(made, played)
    return played.bidders[lot.award.winner][0].name.zh


def test_the_dearest_to_buy_wins_because_it_is_the_cheapest_to_keep():
    """A hundred computers for six years: 甲 costs less over its life than 乙, who asks less for it."""
    made = found()
    played = to_contract(made, costed.COSTED)
    result = evaluate(evaluation_inputs(case_of(made, played), lot_of(made, played)))
    costs = {played.bidders[one.bid][0].name.zh: one.life_cycle for one in result.bids}
    prices = {played.bidders[one.bid][0].name.zh: one.price.amount_minor for one in result.bids}
    assert sorted(prices, key=prices.get) == ["乙", "甲", "丙"]
    assert sorted(costs, key=costs.get) == ["甲", "丙", "乙"]
    assert winner_of(made, played) == "甲"
    for scope in ("public", "auditor"):
        assert verify(bundle(made, played.case, scope=scope), KNOWN).exit_code == 0


def test_as_information_the_cost_is_shown_and_the_lowest_price_wins():
    made = found()
    silent = replace(costed.SHOWN, bidders=(replace(costed.THREE[0], quantities=()), *costed.THREE[1:]))
    played = to_contract(made, silent)
    result = evaluate(evaluation_inputs(case_of(made, played), lot_of(made, played)))
    assert winner_of(made, played) == "乙"
    assert sorted(one.life_cycle is None for one in result.bids) == [False, False, True]
    assert verify(bundle(made, played.case), KNOWN).exit_code == 0


def test_a_lawful_solicitation_states_method_and_data():
    assert issued(costed.COSTED) == []
    assert issued(costed.SHOWN) == []


@pytest.mark.parametrize(
    ("begin", "told"),
    [("2025-12-31T09:00:00+08:00", ["solicitation.life-cycle-unknown"]), ("2026-01-01T09:00:00+08:00", [])],
)
def test_a_group_is_known_from_the_day_the_notice_is_in_force(begin, told):
    """The intention is out for a month and a day: one is issued on 31 January, the other on 1 February."""
    found_codes = issued(costed.COSTED, begin=begin)
    assert [code for code in found_codes if "life-cycle" in code] == told


def test_a_group_nobody_knows_is_refused():
    assert issued(asking(group="kettles")) == ["solicitation.life-cycle-unknown"]


def test_only_optional_costs_are_left_out():
    life = costed.SCORED.life_cycle
    electricity, maintenance, *_ = life.lines
    fewer = ("upgrade", "upgrade_years", "disposal", "residual_share")
    kept = {
        "quantities": tuple(one for one in life.quantities if one.id not in fewer),
        "fixed": tuple(one for one in life.fixed if one.quantity not in fewer),
        "asked": tuple(one for one in life.asked if one.quantity not in fewer),
    }
    assert issued(asking(lines=(electricity, maintenance), **kept)) == []
    heavier = replace(electricity, per=Fraction(1, 2))
    assert issued(asking(lines=(heavier, *life.lines[1:]))) == ["solicitation.life-cycle-differs"]
    no_upkeep = {
        "quantities": tuple(one for one in kept["quantities"] if one.id != "maintenance"),
        "asked": tuple(one for one in kept["asked"] if one.quantity != "maintenance"),
    }
    told = issued(asking(lines=(electricity,), **(kept | no_upkeep)))
    assert told == ["solicitation.life-cycle-differs"]


def test_data_that_is_not_stated_makes_the_terms_unsound():
    life = costed.SCORED.life_cycle
    assert issued(asking(fixed=life.fixed[1:])) == ["solicitation.unsound-terms"]
    assert issued(asking(asked=life.asked[1:])) == ["solicitation.unsound-terms"]
    assert issued(costed.buying(replace(costed.SCORED, life_cycle=None))) == ["solicitation.unsound-terms"]


def test_life_cycle_points_do_not_count_as_points_for_price():
    """Goods need thirty points for price; twenty-nine and a criterion of cost are not enough."""
    price, life, *rest = costed.SCORED.criteria
    for points, told in ((29, ["solicitation.price-weight"]), (30, [])):
        criteria = (
            replace(price, points=Fraction(points)),
            replace(life, points=Fraction(60 - points)),
            *rest,
        )
        assert issued(costed.buying(replace(costed.SCORED, criteria=criteria))) == told


RANKED = replace(LOWEST_PRICE, method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST, life_cycle=costed.computers())


def test_no_cost_ranks_bids_where_a_price_is_adjusted_for_arithmetic_and_policy_only():
    assert issued(costed.buying(RANKED)) == ["choice.evaluation", "solicitation.life-cycle-ranks"]


def test_the_refusal_to_rank_by_cost_names_the_article():
    made = found()
    played = play.plan(made.stage, made.town, costed.buying(RANKED))
    play.pass_days(made.stage, play.INTENTION_DAYS)
    with pytest.raises(Refused) as refused:
        made.stage.confirms(made.town.agent, play.solicitation_of(made.stage, played), played.case)
    cites = {one.code: one.cites for one in refused.value.note.refusals}["solicitation.life-cycle-ranks"]
    assert [(cite.instrument, cite.article) for cite in cites] == [("cn-mof-order-87", "54")]


def test_another_law_lets_the_cost_over_the_life_rank():
    """Alpha asks less; Beta costs less by the end, and wins."""
    made = found(book=model_law.BOOK, territory="UN-north")
    played = to_contract(made, costed.RANKED)
    assert winner_of(made, played) == "Beta"
    for scope in ("public", "auditor"):
        assert verify(bundle(made, played.case, scope=scope), KNOWN).exit_code == 0


def bidding(*quantities):
    """The purchase in which 甲 declares these quantities."""
    first = replace(costed.THREE[0], quantities=quantities)
    return replace(costed.COSTED, bidders=(first, *costed.THREE[1:]))


SOUND = costed.THREE[0].quantities


@pytest.mark.parametrize(
    ("quantities", "told"),
    [
        (SOUND, []),
        (SOUND[1:], ["evaluation.quantity-missing"]),
        (costed.declared(2000, 20), []),
        (costed.declared(2001, 20), ["evaluation.quantity-missing"]),
        ((replace(SOUND[0], evidence=""), *SOUND[1:]), ["evaluation.quantity-missing"]),
    ],
)
def test_a_bid_conforms_only_with_every_quantity_within_bounds_and_shown(quantities, told):
    made = found()
    played = formed(made, bidding(*quantities))
    bid = next(
        one.bid for one in lot_of(made, played).evaluation.bids if played.bidders[one.bid][0].name.zh == "甲"
    )
    assert qualify(made, played, bid, True) == []
    assert codes(made, chair(made, played), ReviewConformity(LOT, bid, True, FINE), played.case) == told
    if told:
        assert codes(made, chair(made, played), ReviewConformity(LOT, bid, False, FINE), played.case) == []


#: The same bought by consultation, where terms are too complex to be specified.
TALKED = replace(
    CONSULTED,
    object="goods",
    lots=costed.COSTED.lots,
    bidders=tuple(replace(one, final=(("1", one.prices[0][1] - 100_00),)) for one in costed.THREE),
    chosen=MethodScript(
        "competitive_consultation", ("no_detailed_specification",), Text("技术复杂", "too complex to specify")
    ),
)


@pytest.mark.parametrize(
    ("last", "standing"),
    [
        (costed.declared(80, 15), costed.declared(80, 15)),
        ((), SOUND),
        (costed.declared(2001, 15), SOUND),
    ],
)
def test_a_final_offer_declares_anew_or_what_was_reviewed_stands(last, standing):
    made = found()
    played = to_response(made, TALKED)
    judging.form_committee(made.stage, made.town, played)
    assert judging.review(made.stage, made.town, played, LOT)
    for docket, (script, party) in played.bidders.items():
        if script.name.zh == "甲":
            played.bidders[docket], first = (replace(script, quantities=last), party), docket
    methods.negotiate(made.stage, made.town, played, LOT)
    methods.final_offers(made.stage, made.town, played)
    bid = next(one for one in lot_of(made, played).evaluation.bids if one.bid == first)
    assert (bid.first_price is not None, bid.declaration.quantities) == (True, standing)
    judging.settle_low_prices(made.stage, made.town, played, LOT)
    judging.mark_and_conclude(made.stage, made.town, played, LOT)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
