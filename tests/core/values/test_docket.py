import ast

from daylight.core.values.docket import (
    DocketKind,
    IndexKind,
    docket_name,
    index_name,
    indexed,
    is_docket,
    is_index,
    kind_of,
)
from world import SRC


def test_a_name_leads_back_to_its_kind_and_to_no_other():
    for kind in DocketKind:
        name = docket_name(kind, "00ff")
        assert kind_of(name) is kind
        assert [one for one in DocketKind if is_docket(name, one)] == [kind]
    assert kind_of("case") is kind_of("casework-1") is kind_of("") is None


def test_an_index_is_no_docket_and_says_what_it_is_of():
    for kind in IndexKind:
        name = index_name(kind, "case-1")
        assert is_index(name) and is_index(name, kind) and kind_of(name) is None
        assert indexed(name) == "case-1"
        assert not any(is_index(name, other) for other in IndexKind if other is not kind)


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
