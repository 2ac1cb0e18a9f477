"""What bidders gave goes back: to whom, by when, how much, in which form, with interest where it is late."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.acts.award import CancelLot
from daylight.core.acts.bidding import WithdrawBid
from daylight.core.acts.security import (
    ConfirmRefund,
    Interest,
    RefundBidSecurity,
    RefundUnopened,
    ReturnPerformanceSecurity,
)
from daylight.core.procedures.contracting.security import interest_of
from daylight.core.procedures.duties import duties_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.office.duties import owed_in
from daylight.practice import closing, judging, play
from scenarios.asking import case_of, codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, LOT, PAPER, awarded, evaluated, lot_of, reviewed, signing
from scripts import SMALL, bidder, to_issue, to_opening, yuan

GIVEN = yuan(64_000)
RATE = Fraction("0.0310")
FOUR = replace(SMALL, bidders=(*SMALL.bidders, bidder("己", 2_800_000, conduct="withdraws")))
UNSECURED = replace(SMALL, lots=(replace(SMALL.lots[0], bid_security=None),))


def owed(made, played, id):
    """The last day of a clock of the case, and nothing where it does not run."""
    return next((one.latest for one in case_of(made, played).clocks if (one.id, one.lot) == (id, LOT)), None)


def refund(made, played, bid, party=None, **changes):
    deed = replace(RefundBidSecurity(LOT, bid, GIVEN, "transfer", PAPER), **changes)
    return codes(made, party or made.town.agent, deed, played.case)


def losers(made, played):
    lot = lot_of(made, played)
    return [bid.bid for bid in lot.evaluation.bids if bid.bid != lot.award.winner]


def contracted(made, script):
    played = awarded(made, script)
    judging.contract(made.stage, made.town, played, LOT)
    return played


def with_performance_security(made, script):
    """A contract under which the supplier gives ten per cent."""
    played = awarded(made, script)
    deed, supplier = signing(made, played)
    deed = replace(deed, performance_security=deed.price.at_most(Fraction(1, 10)))
    for party in (supplier, made.town.buyer):
        assert codes(made, party, deed, played.case, confirms=True) == []
    return played


def days_after(made, day, days):
    made.clock.move_to(made.clock.now().on_day(day + timedelta(days=days)))


def warned(made):
    return [one.code for one in made.acts[-1].warnings]


def test_from_the_notice_on_the_losers_are_owed_and_each_refund_counts(at):
    made, played = at(evaluated)
    assert owed(made, played, "security.refund_losers") is None
    made, played = at(awarded)
    assert owed(made, played, "security.refund_losers") is not None
    one, other = losers(made, played)
    assert refund(made, played, one) == []
    assert owed(made, played, "security.refund_losers") is not None
    assert refund(made, played, one) == ["security.not-held"]
    assert refund(made, played, other) == []
    assert owed(made, played, "security.refund_losers") is None


def test_the_winner_waits_for_the_contract_and_is_owed_from_then_on(at):
    made, played = at(awarded)
    winner = lot_of(made, played).award.winner
    assert refund(made, played, winner) == ["security.winner-unsigned"]
    made, played = at(contracted)
    assert owed(made, played, "security.refund_winner") is not None
    closing.refund_losers(made.stage, made.town, played, LOT)
    assert owed(made, played, "security.refund_winner") is not None
    assert refund(made, played, winner) == []
    assert owed(made, played, "security.refund_winner") is None
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_where_no_security_was_asked_none_is_owed(at):
    made, played = at(contracted, UNSECURED)
    assert [one.id for one in case_of(made, played).clocks if one.id.startswith("security.")] == []
    bid = losers(made, played)[0]
    assert refund(made, played, bid) == ["security.wrong-amount"]
    assert refund(made, played, bid, amount=Money(0, "CNY")) == []


@pytest.mark.parametrize("off", [-1, 1])
def test_all_of_it_goes_back_and_not_a_fen_more(at, off):
    made, played = at(awarded)
    wrong = Money(GIVEN.amount_minor + off, "CNY")
    assert refund(made, played, losers(made, played)[0], amount=wrong) == ["security.wrong-amount"]


def test_nothing_goes_back_in_cash_or_without_evidence(at):
    made, played = at(awarded)
    bid = losers(made, played)[0]
    assert refund(made, played, bid, form="cash") == ["security.form"]
    assert refund(made, played, bid, form="performance_security") == ["security.not-the-winner"]
    assert refund(made, played, bid, evidence=replace(PAPER, size=0)) == ["acts.no-document"]
    assert refund(made, played, bid, party=made.town.finance) == ["planning.not-the-host"]


def test_only_the_winners_becomes_the_performance_security_his_contract_asks_for(at):
    made, played = at(with_performance_security)
    winner = lot_of(made, played).award.winner
    told = refund(made, played, losers(made, played)[0], form="performance_security")
    assert told == ["security.not-the-winner"]
    assert refund(made, played, winner, form="performance_security") == []
    made, played = at(contracted)
    assert refund(made, played, winner, form="performance_security") == ["security.none-agreed"]


def test_on_the_last_day_no_interest_is_owed_and_from_the_next_day_on_it_is(at):
    made, played = at(awarded)
    last = owed(made, played, "security.refund_losers")
    bid, other = losers(made, played)
    days_after(made, last, 0)
    assert refund(made, played, bid) == []
    assert warned(made) == []
    days_after(made, last, 1)
    assert refund(made, played, other) == []
    assert warned(made) == ["security.interest"]


@pytest.mark.parametrize(("less", "told"), [(0, []), (1, ["security.interest"])])
def test_interest_is_the_base_rate_and_a_fifth_more_for_each_day(at, less, told):
    made, played = at(awarded)
    days_after(made, owed(made, played, "security.refund_losers"), 10)
    exact = GIVEN.amount_minor * RATE * Fraction(6, 5) * 10 / 365
    paid = Interest(RATE, Money(-(-exact.numerator // exact.denominator) - less, "CNY"))
    assert refund(made, played, losers(made, played)[0], interest=paid) == []
    assert warned(made) == told


@pytest.mark.parametrize(
    ("paid", "wrong"),
    [
        (Money(-1, "CNY"), "security.interest-below-zero"),
        (Money(1, "EUR"), "security.interest-currency"),
    ],
)
def test_no_interest_is_taken_from_the_bidder_or_paid_in_other_money(at, paid, wrong):
    made, played = at(awarded)
    bid, why = losers(made, played)[0], Text("投标人账户有误", "the bidder gave a wrong account")
    for changes in ({}, {"delayed_by_bidder": why}):
        told = refund(made, played, bid, interest=Interest(RATE, paid), **changes)
        assert told == [wrong]


def test_a_delay_the_bidder_caused_bears_none(at):
    made, played = at(awarded)
    days_after(made, owed(made, played, "security.refund_losers"), 10)
    why = Text("投标人账户有误", "the bidder gave a wrong account")
    assert refund(made, played, losers(made, played)[0], delayed_by_bidder=why) == []
    assert warned(made) == []


@given(
    st.integers(1, 10**12),
    st.integers(0, 90),
    st.fractions(0, 1, max_denominator=10**4),
    st.integers(0, 100),
)
def test_interest_is_what_adding_it_up_day_by_day_gives(minor, days, rate, premium):
    slow = Fraction()
    for _ in range(days):
        slow += Fraction(minor) * rate / 365 + Fraction(minor) * rate * Fraction(premium, 100) / 365
    assert interest_of(Money(minor, "CNY"), days, rate, Fraction(premium, 100)) == slow


def test_who_won_and_refused_to_sign_gets_nothing_back(at):
    made, played = at(awarded)
    gone = lot_of(made, played).award.winner
    judging.pass_over(made.stage, made.town, played, LOT, "refused")
    assert refund(made, played, gone) == ["security.not-held"]
    made, played = at(awarded)
    judging.pass_over(made.stage, made.town, played, LOT, "cannot_perform")
    assert refund(made, played, gone) == []


def test_passing_over_the_winner_does_not_begin_the_losers_time_anew(at):
    made, played = at(awarded)
    before = owed(made, played, "security.refund_losers")
    judging.pass_over(made.stage, made.town, played, LOT)
    assert owed(made, played, "security.refund_losers") == before
    days_after(made, before, 0)
    judging.award(made.stage, made.town, played, LOT)
    assert owed(made, played, "security.refund_losers") == before


def test_a_lot_cancelled_after_the_opening_owes_everybody(at):
    made, played = at(reviewed)
    assert codes(made, made.town.buyer, CancelLot(LOT, FINE), played.case, confirms=True) == []
    assert owed(made, played, "security.refund_termination") is not None
    case = case_of(made, played)
    duties = duties_of(case, made.clock.now(), made.stage.book)
    assert [(one.clock.kind, one.owed_by) for one in duties] == [("RefundBidSecurity", case.host)]
    for bid in lot_of(made, played).evaluation.bids:
        assert refund(made, played, bid.bid) == []
    assert owed(made, played, "security.refund_termination") is None
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_lot_cancelled_before_the_opening_names_nobody(at):
    made, played = at(to_issue)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    unopened = RefundUnopened(LOT, PAPER)
    assert codes(made, made.town.agent, unopened, played.case) == ["security.not-unopened"]
    assert codes(made, made.town.buyer, CancelLot(LOT, FINE), played.case, confirms=True) == []
    assert owed(made, played, "security.refund_termination") is not None
    docket, (_, party) = next(iter(played.bidders.items()))
    deed = ConfirmRefund(played.case, LOT, GIVEN, "transfer", PAPER)
    assert codes(made, party, deed, docket) == []
    closing.refund_unopened(made.stage, made.town, played, LOT)
    assert owed(made, played, "security.refund_termination") is None
    assert codes(made, made.town.agent, unopened, played.case) == ["security.not-unopened"]
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def withdrawn(made, script):
    """Of four bidders one has withdrawn; the others' bids are open."""
    return to_opening(made, script)


