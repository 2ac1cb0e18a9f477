"""Nothing about a kind of act may be forgotten: row, words of every refusal, provisions, functions."""

import ast
import dataclasses
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from daylight.core.acts.kinds import KINDS, PHASE_OF
from daylight.core.judgement import row as rows
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.words import WORDS
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.roles import ROLES
from world import SRC, china

CORE = SRC / "daylight" / "core"


def calls(name: str):
    """Every call of a function by that name in the core, with its file."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield path.relative_to(CORE), node


REFUSALS = [
    (str(path), call.args[0].value, call.args[1], tuple(sorted(k.arg for k in call.keywords)))
    for path, call in calls("refuse")
    if call.args and isinstance(call.args[0], ast.Constant)
]


def test_every_kind_has_its_row_and_every_row_its_kind():
    assert sorted(REGISTER) == sorted(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_is_a_frozen_dataclass_that_says_what_it_is(kind):
    assert dataclasses.is_dataclass(KINDS[kind])
    assert KINDS[kind].__dataclass_params__.frozen
    assert KINDS[kind].__doc__.strip().endswith(".")
    assert PHASE_OF[kind] in {path.stem for path in (CORE / "judgement" / "rows").glob("*.py")}


def test_every_refusal_has_words_and_all_words_a_refusal():
    assert sorted({code for _, code, _, _ in REFUSALS}) == sorted(WORDS)


@pytest.mark.parametrize(
    ("code", "facts"),
    [(code, facts) for _, code, _, facts in REFUSALS],
    ids=[f"{place}-{code}" for place, (_, code, _, _) in enumerate(REFUSALS)],
)
def test_the_words_of_a_refusal_use_only_its_facts(code, facts):
    for text in WORDS[code]:
        for words in (text.zh, text.en):
            assert words.strip()
            assert {name for _, name, _, _ in Formatter().parse(words) if name} <= set(facts)


def test_every_refusal_cites_a_role_or_a_parameter_of_law():
    named = {role.value for _, _, role, _ in REFUSALS if isinstance(role, ast.Constant)}
    parameters = {parameter.id for parameter in china().parameters}
    assert sorted(named - set(ROLES) - parameters) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_rests_on_an_article(kind):

    law = law_in_force(china(), "CN-37", date(2026, 3, 2))
    role = REGISTER[kind].role
    parameter = law.maybe(role)
    assert (parameter.cites if parameter else law.cites(role)) != ()


def test_every_mandated_function_is_one_of_the_list():
    asked = {call.args[0].value for _, call in calls("mandated")}
    assert sorted(asked) == sorted(rows.FUNCTIONS)


def editions_of(condition):
    """What a condition was made of where editions differ."""
    cells = (cell.cell_contents for cell in getattr(condition, "__closure__", None) or ())
    return [one for one in cells if callable(one)]


def test_every_condition_of_a_phase_is_used_by_a_row():
    used = {condition.__name__ for row in REGISTER.values() for condition in row.conditions}
    used |= {row.clocks.__name__ for row in REGISTER.values()}
    used |= {
        older.__name__ for row in REGISTER.values() for one in row.conditions for older in editions_of(one)
    }
    written = {
        node.name
        for path in (CORE / "procedures").rglob("*.py")
        for node in ast.parse(Path(path).read_text()).body
        if isinstance(node, ast.FunctionDef)
        and [argument.arg for argument in node.args.args] == ["m"]
        and ast.unparse(node.returns) in ("Refusal | None", "tuple[Refusal, ...]")
        and not node.name.startswith("_")
    }
    always = {
        "intent_is_meant_for_this_world",
        "intent_has_not_expired",
        "intent_is_signed_by_a_registered_person",
        "state_shown_is_current",
    }
    assert sorted(written - used - always) == []
