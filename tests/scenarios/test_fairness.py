"""What limits who may take part is found before it is issued: forbidden words go, the rest has its reason."""

from dataclasses import replace

import pytest

from daylight.client.session import Refused
from daylight.core.acts.solicitation import FindingAnswered, IssueClarification
from daylight.core.judgement.words import remedy, wrong
from daylight.core.values.text import Text
from daylight.practice import play
from scenarios.asking import codes
from scenarios.test_solicitation import issue, to_eve, with_terms
from scripts import SMALL, to_issue

AGAINST_LAW, UNANSWERED = "solicitation.words-against-law", "solicitation.finding-unanswered"
ABLE = Text("具有独立承担民事责任的能力", "able to bear civil liability on its own")
REASON = Text("设备须每日维护，须有常驻人员", "the equipment is tended every day by people on the spot")


def asks(zh, en=""):
    return (ABLE, Text(zh, en))


@pytest.fixture
def eve(at):
    return at(to_eve)


def refusals(made, played, **changes):
    deed = replace(play.solicitation_of(made.stage, played), **changes)
    with pytest.raises(Refused) as refused:
        made.stage.confirms(made.town.agent, deed, played.case)
    return refused.value.note.refusals


def test_a_condition_of_size_is_refused_with_its_article_and_what_mends_it(eve):
    (told,) = refusals(*eve, qualification=asks("注册资本不低于500万元", "registered capital of 5 million"))
    assert told.code == AGAINST_LAW
    assert dict(told.facts)["place"] == "qualification 2"
    assert "cn-mof-order-87#17" in [f"{cite.instrument}#{cite.article}" for cite in told.cites]
    assert "cn-sme-promotion-law#40" in [f"{cite.instrument}#{cite.article}" for cite in told.cites]
    assert wrong(told).zh.startswith("资格条件 2“注册资本”：规模或财务指标条件（")
    assert remedy(told).en.startswith("Remove conditions of size and figures;")


def test_each_limit_is_told_at_once_with_the_item_of_its_article(eve):
    said = refusals(*eve, qualification=asks("仅限本地企业参加；近三年获得本市同类业绩；须采用华为品牌"))
    cited = {cite.article for refusal in said for cite in refusal.cites if "regulation" in cite.instrument}
    assert [refusal.code for refusal in said] == [AGAINST_LAW] * 3
    assert cited == {"20(4)", "20(6)", "20(7)"}


@pytest.mark.parametrize(("number", "told"), [("2", []), ("3", [AGAINST_LAW])])
def test_two_similar_contracts_may_be_asked_for_and_no_third(eve, number, told):
    assert issue(*eve, qualification=asks(f"近三年完成{number}个同类项目业绩")) == told


def test_words_that_deny_a_limit_are_lawful(eve):
    assert issue(*eve, qualification=asks("不得要求注册资本，不限注册地，无需原厂授权")) == []


LOCAL = asks("在本市设有分支机构", "a branch in the city")
ANSWER = FindingAnswered("branch", "qualification 2", REASON)


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        ((), [UNANSWERED]),
        ((replace(ANSWER, reason=Text(" ", "")),), [UNANSWERED]),
        ((replace(ANSWER, place="qualification 1"),), [UNANSWERED]),
        ((replace(ANSWER, code="model"),), [UNANSWERED]),
        ((ANSWER,), []),
    ],
)
def test_what_no_confirmed_law_forbids_stands_with_a_signed_reason(eve, answered, told):
    assert issue(*eve, qualification=LOCAL, answered=answered) == told


def test_no_reason_makes_lawful_what_confirmed_law_forbids(eve):
    answered = (FindingAnswered("years", "qualification 2", REASON),)
    assert issue(*eve, qualification=asks("公司成立满三年"), answered=answered) == [AGAINST_LAW]


def test_the_reason_is_told_with_the_notice(eve):
    made, played = eve
    assert issue(made, played, qualification=LOCAL, answered=(ANSWER,)) == []
    notice = made.office.journal.drafts[-1].published[0].page.decode()
    assert REASON.zh in notice
    assert "资格条件 2" in notice


def test_a_criterion_without_a_figure_is_refused(eve):
    terms = SMALL.lots[0].terms
    price, technical, *rest = terms.criteria
    vague = replace(technical, description=Text("由评委综合评定", "as the members find"))
    changed = replace(terms, criteria=(price, vague, *rest))
    assert issue(*eve, lots=with_terms(eve[1], evaluation=changed)) == [AGAINST_LAW]


def test_the_need_itself_may_not_name_a_brand(at):
    branded = replace(SMALL, lots=(replace(SMALL.lots[0], item=Text("CT 机，品牌：联影", "a CT scanner")),))
    assert issue(*at(to_eve, branded)) == [AGAINST_LAW]


@pytest.mark.parametrize(
    ("said", "answered", "told"),
    [
        ("补充：供应商须在本市注册", (), [AGAINST_LAW]),
        ("取消供应商须在本市注册的条件", (), []),
        ("补充：在本市设有分支机构", (), [UNANSWERED]),
        ("补充：在本市设有分支机构", (FindingAnswered("branch", "clarification", REASON),), []),
    ],
)
def test_a_clarification_brings_no_limit_in(at, said, answered, told):
    made, played = at(to_issue)
    deed = IssueClarification(Text(said, "clarified"), may_affect_preparation=True, answered=answered)
    assert codes(made, made.town.agent, deed, played.case) == told
