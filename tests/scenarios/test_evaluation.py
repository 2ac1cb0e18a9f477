"""Evaluation: who may judge, what is computed, and what the law does not let pass."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation import (
    AnswerLowPrice,
    AskAboutLowPrice,
    ConcludeEvaluation,
    CorrectArithmetic,
    JudgeLowPrice,
    ReviewConformity,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, play
from scenarios.asking import case_of, codes
from scenarios.judged import (
    FINE,
    LOT,
    LOW,
    LOWEST,
    OVERPRICED,
    PAPER,
    TIED,
    chair,
    cheapest,
    conclude,
    evaluated,
    formed,
    lot_of,
    marks,
    miswritten,
    prepared_alike,
    qualify,
    questioned,
    reviewed,
    with_bids,
)
from scripts import SCANNER, SMALL, bidder, to_issue


def test_a_bid_that_is_out_is_reviewed_no_more(at):
    made, played = at(formed)
    bid = lot_of(made, played).evaluation.bids[0].bid
    assert codes(made, made.town.agent, ReviewQualification(LOT, bid, False, FINE), played.case) == []
    told = codes(made, chair(made, played), ReviewConformity(LOT, bid, True, FINE), played.case)
    assert told == [
        "evaluation.bid-is-out",
        "evaluation.not-yet-qualified",
        "evaluation.too-few-qualified",
    ]


def test_arithmetic_is_corrected_only_where_it_is_wrong_and_as_the_order_says(at):
    made, played = at(formed)
    bid = lot_of(made, played).evaluation.bids[0]
    deed = CorrectArithmetic(LOT, bid.bid, bid.price.total.amount_minor, True, PAPER)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.wrong-correction"]


def test_a_price_is_questioned_only_on_a_ground(at):
    made, played = at(reviewed, LOW)
    bids = {bid.price.total.amount_minor: bid.bid for bid in lot_of(made, played).evaluation.bids}
    cheap, dear = bids[100_000_000], bids[300_000_000]
    party = chair(made, played)
    empty = Text("", "")
    for bid, triggers, words, told in (
        (dear, (), empty, ["evaluation.no-ground-to-ask"]),
        (cheap, ("mean",), FINE, ["evaluation.no-ground-to-ask"]),
        (dear, (), FINE, []),
        (cheap, ("mean", "second_lowest", "ceiling"), FINE, []),
        (cheap, ("mean", "second_lowest", "ceiling"), FINE, ["evaluation.asked-before"]),
    ):
        assert codes(made, party, AskAboutLowPrice(LOT, bid, triggers, words), played.case) == told


@pytest.mark.parametrize(("minutes", "told"), [(30, []), (31, ["evaluation.explanation-late"])])
def test_the_bidder_has_thirty_minutes_to_explain(at, minutes, told):
    made, played = at(questioned, LOW)
    bid, party = cheapest(made, played)
    secret, _ = made.stage.private("explanation", "成本低")
    made.clock.move_to(made.clock.now().later_by(minutes * 60_000))
    assert codes(made, party, AnswerLowPrice(LOT, bid, secret, ()), played.case) == told


def test_nobody_explains_for_another(at):
    made, played = at(questioned, LOW)
    bid, _ = cheapest(made, played)
    other = next(party for docket, (_, party) in played.bidders.items() if docket != bid)
    secret, _ = made.stage.private("explanation", "成本低")
    assert codes(made, other, AnswerLowPrice(LOT, bid, secret, ()), played.case) == ["evaluation.not-asked"]


def test_a_price_is_judged_after_the_answer_or_the_end_of_its_time(at):
    made, played = at(questioned, LOW)
    bid, _ = cheapest(made, played)
    deed = JudgeLowPrice(LOT, bid, False, FINE)
    party = chair(made, played)
    assert codes(made, party, deed, played.case) == ["evaluation.explanation-awaited"]
    made.clock.move_to(made.clock.now().later_by(30 * 60_000 + 1))
    assert codes(made, party, deed, played.case) == []
    assert lot_of(made, played).evaluation.valid_bids[-1].bid != bid


def test_the_evaluation_is_not_concluded_while_a_low_price_is_open(at):
    made, played = at(questioned, LOW)
    assert conclude(made, played) == ["evaluation.cannot-be-computed", "evaluation.low-price-open"]


def test_the_evaluation_is_not_concluded_while_a_review_is_open(at):
    made, played = at(formed)
    told = conclude(made, played)
    assert told == ["evaluation.cannot-be-computed", "evaluation.review-open"]


def test_a_wrong_sum_is_settled_before_prices_are_compared(at):
    made, played = at(miswritten)
    party, bids = chair(made, played), lot_of(made, played).evaluation.bids
    for bid in bids:
        made.stage.acts(made.town.agent, ReviewQualification(LOT, bid.bid, True, FINE), played.case)
        made.stage.acts(party, ReviewConformity(LOT, bid.bid, True, FINE), played.case)
    for bid in bids:
        asked = AskAboutLowPrice(LOT, bid.bid, (), FINE)
        assert codes(made, party, asked, played.case) == ["evaluation.arithmetic-open"]
        in_words = bid.price.total.amount_minor - 1
        wrong = CorrectArithmetic(LOT, bid.bid, in_words + 1, True, PAPER)
        assert codes(made, party, wrong, played.case) == ["evaluation.wrong-correction"]
        made.stage.acts(party, replace(wrong, corrected_minor=in_words), played.case)
    assert codes(made, party, asked, played.case) == []
    assert [bid.price_minor for bid in lot_of(made, played).evaluation.bids] == [
        bid.price.total.amount_minor - 1 for bid in bids
    ]


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ({}, []),
        ({"technical": 35}, []),
        ({"technical": Fraction(3501, 100)}, ["evaluation.mark-out-of-range"]),
        ({"service": -1}, ["evaluation.mark-out-of-range"]),
        ({"mood": 1}, ["evaluation.criteria-differ"]),
    ],
)
def test_marks_follow_the_documents(at, points, told):
    made, played = at(reviewed)
    bid = lot_of(made, played).evaluation.bids[0].bid
    deed = ScoreBid(LOT, bid, marks(**points), FINE)
    assert codes(made, chair(made, played), deed, played.case) == told


def test_objective_marks_that_differ_are_never_averaged(at):
    made, played = at(reviewed)
    for place, member in enumerate(judging.members(made.stage, made.town, played)):
        for bid in lot_of(made, played).evaluation.bids:
            deed = ScoreBid(LOT, bid.bid, marks(warranty=8 if place else 7), FINE)
            assert codes(made, member, deed, played.case) == []
    assert conclude(made, played) == [
        "evaluation.cannot-be-computed",
        "evaluation.objective-marks-differ",
    ]


def test_the_lowest_price_needs_no_marks(at):
    made, played = at(reviewed, LOWEST)
    bid = lot_of(made, played).evaluation.bids[0].bid
    told = codes(made, chair(made, played), ScoreBid(LOT, bid, marks(), FINE), played.case)
    assert told == ["evaluation.criteria-differ", "evaluation.no-marks-here"]


def test_only_the_chair_concludes_and_only_with_what_is_computed(at):
    made, played = at(reviewed, LOWEST)
    assert conclude(made, played) == ["evaluation.result-differs"]
    lot = lot_of(made, played)
    deed = ConcludeEvaluation(LOT, "0" * 64, tuple(bid.bid for bid in lot.evaluation.bids), FINE)
    member = next(m for m in judging.members(made.stage, made.town, played) if m != chair(made, played))
    told = codes(made, member, deed, played.case, confirms=True)
    assert told == ["evaluation.not-the-chair", "evaluation.result-differs"]


def test_a_tie_needs_a_recorded_draw(at):
    made, played = at(reviewed, TIED)
    assert conclude(made, played) == ["evaluation.tie-needs-draw"]
    judging.conclude(made.stage, made.town, played, LOT, chair(made, played))
    assert lot_of(made, played).stage == "evaluated"


def test_a_draw_nobody_can_repeat_breaks_no_tie(at):
    made, played = at(reviewed, TIED)
    judging.conclude(made.stage, made.town, played, LOT, chair(made, played))
    deed = made.acts[-1].intent.deed
    fresh, again = at(reviewed, TIED)
    assert codes(fresh, chair(fresh, again), deed, again.case, confirms=True) == [
        "evaluation.draw-not-prepared"
    ]
    prepared_alike(made, fresh)
    order = tuple(reversed(deed.tie_draw.order))
    wrong = replace(deed, tie_draw=replace(deed.tie_draw, order=order))
    assert codes(fresh, chair(fresh, again), wrong, again.case, confirms=True) == ["evaluation.draw-differs"]


def test_a_lot_is_reviewed_between_its_opening_and_its_conclusion(at):
    made, played = at(evaluated)
    bid = lot_of(made, played).evaluation.bids[0].bid
    told = codes(made, made.town.agent, ReviewQualification(LOT, bid, True, FINE), played.case)
    assert told == ["evaluation.lot-not-opened", "evaluation.reviewed-before"]


def test_a_bid_is_marked_only_after_it_passed_conformity(at):
    made, played = at(formed)
    bid = lot_of(made, played).evaluation.bids[0].bid
    told = codes(made, chair(made, played), ScoreBid(LOT, bid, marks(), FINE), played.case)
    assert told == ["evaluation.not-yet-conforming"]


def test_two_conforming_bids_cannot_be_concluded_on(at):
    made, played = at(formed)
    for place, bid in enumerate(lot_of(made, played).evaluation.bids):
        made.stage.acts(made.town.agent, ReviewQualification(LOT, bid.bid, True, FINE), played.case)
        made.stage.acts(chair(made, played), ReviewConformity(LOT, bid.bid, place > 0, FINE), played.case)
    told = conclude(made, played)
    assert told == ["evaluation.cannot-be-computed", "evaluation.too-few-left"]


def test_who_gave_no_security_does_not_qualify(at):
    def unsecured(made, script):
        played = to_issue(made, script)
        play.obtain_all(made.stage, played)
        case = case_of(made, played)
        for docket in played.bidders:
            play.submit(made.stage, played, docket, case.planning.key_set)
        made.clock.move_to(case.tendering.deadline)
        play.open_all(made.stage, made.town, played)
        return played

    made, played = at(unsecured)
    bid = lot_of(made, played).evaluation.bids[0].bid
    assert qualify(made, played, bid, True) == ["evaluation.no-security"]
    assert qualify(made, played, bid, False) == []


def test_a_price_above_the_ceiling_never_conforms(at):
    made, played = at(formed, OVERPRICED)
    high = next(b.bid for b in lot_of(made, played).evaluation.bids if b.price.total > SCANNER.budget)
    assert qualify(made, played, high, True) == []
    deed = ReviewConformity(LOT, high, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.above-ceiling"]
    assert codes(made, chair(made, played), replace(deed, passed=False), played.case) == []


def test_nobody_stands_behind_two_bids_for_a_lot(at):
    made, played = at(formed)
    first, second = lot_of(made, played).evaluation.bids[:2]
    case = case_of(made, played)
    twice = replace(second, bidders=tuple(sorted((*second.bidders, *first.bidders))))
    lot = with_bids(case.lots[0], first, twice, *case.lots[0].evaluation.bids[2:])
    view = made.office.views.of(played.case, fresh=True)
    made.office.views._views[played.case] = replace(view, state=replace(case, lots=(lot,)))
    assert qualify(made, played, first.bid, True) == ["evaluation.bids-twice"]


def test_a_price_below_a_minimum_the_documents_set_never_conforms(at):
    made, played = at(formed)
    cheap = min(lot_of(made, played).evaluation.bids, key=lambda bid: bid.price_minor)
    assert qualify(made, played, cheap.bid, True) == []
    view = made.office.views.of(played.case, fresh=True)
    lot = view.state.lots[0]
    bounded = replace(lot, terms=replace(lot.terms, floor=Money(cheap.price_minor + 1, "CNY")))
    made.office.views._views[played.case] = replace(view, state=replace(view.state, lots=(bounded,)))
    deed = ReviewConformity(LOT, cheap.bid, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.below-floor"]


def test_arithmetic_does_not_carry_a_price_over_the_ceiling(at):
    made, played = at(formed)
    bid = lot_of(made, played).evaluation.bids[0]
    assert qualify(made, played, bid.bid, True) == []
    view = made.office.views.of(played.case, fresh=True)
    lot = view.state.lots[0]
    dear = replace(lot.evaluation.bids[0], price=replace(bid.price, words_total_minor=330_000_000))
    carried = replace(view.state, lots=(with_bids(lot, dear, *lot.evaluation.bids[1:]),))
    made.office.views._views[played.case] = replace(view, state=carried)
    deed = ReviewConformity(LOT, bid.bid, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.above-ceiling"]


FREE = replace(SMALL, bidders=(*SMALL.bidders, bidder("赠", 0)))


def test_a_price_of_nothing_never_conforms(at):
    made, played = at(formed, FREE)
    free = next(bid.bid for bid in lot_of(made, played).evaluation.bids if not bid.price.total.amount_minor)
    assert qualify(made, played, free, True) == []
    deed = ReviewConformity(LOT, free, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.no-price"]
