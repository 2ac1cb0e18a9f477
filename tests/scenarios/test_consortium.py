"""Two suppliers bid together: one docket for both, both named at the opening, either signs the contract."""

from daylight.client.bidder import seal_offer
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.values.text import Text
from daylight.practice import judging, play
from scenarios.asking import case_of
from scripts import SMALL, bidder, to_issue


def joined(made, script):
    """Two obtain the documents together, and the other of them hands in their bid."""
    played = to_issue(made, script)
    play.obtain_all(made.stage, played)
    leader = play.register_supplier(made.stage, Text("联合甲", "Joint A"), territory="CN-37")
    partner = play.register_supplier(made.stage, Text("联合乙", "Joint B"), territory="CN-37")
    both = tuple(sorted((leader.organisation, partner.organisation)))
    docket, bid = made.office.bid_docket(played.case, both), bidder("联合体", 2_800_000)
    made.stage.acts(leader, ObtainDocuments(played.case, both), docket)
    sealed = seal_offer(
        play.offer_of(played.script, bid, "1", 280_000_000),
        bid=docket,
        case=played.case,
        key_set=case_of(made, played).planning.key_set,
        randomness=made.stage.randomness,
        crypto=made.stage.crypto,
    )
    for file in sealed.files:
        made.stage.door.put(file)
    made.stage.acts(partner, SubmitBid(played.case, both, (sealed.envelope,)), docket)
    played.bidders[docket] = (bid, partner)
    return played


def test_a_consortium_bids_wins_and_signs(at):
    made, played = at(joined)
    docket = next(reversed(played.bidders))
    play.secure(made.stage, played, docket)
    play.bid_all(made.stage, made.town, without(played, docket))
    play.open_all(made.stage, made.town, played)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, "1")
    judging.award(made.stage, made.town, played, "1")
    judging.contract(made.stage, made.town, played, "1")
    lot = case_of(made, played).lots[0]
    winner = next(bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    assert (winner.bid, len(winner.bidders)) == (docket, 2)
    assert lot.contract.signatures[1].organisation in winner.bidders


def without(played, docket):
    """The purchase as the bidders on their own play it."""
    others = {other: one for other, one in played.bidders.items() if other != docket}
    return play.Played(SMALL, played.case, played.keys, others)
