"""Nothing leaves before its time: each test first shows that there is something that could leak."""

import json
import re

import scripts
from daylight.core.acts.award import AwardLot, LoserNotice, NotifyBidders, PublishAward
from daylight.core.acts.contracting import SignContract
from daylight.core.disclosure.occasion import ocid_of, party_id, public_id
from daylight.core.dockets.registry import Organisation, Person
from daylight.core.procedures.award.debriefing import debriefed
from daylight.core.values.text import Text
from daylight.practice import judging, play
from played import TWO_LOTS, world_of
from world import found

WHY = Text("理由", "reason")


def sealed_names(world, played):
    """Everything that names a bidder: dockets, register numbers, names of the firm and of its person."""
    found = []
    for bid, party in played.bidders.values():
        organisation = world.office.views.of(party.organisation, fresh=True).state
        assert isinstance(organisation, Organisation)
        found += [bid.name.en, party.organisation, party.device.person, party_id(organisation)]
        found += [organisation.registration.identifier.id, f"{bid.name.zh}代表"]
    return [*found, *played.bidders, *(public_id("bid", docket) for docket in played.bidders)]


def published(world):
    return [
        (draft.act.intent.kind, (one.release + one.page).decode())
        for draft in world.office.journal.drafts
        for one in draft.published
    ]


def played_releases(world):
    drafts = world.office.journal.drafts
    return [json.loads(one.release) for draft in drafts for one in draft.published]


def test_before_the_opening_nothing_names_a_bidder_or_their_number():
    world = found(7)
    played = scripts.to_bids(world, scripts.FULL)
    secrets = sealed_names(world, played)
    assert len(played.bidders) == 7 and len(set(secrets)) == 7 * 8
    before = published(world)
    assert [kind for kind, _ in before][-1] == "IssueClarification"
    assert [(kind, secret) for kind, text in before for secret in secrets if secret in text] == []
    for word in ("tenderer", "numberOfTenderers", '"bids"', "supplier"):
        assert [kind for kind, text in before if word in text] == []


def test_the_opening_names_only_those_whose_bids_were_opened():
    world = found(8)
    played = scripts.to_opening(world, scripts.FULL)
    text = dict(published(world))["OpenBids"]
    named = sorted(bid.name.zh for bid, _ in played.bidders.values() if bid.name.en in text)
    assert named == ["丁", "丙", "乙", "戊", "甲"]
    opened = next(release for release in played_releases(world) if "bids" in release)
    prices = sorted(bid["value"]["amount"] for bid in opened["bids"]["details"])
    assert prices == [1_400_000, 2_900_000, 2_950_000, 3_000_000, 3_100_000]
    assert opened["bids"]["statistics"] == [
        {"id": "1-bids", "measure": "bids", "value": 5, "relatedLot": "1"}
    ]


def test_the_committee_is_unknown_until_the_award_is_published():
    for name in ("full", "two lots"):
        world = world_of(name)
        members = [
            world.office.views.of(seat, fresh=True).state
            for draft in world.office.journal.drafts
            if draft.act.intent.kind == "FormCommittee"
            for seat in (
                *(one.person for one in draft.act.intent.deed.experts),
                *draft.act.intent.deed.representatives,
            )
        ]
        assert len(members) == 5 and all(isinstance(member, Person) for member in members)
        earlier = [(kind, text) for kind, text in published(world) if kind != "PublishAward"]
        leaks = [(kind, member.name) for kind, text in earlier for member in members if member.name in text]
        assert leaks == []


def test_a_winner_is_unknown_until_the_award_is_published_though_chosen_told_and_signed():
    world = found(10)
    played = scripts.to_opening(world, TWO_LOTS)
    stage, town = world.stage, world.town
    judging.form_committee(stage, town, played)
    judging.evaluate_lot(stage, town, played, "1")
    lot = stage.case(played.case, town.buyer).lot("1")
    stage.confirms(town.buyer, AwardLot("1", lot.evaluation.ranking[0], WHY), played.case)
    case = stage.case(played.case, town.buyer)
    others = (
        LoserNotice(bid.bid, WHY) for bid in lot.evaluation.bids if bid.bid != lot.evaluation.ranking[0]
    )
    losers = tuple(debriefed(case, lot, one) for one in others)
    stage.acts(town.agent, NotifyBidders("1", lot.evaluation.ranking[0], losers), played.case)
    _sign(world, played)
    judging.fail(stage, town, played, "2")
    failed = played_releases(world)[-1]
    assert stage.case(played.case, town.buyer).lot("1").stage == "contracted"
    assert (failed["tag"], failed["tender"]["status"]) == (["tenderUpdate"], "active")
    roles = {
        role for release in played_releases(world) for party in release["parties"] for role in party["roles"]
    }
    assert roles == {"buyer", "procuringEntity", "tenderer"}
    stage.acts(town.agent, PublishAward("1", WHY), played.case)
    told = played_releases(world)[-1]
    suppliers = [party["name_en"] for party in told["parties"] if "supplier" in party["roles"]]
    assert (suppliers, told["tender"]["status"]) == (["乙 Ltd"], "complete")


def _sign(world, played):
    lot = world.stage.case(played.case, world.town.buyer).lot("1")
    price = next(bid.price.total for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    text = play.document(world.stage, "合同", "合同")
    deed = SignContract("1", price, None, world.stage.clock.now().day, text)
    for party in (world.town.buyer, played.bidders[lot.award.winner][1]):
        world.stage.confirms(party, deed, played.case)


def test_no_docket_leaves_the_house():
    for name in ("full", "small", "two lots"):
        world = world_of(name)
        dockets = {draft.act.docket for draft in world.office.journal.drafts}
        texts = [text for _, text in published(world)]
        assert len(dockets) > 20
        assert [docket for docket in dockets if any(docket in text for text in texts)] == []


def test_an_ocid_is_the_same_for_the_same_case_and_differs_between_cases():
    assert ocid_of("case-1") == ocid_of("case-1") != ocid_of("case-2")
    assert re.fullmatch("ocds-xxxxxx-[0-9a-f]{20}", ocid_of("case-1"))
