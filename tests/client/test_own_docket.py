"""The docket of a bid has one name: a client asks again and again, and takes no other."""

import pytest

from daylight.client.lies import Lied
from daylight.client.own_bid import check_name
from daylight.client.pin import InMemory, Seen
from daylight.client.presider import open_bids
from daylight.client.session import Party
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.values.docket import DocketKind, is_docket
from daylight.practice.town import register_supplier
from lied_to import bids, released, solicited
from scripts import SMALL, to_issue
from wires import checked, honest
from world import found

OTHER = "bid-" + "0" * 32


@pytest.fixture
def obtained():
    """A bidder whose home has obtained the documents, and was shown nothing since."""
    world = found()
    played = to_issue(world, SMALL)
    party: Party = register_supplier(world.stage, SMALL.bidders[0].name, territory="CN-37")
    wire, memory = honest(world, party), InMemory()
    session = checked(world, wire, memory)
    session.case(played.case, party)
    docket = session.bid_docket(played.case, party)
    session.acts(party, ObtainDocuments(played.case, (party.organisation,)), docket)
    return world, played, party, wire, memory, docket


def test_a_home_remembers_the_docket_of_what_it_was_given_a_receipt_for(obtained):
    world, played, party, wire, memory, docket = obtained
    assert checked(world, wire, memory).bid_docket(played.case, party) == docket
    wire.docket = lambda *_: OTHER
    with pytest.raises(Lied) as lie:
        checked(world, wire, memory).bid_docket(played.case, party)
    assert lie.value.code == "docket.renamed"


def test_what_a_home_was_given_a_receipt_for_is_shown_from_then_on(obtained):
    world, played, party, wire, memory, docket = obtained
    assert checked(world, wire, memory).case(played.case, party)
    true = wire.show

    def without_it(case, device, **asked):
        view = true(case, device, **asked)
        kept = tuple(one for one in view.files if f"/{docket}/" not in one.path)
        return type(view)(kept, view.salts, view.since)

    wire.show = without_it
    with pytest.raises(Lied) as lie:
        checked(world, wire, memory).case(played.case, party)
    assert lie.value.code == "docket.shorter"


def test_an_honest_bidder_bids_twice_in_the_docket_he_remembers():
    world, played, docket, script, party = solicited.__wrapped__()
    wire, memory = honest(world, party), InMemory()
    for _ in range(2):
        bids(checked(world, wire, memory), played, script, party)
    assert len(memory.seen().dockets[docket]) == len(world.office.journal.entries(docket))


def test_after_the_opening_the_name_follows_from_the_secret_that_was_disclosed():
    world, played = released.__wrapped__()
    open_bids(world.stage, played.case, world.town.agent)
    docket, (_, party) = next(iter(played.bidders.items()))
    case = tuple(act.spelled.decode() for act in world.acts if act.docket == played.case)
    seen = Seen(b"", {played.case: case})
    check_name(docket, played.case, (party.organisation,), seen)
    with pytest.raises(Lied):
        check_name(OTHER, played.case, (party.organisation,), seen)


def test_the_docket_of_another_bid_is_not_taken_for_ones_own():
    world, played, docket, _, party = solicited.__wrapped__()
    shown = {
        id: tuple(act.spelled.decode() for act in world.acts if act.docket == id)
        for id in {act.docket for act in world.acts}
        if is_docket(id, DocketKind.BID)
    }
    check_name(docket, played.case, (party.organisation,), Seen(b"", shown))
    without_own = {id: acts for id, acts in shown.items() if id != docket}
    with pytest.raises(Lied):
        check_name(next(iter(without_own)), played.case, (party.organisation,), Seen(b"", without_own))
