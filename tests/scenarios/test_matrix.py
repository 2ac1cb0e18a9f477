"""Method × stage × kind × role: what each may do at each stage, and for what provision the others may not."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

import prequalified
from daylight.core.acts.framework import EndListing, GiveBackQuota
from daylight.core.acts.kinds import PHASE_OF
from daylight.core.judgement.course import course_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import (
    agreements,
    closing,
    confirming,
    correcting,
    framework,
    judging,
    methods,
    play,
    replenishment,
)
from daylight.practice.framework import Wanted
from daylight.practice.town import register_supplier
from scenarios.bought import CONSULTED, INVITED, NEGOTIATED, ONLY, QUOTED, final, lot, to_choice, to_end
from scenarios.competing import COMPETING, PAPER, won
from scenarios.listed import TEN, UNTIL, listings, opened, supplier_of
from scenarios.matrix import NOT_NOW, Matrix, deeds_of, filled
from scenarios.test_framework_open import OPEN, two_listed
from scripts import FULL, bidder, to_opening, yuan
from world import china, found

LOT = "1"
LARGE = replace(
    ONLY,
    territory="CN-central",
    lots=lot(ONLY.lots[0].terms, 5_000_000),
    bidders=(bidder("甲", 4_800_000, final=final(4_500_000)),),
)


def full(made):
    """A tender in which everything goes wrong that may: a member, a mark, a committee, and then a winner."""
    stage, town, played = made.stage, made.town, to_opening(made, FULL)
    judging.form_committee(stage, town, played)
    correcting.replace_member(stage, town, played)
    judging.evaluate_lot(stage, town, played, LOT)
    confirming.deliver_report(stage, town, played, LOT)
    confirming.object_to_report(stage, town, played, LOT)
    judging.award(stage, town, played, LOT)
    correcting.correct_so_that_the_first_falls(stage, town, played, LOT)
    correcting.report_change(stage, town, played, LOT)
    judging.award(stage, town, played, LOT)
    correcting.dissolve(stage, town, played)
    correcting.evaluate_anew(stage, town, played, LOT)
    confirming.stay_silent(stage, town, played, LOT)
    judging.tell(stage, town, played, LOT)
    judging.pass_over(stage, town, played, LOT, "cannot_perform")
    judging.award(stage, town, played, LOT)
    closing.refund_losers(stage, town, played, LOT)
    judging.contract(stage, town, played, LOT, yuan(100_000))
    closing.file_contract(stage, town, played, LOT)
    for docket, (bid, _) in played.bidders.items():
        if bid.conduct == "withdraws":
            closing.confirm_refund(stage, played, docket, LOT)
    closing.return_performance_security(stage, town, played, LOT)
    return played


def invited(made):
    played = to_choice(made, INVITED)
    play.appoint_holders(made.stage, made.town, played)
    pool = tuple(register_supplier(made.stage, one.name, territory="CN-37") for one in INVITED.bidders)
    scripts = {one.name.zh: one for one in INVITED.bidders}
    guests = methods.invite_by_draw(made.stage, made.town, played, pool, 3)
    play.solicit(made.stage, made.town, played)
    for one in guests:
        script = scripts[one.party.name.removesuffix("代表")]
        play.obtain(made.stage, played, script, one.party, one.invitation)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    methods.judge_and_contract(made.stage, made.town, played)
    return played


def only(made):
    party = register_supplier(made.stage, Text("甲", "A"), territory="CN-37")
    played = play.prepare(made.stage, made.town, LARGE)
    methods.choose(made.stage, made.town, played, party.organisation)
    methods.publicise(made.stage, made.town, played, days=2)
    other = register_supplier(made.stage, Text("乙", "B"), territory="CN-37")
    objection = methods.object_to(made.stage, played, other)
    methods.answer_objection(made.stage, made.town, played, objection, founded=False)
    play.pass_days(made.stage, 12)
    methods.approve(made.stage, made.town, played)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain(made.stage, played, LARGE.bidders[0], party)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    methods.judge_and_contract(made.stage, made.town, played)
    return played


def closed(made):
    """A framework from the need to the summary, with everything that may happen on the way."""
    terms = replace(COMPETING.chosen.framework, replenish=True)
    played = opened(made, replace(COMPETING, chosen=replace(COMPETING.chosen, framework=terms)))
    agreements.file_and_tell(made.stage, made.town, played, "1")
    first, second, third, _ = stand = listings(made, played)
    drawn = framework.call_off(made.stage, first, Wanted(2, first.agreed.price))
    made.stage.acts(made.town.buyer, drawn, first.id)
    made.stage.acts(made.town.buyer, framework.opening_of(played, first, drawn, PAPER), drawn.call)
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier_of(played, first), drawn.call)
    lost = framework.call_off(made.stage, first, Wanted(1, first.agreed.price))
    made.stage.acts(made.town.buyer, lost, first.id)
    back = GiveBackQuota(played.case, "1", lost.call, "not_opened", PAPER)
    made.stage.acts(made.town.buyer, back, first.id)
    outsider = register_supplier(made.stage, Text("外", "outside"), territory="CN-37")
    cheaper = Money(first.agreed.price.amount_minor - 1, "CNY")
    off = agreements.off_list_of(made.stage, played, stand, outsider, cheaper, 1)
    made.stage.acts(made.town.buyer, off, made.stage.new_docket("case"))
    for listing in (second, third):
        leave = EndListing(played.case, "1", "left", PAPER)
        made.stage.acts(supplier_of(played, listing), leave, listing.id)
    refilled = replenishment.replenishment_of(
        made.stage.case(played.case, made.town.buyer), played, "1", listings(made, played)
    )
    new = tuple(bidder(f"新{n}", 398 - n) for n in range(3))
    filling = replenishment.open_replenishment(made.stage, made.town, played, refilled, new)
    replenishment.answer_and_list(made.stage, made.town, filling, "1")
    replenishment.take_up(made.stage, made.town, played, filling, "1")
    framework.sign_and_open(made.stage, made.town, played, "1", until=UNTIL, quota=TEN)
    made.clock.move_to(made.clock.now().on_day(UNTIL + timedelta(days=1)))
    made.stage.acts(made.town.agent, agreements.summary_of("1", listings(made, played)), played.case)
    return played


def rolling(made):
    """An open framework from the need to the summary."""
    played = two_listed(made, OPEN)
    agreements.file_and_tell(made.stage, made.town, played, "1")
    first = made.office.views.of(next(iter(played.bidders)), fresh=True).state
    drawn = framework.call_off(made.stage, first, Wanted(2, first.agreed.price))
    made.stage.acts(made.town.buyer, drawn, first.id)
    made.clock.move_to(made.clock.now().on_day(UNTIL + timedelta(days=1)))
    stand = [made.office.views.of(docket, fresh=True).state for docket in played.bidders]
    made.stage.acts(made.town.agent, agreements.summary_of("1", stand), played.case)
    return played


def competition(made):
    """A second competition to its contract."""
    _, played = won(made)
    judging.contract(made.stage, made.town, played, "1")
    return played


def by(script):
    return lambda made: to_end(made, script)


PLAYS = {
    "open_tendering": full,
    "invited_tendering": invited,
    "open_tendering after prequalification": lambda made: prequalified.to_contract(made).played,
    "invited_tendering after prequalification": lambda made: (
        prequalified.to_contract(made, prequalified.INVITED).played
    ),
    "competitive_negotiation": by(NEGOTIATED),
    "competitive_consultation": by(CONSULTED),
    "request_for_quotations": by(QUOTED),
    "single_source": only,
    "framework_agreement": closed,
    "open_framework": rolling,
    "second_competition": competition,
}
PLACES = {"single_source": "CN-central"}


def world(method):
    return lambda: found(territory=PLACES.get(method, "CN-37"), experts=18)


@cache
def reference():
    """A deed of every kind some method does, from one play of each."""
    deeds = {}
    for method, played in PLAYS.items():
        made = world(method)()
        for kind, deed in deeds_of(made, played(made).case).items():
            deeds.setdefault(kind, deed)
    return deeds


@cache
def matrix(method) -> Matrix:
    return filled(world(method), PLAYS[method], reference())


@pytest.mark.parametrize("method", sorted(PLAYS))
def test_every_step_a_purchase_takes_is_one_the_course_of_its_method_draws(method, capsys):
    done = matrix(method)
    drawn = set(course_of(china().method_by_id[method.partition(" ")[0]]))
    assert done.steps <= drawn
    with capsys.disabled():
        cells = len(done.allowed) + len(done.refused)
        print(
            f"\n{method}: {cells} cells, {len(done.allowed)} allowed; of {len(done.refused)} refused "
            f"{done.only_not_now} ({done.only_not_now * 100 // len(done.refused)} %) only for the stage; "
            + ", ".join(f"{role} {count}" for role, count in done.by_provision().most_common(6))
        )


@pytest.mark.parametrize("method", sorted(PLAYS))
def test_whatever_is_allowed_is_done_when_it_is_tried_in_a_world_of_its_own(method):
    done = matrix(method)
    assert done.allowed == done.reached != set()


@pytest.mark.parametrize("method", sorted(PLAYS))
def test_nobody_outside_may_do_anything_in_a_purchase(method):
    registry = {kind for kind in reference() if PHASE_OF[kind] == "registry"}
    theirs = {cell.kind for cell in matrix(method).allowed if cell.role == "outsider"}
    assert theirs <= registry | {"ReleaseShares", "DeclareRecusal"}


def test_each_kind_has_a_specific_refusal_not_only_that_it_is_not_the_time():
    specific = {
        cell.kind
        for method in PLAYS
        for cell, reasons in matrix(method).refused.items()
        if any(code not in NOT_NOW for code, _ in reasons)
    }
    of_a_case = {kind for kind in reference() if PHASE_OF[kind] not in ("registry", "server")}
    assert sorted(of_a_case - specific) == []
