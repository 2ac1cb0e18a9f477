"""What follows a framework agreement: it is filed, users are told, and at its end all is summed up."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from daylight.core.acts.act import Seen, read_act
from daylight.core.acts.framework import EndListing, GiveBackQuota
from daylight.core.acts.intent import read_signed
from daylight.core.judgement.register import REGISTER
from daylight.core.procedures.duties import duties_of
from daylight.core.procedures.matter import Matter
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import agreements, framework
from daylight.practice.framework import Wanted
from scenarios.asking import case_of, codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, PAPER
from scenarios.listed import FIVE, LOT, TEN, UNTIL, listed, listings, opened
from scenarios.test_call_offs import called, calling
from scenarios.test_framework_open import OPEN, two_listed
from world import china

PROVEN = {"public": 0, "auditor": 0}
KEPT = ("framework.file_copy", "framework.notify_users", "framework.summary")


def owed(made, played):
    duties = duties_of(case_of(made, played), made.clock.now(), made.stage.book)
    return {one.clock.id: (one.clock.latest, one.standing) for one in duties}


def over(made, played):
    """The day after the last of the agreements."""
    made.clock.move_to(made.clock.now().on_day(UNTIL + timedelta(days=1)))


def test_the_second_signature_starts_the_time_for_filing_and_telling(at):
    made, played = at(listed, FIVE)
    first = case_of(made, played).lots[0].listing.listed[0]
    deed = framework.agreement_of(made.stage, LOT, first, until=UNTIL, quota=TEN)
    made.stage.confirms(made.town.agent, deed, played.case)
    assert set(owed(made, played)) == {"framework.sign"}
    made.clock.move_to(made.clock.now().on_day(date(2026, 4, 30)))  # 1 to 5 May are closed, 9 May is worked
    made.stage.confirms(played.bidders[first][1], deed, played.case)
    found = owed(made, played)
    assert found["framework.notify_users"] == (date(2026, 5, 8), "running")
    assert found["framework.file_copy"] == (date(2026, 5, 13), "running")
    made.clock.move_to(made.clock.now().on_day(date(2026, 5, 9)))
    assert owed(made, played)["framework.notify_users"][1] == "overdue"


def test_later_signatures_do_not_put_off_what_is_owed_for_the_first(at):
    made, played = at(listed, FIVE)
    bids = case_of(made, played).lots[0].listing.listed
    due = []
    for bid in bids[:2]:
        deed = framework.agreement_of(made.stage, LOT, bid, until=UNTIL, quota=TEN)
        made.stage.confirms(made.town.agent, deed, played.case)
        made.stage.confirms(played.bidders[bid][1], deed, played.case)
        due.append(owed(made, played)["framework.file_copy"][0])
        made.clock.move_to(made.clock.now().on_day(made.clock.now().day + timedelta(days=1)))
    assert due[0] == due[1]


def test_all_agreements_that_stand_are_filed_and_told_together_once(at):
    made, played = at(opened, FIVE)
    case, agent = case_of(made, played), made.town.agent
    filing, telling = agreements.filing_of(made.stage, case, LOT), agreements.telling_of(case, LOT)
    for wrong, told in (
        (replace(filing, bids=filing.bids[1:]), "framework.filed-differ"),
        (replace(filing, filed=replace(PAPER, title="")), "acts.no-document"),
        (replace(telling, bids=telling.bids[1:]), "framework.told-differ"),
        (replace(telling, told=Text("可直接选定", "")), "acts.one-language"),
    ):
        assert codes(made, agent, wrong, played.case) == [told]
    assert codes(made, agent, filing, played.case) == codes(made, agent, telling, played.case) == []
    assert set(owed(made, played)) == {"framework.summary"}
    assert codes(made, agent, filing, played.case) == ["framework.filed-differ"]
    assert codes(made, agent, telling, played.case) == ["framework.told-differ"]
    assert verdicts(made, played) == PROVEN


def test_what_was_bought_is_published_within_ten_working_days_of_the_end(at):
    made, played = at(opened, FIVE)
    called(made, played, quantity=3)
    called(made, played, quantity=2)
    called(made, played, place=1, quantity=1)
    agent = made.town.agent
    made.clock.move_to(made.clock.now().on_day(UNTIL))
    deed = agreements.summary_of(LOT, listings(made, played))
    assert codes(made, agent, deed, played.case) == ["framework.not-over"]
    over(made, played)
    assert owed(made, played)["framework.summary"][1] == "running"
    assert codes(made, agent, deed, played.case) == []
    assert codes(made, agent, deed, played.case) == ["framework.summed-before"]
    assert "framework.summary" not in owed(made, played)
    assert [(one.calls, one.quantity) for one in deed.lines] == [(2, 5), (1, 1), (0, 0), (0, 0)]
    assert deed.lines[0].amount == Money(5 * 39_600, "CNY")
    assert json.loads(made.office.journal.published(played.case)[-1])["tag"] == ["tenderUpdate"]
    assert verdicts(made, played) == PROVEN


def test_the_summary_is_due_by_the_calendar_once_its_year_is_known(at):
    made, played = at(listed, FIVE)
    first = case_of(made, played).lots[0].listing.listed[0]
    last = date(2026, 9, 18)  # 25 to 27 September and 1 to 7 October are closed, 20 September is worked
    deed = framework.agreement_of(made.stage, LOT, first, until=last, quota=TEN)
    made.stage.confirms(made.town.agent, deed, played.case)
    made.stage.confirms(played.bidders[first][1], deed, played.case)
    until, _ = owed(made, played)["framework.summary"]
    assert until == date(2026, 10, 9)
    for day, standing in ((until, "running"), (until + timedelta(days=1), "overdue")):
        made.clock.move_to(made.clock.now().on_day(day))
        assert owed(made, played)["framework.summary"][1] == standing


def test_the_summary_says_of_every_listing_what_stands(at):
    made, played = at(opened, FIVE)
    called(made, played, quantity=3)
    over(made, played)
    deed, agent = agreements.summary_of(LOT, listings(made, played)), made.town.agent
    line = deed.lines[0]
    for wrong in (
        deed.lines[1:],
        (),
        (*deed.lines, line),
        (replace(line, quantity=2), *deed.lines[1:]),
        (replace(line, amount=Money(1, "CNY")), *deed.lines[1:]),
        (replace(line, calls=2), *deed.lines[1:]),
    ):
        told = codes(made, agent, replace(deed, lines=wrong), played.case)
        assert told == ["framework.summary-differs"]
    assert codes(made, agent, deed, played.case) == []


def test_an_open_framework_is_filed_told_and_summed_up_as_well(at):
    made, played = at(two_listed, OPEN)
    assert set(owed(made, played)) == set(KEPT)
    agreements.file_and_tell(made.stage, made.town, played, LOT)
    over(made, played)
    stand = [made.office.views.of(docket, fresh=True).state for docket in played.bidders]
    deed = agreements.summary_of(LOT, stand)
    assert codes(made, made.town.agent, deed, played.case) == []
    assert owed(made, played) == {}
    assert verdicts(made, played) == PROVEN


GROUNDS = ("collusion", "false_material", "refused_call_off", "breach", "banned", "agreed_ground")


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_supplier_is_removed_on_a_ground_and_on_evidence(at, ground):
    made, played = at(opened, FIVE)
    listing = listings(made, played)[0]
    remove = EndListing(played.case, LOT, "removed", FINE, ground, (PAPER,))
    for wrong, told in (
        ({"ground": ""}, "framework.no-ground"),
        ({"ground": "dislike"}, "framework.no-ground"),
        ({"evidence": ()}, "acts.no-evidence"),
        ({"evidence": (replace(PAPER, size=0),)}, "acts.no-document"),
    ):
        assert codes(made, made.town.agent, replace(remove, **wrong), listing.id) == [told]
    assert codes(made, made.town.agent, remove, listing.id) == []
    deed, listing = calling(made, played, quantity=1)
    assert codes(made, made.town.buyer, deed, listing.id) == ["framework.ended"]


def test_every_ground_of_removal_is_data_of_the_methods_that_list():
    listing = [method for method in china().methods if method.lists]
    found = {method.id: tuple(one.id for one in method.removals) for method in listing}
    assert found == {"framework_agreement": GROUNDS, "open_framework": GROUNDS}


def test_a_summary_rests_on_every_listing(at):
    made, played = at(opened, FIVE)
    over(made, played)
    deed = agreements.summary_of(LOT, listings(made, played))
    made.stage.acts(made.town.agent, deed, played.case)
    seen = {one.docket for one in read_act(made.office.journal.entries(played.case)[-1].source).seen}
    assert {one.id for one in listings(made, played)} <= seen


def test_what_was_given_back_is_not_in_the_summary(at):
    made, played = at(opened, FIVE)
    listing = listings(made, played)[0]
    drawn = framework.call_off(made.stage, listing, Wanted(4, listing.agreed.price))
    made.stage.acts(made.town.buyer, drawn, listing.id)
    back = agreements.summed(listings(made, played)[0])
    assert (back.calls, back.quantity) == (1, 4)
    deed = GiveBackQuota(played.case, LOT, drawn.call, "not_opened", FINE)
    made.stage.acts(made.town.buyer, deed, listing.id)
    back = agreements.summed(listings(made, played)[0])
    assert (back.calls, back.quantity, back.amount) == (0, 0, Money(0, "CNY"))


def test_who_was_removed_under_the_edition_before_needed_no_ground(at):
    made, played = at(opened, FIVE)
    listing = listings(made, played)[0]
    remove = EndListing(played.case, LOT, "removed", FINE)
    intent = read_signed(made.stage.intent(made.town.agent, remove, listing.id)).intent
    rules, asked = made.office.rules, REGISTER["EndListing"].conditions
    condition = next(one for one in asked if one.__name__ == "removal_has_a_ground")
    for edition, told in (("2026.12.1", []), ("2026.12.2", ["framework.no-ground", "acts.no-evidence"])):
        m = Matter(
            intent, b"", made.clock.now(), rules.world, rules.book, rules.crypto,
            listing, Seen(listing.id, 1, ""), {"case": case_of(made, played)}, edition,
        )  # fmt: skip
        assert [one.code for one in condition(m) or ()] == told
