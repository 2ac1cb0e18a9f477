"""No import goes round the contracts: by its name as text, or through a module that has imported another."""

import ast
import importlib
from pathlib import Path
from types import ModuleType

import pytest

from world import SRC

FILES = sorted(path for path in SRC.rglob("*.py") if "migrations" not in path.parts)
LOADS_BY_NAME = {
    "daylight/cli/main.py": "commands are loaded when they are called",
    "daylight/store/countries.py": "names of installed country packages; none is loaded",
}
LOADERS = {"imp", "importlib", "pkgutil", "runpy", "zipimport"}
LOADING = {"__import__", "__loader__", "__spec__", "import_module", "import_string", "modules"}
BOUND = ("daylight/core/", "daylight/verifier/", "daylight/crypto/")


def loads_by_name(source):
    """Where a module is loaded by a name that is text, so that no contract sees it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [one.name for one in node.names if top(one.name) in LOADERS]
        elif isinstance(node, ast.ImportFrom):
            named = {f"{node.module}.{one.name}" for one in node.names}
            found += sorted(
                name
                for name in named
                if (top(name) in LOADERS and name != "importlib.resources")
                or name.rpartition(".")[2] in LOADING
            )
        elif isinstance(node, ast.Name) and node.id in LOADING - {"modules"}:
            found.append(node.id)
        elif isinstance(node, ast.Attribute) and node.attr in LOADING:
            found.append(ast.unparse(node))
    return found


def top(module):
    return module.partition(".")[0]


def not_its_own(source):
    """What is taken from a module that only passes it on, or keeps it to itself."""
    tree, modules, found = ast.parse(source), {}, []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {
                one.asname or top(one.name): one.name if one.asname else top(one.name) for one in node.names
            }
        elif isinstance(node, ast.ImportFrom):
            names = [one.name for one in node.names]
            found += [f"{node.module}.{name}" for name in names if not is_public(node.module, name)]
    used = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    for node in (one for one in used if isinstance(one.value, ast.Name) and one.value.id in modules):
        if not is_public(modules[node.value.id], node.attr):
            found.append(ast.unparse(node))
    return found


def is_public(module, name):
    """Whether a module offers a name as its own."""
    given = importlib.import_module(module)
    if module.startswith("daylight"):
        return not name.startswith("_") and name in defined(given)
    if name in getattr(given, "__all__", ()) or module == "__future__":
        return True
    value = getattr(given, name, None)
    if isinstance(value, ModuleType):
        return value.__name__ == f"{module}.{name}"
    return not name.startswith("_") and (not hasattr(given, "__all__") or is_of(value, module))


def is_of(value, module):
    return getattr(value, "__module__", module) in (module, f"_{module}")


def defined(module):
    """The names a module of ours gives itself, and the modules beneath it."""
    tree = ast.parse(Path(module.__file__).read_text())
    names = {path.stem for path in (SRC / module.__name__.replace(".", "/")).glob("*")}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        for target in ast.walk(node) if isinstance(node, ast.Assign | ast.AnnAssign) else ():
            if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store):
                names.add(target.id)
    return names


def test_modules_are_loaded_by_name_in_the_named_places_only():
    found = {str(path.relative_to(SRC)): loads_by_name(path.read_text()) for path in FILES}
    assert {name for name, said in found.items() if said} == set(LOADS_BY_NAME)


def test_what_is_bound_by_a_list_takes_only_what_a_module_offers_as_its_own():
    bound = [path for path in FILES if str(path.relative_to(SRC)).startswith(BOUND)]
    assert len(bound) > 100
    found = {str(path.relative_to(SRC)): not_its_own(path.read_text()) for path in bound}
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("planted", "named"),
    [
        ("import importlib", "importlib"),
        ("import importlib.util as u", "importlib.util"),
        ("from importlib import import_module", "importlib.import_module"),
        ("from importlib.util import find_spec", "importlib.util.find_spec"),
        (
            "from django.utils.module_loading import import_string",
            "django.utils.module_loading.import_string",
        ),
        ("def f():\n    import runpy", "runpy"),
        ("__import__('daylight.wiring')", "__import__"),
        ("import sys\nsys.modules['daylight.wiring']", "sys.modules"),
        ("from sys import modules", "sys.modules"),
        ("from importlib import resources", None),
    ],
)
def test_a_planted_loading_by_name_is_found(planted, named):
    source = (SRC / "daylight" / "office" / "gateway.py").read_text()
    assert loads_by_name(f"{source}\n\n{planted}\n") == ([named] if named else [])


@pytest.mark.parametrize(
    ("planted", "named"),
    [
        ("from dataclasses import sys", "dataclasses.sys"),
        ("from functools import GenericAlias", "functools.GenericAlias"),
        ("from json import codecs", "json.codecs"),
        ("from re import functools", "re.functools"),
        ("import dataclasses\n\ndataclasses.sys.modules", "dataclasses.sys"),
        ("import json as j\n\nj.codecs.open('x')", "j.codecs"),
        ("def f():\n    from daylight.core.values.plain import json", "daylight.core.values.plain.json"),
        ("from daylight.core.values.plain import sha256", "daylight.core.values.plain.sha256"),
        ("from daylight.core.values.plain import _spelled", "daylight.core.values.plain._spelled"),
        ("from daylight.core.values import plain", None),
        ("from daylight.core.values.plain import build", None),
        ("from collections import abc", None),
        ("from hashlib import sha256", None),
    ],
)
def test_a_planted_import_through_another_module_is_found(planted, named):
    source = (SRC / "daylight" / "core" / "values" / "text.py").read_text()
    assert not_its_own(f"{source}\n\n{planted}\n") == ([named] if named else [])
