"""More suppliers are called when too few are left: as agreed, where it hurts, on the terms of the first."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from daylight.core.acts.framework import EndListing
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.procedures.duties import duties_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import framework, methods, play, replenishment
from daylight.practice.framework import Wanted
from scenarios.asking import case_of, codes
from scenarios.bought import verdicts
from scenarios.judged import FINE
from scenarios.listed import LOT, TEN, TERMS, UNTIL, called_for, listings, opened, supplier_of
from scripts import bidder

PROVEN = {"public": 0, "auditor": 0}
AGREED = called_for(5, framework=replace(TERMS, replenish=True))
ELEVEN = called_for(13, framework=replace(TERMS, replenish=True))
SILENT = called_for(5)
NEW = tuple(bidder(f"新{n}", 398 - n) for n in range(3))


def leave(made, played, number):
    """So many of those left leave the list, the first of it before the others."""
    for listing in [one for one in listings(made, played) if one.ended_at is None][:number]:
        made.stage.acts(supplier_of(played, listing), EndListing(played.case, LOT, "left", FINE), listing.id)


def short(made, script):
    """Two of four are left."""
    played = opened(made, script)
    leave(made, played, 2)
    return played


def asked(made, played):
    """What the convenor would sign."""
    return replenishment.replenishment_of(case_of(made, played), played, LOT, listings(made, played))


def owed(made, played):
    return {one.clock.kind for one in duties_of(case_of(made, played), made.clock.now(), made.stage.book)}


def trying(made, deed, by=None):
    return codes(made, by or made.town.buyer, deed, made.stage.new_docket("case"))


def calling(made, script):
    """The framework, and a replenishment that anybody may answer."""
    above = short(made, script)
    deed = asked(made, above)
    return above, replenishment.open_replenishment(made.stage, made.town, above, deed, NEW)


def filled(made, script):
    """The framework, and a replenishment that has listed two of three."""
    above, played = calling(made, script)
    replenishment.answer_and_list(made.stage, made.town, played, LOT)
    return above, played


def test_two_of_three_who_answer_join_the_list_and_are_called_off_and_all_is_proven_offline(at):
    made, (above, played) = at(filled, AGREED)
    joined = replenishment.take_up(made.stage, made.town, above, played, LOT)
    assert "SignFramework" in owed(made, above)
    framework.sign_and_open(made.stage, made.town, above, LOT, until=UNTIL, quota=TEN)
    assert "SignFramework" not in owed(made, above)
    stand = listings(made, above)
    assert [one.agreed.price for one in stand[4:]] == [Money(39_600, "CNY"), Money(39_700, "CNY")]
    assert tuple(one.agreed.bid for one in stand[4:]) == joined and len(joined) == 2
    deed = framework.call_off(made.stage, stand[4], Wanted(3, stand[4].agreed.price))
    assert codes(made, made.town.buyer, deed, stand[4].id) == []
    assert verdicts(made, above) == verdicts(made, played) == PROVEN


@pytest.mark.parametrize(("gone", "told"), [(0, True), (1, True), (2, False)])
def test_of_four_listed_three_are_enough_and_two_are_not(at, gone, told):
    made, played = at(opened, AGREED)
    leave(made, played, gone)
    assert trying(made, asked(made, played)) == (["framework.enough-left"] if told else [])


def test_seven_of_ten_are_seven_tenths_and_not_below(at):
    made, played = at(opened, ELEVEN)
    assert len(listings(made, played)) == 10
    leave(made, played, 3)
    assert trying(made, asked(made, played)) == ["framework.enough-left"]
    leave(made, played, 1)
    assert trying(made, asked(made, played)) == []


def test_all_listings_are_counted(at):
    made, played = at(opened, AGREED)
    deed = asked(made, played)
    for some in (deed.listings[:2], (), (*deed.listings, deed.listings[0])):
        assert trying(made, replace(deed, listings=some)) == ["framework.enough-left"]


def test_more_are_called_only_where_the_first_call_said_so_and_it_hurts(at):
    made, played = at(short, SILENT)
    assert trying(made, asked(made, played)) == ["framework.not-foreseen"]
    made, played = at(short, AGREED)
    deed = asked(made, played)
    for unsaid in (Text("", "fewer can deliver"), Text("供货不足", "")):
        assert trying(made, replace(deed, reason=unsaid)) == ["framework.no-shortage"]
    assert trying(made, deed) == []


def test_the_convenor_calls_and_nobody_else(at):
    made, played = at(short, AGREED)
    assert trying(made, asked(made, played), made.town.agent) == ["framework.not-convenor"]


def test_nothing_is_filled_up_when_the_agreement_is_over(at):
    made, played = at(short, AGREED)
    deed = asked(made, played)
    made.clock.move_to(made.clock.now().on_day(UNTIL))
    assert trying(made, deed) == []
    made.clock.move_to(made.clock.now().on_day(UNTIL + timedelta(days=1)))
    assert trying(made, deed) == ["framework.ended"]


def test_need_terms_ways_and_qualification_are_those_of_the_first_call(at):
    made, played = at(short, AGREED)
    deed = asked(made, played)
    need = deed.requirement
    for other in (
        {"terms": replace(deed.terms, ceiling=Money(49_999, "CNY"))},
        {"agreed": replace(deed.agreed, elimination=Fraction(1, 4))},
        {"qualification": (*deed.qualification, FINE)},
        {"requirement": replace(need, object="services")},
        {"requirement": replace(need, items=(replace(need.items[0], quantity=2),))},
        {"suppliers": deed.suppliers[1:]},
        {"method": "open_tendering"},
    ):
        assert trying(made, replace(deed, **other)) == ["framework.other-call"]


def test_the_documents_are_those_of_the_first_call_and_its_time_to_answer_holds(at):
    made, above = at(short, AGREED)
    deed = asked(made, above)
    played = play.Played(above.script, made.stage.new_docket("case"))
    made.stage.acts(made.town.buyer, deed, played.case)
    buyer = made.town.buyer
    played.script = replace(above.script, agency=False)
    play.appoint_holders(made.stage, made.town, played)
    call = play.solicitation_of(made.stage, played)
    fewer = replace(call, framework=replace(call.framework, elimination=Fraction(3, 10)))
    assert codes(made, buyer, fewer, played.case, confirms=True) == ["framework.other-call"]
    short_of = replace(call, bid_deadline=made.clock.now().on_day(made.clock.now().day + timedelta(days=19)))
    assert codes(made, buyer, short_of, played.case, confirms=True) == ["solicitation.period-too-short"]
    chosen = methods.choice_of(AGREED.chosen, made.stage.book.method_by_id["framework_agreement"])
    assert "framework.method-settled" in codes(made, buyer, chosen, played.case, confirms=True)
    assert codes(made, buyer, call, played.case, confirms=True) == []


def test_who_was_listed_does_not_answer_again(at):
    made, (above, played) = at(calling, AGREED)
    dropped = next(party for script, party in above.bidders.values() if script.name.zh == "供0")
    for party, told in (
        (supplier_of(above, listings(made, above)[0]), ["framework.listed-before"]),
        (supplier_of(above, listings(made, above)[3]), ["framework.listed-before"]),
        (dropped, []),
    ):
        deed = ObtainDocuments(played.case, (party.organisation,))
        assert codes(made, party, deed, made.office.bid_docket(played.case, (party.organisation,))) == told


def test_all_who_were_listed_join_once_as_they_were_listed(at):
    made, (above, played) = at(filled, AGREED)
    deed, agent = replenishment.joining_of(made.stage, made.town, played, LOT), made.town.agent
    cheaper = (replace(deed.joined[0], price=Money(1, "CNY")), *deed.joined[1:])
    for wrong in (
        {"joined": deed.joined[1:]},
        {"joined": cheaper},
        {"listed_on": deed.listed_on + timedelta(days=1)},
        {"replenishment": above.case},
    ):
        told = codes(made, agent, replace(deed, **wrong), above.case, confirms=True)
        assert told == ["framework.joined-differ"]
    assert codes(made, agent, deed, above.case, confirms=True) == []
    assert codes(made, agent, deed, above.case, confirms=True) == ["framework.joined-differ"]


def test_agreements_are_signed_in_the_framework_and_end_with_the_first(at):
    made, (above, played) = at(filled, AGREED)
    joined = case_of(made, played).lots[0].listing.listed[0]
    agreement = framework.agreement_of(made.stage, LOT, joined, until=UNTIL, quota=TEN)
    agent = made.town.agent
    told = codes(made, agent, agreement, played.case, confirms=True)
    assert told == ["framework.signed-elsewhere"]
    replenishment.take_up(made.stage, made.town, above, played, LOT)
    longer = replace(agreement, valid_until=UNTIL + timedelta(days=1))
    assert codes(made, agent, longer, above.case, confirms=True) == ["framework.outlives-the-first"]
    assert codes(made, agent, agreement, above.case, confirms=True) == []
