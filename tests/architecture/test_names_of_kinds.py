"""A kind is named by its class, a docket by one file: no other spells them."""

import ast

from daylight.core.acts.kinds import KINDS
from daylight.core.values.docket import DocketKind, IndexKind
from world import SRC

MOST = 5
#: Rows, what is generated of them, words, what only plays; and what lies beneath the acts and knows none.
OWN = (
    "judgement/rows", "judgement/asked.py", "judgement/words", "disclosure/rows", "practice",
    "core/values", "core/rulebook",
)  # fmt: skip


def test_kinds_are_not_spelled_outside_rows_words_and_practice():
    found = [
        f"{path.relative_to(SRC)}:{node.lineno}"
        for path in sorted((SRC / "daylight").rglob("*.py"))
        if not any(part in path.as_posix() for part in OWN)
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.Constant) and node.value in KINDS)
        or (isinstance(node, ast.Attribute) and node.attr == "__name__" and "kind" in ast.unparse(node.value))
    ]
    assert len(found) <= MOST, found


def test_procedures_has_no_more_rooms_at_its_top_than_a_person_looks_through():
    top = [one for one in (SRC / "daylight" / "core" / "procedures").iterdir() if one.name[0] not in "_R"]
    assert len(top) <= 16


def test_only_one_file_spells_the_names_of_dockets_and_indexes():
    spelled = (*(f"{kind}-" for kind in DocketKind), *(f"{kind}:" for kind in IndexKind))
    found = [
        f"{path.relative_to(SRC)}:{node.lineno} {node.value!r}"
        for path in SRC.rglob("*.py")
        if path.name != "docket.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in spelled
    ]
    assert found == []
