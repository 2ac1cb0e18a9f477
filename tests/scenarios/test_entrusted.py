"""What an agency was entrusted with and for how long binds it at each act; the rest the purchaser hosts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from daylight.core.acts.award import DeliverReport
from daylight.core.disclosure.rights import Reader, Who, readers
from daylight.core.judgement.register import HOSTED as HOSTED_KINDS
from daylight.core.procedures.planning.need import HOSTED
from daylight.office.duties import owed_in
from daylight.practice import judging, play
from scenarios.asking import case_of, codes
from scenarios.judged import LOT, PAPER
from scripts import SMALL

OFFERED = (
    "award.notify", "contract.publish", "evaluation.form", "planning.keys",
    "solicitation.answer", "solicitation.issue",
)  # fmt: skip
ALONE = replace(SMALL, agency=False)


def begun(made, script):
    """A need, reviewed and announced, and nobody entrusted yet."""
    return play.prepare(made.stage, made.town, ALONE)


def agreement(made, **changes):
    deed = play.agreement(made.stage, made.town, SMALL, ("按委托协议",))
    return replace(deed, **changes)


def entrust(made, played, **changes):
    made.stage.acts(made.town.buyer, agreement(made, **changes), played.case)


def by(played, *, agency):
    """Who goes on: the agency, or the purchaser."""
    played.script = replace(played.script, agency=agency)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({"functions": ()}, ["planning.no-functions"]),
        ({"functions": ("award.confirm", "planning.define")}, ["planning.not-to-be-entrusted"]),
        ({"valid_from": None}, ["planning.no-term"]),
        ({"valid_until": None}, ["planning.no-term"]),
        ({"functions": (), "valid_until": None}, ["planning.no-functions", "planning.no-term"]),
    ],
)  # fmt: skip
def test_an_agreement_says_in_what_and_how_long(at, changes, told):
    made, played = at(begun)
    assert codes(made, made.town.buyer, agreement(made, **changes), played.case) == told


def test_an_agreement_ends_after_it_begins(at):
    made, played = at(begun)
    now = made.clock.now()
    assert codes(made, made.town.buyer, agreement(made, valid_until=now), played.case) == ["registry.no-time"]


def test_what_an_agency_can_be_entrusted_with_is_what_hosts_do():
    assert set(HOSTED) == set(HOSTED_KINDS.values())


def bids(made, script):
    """The agency has everything but opening and qualification; the bids are in."""
    played = begun(made, script)
    entrust(made, played, functions=OFFERED)
    by(played, agency=True)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    return played


def test_the_purchaser_hosts_what_the_scope_leaves_him(at):
    made, played = at(bids)
    case, agent, buyer = case_of(made, played), made.town.agent, made.town.buyer
    assert case.host_of("opening.preside") == buyer.organisation
    assert Reader.PRESIDER not in readers(Who(agent.device.person, agent.organisation), case)
    assert Reader.PRESIDER in readers(Who(buyer.device.person, buyer.organisation), case)
    (opening,) = [one for one in owed(made, played) if one.duty.clock.kind == "OpenBids"]
    assert opening.duty.owed_by == buyer.organisation
    by(played, agency=False)
    play.open_all(made.stage, made.town, played)
    by(played, agency=True)
    judging.form_committee(made.stage, made.town, played)
    by(played, agency=False)
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    by(played, agency=True)
    judging.award(made.stage, made.town, played, LOT)
    assert case_of(made, played).lot(LOT).stage == "published"


def owed(made, played):
    return owed_in(made.office.journal, made.stage.book, (played.case,), made.clock.now())


def test_an_agency_presides_only_where_that_was_entrusted(at):
    made, played = at(bids)
    play.open_all(made.stage, made.town, replace(played, script=ALONE))
    lot = case_of(made, played).lot(LOT)
    review = judging.qualification_of(made.stage, played, lot, lot.evaluation.bids[0])
    assert codes(made, made.town.agent, review, played.case) == ["planning.beyond-the-scope"]
    assert codes(made, made.town.buyer, review, played.case) == []


def planned(made, script):
    """The agreement begins in ten days and ends thirty days later."""
    played = begun(made, script)
    now = made.clock.now()
    first, until = (now.on_day(now.day + timedelta(days=days)) for days in (10, 40))
    entrust(made, played, valid_from=first, valid_until=until)
    by(played, agency=False)
    play.appoint_holders(made.stage, made.town, played)
    return played


def issuing(made, played, party):
    deed = play.solicitation_of(made.stage, played)
    return codes(made, party, deed, played.case, confirms=True)


def to_day(made, days):
    now = made.clock.now()
    made.clock.move_to(now.on_day(now.day + timedelta(days=days)))


@pytest.mark.parametrize(
    ("days", "told"), [(0, "planning.agreement-not-yet"), (11, None), (41, "planning.agreement-over")]
)
def test_an_agency_acts_from_the_first_to_the_last_instant_of_its_agreement(at, days, told):
    made, played = at(planned)
    to_day(made, days)
    found = issuing(made, played, made.town.agent)
    assert {one for one in found if one.startswith("planning.agreement")} == ({told} if told else set())
    assert not [one for one in issuing(made, played, made.town.buyer) if one.startswith("planning.agreement")]


def test_a_purchaser_who_hosts_the_end_has_the_report_at_once(at):
    """The agency ran the rest; nobody owes him a report, and his time to confirm runs from the conclusion."""
    made, played = at(begun)
    entrust(made, played, functions=tuple(one for one in HOSTED if one != "award.notify"))
    by(played, agency=True)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    clocks = {one.id: one.owed_by for one in case_of(made, played).clocks if one.lot == LOT}
    assert "award.report" not in clocks
    assert clocks["award.confirm"] == "purchaser"
    assert "award.no-agency" in codes(made, made.town.agent, DeliverReport(LOT, PAPER), played.case)


def test_an_agency_without_functions_may_do_everything_as_in_earlier_acts(at):
    made, played = at(begun)
    case = case_of(made, played)
    earlier = replace(agreement(made), functions=(), valid_from=None, valid_until=None)
    planning = replace(case.planning, agency=earlier.agency, entrusted=earlier)
    assert {replace(case, planning=planning).host_of(one) for one in HOSTED} == {earlier.agency}
