import json
from dataclasses import replace

import scripts
from daylight.core.acts.award import CancelLot
from daylight.core.acts.kinds import KINDS
from daylight.core.acts.planning import PublishIntention
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.judgement.register import REGISTER
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.play import Played
from daylight.practice.script import LOWEST_PRICE
from played import disclosed
from world import found


def test_both_halves_of_a_row_have_the_same_kinds():
    assert list(PUBLICATIONS) == list(REGISTER)
    assert sorted(PUBLICATIONS) == sorted(KINDS)


def test_every_kind_has_words():
    assert all(row.words.zh and row.words.en for row in PUBLICATIONS.values())


def test_every_kind_discloses_or_says_why_it_does_not():
    for row in PUBLICATIONS.values():
        assert (row.notice is None) == (row.silent is not None)
        assert row.silent is None or (row.silent.zh and row.silent.en)


def test_a_whole_case_tells_what_the_law_has_it_tell():
    assert [kind for kind, _, _ in disclosed("full")] == [
        "PublishIntention",
        "EntrustAgency",
        "AppointKeyHolders",
        "IssueSolicitation",
        "AnswerEnquiry",
        "IssueClarification",
        "OpenBids",
        "PublishAward",
        "PublishContract",
    ]


def test_tags_follow_the_stage():
    assert [release["tag"] for _, release, _ in disclosed("full")] == [
        ["planning"],
        ["planningUpdate"],
        ["planningUpdate"],
        ["tender"],
        ["tenderUpdate"],
        ["tenderAmendment"],
        ["tenderUpdate"],
        ["award"],
        ["contract"],
    ]


def test_an_award_carries_rank_points_and_reasons():
    _, release, _ = disclosed("full")[-2]
    details = release["bids"]["details"]
    ranks = sorted(bid["daylight"]["rank"] for bid in details if bid["status"] == "valid")
    out = [bid["daylight"]["rejected"] for bid in details if bid["status"] == "disqualified"]
    assert (ranks, out) == ([1, 2, 3, 4], ["abnormally_low"])
    winner = next(bid for bid in details if bid["daylight"].get("rank") == 1)
    assert release["awards"][0]["relatedBid"] == winner["id"]
    assert [one["id"] for one in winner["daylight"]["points"]] == [
        "price",
        "technical",
        "service",
        "warranty",
    ]


def test_a_notice_names_its_articles_and_moves_the_row():
    stages = []
    for kind, release, page in disclosed("full"):
        assert page["kind"] == kind and page["row"]["ocid"] == release["ocid"]
        assert all(cite["title"]["zh"] and cite["title"]["en"] for cite in page["cites"])
        stages.append(page["row"]["stage"])
    assert stages == [*["planning"] * 3, *["solicitation"] * 3, "evaluation", "award", "contracting"]
    assert json.dumps(page["row"]["words"], ensure_ascii=False).count("CT 机采购") == 1


def ended(script, *, by):
    """The last release of a case whose only lot ends without a winner."""
    world = found(11)
    played = scripts.to_opening(world, script)
    by(world, played)
    return json.loads(world.office.journal.drafts[-1].published[0].release)


def test_a_case_whose_only_lot_fails_is_unsuccessful():
    few = replace(scripts.SMALL, bidders=scripts.SMALL.bidders[:2])
    release = ended(few, by=lambda world, played: judging.fail(world.stage, world.town, played, "1"))
    assert (release["tag"], release["tender"]["status"]) == (["tenderCancellation"], "unsuccessful")
    assert release["tender"]["lots"] == [{"id": "1", "status": "unsuccessful"}]
    assert release["tender"]["amendments"][0]["rationale_en"] == "too few bidders"
    assert {role for party in release["parties"] for role in party["roles"]} == {"buyer", "procuringEntity"}


def test_a_case_whose_only_lot_is_cancelled_is_cancelled():
    gone = CancelLot("1", Text("任务取消", "the task is gone"))
    release = ended(
        scripts.SMALL, by=lambda world, played: world.stage.confirms(world.town.buyer, gone, played.case)
    )
    assert (release["tag"], release["tender"]["status"]) == (["tenderCancellation"], "cancelled")


def test_an_award_by_price_alone_tells_the_evaluated_price_and_no_points():
    world = found(12)
    lot = replace(scripts.SCANNER, terms=LOWEST_PRICE)
    scripts.to_contract(world, replace(scripts.SMALL, lots=(lot,), standard=True))
    releases = [json.loads(one.release) for draft in world.office.journal.drafts for one in draft.published]
    award = next(release for release in releases if release["tag"] == ["award"])
    assert sorted((bid["daylight"] for bid in award["bids"]["details"]), key=lambda one: one["rank"]) == [
        {"rank": 1, "evaluatedPrice": 2_900_000},
        {"rank": 2, "evaluatedPrice": 2_950_000},
        {"rank": 3, "evaluatedPrice": 3_000_000},
    ]


def test_holders_and_agency_named_before_the_intention_are_told_with_it():
    world = found(13)
    stage, town = world.stage, world.town
    played = Played(scripts.SMALL, stage.new_docket("case"))
    stage.acts(town.author, play.requirement_of(scripts.SMALL), played.case)
    stage.acts(town.buyer, play.agreement(stage, town, scripts.SMALL, ("all",)), played.case)
    play.appoint_holders(stage, town, played)
    assert [draft for draft in world.office.journal.drafts if draft.published] == []
    stage.acts(town.buyer, PublishIntention("2026-05", True, scripts.SMALL.title), played.case)
    release = json.loads(world.office.journal.drafts[-1].published[0].release)
    assert release["daylight"]["keyHolders"]["threshold"] == 3
    assert release["tender"]["procuringEntity"]["name"] == "晴川市政府采购中心"
    assert release["tender"]["otherRequirements"] == {"reservedParticipation": ["sme"]}


def test_the_notice_tells_how_bids_are_compared_and_secured():
    release = next(release for _, release, _ in disclosed("two lots") if release["tag"] == ["tender"])
    scored, priced = release["tender"]["lots"]
    low = {"meanRate": "1/2", "secondRate": "1/2", "ceilingRate": "9/20"}
    assert scored["submissionTerms"] == {"depositsGuarantees": "64,000.00 CNY"}
    assert (scored["daylight"], priced["daylight"]) == (
        {
            "method": "comprehensive_scoring",
            "tieBreaks": ["lower_price", "draw"],
            "consortiumAllowed": True,
            "candidates": 3,
            "lowPrice": low,
        },
        {
            "method": "lowest_evaluated_price",
            "tieBreaks": ["draw"],
            "consortiumAllowed": True,
            "candidates": 3,
            "lowPrice": low,
        },
    )
