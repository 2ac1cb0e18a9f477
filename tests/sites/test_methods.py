"""The page that tells which methods are lawful, as a purchaser uses it."""

import re

import pytest

from sites.reading import read


@pytest.fixture
def told(portal):
    def words(place):
        return re.sub(r"\s+", " ", " ".join(read(portal.get(place)).text)).replace("\u00a0", " ")

    return words


def test_it_asks_five_questions_at_most_and_answers_nothing_unasked(portal, told):
    tree = read(portal.get("/en/law/methods/"))
    assert 1 <= len(tree.all("fieldset")) <= 5
    assert "The answer" not in told("/en/law/methods/")


def test_every_method_is_told_with_its_reason_and_articles(told):
    said = told("/en/law/methods/?object=goods&place=CN-central&budget=3000000&fact=uniform_with_stock")
    assert "Request for quotations lawful uniform in specification" in said
    assert "The finance department approves it before the activity starts:" in said
    assert "Competitive negotiation not lawful no ground of law admits" in said
    assert "Government Procurement Law, art. 32" in said


def test_below_the_limit_it_says_that_the_law_does_not_bind(told):
    said = told("/zh/law/methods/?object=goods&place=CN-central&budget=999999")
    assert "低于采购限额标准且不在目录内" in said


@pytest.mark.parametrize("field", ["budget", "before", "original"])
@pytest.mark.parametrize("written", ["300万", "3e6", "12.5", "-5", "٣", "9" * 16, "1,2,3 元"])
def test_an_amount_that_cannot_be_read_is_refused_at_its_field_and_nothing_is_advised(
    told, portal, field, written
):
    amounts = {"budget": "1500000", "before": "0", "original": "10"} | {field: written}
    asked = "&".join(f"{name}={text}" for name, text in amounts.items())
    place = f"/en/law/methods/?object=goods&place=CN-central&{asked}"
    assert "The answer" not in told(place)
    wrong = [one for one in read(portal.get(place)).all("input") if "aria-invalid" in one]
    assert [(one["name"], one["value"]) for one in wrong] == [(field, written)]


@pytest.mark.parametrize("wrong", ["object=moon", "place=CN-99", "fact=bogus"])
def test_a_choice_that_is_not_known_is_told_and_nothing_is_advised(told, wrong):
    said = told(f"/en/law/methods/?budget=1500000&{wrong}")
    assert "choose again" in said
    assert "The answer" not in said


@pytest.mark.parametrize("budget", ["", "0", "12.5", "一百万", "9" * 40, "%00"])
def test_what_is_no_budget_is_told_gently_and_nothing_is_lost(portal, told, budget):
    place = f"/en/law/methods/?object=services&place=CN-37&budget={budget}&fact=public_service"
    assert portal.get(place).status_code == 200
    if budget in ("0", "12.5", "一百万"):
        assert "a whole number above zero" in told(place)
    ticked = [one["value"] for one in read(portal.get(place)).all("input") if "checked" in one]
    assert ticked == ["public_service"]


def test_a_province_whose_levels_differ_is_answered_level_by_level(told, portal):
    place = "/en/law/methods/?object=goods&place=CN-35&budget=350000"
    said = told(place)
    assert "choose the level among the places above" in said
    assert said.index("Fujian, provincial level Below the limit") < said.index(
        "Fujian, city level, Fujian, county"
    )
    assert [one["label"] for one in read(portal.get(place)).all("optgroup")][10] == "Zhejiang"
    assert "choose the level" not in told("/en/law/methods/?object=goods&place=CN-35-c&budget=350000")
