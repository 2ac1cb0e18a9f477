"""Method × stage × kind × role: what each may do at each stage, and for what provision the others may not."""

from dataclasses import replace
from functools import cache

import pytest

from daylight.core.acts.kinds import PHASE_OF
from daylight.core.procedures.course import course_of
from daylight.core.values.text import Text
from daylight.practice import methods, play
from daylight.practice.town import register_supplier
from scenarios.bought import CONSULTED, INVITED, NEGOTIATED, ONLY, QUOTED, final, lot, to_choice, to_end
from scenarios.matrix import NOT_NOW, Matrix, deeds_of, filled
from scripts import FULL, bidder, to_contract
from world import china, found

LARGE = replace(
    ONLY,
    territory="CN-central",
    lots=lot(ONLY.lots[0].terms, 5_000_000),
    bidders=(bidder("甲", 4_800_000, final=final(4_500_000)),),
)


def full(made):
    return to_contract(made, FULL)


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


def by(script):
    return lambda made: to_end(made, script)


PLAYS = {
    "open_tendering": full,
    "invited_tendering": invited,
    "competitive_negotiation": by(NEGOTIATED),
    "competitive_consultation": by(CONSULTED),
    "request_for_quotations": by(QUOTED),
    "single_source": only,
}
PLACES = {"single_source": "CN-central"}


def world(method):
    return lambda: found(territory=PLACES.get(method, "CN-37"))


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
    drawn = set(course_of(china().method_by_id[method]))
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
    registry = {"RegisterPerson", "RegisterOrganisation", "GrantMandate", "RevokeMandate"}
    theirs = {cell.kind for cell in matrix(method).allowed if cell.role == "outsider"}
    assert theirs <= registry | {"ReleaseShares", "DeclareRecusal"}


def test_each_kind_has_a_specific_refusal_not_only_that_it_is_not_the_time():
    specific = {
        cell.kind
        for method in PLAYS
        for cell, reasons in matrix(method).refused.items()
        if any(code not in NOT_NOW for code, _ in reasons)
    }
    of_a_case = {kind for kind in reference() if PHASE_OF[kind] != "registry"}
    assert sorted(of_a_case - specific) == []
