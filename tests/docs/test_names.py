"""What the pages name exists, and what exists is named: commands, settings, codes, classes, tests."""

import ast
import re
import shlex

import click
import pytest

from daylight.cli.main import main as daylight
from daylight.core.acts.kinds import KINDS
from daylight.core.judgement.row import FUNCTIONS
from daylight.core.judgement.words import WORDS
from daylight.core.rulebook.roles import ROLES
from daylight.settings import Settings
from docs.pages import ROOT, SPOKEN, TEXTS, blocks, spans
from world import SRC, china

PATHS = (*SRC.rglob("*.py"), *(ROOT / "tests").rglob("*.py"))
TREES = {path: ast.parse(path.read_text()) for path in PATHS}
NAMED = [
    node
    for tree in TREES.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.ClassDef | ast.FunctionDef)
]
CLASSES = {node.name for node in NAMED if isinstance(node, ast.ClassDef)}
TESTS = {node.name for node in NAMED if node.name.startswith("test_")}
MODULES = {f"{path.parent.name}.{path.stem}" for path in SRC.rglob("*.py")}
FUNCTIONS_OF_MODULES = {
    f"{path.stem}.{node.name}"
    for path in SRC.rglob("*.py")
    for node in TREES[path].body
    if isinstance(node, ast.FunctionDef | ast.ClassDef)
}
PARAMETERS = {parameter.id for parameter in china().parameters}
NOT_OURS = {"WithdrawObjection"}
OUTSIDE = {"DAYLIGHT_LANG", "DAYLIGHT_PRACTICE_CLOCK", "DAYLIGHT_TEST_DATABASE_URL"}


def leaves(command=daylight, path=()):
    """Every command that does something, by its words."""
    if not isinstance(command, click.Group):
        return {path: command}
    context = click.Context(command)
    parts = {name: command.get_command(context, name) for name in command.list_commands(context)}
    return {
        words: leaf for name, part in parts.items() for words, leaf in leaves(part, (*path, name)).items()
    }


LEAVES = leaves()


def spoken_commands(text):
    """The lines that call ``daylight``, in blocks and in backticks, without their comments."""
    lines = [line for _, block in blocks(text) for line in block.splitlines()] + spans(text)
    for line in lines:
        found = re.match(r"(?:\./)?daylight (.*)", line.strip())
        if found:
            yield shlex.split(found[1].partition(" #")[0].replace("…", ""), comments=True)


@pytest.mark.parametrize("page", sorted(TEXTS))
def test_every_command_that_is_written_down_exists_with_its_options(page):
    for words in spoken_commands(TEXTS[page]):
        known = [path for path in LEAVES if tuple(words[: len(path)]) == path]
        groups = {path[: len(words)] for path in LEAVES}
        assert known or tuple(words) in groups, words
        for path in known:
            offered = {
                name for option in LEAVES[path].params for name in (*option.opts, *option.secondary_opts)
            }
            asked = {word.partition("=")[0] for word in words if word.startswith("--")}
            assert asked <= offered | {"--help"}, words


@pytest.mark.parametrize("path", sorted(LEAVES), ids=" ".join)
def test_every_command_and_option_is_described(path):
    page = TEXTS["docs/reference/commands.md"]
    part = page.split(f"# `daylight {' '.join(path)}", 1)[1].split("\n#", 1)[0]
    options = [name for one in LEAVES[path].params if isinstance(one, click.Option) for name in one.opts]
    assert [name for name in options if name.startswith("--") and name not in part] == []


def test_every_setting_that_is_named_exists():
    settings = {
        str(field.validation_alias or f"DAYLIGHT_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }
    named = set(re.findall(r"\bDAYLIGHT_[A-Z_]+\b", SPOKEN))
    assert sorted(named - settings - OUTSIDE) == []


def test_what_is_outside_the_settings_is_read_somewhere():
    paths = [*SRC.rglob("*.py"), *(ROOT / "tests" / "support").glob("*.py")]
    sources = "\n".join(path.read_text() for path in paths)
    assert sorted(name for name in OUTSIDE if name not in sources) == []


@pytest.mark.parametrize("page", sorted(TEXTS))
def test_every_code_role_and_function_that_is_named_exists(page):
    phases = {code.partition(".")[0] for code in (*WORDS, *ROLES)} - {"law", "evaluation", "example"}
    ends = ("py", "md", "toml", "json")
    named = {span for span in spans(TEXTS[page]) if re.fullmatch(r"[a-z]+\.[a-z_-]+", span)}
    named = {span for span in named if span.split(".")[0] in phases and span.rpartition(".")[2] not in ends}
    known = {*WORDS, *ROLES, *FUNCTIONS, *PARAMETERS, "bidding.validity"}
    assert sorted(named - known - MODULES - FUNCTIONS_OF_MODULES) == []


@pytest.mark.parametrize("page", sorted(TEXTS))
def test_every_class_and_test_that_is_named_exists(page):
    named = {span.partition("(")[0].rpartition(".")[2] for span in spans(TEXTS[page])}
    classes = {name for name in named if re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+", name)}
    tests = {name for name in named if re.fullmatch(r"test_\w+", name)}
    assert sorted(classes - CLASSES - NOT_OURS) == []
    assert sorted(tests - TESTS) == []


def test_every_kind_and_every_class_of_acts_is_a_word_of_the_glossary():
    spelled = set(re.findall(r"\w+", " ".join(spans(TEXTS["docs/glossary.md"])))) | set(KINDS)
    classes = {
        node.name
        for path in (SRC / "daylight" / "core" / "acts").glob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    assert sorted(classes - spelled) == []
