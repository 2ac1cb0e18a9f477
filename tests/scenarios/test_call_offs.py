"""Calling off from a framework: a supplier of the list, at its price or below, as long as quota is left."""

import json
from dataclasses import replace
from datetime import timedelta

from daylight.core.acts.contracting import FileContract, SignContract
from daylight.core.acts.framework import EndListing, Quota
from daylight.core.procedures.planning.need import MOST_MINOR
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import framework
from daylight.practice.framework import Wanted
from scenarios.asking import codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, PAPER
from scenarios.listed import FIVE, LOT, SERVICES, TERMS, UNTIL, listed, listings, opened, supplier_of
from world import found

PENS = Text("复印纸十箱", "ten boxes of paper")


def price(yuan: int) -> Money:
    return Money(100 * yuan, "CNY")


def calling(made, played, place=0, **wanted):
    """What the purchaser signs to call off from a listing, and the listing."""
    listing = listings(made, played)[place]
    asked = Wanted(**({"quantity": 10, "price": listing.agreed.price} | wanted))
    return framework.call_off(made.stage, listing, asked), listing


def called(made, played, **wanted):
    """A call-off is drawn and its case open; returns the docket."""
    deed, listing = calling(made, played, **wanted)
    made.stage.acts(made.town.buyer, deed, listing.id)
    case = framework.opening_of(played, listing, deed, PENS)
    made.stage.acts(made.town.buyer, case, deed.call)
    return deed.call, listing


def test_from_the_list_to_the_contract_and_judged_again_offline(at):
    made, played = at(opened, FIVE)
    call, listing = called(made, played)
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier_of(played, listing), call)
    case = made.stage.case(call, made.town.buyer)
    assert case.lots[0].contract.published_at
    assert [one.kind for one in case.clocks] == ["FileContract"]
    signed = next(act.intent.deed for act in reversed(made.acts) if isinstance(act.intent.deed, SignContract))
    copy = FileContract(case.lots[0].id, signed.text, made.town.finance.organisation)
    assert codes(made, made.town.buyer, copy, call) == []
    assert made.stage.case(call, made.town.buyer).clocks == ()
    assert case.lots[0].contract.signatures[0].price == Money(10 * listing.agreed.price.amount_minor, "CNY")
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
    assert verdicts(made, replace(played, case=call)) == {"public": 0, "auditor": 0}


def test_a_call_off_is_published_with_its_supplier_and_its_framework(at):
    made, played = at(opened, FIVE)
    call, _ = called(made, played)
    above = json.loads(made.office.journal.published(played.case)[-1])
    release = json.loads(made.office.journal.published(call)[-1])
    assert release["relatedProcesses"][0]["identifier"] == above["ocid"]
    assert release["awards"][0]["value"]["amount"] == 3960
    assert [one["name"] for one in release["awards"][0]["suppliers"]] == ["供4"]
    assert [len(above["awards"]), {"supplier"} <= {r for p in above["parties"] for r in p["roles"]}] == [
        4,
        True,
    ]


def test_the_agreed_price_is_a_ceiling(at):
    made, played = at(opened, FIVE)
    agreed = listings(made, played)[0].agreed.price
    for asked, told in ((1, ["framework.above-agreed"]), (0, []), (-1, [])):
        deed, listing = calling(made, played, quantity=1, price=Money(agreed.amount_minor + asked, "CNY"))
        assert codes(made, made.town.buyer, deed, listing.id) == told
    for wrong in (Money(0, "CNY"), Money(1, "EUR")):
        deed, listing = calling(made, played, quantity=1, price=wrong)
        assert codes(made, made.town.buyer, deed, listing.id) == ["framework.above-agreed"]


def test_nothing_is_called_off_beyond_the_quota(at):
    made, played = at(opened, FIVE)
    spent = ["framework.quota"]
    for quantity, told in ((11, spent), (0, spent), (4, []), (7, spent), (6, []), (1, spent)):
        deed, listing = calling(made, played, quantity=quantity)
        assert codes(made, made.town.buyer, deed, listing.id) == told
    assert [listings(made, played)[n].drawn.quantity for n in (0, 1)] == [10, 0]


def test_a_quota_may_be_an_amount(at):
    made, played = at(listed, FIVE)
    quota = Quota(amount=price(400))
    framework.sign_and_open(made.stage, made.town, played, LOT, until=UNTIL, quota=quota)
    for yuan, told in ((200, []), (201, ["framework.quota"]), (200, []), (1, ["framework.quota"])):
        deed, listing = calling(made, played, quantity=1, price=price(yuan))
        assert codes(made, made.town.buyer, deed, listing.id) == told


def test_only_purchasers_the_framework_is_for_call_off(at):
    made, played = at(opened, FIVE)
    deed, listing = calling(made, played)
    assert codes(made, made.town.agent, deed, listing.id) == ["framework.not-a-user"]
    made = found()
    named = replace(FIVE, chosen=replace(FIVE.chosen, framework=replace(TERMS, users=(made.town.purchaser,))))
    played = opened(made, named)
    deed, listing = calling(made, played)
    assert codes(made, made.town.buyer, deed, listing.id) == []
    made, played = at(
        opened, replace(FIVE, chosen=replace(FIVE.chosen, framework=replace(TERMS, users=("org-1",))))
    )
    deed, listing = calling(made, played)
    assert codes(made, made.town.buyer, deed, listing.id) == ["framework.not-a-user"]


