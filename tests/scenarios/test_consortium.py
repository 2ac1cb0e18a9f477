"""Two suppliers bid together: one docket for both, both named at the opening, either signs the contract."""

from daylight.client.bidder import seal_offer
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.values.text import Text
from daylight.practice import judging, play
from scenarios.asking import case_of, codes
from scripts import SMALL, bidder, to_issue


def test_a_consortium_bids_wins_and_signs(at):
    made, played = at(to_issue)
    play.obtain_all(made.stage, played)
    leader = play.register_supplier(made.stage, Text("联合甲", "Joint A"), territory="CN-37")
    partner = play.register_supplier(made.stage, Text("联合乙", "Joint B"), territory="CN-37")
    both = tuple(sorted((leader.organisation, partner.organisation)))
    docket = bid_docket(played.case, both)
    script = bidder("联合体", 2_800_000)
    assert codes(made, leader, ObtainDocuments(played.case, both), docket) == []
    offer = play.offer_of(played.script, script, "1", 280_000_000)
    keys = case_of(made, played).planning.key_set
    sealed = seal_offer(
        offer,
        bid=docket,
        case=played.case,
        key_set=keys,
        randomness=made.stage.randomness,
        crypto=made.stage.crypto,
    )
    for file in sealed.files:
        made.stage.door.put(file)
    deed = SubmitBid(played.case, both, (sealed.envelope,))
    assert codes(made, partner, deed, docket) == []
    played.bidders[docket] = (script, partner)
    play.secure(made.stage, played, docket)

    play.bid_all(made.stage, made.town, without(played, docket))
    play.open_all(made.stage, made.town, played)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, "1")
    judging.award(made.stage, made.town, played, "1")
    judging.contract(made.stage, made.town, played, "1")
    lot = case_of(made, played).lots[0]
    winner = next(bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    assert (winner.bid, winner.bidders) == (docket, both)
    assert [signature.organisation for signature in lot.contract.signatures][1] in both


def without(played, docket):
    """The purchase as the bidders on their own play it."""
    others = {other: one for other, one in played.bidders.items() if other != docket}
    return play.Played(SMALL, played.case, played.keys, others)
