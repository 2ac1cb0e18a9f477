import json

from daylight.core.acts.kinds import KINDS
from daylight.core.disclosure.register import REGISTER
from daylight.core.disclosure.words import SILENT, WORDS
from played import disclosed


def test_every_kind_has_words():
    assert sorted(WORDS) == sorted(KINDS)
    assert all(text.zh and text.en for text in (*WORDS.values(), *SILENT.values()))


def test_every_kind_discloses_or_says_why_it_does_not():
    assert sorted([*REGISTER, *SILENT]) == sorted(KINDS)


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