def who_withdrew(played):
    return next(
        (docket, party) for docket, (bid, party) in played.bidders.items() if bid.conduct == "withdraws"
    )


def duties_to_withdrawn(made, played, at=None):
    found = owed_in(made.office.journal, made.stage.book, (played.case,), at or made.clock.now())
    return [one for one in found if one.duty.clock.id == "security.refund_withdrawal"]


def test_who_withdrew_is_owed_confirms_in_its_own_docket_and_the_duty_ends(at):
    made, played = at(withdrawn, FOUR)
    docket, party = who_withdrew(played)
    assert len(duties_to_withdrawn(made, played)) == 1
    wrong = ConfirmRefund(played.case, LOT, yuan(63_999), "transfer", PAPER)
    assert codes(made, party, wrong, docket) == ["security.wrong-amount"]
    cash = replace(wrong, amount=GIVEN, form="cash")
    assert codes(made, party, cash, docket) == ["security.form"]
    closing.confirm_refund(made.stage, played, docket, LOT)
    assert duties_to_withdrawn(made, played) == []
    again = replace(wrong, amount=GIVEN)
    assert codes(made, party, again, docket) == ["security.confirmed-before"]
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_nobody_is_told_of_a_withdrawal_before_the_opening(at):
    made, played = at(to_issue, FOUR)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    assert [len(act.clocks) for act in made.acts if isinstance(act.intent.deed, WithdrawBid)] == [1]
    assert duties_to_withdrawn(made, played) == []


