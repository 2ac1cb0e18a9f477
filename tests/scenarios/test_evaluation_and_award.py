"""Evaluation, award and contract: who may judge, what is computed, who wins, and what may be signed."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from daylight.core.acts.award import AwardLot, CancelLot, FailLot, LoserNotice, NotifyBidders, PublishAward
from daylight.core.acts.common import Document
from daylight.core.acts.contracting import PublishContract, SignContract
from daylight.core.acts.evaluation import (
    AnswerLowPrice,
    AskAboutLowPrice,
    ConcludeEvaluation,
    CorrectArithmetic,
    DeclareRecusal,
    FormCommittee,
    JudgeLowPrice,
    Mark,
    ReviewConformity,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.procedures.duties import duties_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.script import LOWEST_PRICE
from daylight.practice.stage import Refused
from scenarios.asking import case_of, codes
from scripts import SCANNER, SMALL, bidder, to_contract, to_issue, to_opening

FINE = Text("可以", "fine")
PAPER = Document("文件", "文件", "0" * 64, 1)
LOT = "1"


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
    return codes(fresh, fresh.town.agent, change(deed), again.case)


def test_a_committee_is_formed_once(at):
    made, played = at(formed)
    deed = next(a.intent.deed for a in made.acts if isinstance(a.intent.deed, FormCommittee))
    assert codes(made, made.town.agent, deed, played.case) == ["evaluation.committee-formed"]


def test_the_draw_is_run_again_by_whoever_wants_to(at):
    def other_beacon(deed):
        return replace(deed, draw=replace(deed.draw, beacon=bytes(32)))

    assert reformed(at, other_beacon) == ["evaluation.seats-differ"]

    def other_nonce(deed):
        first, *rest = deed.draw.contributions
        return replace(deed, draw=replace(deed.draw, contributions=(replace(first, nonce=bytes(32)), *rest)))

    assert reformed(at, other_nonce) == ["evaluation.draw-differs"]


def test_nobody_takes_the_seat_of_whom_chance_called(at):
    def swapped(deed):
        return replace(
            deed,
            experts=(deed.alternates[0], *deed.experts[1:]),
            alternates=(deed.experts[0], *deed.alternates[1:]),
            chair=deed.experts[1].person,
        )

    assert reformed(at, swapped) == ["evaluation.seats-differ"]


def test_without_a_draw_there_are_no_experts_where_law_wants_them(at):
    def none(deed):
        return replace(deed, draw=None, experts=(), alternates=(), chair=deed.representatives[0])

    assert reformed(at, none) == ["evaluation.composition", "evaluation.draw-differs"]


def test_four_members_or_too_few_experts_are_no_committee(at):
    def even(deed):
        return replace(deed, representatives=(), chair=deed.experts[0].person)

    assert reformed(at, even) == ["evaluation.composition"]


def test_the_chair_is_a_member(at):
    assert reformed(at, lambda deed: replace(deed, chair=deed.alternates[0].person)) == [
        "evaluation.members-not-distinct"
    ]


def test_nobody_evaluates_his_own_employer(at):
    made, played = at(to_opening)
    bidder_org = lot_of(made, played).bids[0].bidders[0]
    town = replace(made.town, institute=bidder_org)
    with pytest.raises(Refused) as told:
        judging.form_committee(made.stage, town, played)
    assert [r.code for r in told.value.note.refusals] == ["evaluation.tied-to-bidder"]


def test_who_steps_down_is_followed_by_the_next_of_the_same_permutation(at):
    made, played = at(formed)
    before = case_of(made, played).committee
    gone = before.experts[1].person
    other = before.experts[0].person
    party = next(p for p in made.town.experts if p.device.person == gone)
    assert codes(made, party, DeclareRecusal(other, FINE), played.case) == ["evaluation.not-a-member"]
    assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == []
    after = case_of(made, played).committee
    assert after.experts == (before.experts[0], *before.experts[2:], before.alternates[0])
    assert after.recused == (gone,)


def test_without_alternates_left_nobody_can_be_replaced(at):
    made, played = at(formed)
    for told in ([], [], ["evaluation.no-alternate"]):
        gone = case_of(made, played).committee.experts[0].person
        party = next(p for p in made.town.experts if p.device.person == gone)
        assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == told


def test_qualification_is_for_the_host_conformity_for_the_committee_and_each_once(at):
    made, played = at(formed)
    bid = lot_of(made, played).bids[0].bid
    conform = ReviewConformity(LOT, bid, True, FINE)
    qualify = ReviewQualification(LOT, bid, True, FINE)
    member = chair(made, played)
    assert codes(made, member, conform, played.case) == ["evaluation.not-yet-qualified"]
    assert codes(made, made.town.agent, qualify, played.case) == []
    assert codes(made, made.town.agent, qualify, played.case) == ["evaluation.reviewed-before"]
    stranger = made.town.author.in_person()
    assert codes(made, stranger, conform, played.case) == ["evaluation.not-a-member"]
    assert codes(made, member, conform, played.case) == []


def test_a_bid_that_is_out_is_reviewed_no_more(at):
    made, played = at(formed)
    bid = lot_of(made, played).bids[0].bid
    assert codes(made, made.town.agent, ReviewQualification(LOT, bid, False, FINE), played.case) == []
    told = codes(made, chair(made, played), ReviewConformity(LOT, bid, True, FINE), played.case)
    assert told == ["evaluation.bid-is-out", "evaluation.not-yet-qualified"]


WRONG_SUM = replace(SMALL, bidders=(replace(SMALL.bidders[0], body_minor=1), *SMALL.bidders[1:]))


def test_arithmetic_is_corrected_only_where_it_is_wrong_and_as_the_order_says(at):
    made, played = at(formed)
    bid = lot_of(made, played).bids[0]
    deed = CorrectArithmetic(LOT, bid.bid, bid.price.total.amount_minor, True, PAPER)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.wrong-correction"]


def low(price, **more):
    return replace(SMALL, bidders=(*SMALL.bidders, bidder("低", price, **more)))


LOW = low(1_000_000)


def test_a_price_is_questioned_only_on_a_ground(at):
    made, played = at(reviewed, LOW)
    bids = {bid.price.total.amount_minor: bid.bid for bid in lot_of(made, played).bids}
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


def questioned(made, script):
    played = reviewed(made, script)
    cheap = min(lot_of(made, played).bids, key=lambda bid: bid.price_minor).bid
    deed = AskAboutLowPrice(LOT, cheap, ("mean", "second_lowest", "ceiling"), FINE)
    made.stage.acts(chair(made, played), deed, played.case)
    return played


def cheapest(made, played):
    bid = min(lot_of(made, played).bids, key=lambda bid: bid.price_minor).bid
    return bid, played.bidders[bid][1]


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
    assert lot_of(made, played).valid_bids[-1].bid != bid


def conclude(made, played, **changes):
    """The attempt to conclude, whatever stands in the way of computing it."""
    lot = lot_of(made, played)
    deed = ConcludeEvaluation(LOT, "0" * 64, tuple(bid.bid for bid in lot.valid_bids), FINE)
    return codes(made, chair(made, played), replace(deed, **changes), played.case, confirms=True)


def test_the_evaluation_is_not_concluded_while_a_low_price_is_open(at):
    made, played = at(questioned, LOW)
    assert conclude(made, played) == ["evaluation.cannot-be-computed", "evaluation.low-price-open"]


def test_the_evaluation_is_not_concluded_while_a_review_is_open(at):
    made, played = at(formed)
    told = conclude(made, played)
    assert told == ["evaluation.cannot-be-computed", "evaluation.review-open"]


def test_a_wrong_sum_is_settled_before_prices_are_compared(at):
    made, played = at(formed, WRONG_SUM)
    lot = lot_of(made, played)
    for bid in lot.bids:
        made.stage.acts(made.town.agent, ReviewQualification(LOT, bid.bid, True, FINE), played.case)
        made.stage.acts(chair(made, played), ReviewConformity(LOT, bid.bid, True, FINE), played.case)
    deed = AskAboutLowPrice(LOT, lot.bids[0].bid, (), FINE)
    found = codes(made, chair(made, played), deed, played.case)
    assert found == (["evaluation.arithmetic-open"] if _differs(made, played) else [])


def _differs(made, played):
    lot = lot_of(made, played)
    return any(judging.correction_of(lot, bid) != bid.price.total.amount_minor for bid in lot.bids)


def marks(**points):
    given = {"technical": 30, "service": 10, "warranty": 8} | points
    return tuple(Mark(name, Fraction(value)) for name, value in given.items())


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
    bid = lot_of(made, played).bids[0].bid
    deed = ScoreBid(LOT, bid, marks(**points), FINE)
    assert codes(made, chair(made, played), deed, played.case) == told


def test_objective_marks_that_differ_are_never_averaged(at):
    made, played = at(reviewed)
    for place, member in enumerate(judging.members(made.stage, made.town, played)):
        for bid in lot_of(made, played).bids:
            deed = ScoreBid(LOT, bid.bid, marks(warranty=8 if place else 7), FINE)
            assert codes(made, member, deed, played.case) == []
    assert conclude(made, played) == ["evaluation.cannot-be-computed"]


LOWEST = replace(SMALL, lots=(replace(SCANNER, terms=LOWEST_PRICE),))


def test_the_lowest_price_needs_no_marks(at):
    made, played = at(reviewed, LOWEST)
    bid = lot_of(made, played).bids[0].bid
    told = codes(made, chair(made, played), ScoreBid(LOT, bid, marks(), FINE), played.case)
    assert told == ["evaluation.criteria-differ", "evaluation.no-marks-here"]


def test_only_the_chair_concludes_and_only_with_what_is_computed(at):
    made, played = at(reviewed, LOWEST)
    assert conclude(made, played) == ["evaluation.result-differs"]
    lot = lot_of(made, played)
    deed = ConcludeEvaluation(LOT, "0" * 64, tuple(bid.bid for bid in lot.bids), FINE)
    member = next(m for m in judging.members(made.stage, made.town, played) if m != chair(made, played))
    told = codes(made, member, deed, played.case, confirms=True)
    assert told == ["evaluation.not-the-chair", "evaluation.result-differs"]


TIED = replace(LOWEST, bidders=(bidder("甲", 3_000_000), bidder("乙", 3_000_000), bidder("丙", 3_100_000)))


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
    order = tuple(reversed(deed.tie_draw.order))
    wrong = replace(deed, tie_draw=replace(deed.tie_draw, order=order))
    assert codes(fresh, chair(fresh, again), wrong, again.case, confirms=True) == ["evaluation.draw-differs"]


OVERPRICED = replace(SMALL, bidders=(*SMALL.bidders[:2], bidder("高", 3_300_000)))


def test_with_fewer_than_three_conforming_bids_the_lot_fails(at):
    made, played = at(evaluated, OVERPRICED)
    lot = lot_of(made, played)
    assert (lot.stage, lot.cause, len(lot.valid_bids)) == ("failed", "too_few_bidders", 2)


def test_with_three_conforming_bids_it_does_not_fail_for_that(at):
    made, played = at(reviewed)
    deed = FailLot(LOT, "too_few_bidders", FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["award.enough-bidders"]


def test_a_price_within_the_budget_is_no_cause_to_fail(at):
    made, played = at(reviewed)
    deed = FailLot(LOT, "over_budget", FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["award.within-budget"]


def test_before_the_deadline_nobody_counts_bidders(at):
    made, played = at(to_issue)
    deed = FailLot(LOT, "too_few_bidders", FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["award.deadline-not-passed"]


def test_a_task_that_is_gone_is_cancelled_by_the_purchaser_until_the_award(at):
    made, played = at(evaluated)
    deed = CancelLot(LOT, FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["planning.not-the-purchaser"]
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == []
    made, played = at(awarded)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == ["award.already-decided"]


def test_the_purchaser_awards_to_the_first_and_to_nobody_else(at):
    made, played = at(evaluated)
    first, second, *_ = lot_of(made, played).ranking
    wrong, right = AwardLot(LOT, second, FINE), AwardLot(LOT, first, FINE)
    assert codes(made, made.town.buyer, wrong, played.case, confirms=True) == ["award.not-first"]
    assert codes(made, made.town.agent, right, played.case, confirms=True) == ["planning.not-the-purchaser"]
    assert codes(made, made.town.buyer, right, played.case) == ["acts.state-moved"]
    assert codes(made, made.town.buyer, right, played.case, confirms=True) == []
    assert codes(made, made.town.buyer, right, played.case, confirms=True) == ["award.not-evaluated"]


def test_every_loser_is_told_why(at):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    winner, *losers = lot.ranking
    all_told = tuple(LoserNotice(bid, FINE) for bid in losers)
    notify = NotifyBidders(LOT, winner, all_told)
    assert codes(made, made.town.agent, notify, played.case)[0] == "award.not-awarded"
    made.stage.confirms(made.town.buyer, AwardLot(LOT, winner, FINE), played.case)
    short = replace(notify, losers=all_told[1:])
    assert codes(made, made.town.agent, short, played.case) == ["award.somebody-not-told"]
    assert codes(made, made.town.agent, notify, played.case) == []


def signing(made, played, **changes):
    lot = lot_of(made, played)
    winner = next(bid for bid in lot.bids if bid.bid == lot.winner)
    deed = SignContract(LOT, winner.price.total, None, date(2026, 12, 31), PAPER)
    return replace(deed, **changes), played.bidders[lot.winner][1]


def test_a_contract_is_signed_at_the_price_bid_by_its_parties_on_one_text(at):
    made, played = at(awarded)
    deed, supplier = signing(made, played)
    higher = replace(deed, price=Money(deed.price.amount_minor + 1, "CNY"))
    other_text = replace(deed, text=replace(PAPER, sha256="1" * 64))
    buyer, agent = made.town.buyer, made.town.agent
    assert codes(made, buyer, higher, played.case, confirms=True) == ["contracting.price-changed"]
    assert codes(made, agent, deed, played.case, confirms=True) == ["contracting.not-a-party"]
    assert codes(made, buyer, deed, played.case, confirms=True) == []
    assert codes(made, buyer, deed, played.case, confirms=True) == ["contracting.not-a-party"]
    assert codes(made, supplier, other_text, played.case, confirms=True) == ["contracting.text-changed"]
    assert codes(made, buyer, PublishContract(LOT, PAPER), played.case) == ["contracting.not-signed"]
    assert codes(made, supplier, deed, played.case, confirms=True) == []
    assert codes(made, buyer, PublishContract(LOT, PAPER), played.case) == []


@pytest.mark.parametrize(("above", "told"), [(0, []), (1, ["contracting.security-too-high"])])
def test_a_performance_security_is_at_most_a_tenth_of_the_contract(at, above, told):
    made, played = at(awarded)
    deed, _ = signing(made, played)
    security = Money(deed.price.amount_minor // 10 + above, "CNY")
    wanted = replace(deed, performance_security=security)
    assert codes(made, made.town.buyer, wanted, played.case, confirms=True) == told


def test_no_contract_before_the_notification(at):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    deed = SignContract(LOT, lot.bids[0].price.total, None, date(2026, 12, 31), PAPER)
    told = codes(made, made.town.buyer, deed, played.case, confirms=True)
    assert told == ["contracting.not-notified", "contracting.price-changed"]


def test_the_clocks_of_award_run_as_the_worked_example_says(at):
    made, played = at(lambda made, script: reviewed(made, script), LOWEST)
    made.clock.move_to(made.clock.now().on_day(date(2026, 9, 23)))
    judging.conclude(made.stage, made.town, played, LOT, chair(made, played))
    due = {duty.clock.id: duty.clock.latest for duty in duties_of(case_of(made, played), made.clock.now())}
    assert due == {"award.confirm": date(2026, 10, 10)}
    made.clock.move_to(made.clock.now().on_day(date(2026, 10, 10)))
    first = lot_of(made, played).ranking[0]
    made.stage.confirms(made.town.buyer, AwardLot(LOT, first, FINE), played.case)
    due = {duty.clock.kind: duty.clock.latest for duty in duties_of(case_of(made, played), made.clock.now())}
    assert due == {"NotifyBidders": date(2026, 10, 13), "PublishAward": date(2026, 10, 13)}
    made.clock.move_to(made.clock.now().on_day(date(2026, 10, 13)))
    losers = tuple(LoserNotice(bid, FINE) for bid in lot_of(made, played).ranking[1:])
    made.stage.acts(made.town.agent, NotifyBidders(LOT, first, losers), played.case)
    duties = duties_of(case_of(made, played), made.clock.now())
    signing_due = {duty.clock.latest for duty in duties if duty.clock.kind == "SignContract"}
    assert signing_due == {date(2026, 11, 12)}
    made.clock.move_to(made.clock.now().on_day(date(2026, 11, 13)))
    late = {d.clock.kind: d.standing for d in duties_of(case_of(made, played), made.clock.now())}
    assert late == {"PublishAward": "overdue", "SignContract": "overdue"}


def test_a_whole_purchase_leaves_no_duty_behind(at):
    made, played = at(to_contract)
    assert duties_of(case_of(made, played), made.clock.now()) == ()
    assert lot_of(made, played).signed_at is not None
    assert made.clock.now().day - case_of(made, played).opened_on == timedelta(days=56)
    assert play.INTENTION_DAYS + SMALL.bid_days == 56


def test_a_lot_is_reviewed_between_its_opening_and_its_conclusion(at):
    made, played = at(evaluated)
    bid = lot_of(made, played).bids[0].bid
    told = codes(made, made.town.agent, ReviewQualification(LOT, bid, True, FINE), played.case)
    assert told == ["evaluation.lot-not-opened", "evaluation.reviewed-before"]


def test_a_bid_is_marked_only_after_it_passed_conformity(at):
    made, played = at(formed)
    bid = lot_of(made, played).bids[0].bid
    told = codes(made, chair(made, played), ScoreBid(LOT, bid, marks(), FINE), played.case)
    assert told == ["evaluation.not-yet-conforming"]


def test_two_conforming_bids_cannot_be_concluded_on(at):
    made, played = at(formed)
    for place, bid in enumerate(lot_of(made, played).bids):
        made.stage.acts(made.town.agent, ReviewQualification(LOT, bid.bid, True, FINE), played.case)
        made.stage.acts(chair(made, played), ReviewConformity(LOT, bid.bid, place > 0, FINE), played.case)
    told = conclude(made, played)
    assert told == ["evaluation.cannot-be-computed", "evaluation.too-few-left"]


def test_the_award_is_published_after_everybody_was_told(at):
    made, played = at(evaluated)
    assert codes(made, made.town.agent, PublishAward(LOT, FINE), played.case) == ["award.not-notified"]


TWO_LOTS = replace(
    SMALL,
    lots=(SCANNER, replace(SCANNER, id="2", title=Text("监护仪", "Monitors"))),
    bidders=tuple(replace(bid, prices=(("1", 300_000_000 - n), ("2", 290_000_000 + n)))
                  for n, bid in enumerate(SMALL.bidders)),
)  # fmt: skip


def test_who_steps_down_between_two_lots_leaves_the_concluded_one_as_it_was(at):
    made, played = at(evaluated, TWO_LOTS)
    before = lot_of(made, played)
    gone = case_of(made, played).committee.experts[1].person
    party = next(p for p in made.town.experts if p.device.person == gone)
    assert codes(made, party, DeclareRecusal(gone, FINE), played.case) == []
    assert lot_of(made, played) == before
    judging.evaluate_lot(made.stage, made.town, played, "2")
    for lot in ("1", "2"):
        judging.award(made.stage, made.town, played, lot)
    first, second = case_of(made, played).lots
    assert (gone in first.evaluated_by, gone in second.evaluated_by) == (True, False)
    assert (first.stage, second.stage) == ("published", "published")
    published = [draft for draft in made.office.journal.drafts if draft.act.intent.kind == "PublishAward"]
    named = [party.name.encode() in draft.published[0].release for draft in published]
    assert named == [True, False]


def qualify(made, played, bid, passed):
    return codes(made, made.town.agent, ReviewQualification(LOT, bid, passed, FINE), played.case)


def test_who_gave_no_security_does_not_qualify(at):
    def unsecured(made, script):
        played = to_issue(made, script)
        play.obtain_all(made.stage, played)
        case = case_of(made, played)
        for docket in played.bidders:
            play.submit(made.stage, played, docket, case.key_set)
        made.clock.move_to(case.deadline)
        play.open_all(made.stage, made.town, played)
        return played

    made, played = at(unsecured)
    bid = lot_of(made, played).bids[0].bid
    assert qualify(made, played, bid, True) == ["evaluation.no-security"]
    assert qualify(made, played, bid, False) == []


def test_a_price_above_the_ceiling_never_conforms(at):
    made, played = at(formed, OVERPRICED)
    high = next(b.bid for b in lot_of(made, played).bids if b.price.total > SCANNER.budget)
    assert qualify(made, played, high, True) == []
    deed = ReviewConformity(LOT, high, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.above-ceiling"]
    assert codes(made, chair(made, played), replace(deed, passed=False), played.case) == []


def test_nobody_stands_behind_two_bids_for_a_lot(at):
    made, played = at(formed)
    first, second = lot_of(made, played).bids[:2]
    case = case_of(made, played)
    twice = replace(second, bidders=tuple(sorted((*second.bidders, *first.bidders))))
    lot = replace(case.lots[0], bids=(first, twice, *case.lots[0].bids[2:]))
    view = made.office.views.of(played.case, fresh=True)
    made.office.views._views[played.case] = replace(view, state=replace(case, lots=(lot,)))
    assert qualify(made, played, first.bid, True) == ["evaluation.bids-twice"]


def test_a_price_below_a_minimum_the_documents_set_never_conforms(at):
    made, played = at(formed)
    cheap = min(lot_of(made, played).bids, key=lambda bid: bid.price_minor)
    assert qualify(made, played, cheap.bid, True) == []
    view = made.office.views.of(played.case, fresh=True)
    lot = view.state.lots[0]
    bounded = replace(lot, terms=replace(lot.terms, floor=Money(cheap.price_minor + 1, "CNY")))
    made.office.views._views[played.case] = replace(view, state=replace(view.state, lots=(bounded,)))
    deed = ReviewConformity(LOT, cheap.bid, True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == ["evaluation.below-floor"]
