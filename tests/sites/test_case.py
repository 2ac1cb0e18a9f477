"""The page of a case, as citizens read it: who won, how much, why, and how to check it."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from daylight.core.evaluation.evaluate import evaluate
from daylight.core.evaluation.inputs import EvaluationInputs
from daylight.core.values.plain import build, plain
from daylight.sites.portal import evaluation
from sites.reading import read, tell


def text_of(portal, place):
    return re.sub(r"\s+", " ", " ".join(read(portal.get(place)).text)).replace("\u00a0", " ")


def test_the_top_says_who_won_how_much_and_why(portal, full):
    top = text_of(portal, f"/zh/{full}").partition("经过")[0]
    assert "中标人 甲 3,000,000.00 CNY 合同价" in top
    assert re.search(r"“甲”以 [0-9.]+ 分居首，领先第二名“乙” 0\.67 分。", top)


def test_the_same_in_english(portal, full):
    top = text_of(portal, f"/en/{full}").partition("What happened")[0]
    assert "Won by 甲 Ltd 3,000,000.00 CNY contract price" in top


def test_a_lot_has_its_own_fate(portal, two_lots):
    text = text_of(portal, f"/en/{two_lots}")
    assert "Lot 1 CT scanner" in text and "Lot 2 Infusion pumps" in text


def test_a_deadline_that_moved_is_marked(portal, full):
    page = portal.get(f"/zh/{full}").content.decode()
    assert page.count("已被后来的公告改变") == 4  # deadline and opening, in the story and in the chart


def test_a_clock_says_its_rule_its_article_and_the_days_it_skipped(portal, full):
    text = text_of(portal, f"/zh/{full}")
    assert (
        "自 2026-04-02 次日起满 5 个工作日 → 不早于 2026-04-10（跳过 3 个非工作日：2026-04-04…2026-04-06）"
        in text
    )
    assert "跳过的非工作日 2026-04-04…2026-04-06" in text


def test_a_low_price_is_told_with_its_finding(portal, full):
    text = text_of(portal, f"/zh/{full}")
    assert "报价异常低且不能合理说明" in text
    assert "不能合理说明，无效" in text


def test_the_inputs_behind_a_page_give_its_result(portal, full):
    said = json.loads(portal.get(f"/zh/{full}evaluation-1.json").content)
    assert plain(evaluate(build(EvaluationInputs, said["inputs"]))) == said["result"]


def test_for_printing_everything_is_unfolded(portal, full):
    folded = read(portal.get(f"/zh/{full}")).all("details")
    unfolded = read(portal.get(f"/zh/{full}print/")).all("details")
    assert [one for one in folded if "open" in one] == []
    assert len(unfolded) == len(folded) == 20
    assert [one for one in unfolded if "open" not in one] == []


def test_tables_say_what_they_are(portal, two_lots):
    tree = read(portal.get(f"/zh/{two_lots}"))
    assert len(tree.all("table")) == len(tree.all("caption")) == 7
    assert [one for one in tree.all("th") if one.get("scope") not in ("col", "row")] == []


@pytest.mark.parametrize("until", ["EntrustAgency", "IssueClarification", "OpenBids", "PublishAward", ""])
def test_a_case_is_shown_at_every_stage_with_few_queries(portal, until):
    ocid = tell("two lots", until)
    portal.get(f"/en/cases/{ocid}/")  # the first page also builds the office
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = portal.get(f"/en/cases/{ocid}/")
    assert (answer.status_code, len(asked)) == (200, 3)


def test_each_act_shows_the_values_of_law_it_was_held_to(portal, full):
    assert "5 个工作日，自 2015-07-17 起" in text_of(portal, f"/zh/{full}")
    told = text_of(portal, f"/en/{full}")
    assert "Values of the law of that day:" in told
    assert "5 working days, since 2015-07-17" in told


def test_the_explanation_is_made_once_and_again_where_it_is_damaged(portal, world_home, monkeypatch):
    made = []
    explain = evaluation.explain
    monkeypatch.setattr(evaluation, "explain", lambda inputs: made.append(inputs) or explain(inputs))
    address = f"/en/cases/{tell('full')}/"
    pages = []
    for harmed in (False, False, True, False):
        if harmed:
            for place in (world_home / "made").iterdir():
                place.write_bytes(place.read_bytes()[:-1] + b"?")
        evaluation.recomputed.cache_clear()
        pages.append((portal.get(address).content, len(made)))
    evaluation.recomputed.cache_clear()
    assert [count for _, count in pages] == [1, 1, 2, 2]
    assert len({page for page, _ in pages}) == 1