def test_a_late_refund_of_who_withdrew_bears_interest_too(at):
    made, played = at(withdrawn, FOUR)
    docket, party = who_withdrew(played)
    last = duties_to_withdrawn(made, played)[0].duty.clock.latest
    days_after(made, last, 1)
    assert [one.duty.standing for one in duties_to_withdrawn(made, played)] == ["overdue"]
    deed = ConfirmRefund(played.case, LOT, GIVEN, "transfer", PAPER)
    assert codes(made, party, deed, docket) == []
    assert warned(made) == ["security.interest"]


def test_whose_bid_was_opened_confirms_nothing_the_host_keeps_the_record(at):
    made, played = at(awarded)
    docket = losers(made, played)[0]
    party = played.bidders[docket][1]
    deed = ConfirmRefund(played.case, LOT, GIVEN, "transfer", PAPER)
    assert codes(made, party, deed, docket) == ["security.bid-stands"]


def test_the_performance_security_returns_once_and_what_is_kept_is_explained(at):
    made, played = at(with_performance_security)
    agreed = lot_of(made, played).contract.signatures[-1].performance_security
    less = Money(agreed.amount_minor - 1, "CNY")
    part = ReturnPerformanceSecurity(LOT, less, "transfer", PAPER)
    buyer = made.town.buyer
    assert codes(made, buyer, part, played.case) == ["security.deduction"]
    why = Text("逾期交货违约金", "damages for late delivery")
    more = Money(agreed.amount_minor + 1, "CNY")
    explained = replace(part, deducted_because=why)
    assert codes(made, buyer, replace(explained, amount=Money(-1, "CNY")), played.case) == [
        "security.not-the-sum"
    ]
    assert codes(made, buyer, replace(explained, amount=more), played.case) == ["security.not-the-sum"]
    assert codes(made, made.town.agent, explained, played.case) == ["planning.not-the-purchaser"]
    assert codes(made, buyer, replace(explained, form="cash"), played.case) == ["security.form"]
    assert codes(made, buyer, explained, played.case) == []
    assert codes(made, buyer, explained, played.case) == ["security.returned-before"]
    judging.publish_contract(made.stage, made.town, played, LOT)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_a_contract_without_one_has_none_to_return(at):
    made, played = at(contracted)
    deed = ReturnPerformanceSecurity(LOT, yuan(1), "transfer", PAPER)
    assert codes(made, made.town.buyer, deed, played.case) == ["security.none-agreed"]


def test_the_days_of_the_clock_are_working_days(at):
    made, played = at(awarded)
    told = lot_of(made, played).award.notified_at.day
    assert isinstance(told, date)
    assert owed(made, played, "security.refund_losers") > told + timedelta(days=5)
