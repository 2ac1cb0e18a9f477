"""Which figures of the law the code asks for, which wait for acts not built yet, and that it asks no more."""

import ast
import re

import pytest

from law_use import BOOK, CODE, IDLE, grounds, patterns

READERS = {"value", "maybe", "whole", "ratio", "amount", "holds", "due", "not_before", "latest_start"}

#: The law of another country asks it, and this one doesn't.
ELSEWHERE = {"award.standstill", "bidding.floor_price"}

#: Beginnings of parameters that no code asks for yet, and why.
WAITING = {
    "agency.": "agencies register outside; no act keeps their register",
    "complaint.": "complaints are told to the finance department, which runs its own procedure",
    "contract.": "additions and supplements have no act yet",
    "emergency.": "an emergency is a ground of the method",
    "framework.consumables_quote": "consumables are part of the item; their years stand in its documents",
    "framework.survey_objects": "the survey of a framework is asked for as that of any large purchase",
    "innovation.": "cooperative innovation has no acts yet",
    "malicious.": "no register of complainants is kept",
    "payment.": "payment has no acts yet",
    "preference.disabled": "a unit of the disabled declares what it is; its staff is not counted here",
    "publication.": "notices are published at once, here",
    "query.": "queries have no acts yet",
    "records.": "nothing is ever deleted",
    "review.": "courts and reconsideration run outside",
    "rural.": "reserved shares of food are counted outside",
    "sme.points.": "works tendered by points follow another law",
    "supervision.": "inspections run outside",
    "supplier.": "records of suppliers are kept outside",
    "works.": "works by tender follow another law, and are not run here",
    "committee.expert_experience": "the pool is given as it is",
    "committee.recusal_lookback": "members declare their ties themselves",
}


def literals():
    """Every id the code asks the law for by name."""
    for node in ast.walk(ast.parse(CODE.replace("from __future__ import annotations", ""))):
        name = getattr(getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", ""))
        if isinstance(node, ast.Call) and name in READERS:
            for argument in node.args:
                text = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(text, str) and re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", text):
                    yield text


def test_every_parameter_is_asked_for_or_waits_for_a_reason():
    assert [id for id in IDLE if not any(id.startswith(start) for start in WAITING)] == []


@pytest.mark.parametrize("start", sorted(WAITING))
def test_what_is_said_to_wait_waits(start):
    assert [id for id in IDLE if id.startswith(start)] != []


def test_the_code_asks_for_nothing_the_law_does_not_define():
    defined = {id for one in BOOK.parameters for id in (one.id, one.answers)} | ELSEWHERE
    asked = set(literals())
    assert len(asked) > 20
    assert sorted(asked - defined - set(BOOK.provisions_by_role)) == []


def test_what_grounds_and_patterns_name_is_defined():
    assert sorted((grounds() | patterns()) - set(BOOK.parameter_by_id) - {""}) == []
