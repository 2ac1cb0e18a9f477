"""What a notice carries for the portal is enough to compute the published result, and tells nothing early."""

import json

from daylight.core.disclosure.page import Page
from daylight.core.disclosure.shown import Shown
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.values.plain import build
from played import disclosed, releases


def shown(name, kind):
    return [build(Page, page).shown for told, _, page in disclosed(name) if told == kind]


def test_the_published_inputs_give_the_published_ranking():
    for name in ("full", "two lots"):
        for given in shown(name, "PublishAward"):
            published = {
                bid["id"]: bid["daylight"]["rank"]
                for release in releases(name)
                for bid in release.get("bids", {}).get("details", ())
                if bid["relatedLots"] == [given.evaluation.lot] and bid["status"] == "valid"
            }
            result = evaluate(given.evaluation.inputs)
            assert {line.bid: line.rank for line in result.bids} == published


def test_bids_are_shown_with_the_opening_and_not_before():
    kinds = [kind for kind, _, page in disclosed("full") if page["shown"].get("opened")]
    assert kinds == ["OpenBids"]
    (opened,) = shown("full", "OpenBids")
    assert sorted(bid.bidders[0].zh for bid in opened.opened) == sorted("甲乙丙丁戊")


def test_marks_are_shown_with_the_award_and_not_before():
    kinds = [kind for kind, _, page in disclosed("full") if page["shown"].get("evaluation")]
    assert kinds == ["PublishAward"]


def test_a_low_price_is_shown_with_its_triggers_and_finding():
    (given,) = shown("full", "PublishAward")
    assert [(bool(one.triggers), one.accepted) for one in given.evaluation.asked] == [(True, False)]


def test_no_docket_stands_in_what_is_shown():
    told = json.dumps([page["shown"] for _, _, page in disclosed("two lots")])
    assert [prefix for prefix in ("bid-", "person-", "org-", "case-") if f'"{prefix}' in told] == []


def test_every_notice_says_who_acted():
    assert [kind for kind, _, page in disclosed("full") if not build(Shown, page["shown"]).by.zh] == []
