"""Award, failure and contract: who wins, who is told, what may be signed, and which clocks run."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from daylight.core.acts.award import AwardLot, CancelLot, FailLot, NotifyBidders, PublishAward
from daylight.core.acts.contracting import PublishContract, SignContract
from daylight.core.procedures.duties import duties_of
from daylight.core.values.money import Money
from daylight.practice import closing, judging, play
from scenarios.asking import case_of, codes
from scenarios.judged import (
    FINE,
    LOT,
    LOWEST,
    OVERPRICED,
    PAPER,
    TWO_LOTS,
    awarded,
    chair,
    evaluated,
    lot_of,
    reviewed,
    signing,
    told,
)
from scripts import SMALL, to_contract, to_issue


def planned(made, script):
    return play.plan(made.stage, made.town, script)


def test_with_fewer_than_three_conforming_bids_the_lot_fails(at):
    made, played = at(evaluated, OVERPRICED)
    lot = lot_of(made, played)
    assert (lot.stage, lot.ended.cause, len(lot.evaluation.valid_bids)) == ("failed", "too_few_bidders", 2)


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


def test_a_lot_nobody_could_bid_for_does_not_fail_for_want_of_bidders(at):
    made, played = at(planned, TWO_LOTS)
    deed = FailLot(LOT, "too_few_bidders", FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["award.deadline-not-passed"]


def test_a_lot_cancelled_before_the_solicitation_stays_cancelled(at):
    made, played = at(planned, TWO_LOTS)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    assert codes(made, made.town.buyer, CancelLot("2", FINE), played.case, confirms=True) == []
    deed = play.solicitation_of(made.stage, played)
    agent = made.town.agent
    assert codes(made, agent, deed, played.case, confirms=True) == ["solicitation.lots-differ"]
    assert codes(made, agent, replace(deed, lots=deed.lots[:1]), played.case, confirms=True) == []
    assert [lot.stage for lot in case_of(made, played).lots] == ["tendered", "cancelled"]


def test_when_every_lot_is_cancelled_nothing_is_solicited(at):
    made, played = at(planned, TWO_LOTS)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    for lot in ("1", "2"):
        assert codes(made, made.town.buyer, CancelLot(lot, FINE), played.case, confirms=True) == []
    deed = replace(play.solicitation_of(made.stage, played), lots=())
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["solicitation.lots-differ"]


def test_a_task_that_is_gone_is_cancelled_by_the_purchaser_until_the_award(at):
    made, played = at(evaluated)
    deed = CancelLot(LOT, FINE)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["planning.not-the-purchaser"]
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == []
    made, played = at(awarded)
    assert codes(made, made.town.buyer, deed, played.case, confirms=True) == ["award.already-decided"]


def test_the_purchaser_awards_to_the_first_and_to_nobody_else(at):
    made, played = at(evaluated)
    first, second, *_ = lot_of(made, played).evaluation.ranking
    wrong, right = AwardLot(LOT, second, FINE), AwardLot(LOT, first, FINE)
    assert codes(made, made.town.buyer, wrong, played.case, confirms=True) == ["award.not-first"]
    assert codes(made, made.town.agent, right, played.case, confirms=True) == ["planning.not-the-purchaser"]
    assert codes(made, made.town.buyer, right, played.case) == ["acts.state-moved"]
    assert codes(made, made.town.buyer, right, played.case, confirms=True) == []
    assert codes(made, made.town.buyer, right, played.case, confirms=True) == ["award.not-evaluated"]


def test_every_loser_is_told_why(at):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    winner, *losers = lot.evaluation.ranking
    all_told = told(made, played, losers)
    notify = NotifyBidders(LOT, winner, all_told)
    assert codes(made, made.town.agent, notify, played.case)[0] == "award.not-awarded"
    made.stage.confirms(made.town.buyer, AwardLot(LOT, winner, FINE), played.case)
    short = replace(notify, losers=all_told[1:])
    assert codes(made, made.town.agent, short, played.case) == ["award.somebody-not-told"]
    assert codes(made, made.town.agent, notify, played.case) == []


def test_a_contract_is_signed_at_the_price_bid_by_its_parties_on_one_text(at):
    made, played = at(awarded)
    deed, supplier = signing(made, played)
    higher = replace(deed, price=Money(deed.price.amount_minor + 1, "CNY"))
    other_text = replace(deed, text=replace(PAPER, sha256="1" * 64))
    buyer, agent = made.town.buyer, made.town.agent
    assert codes(made, buyer, higher, played.case, confirms=True) == ["contracting.price-changed"]
    assert codes(made, agent, deed, played.case, confirms=True) == ["contracting.not-a-party"]
    assert codes(made, buyer, deed, played.case, confirms=True) == []
    assert codes(made, buyer, deed, played.case, confirms=True) == ["contracting.signed-before"]
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


def test_a_performance_security_is_one_sum_above_zero_for_both(at):
    made, played = at(awarded)
    deed, supplier = signing(made, played)
    for amount in (0, -1):
        wanted = replace(deed, performance_security=Money(amount, "CNY"))
        told = codes(made, made.town.buyer, wanted, played.case, confirms=True)
        assert told == ["contracting.no-security"]
    agreed = replace(deed, performance_security=Money(100_000, "CNY"))
    assert codes(made, made.town.buyer, agreed, played.case, confirms=True) == []
    for other in (deed, replace(deed, performance_security=Money(100_001, "CNY"))):
        told = codes(made, supplier, other, played.case, confirms=True)
        assert told == ["contracting.security-differs"]
    assert codes(made, supplier, agreed, played.case, confirms=True) == []


def test_no_contract_before_the_notification(at):
    made, played = at(evaluated)
    lot = lot_of(made, played)
    deed = SignContract(LOT, lot.evaluation.bids[0].price.total, None, date(2026, 12, 31), PAPER)
    told = codes(made, made.town.buyer, deed, played.case, confirms=True)
    assert told == ["contracting.not-notified", "contracting.price-changed"]


def owed(made, played):
    """The duties of the purchase as it stands."""
    return duties_of(case_of(made, played), made.clock.now(), made.stage.book)


def test_the_clocks_of_award_run_as_the_worked_example_says(at):
    made, played = at(lambda made, script: reviewed(made, script), LOWEST)
    made.clock.move_to(made.clock.now().on_day(date(2026, 9, 23)))
    judging.conclude(made.stage, made.town, played, LOT, chair(made, played))
    due = {duty.clock.id: duty.clock.latest for duty in owed(made, played)}
    assert due == {"award.report": date(2026, 9, 28), "award.confirm": date(2026, 10, 10)}
    made.clock.move_to(made.clock.now().on_day(date(2026, 10, 10)))
    first = lot_of(made, played).evaluation.ranking[0]
    made.stage.confirms(made.town.buyer, AwardLot(LOT, first, FINE), played.case)
    due = {duty.clock.kind: duty.clock.latest for duty in owed(made, played)}
    assert due == {"NotifyBidders": date(2026, 10, 13), "PublishAward": date(2026, 10, 13)}
    made.clock.move_to(made.clock.now().on_day(date(2026, 10, 13)))
    losers = told(made, played, lot_of(made, played).evaluation.ranking[1:])
    made.stage.acts(made.town.agent, NotifyBidders(LOT, first, losers), played.case)
    duties = owed(made, played)
    signing_due = {duty.clock.latest for duty in duties if duty.clock.kind == "SignContract"}
    assert signing_due == {date(2026, 11, 12)}
    made.clock.move_to(made.clock.now().on_day(date(2026, 11, 13)))
    late = {d.clock.kind: d.standing for d in owed(made, played)}
    assert late == {
        "PublishAward": "overdue",
        "SignContract": "overdue",
        "RefundBidSecurity": "overdue",
    }


def test_a_whole_purchase_leaves_no_duty_behind(at):
    made, played = at(to_contract)
    closing.refund_losers(made.stage, made.town, played, LOT)
    closing.refund(made.stage, made.town, played, lot_of(made, played).award.winner, LOT)
    closing.file_contract(made.stage, made.town, played, LOT)
    assert owed(made, played) == ()
    assert lot_of(made, played).contract.signed_at is not None
    assert made.clock.now().day - case_of(made, played).opened_on == timedelta(days=56)
    assert play.INTENTION_DAYS + SMALL.bid_days == 56


def test_the_award_is_published_after_everybody_was_told(at):
    made, played = at(evaluated)
    assert codes(made, made.town.agent, PublishAward(LOT, FINE), played.case) == ["award.not-notified"]
