"""What the documents must settle: ties, explanations, core products, money; and what follows from a brand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.bid_content import ItemDeclared
from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.evaluation_terms import TieBreak
from daylight.core.values.money import Money
from daylight.practice import judging
from daylight.practice.script import LOWEST_PRICE, SCORING
from scenarios.asking import codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, LOT, awarded, chair, evaluated, formed, lot_of, qualify
from scenarios.test_solicitation import issue, to_eve, with_terms
from scripts import SCANNER, SMALL, bidder


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"core_item": "1-1"}, []),
        ({"core_item": "9-9"}, ["solicitation.core-item-unknown"]),
        (
            {"evaluation": replace(SCORING, tie_breaks=(TieBreak.LOWER_PRICE,))},
            ["solicitation.tie-without-draw"],
        ),
        ({"bid_security": Money(1, "JPY")}, ["solicitation.currencies-differ"]),
        ({"bid_security": Money(0, "CNY")}, ["solicitation.amount-not-above-zero"]),
        ({"bid_security": Money(1, "CNY")}, []),
    ],
)
def test_terms_leave_nothing_open(at, changes, told):
    made, played = at(to_eve)
    assert issue(made, played, lots=with_terms(played, **changes)) == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(30, []), (90 * 24 * 60, []), (90 * 24 * 60 + 1, ["solicitation.explanation-too-long"])],
)
def test_explanations_end_while_bids_hold(at, minutes, told):
    made, played = at(to_eve)
    assert issue(made, played, explanation_minutes=minutes) == told


def branded(name, price, brand):
    items = (ItemDeclared("1-1", f"{brand}厂", "large", Fraction(1), brand),)
    return bidder(name, price, items=items)


BRANDS = replace(
    SMALL,
    lots=(replace(SCANNER, core_item="1-1", terms=LOWEST_PRICE),),
    bidders=(
        branded("甲", 3_000_000, "东"),
        branded("乙", 2_900_000, "东"),
        branded("丙", 2_950_000, "西"),
        branded("丁", 3_100_000, "南"),
    ),
)


def test_of_one_brand_only_the_lowest_price_is_a_candidate(at):
    made, played = at(awarded, BRANDS)
    lot = lot_of(made, played)
    names = [played.bidders[bid][0].name.zh for bid in lot.evaluation.ranking]
    assert names == ["乙", "丙", "丁"]
    assert "同品牌".encode() in made.office.journal.drafts[-1].published[0].release
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_two_of_one_brand_and_one_other_are_two(at):
    made, played = at(evaluated, replace(BRANDS, bidders=BRANDS.bidders[:3]))
    lot = lot_of(made, played)
    assert (lot.stage, lot.ended.cause, len(lot.evaluation.valid_bids)) == ("failed", "too_few_bidders", 3)


def test_a_bid_without_a_brand_for_the_core_product_does_not_conform(at):
    made, played = at(formed, replace(BRANDS, bidders=(*BRANDS.bidders, bidder("无", 2_800_000))))
    bid = next(one for one in lot_of(made, played).evaluation.bids if not one.declaration.items)
    assert qualify(made, played, bid.bid, True) == []
    deed = ReviewConformity(LOT, bid.bid, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.no-brand"]
    assert codes(made, chair(made, played), replace(deed, passed=False), played.case) == []


def test_level_bids_of_one_brand_are_separated_by_a_recorded_draw(at):
    level = (branded("甲", 2_900_000, "东"), *BRANDS.bidders[1:])
    made, played = at(evaluated, replace(BRANDS, bidders=level))
    deed = next(act.intent.deed for act in reversed(made.acts) if act.intent.kind == "ConcludeEvaluation")
    assert deed.tie_draw is not None
    assert len(lot_of(made, played).evaluation.ranking) == 3
    judging.award(made.stage, made.town, played, LOT)
