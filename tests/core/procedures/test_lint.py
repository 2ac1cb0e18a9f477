"""The words of a solicitation: what limits who may take part is found, its lawful neighbours are not."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from core.procedures.phrases import FOUND, LAWFUL
from daylight.core.acts.evaluation_terms import Criterion, CriterionKind
from daylight.core.procedures.policy.lint import Passage, clauses_of, lint, words_found
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.roles import ROLES
from daylight.core.rulebook.wording import Pattern
from daylight.core.values.text import Text
from daylight.practice import play
from daylight.practice.script import SCORING
from scripts import SMALL
from world import china

LAW = law_in_force(china(), "CN", date(2026, 11, 23), "open_tendering")
MISSED = {
    "为便于服务，供应商应当是在我县办理了工商登记的公司",
    "供应商应为采购人合格供方名单内的单位",
    "显示器为戴尔或惠普的产品",
}


def found(kind, words, law=LAW):
    return {one.code: one for one in words_found([Passage(kind, "1", Text(words, words))], law)}


def test_the_table_is_large_enough_to_mean_something():
    assert len(FOUND) >= 60
    assert len(LAWFUL) >= 60
    assert {code for code, _, _ in FOUND} == {pattern.id for pattern in LAW.book.wording.patterns}


@pytest.mark.parametrize(("code", "kind", "words"), FOUND, ids=[words for _, _, words in FOUND])
def test_a_limit_is_found_for_what_it_is(code, kind, words):
    assert set(found(kind, words)) == (set() if words in MISSED else {code})


@pytest.mark.parametrize(
    "words",
    [
        "注 册 资 本 不 低 于 ５００ 万 元",
        "注册\u200b资本不低于500万元",
        "注册资\n本不低于500万元",
        "投标人註冊資本不低於500萬元",
        "注册资⾦不低于500万元",
        "参\u3000保\u3000人\u3000数 30 人",
        "固定資產達到三千萬元",
        "registered\n   capital of 5 million",
        "ｒｅｇｉｓｔｅｒｅｄ　ｃａｐｉｔａｌ",
    ],
)
def test_a_limit_is_found_however_it_is_spelled(words):
    assert found("qualification", words)["size"].blocks


def test_a_line_goes_on_until_a_list_or_paragraph_begins():
    spelled = LAW.book.wording.spelled
    assert spelled("不得要\n求注册\n资本") == "不得要求注册资本"
    assert spelled("一、资格\n1. 甲\n2) 乙\n\n丙\n续") == "一、资格\n1.甲\n2)乙\n丙续"
    assert spelled("a  b\r\nc 甲 乙") == "a b c甲乙"
    assert set(found("qualification", "不得要求：\n\n注册资本不低于500万元")) == {"size"}


def test_text_of_a_rulebook_that_knows_no_normal_form_is_read_as_it_stands():
    silent = replace(LAW, book=replace(LAW.book, wording=replace(LAW.book.wording, normal=False)))
    assert found("qualification", "注 册 资 本", silent) == {}


@pytest.mark.parametrize(("kind", "words"), LAWFUL, ids=[words for _, words in LAWFUL])
def test_lawful_words_are_left_alone(kind, words):
    assert found(kind, words) == {}


def test_what_a_clause_denies_is_denied_and_the_next_clause_speaks_for_itself():
    wording = LAW.book.wording
    said = "不得要求注册资本，近三年营业额不低于500万元；成立满三年，均不作为条件"
    assert [clause for clause, _ in clauses_of(said, wording)] == ["近三年营业额不低于500万元"]
    assert set(found("qualification", said)) == {"size"}


def test_only_what_confirmed_law_forbids_beyond_doubt_blocks():
    assert found("qualification", "成立满三年")["years"].blocks
    assert not found("qualification", "在本市设有分支机构")["branch"].blocks
    assert not found("item", "型号：TP-X1000")["model"].blocks


@pytest.mark.parametrize(("number", "codes"), [("2", set()), ("二", set()), ("3", {"similar-contracts"})])
def test_similar_contracts_are_held_against_the_number_of_the_law(number, codes):
    assert set(found("qualification", f"近三年完成{number}个同类项目业绩")) == codes


def test_a_method_whose_law_lacks_the_role_is_not_looked_at_for_it():
    under = LAW.under("competitive_negotiation")
    assert found("qualification", "提供制造商授权书", under) == {}
    assert set(found("qualification", "成立满三年", under)) == {"years"}


def test_every_pattern_rests_on_an_article_and_says_what_mends_it():
    for pattern in LAW.book.wording.patterns:
        assert pattern.role in ROLES or pattern.role in LAW.book.parameter_by_id
        assert LAW.maybe(pattern.role) or LAW.cites(pattern.role)
        assert pattern.remedy.zh
        assert pattern.remedy.en


def test_a_pattern_that_cannot_be_read_is_told():
    with pytest.raises(ValueError, match="no regular expression"):
        Pattern("x", "role", Text("", ""), Text("", ""), ("(",))
    with pytest.raises(ValueError, match="captured as number"):
        Pattern("x", "role", Text("", ""), Text("", ""), ("[0-9]+",), above="some.ceiling")


PRICE = SCORING.criteria[0]


def scored(name, description, kind=CriterionKind.SUBJECTIVE):
    said = Text(description, "") if description else None
    return Criterion("quality", Text(name, name), kind, Fraction(60), said)


def of_solicitation(criterion, qualification, law=LAW):
    """What is found where a solicitation scores by one criterion beside price."""
    terms = play.terms_of(SMALL.lots[0])
    evaluation = replace(terms.evaluation, criteria=(PRICE, criterion))
    deed = play.IssueSolicitation(
        (), (replace(terms, evaluation=evaluation),), (Text(qualification, ""),), date(2026, 12, 1),
        None, 90, 30, play.Document("terms", "合同条款", "0" * 64, 1),
    )  # fmt: skip
    return [(one.code, one.place) for one in lint(deed, play.requirement_of(SMALL), law)]


@pytest.mark.parametrize("kind", [CriterionKind.SUBJECTIVE, CriterionKind.OBJECTIVE])
@pytest.mark.parametrize(
    ("description", "graded"),
    [
        ("", False),
        ("由评委综合评定", False),
        ("响应越全面越好", False),
        ("每满足一项得2分", True),
        ("500万元以上得3分，300万元以上得1分", True),
        ("方案覆盖全部需求的8-10分，缺一项的5-7分", True),
        ("由评委打0-10分", False),
        ("得 0 ～ 10 分", False),
        ("优劣酌情给0至１０分", False),
        ("每缺一项扣2分，共0-10分", True),
    ],
)
def test_marks_go_with_a_figure(kind, description, graded):
    told = of_solicitation(scored("技术方案", description, kind), "能够履约")
    assert told == ([] if graded else [("ungraded", "criterion 1/quality")])


@pytest.mark.parametrize(
    ("qualification", "name", "twice"),
    [
        ("具有ISO9001质量管理体系认证", "ISO 9001 认证得2分", True),
        ("具有ISO9001质量管理体系认证", "ISO 14001 认证得2分", False),
        ("提供一份同类合同", "每个类似业绩得2分", True),
        ("不要求同类合同", "每个类似业绩得2分", False),
    ],
)
def test_what_qualifies_is_not_scored_as_well(qualification, name, twice):
    told = of_solicitation(scored(name, "每项得2分"), qualification)
    assert told == ([("scored-qualification", "criterion 1/quality")] if twice else [])


def test_where_the_country_looks_for_no_words_none_are_found():
    silent = replace(LAW, book=replace(LAW.book, wording=None))
    assert of_solicitation(scored("国有企业得分", ""), "注册资本", silent) == []
    assert found("qualification", "成立满三年", silent) == {}


def test_a_number_too_long_to_be_one_is_no_fault():
    assert set(found("qualification", f"近三年完成{'1' * 5000}个同类项目业绩")) == {"similar-contracts"}
