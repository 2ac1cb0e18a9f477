"""The page of a case that was bought by another method than open tendering."""

import re
from functools import cache

import pytest

from daylight.practice import correcting, judging, methods
from daylight.store import board
from scenarios.bought import CONSULTED, NEGOTIATED, QUOTED, to_end, to_response
from scenarios.test_matrix import only
from scripts import SMALL, to_opening
from sites.reading import read
from world import found


def passed(made):
    played = to_response(made, NEGOTIATED)
    methods.judge(made.stage, made.town, played)
    judging.award(made.stage, made.town, played, "1")
    judging.pass_over(made.stage, made.town, played, "1")
    return played


def next_awarded(made):
    played = passed(made)
    judging.award(made.stage, made.town, played, "1")
    judging.contract(made.stage, made.town, played, "1")


def evaluated_again(made):
    """A tender whose result was corrected, and then evaluated from the start by another committee."""
    stage, town, played = made.stage, made.town, to_contract_offered(made)
    correcting.correct_so_that_the_first_falls(stage, town, played, "1")
    correcting.report_change(stage, town, played, "1")
    judging.award(stage, town, played, "1")
    correcting.dissolve(stage, town, played)
    correcting.evaluate_anew(stage, town, played, "1")
    judging.award(stage, town, played, "1")
    judging.contract(stage, town, played, "1")


def to_contract_offered(made):
    """A tender up to its published award."""
    played = to_opening(made, SMALL)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, "1")
    judging.award(made.stage, made.town, played, "1")
    return played


PLAYS = {
    "evaluated again": evaluated_again,
    "negotiated": lambda made: to_end(made, NEGOTIATED),
    "negotiating": lambda made: to_response(made, NEGOTIATED),
    "consulted": lambda made: to_end(made, CONSULTED),
    "quoted": lambda made: to_end(made, QUOTED),
    "only": only,
    "passed over": passed,
    "next": next_awarded,
}


@cache
def world_of(name):
    made = found(territory="CN-central" if name == "only" else "CN-37")
    PLAYS[name](made)
    return made


@pytest.fixture
def told(portal):
    """The words of the page of a case."""

    def words(name, lang="en"):
        for draft in world_of(name).office.journal.drafts:
            for one in draft.published:
                board.publish(one, kind=draft.act.intent.kind, at_ms=draft.act.received_at.utc_ms)
                ocid = one.ocid
        answer = portal.get(f"/{lang}/cases/{ocid}/")
        assert answer.status_code == 200
        assert portal.get(f"/{lang}/cases/{ocid}/print/").status_code == 200
        return re.sub(r"\s+", " ", " ".join(read(answer).text)).replace("\u00a0", " ")

    return words


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("negotiated", "竞争性谈判", "Competitive negotiation"),
        ("consulted", "竞争性磋商", "Competitive consultation"),
        ("quoted", "询价", "Request for quotations"),
        ("only", "单一来源采购", "Single source"),
    ],
)
def test_the_method_is_named_in_both_languages_and_so_is_the_winner(told, name, zh, en):
    assert zh in told(name, "zh")
    said = told(name)
    assert en in said
    assert "Won by" in said


def test_before_the_result_nobody_who_offered_is_named(told):
    said = told("negotiating") + told("negotiating", "zh")
    assert not [name for name in ("甲 Ltd", "乙 Ltd", "丙 Ltd") if name in said]


def test_the_only_supplier_is_public_with_the_opinions_and_the_finding_on_an_objection(told):
    said = told("only")
    assert "The only supplier" in said
    assert "the patent cannot be replaced" in said
    assert "not well founded" in said


def test_a_winner_who_did_not_sign_no_longer_wins_and_the_next_one_does(told):
    said = told("passed over")
    assert "refused to sign the contract" in said
    assert "Won by" not in said
    assert "拒绝签订合同" in told("passed over", "zh")
    later = told("next")
    assert "Won by 甲 Ltd" in later or "Won by 丙 Ltd" in later
    assert later.count("Points and ranks") + later.count("Evaluated prices and ranks") == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("重新评审", "评分畸高、畸低", "重新组建评标委员会", "独立评审受到非法干预", "已撤销的结果")),
        (
            "en",
            (
                "The evaluation is opened again",
                "a mark is abnormally high or low",
                "The committee is dissolved, another is formed",
                "its evaluation was interfered with",
                "Result that fell",
            ),
        ),
    ],
)
def test_results_that_fell_are_told_with_why_and_the_last_one_stands(told, lang, words):
    said = told("evaluated again", lang)
    assert [word for word in words if word not in said] == []
