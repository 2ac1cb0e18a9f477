"""Off the list a purchaser buys where an outsider is cheaper and nobody listed matches the price."""

from dataclasses import replace

from daylight.core.acts.act import read_act
from daylight.core.acts.framework import EndListing
from daylight.core.disclosure.visibility import public_length
from daylight.core.procedures.planning.need import MOST_MINOR
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import agreements, framework
from daylight.practice.town import register_supplier
from scenarios.asking import codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, PAPER
from scenarios.listed import FIVE, LOT, TERMS, listings, opened, supplier_of

PROVEN = {"public": 0, "auditor": 0}
LEAST = 39_600


def outsider(made):
    return register_supplier(made.stage, Text("外", "outside"), territory="CN-37")


def buying(made, played, minor=LEAST - 1, party=None, quantity=5):
    """What the purchaser signs to buy off the list."""
    party = party or outsider(made)
    stand = listings(made, played)
    return agreements.off_list_of(made.stage, played, stand, party, Money(minor, "CNY"), quantity)


def trying(made, deed, by=None):
    return codes(made, by or made.town.buyer, deed, made.stage.new_docket("case"))


def test_the_item_is_bought_from_an_outsider_and_the_contract_is_proven_offline(at):
    made, played = at(opened, FIVE)
    party = outsider(made)
    deed, docket = buying(made, played, party=party), made.stage.new_docket("case")
    made.stage.acts(made.town.buyer, deed, docket)
    framework.contract_of_call_off(made.stage, made.town.buyer, party, docket)
    lot = made.stage.case(docket, made.town.buyer).lots[0]
    assert lot.contract.signatures[0].price == Money(5 * (LEAST - 1), "CNY")
    assert [one.drawn.quantity for one in listings(made, played)] == [0] * 4
    assert verdicts(made, replace(played, case=docket)) == verdicts(made, played) == PROVEN


def test_what_was_bought_off_the_list_is_public_to_its_end(at):
    made, played = at(opened, FIVE)
    party = outsider(made)
    deed, docket = buying(made, played, party=party), made.stage.new_docket("case")
    made.stage.acts(made.town.buyer, deed, docket)
    framework.contract_of_call_off(made.stage, made.town.buyer, party, docket)
    acts = tuple(read_act(entry.source) for entry in made.office.journal.entries(docket))
    assert [act.intent.kind for act in acts[: public_length(acts)]] == [act.intent.kind for act in acts]


def test_one_minor_unit_below_the_lowest_price_agreed_is_cheaper_and_the_same_is_not(at):
    made, played = at(opened, FIVE)
    for minor, told in ((LEAST, ["framework.not-cheaper"]), (LEAST - 1, []), (0, ["framework.not-cheaper"])):
        assert trying(made, buying(made, played, minor)) == told


def test_everybody_on_the_list_was_asked(at):
    made, played = at(opened, FIVE)
    deed = buying(made, played)
    first = deed.asked[0]
    for asked in ((), deed.asked[1:], (*deed.asked, first), (replace(first, answer=replace(PAPER, size=0)),)):
        assert trying(made, replace(deed, asked=asked)) == ["framework.not-all-asked"]
    hidden = replace(deed, listings=deed.listings[1:], asked=deed.asked[1:])
    assert trying(made, hidden) == ["framework.not-all-asked"]
    assert trying(made, deed) == []


def test_who_left_the_list_is_not_asked_and_its_price_no_longer_counts(at):
    made, played = at(opened, FIVE)
    gone = listings(made, played)[0]
    made.stage.acts(supplier_of(played, gone), EndListing(played.case, LOT, "left", FINE), gone.id)
    deed = buying(made, played, LEAST)
    assert len(deed.asked) == 3 and trying(made, deed) == []


def test_whoever_stood_on_the_list_is_no_outsider(at):
    made, played = at(opened, FIVE)
    mine = supplier_of(played, listings(made, played)[0])
    assert trying(made, buying(made, played, party=mine)) == ["framework.on-the-list"]
    body = replace(buying(made, played), suppliers=(made.town.agent.organisation,))
    assert trying(made, body) == ["framework.on-the-list"]


def test_a_purchaser_that_supplies_too_does_not_buy_from_itself(at):
    made, played = at(opened, FIVE)
    here = made.town.buyer.organisation
    view = made.office.views.of(here, fresh=True)
    both = replace(view.state.registration, roles=(*view.state.roles, "supplier"))
    made.office.views._views[here] = replace(view, state=replace(view.state, registration=both))
    deed = replace(buying(made, played), suppliers=(here,))
    assert trying(made, deed) == ["bidding.runs-the-case"]


def test_it_costs_no_more_than_can_be_kept(at):
    """What the row of a case cannot hold would stop the lane of everybody."""
    made, played = at(opened, FIVE)
    most = MOST_MINOR // (LEAST - 1)
    for quantity, told in ((most + 1, ["framework.other-item"]), (most, [])):
        assert trying(made, buying(made, played, quantity=quantity)) == told


def test_it_is_the_very_item_at_that_price(at):
    made, played = at(opened, FIVE)
    deed = buying(made, played)
    need = deed.requirement
    (lot,), (item,) = need.lots, need.items
    for other in (
        replace(need, items=(replace(item, description=FINE),)),
        replace(need, items=(replace(item, quantity=4),)),
        replace(need, lots=(replace(lot, budget=Money(1, "CNY")),)),
        replace(need, object="services"),
        replace(need, lots=(), items=()),
    ):
        assert trying(made, replace(deed, requirement=other)) == ["framework.other-item"]
    assert trying(made, replace(deed, offer=replace(deed.offer, title=""))) == ["framework.other-item"]


def test_only_a_purchaser_the_framework_is_for_buys_off_its_list(at):
    made, played = at(opened, FIVE)
    assert trying(made, buying(made, played), made.town.agent) == ["framework.not-a-user"]
    other = replace(FIVE, chosen=replace(FIVE.chosen, framework=replace(TERMS, users=("org-1",))))
    made, played = at(opened, other)
    assert trying(made, buying(made, played)) == ["framework.not-a-user"]
    assert trying(made, replace(buying(made, played), method="open_tendering")) == [
        "framework.no-list",
        "framework.not-a-user",
    ]