def test_suppliers_are_called_off_in_the_ways_of_the_terms(at):
    made, played = at(opened, FIVE)
    deed, listing = calling(made, played, way="rotation")
    assert "framework.other-way" in codes(made, made.town.buyer, deed, listing.id)


def test_a_call_off_names_its_lot_and_a_case_of_its_own(at):
    made, played = at(opened, FIVE)
    deed, listing = calling(made, played, quantity=1)
    buyer = made.town.buyer
    assert codes(made, buyer, replace(deed, lot="2"), listing.id) == ["framework.other-lot"]
    for taken in (played.case, "bid-1"):
        assert codes(made, buyer, replace(deed, call=taken), listing.id) == ["framework.call-taken"]
    assert codes(made, buyer, deed, listing.id) == []
    assert codes(made, buyer, deed, listing.id) == ["framework.call-taken"]


def test_nothing_is_called_off_when_the_agreement_is_over(at):
    made, played = at(opened, FIVE)
    made.clock.move_to(made.clock.now().on_day(UNTIL))
    deed, listing = calling(made, played, quantity=1)
    assert codes(made, made.town.buyer, deed, listing.id) == []
    made.clock.move_to(made.clock.now().on_day(UNTIL + timedelta(days=1)))
    deed, listing = calling(made, played, quantity=1)
    assert codes(made, made.town.buyer, deed, listing.id) == ["framework.ended"]


def test_the_case_of_a_call_off_says_what_was_drawn(at):
    made, played = at(opened, FIVE)
    deed, listing = calling(made, played)
    case = framework.opening_of(played, listing, deed, PENS)
    buyer = made.town.buyer
    assert codes(made, buyer, case, deed.call) == ["framework.no-call"]
    made.stage.acts(buyer, deed, listing.id)
    need, other = case.requirement, listings(made, played)[1]
    wrong = (
        replace(case, price=price(1)),
        replace(case, suppliers=other.agreed.suppliers),
        replace(case, framework=deed.call),
        replace(case, requirement=replace(need, items=(replace(need.items[0], quantity=9),))),
        replace(case, requirement=replace(need, lots=(replace(need.lots[0], budget=price(1)),))),
        replace(case, requirement=replace(need, lots=())),
    )
    for one in wrong:
        assert codes(made, buyer, one, deed.call) == ["framework.call-differs"]
    assert codes(made, buyer, replace(case, listing=other.id), deed.call) == ["framework.no-call"]
    assert codes(made, buyer, replace(case, method="open_tendering"), deed.call) == ["framework.no-list"]
    assert codes(made, buyer, case, deed.call) == []
    assert codes(made, buyer, case, deed.call) == ["acts.docket-taken"]


def test_a_supplier_leaves_or_is_removed_and_what_was_called_off_stands(at):
    made, played = at(opened, FIVE)
    call, listing = called(made, played, quantity=1)
    supplier, agent = supplier_of(played, listing), made.town.agent
    leave = EndListing(played.case, LOT, "left", FINE)
    remove = EndListing(played.case, LOT, "removed", FINE, "breach", (PAPER,))
    assert codes(made, agent, leave, listing.id) == ["framework.cannot-end"]
    assert codes(made, supplier, remove, listing.id) == ["framework.cannot-end"]
    assert codes(made, supplier, replace(leave, reason=Text("", "")), listing.id) == ["acts.nothing-said"]
    assert codes(made, supplier, leave, listing.id) == []
    assert codes(made, agent, remove, listing.id) == ["framework.ended-before"]
    deed, listing = calling(made, played, quantity=1)
    assert codes(made, made.town.buyer, deed, listing.id) == ["framework.ended"]
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier, call)
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def in_turn(made, played, place):
    """A call-off by rotation from a listing, naming all others of the lot."""
    stand = listings(made, played)
    deed, listing = calling(made, played, place, quantity=1, way="rotation")
    return replace(deed, others=tuple(one.id for one in stand if one.id != listing.id)), listing


def test_a_call_off_without_a_quota_costs_no_more_than_can_be_kept(at):
    """What the row of a case cannot hold would stop the lane of everybody."""
    made, played = at(listed, FIVE)
    framework.sign_and_open(made.stage, made.town, played, LOT, until=UNTIL, quota=Quota())
    _, listing = calling(made, played, quantity=1)
    most = MOST_MINOR // listing.agreed.price.amount_minor
    for quantity, told in ((most + 1, ["framework.quota"]), (most, [])):
        deed, listing = calling(made, played, quantity=quantity)
        assert codes(made, made.town.buyer, deed, listing.id) == told


def test_suppliers_of_services_take_turns_once_a_round_in_the_order_of_the_list(at):
    made, played = at(opened, SERVICES)
    turn = ["framework.not-its-turn"]
    for place, told in (
        (1, turn),
        (0, []),
        (0, turn),
        (2, turn),
        (1, []),
        (2, []),
        (3, []),
        (1, turn),
        (0, []),
    ):
        deed, listing = in_turn(made, played, place)
        assert codes(made, made.town.buyer, deed, listing.id) == told
    supplier = supplier_of(played, listings(made, played)[1])
    made.stage.acts(supplier, EndListing(played.case, LOT, "left", FINE), listings(made, played)[1].id)
    deed, listing = in_turn(made, played, 2)
    assert codes(made, made.town.buyer, replace(deed, others=deed.others[1:]), listing.id) == turn
    assert codes(made, made.town.buyer, deed, listing.id) == []
    direct, listing = calling(made, played, 0, quantity=1)
    named = replace(direct, others=(listings(made, played)[1].id,))
    assert codes(made, made.town.buyer, named, listing.id) == turn
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
