"""The house rules that import contracts cannot see: purity, sizes, literals, suppressed lints."""

import ast
import re
import tomllib

import pytest

from world import SRC

FILES = sorted(path for path in SRC.rglob("*.py") if "migrations" not in path.parts)
CORE = [path for path in FILES if "core" in path.parts]
CONDITIONS = [path for path in CORE if "procedures" in path.parts]

FILE_LINES, MOST_FILES = 400, 250
FUNCTION_LINES, MOST_FUNCTIONS = 50, 25


def functions(path):
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_is_longer_than_a_room_may_be():
    lengths = {str(path.relative_to(SRC)): len(path.read_text().splitlines()) for path in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}
    assert sum(lines <= MOST_FILES for lines in lengths.values()) >= 0.9 * len(lengths)


def test_no_function_is_longer_than_a_thought():
    sizes = {
        f"{path.relative_to(SRC)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in FILES
        for node in functions(path)
    }
    assert {name: lines for name, lines in sizes.items() if lines > FUNCTION_LINES} == {}
    assert sum(lines <= MOST_FUNCTIONS for lines in sizes.values()) >= 0.9 * len(sizes)


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(SRC)))
def test_the_core_takes_no_clock_chance_file_or_float(path):
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        name = node.func if isinstance(node, ast.Call) else None
        called = getattr(name, "id", getattr(name, "attr", "")) if name is not None else ""
        if called in {"open", "print", "input", "now", "today", "utcnow", "eval", "exec", "__import__"}:
            found.append(f"{node.lineno}: {called}()")
        if isinstance(node, ast.Name) and node.id == "float":
            found.append(f"{node.lineno}: float")
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            found.append(f"{node.lineno}: {node.value}")
        if isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                if "dataclass" in ast.unparse(decorator) and "frozen=True" not in ast.unparse(decorator):
                    found.append(f"{node.lineno}: {node.name} is not frozen")
    assert found == []


@pytest.mark.parametrize("path", CONDITIONS, ids=lambda path: path.stem)
def test_no_number_of_law_stands_in_a_condition(path):
    numbers = [
        (node.name, constant.value)
        for node in functions(path)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant)
        and type(constant.value) is int
        and constant.value not in (0, 1, 2)
    ]
    assert numbers == []


def test_every_suppressed_lint_gives_its_reason_on_the_line():
    bare = [
        f"{path.relative_to(SRC)}:{number}"
        for path in FILES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"# (noqa|type: ignore)", line)
        and not re.search(r"(noqa: \S+|ignore\[\S+\]) - \S", line)
    ]
    assert bare == []


def names_of_countries():
    """What names a country: words, the packages beside the platform, their territories and instruments."""
    places = sorted(SRC.glob("*/territories.toml"))
    told = [tomllib.loads(place.read_text()) for place in places]
    packages = "|".join(place.parent.name for place in places)
    codes = "|".join(sorted((one["id"] for country in told for one in country["territory"]), key=len)[::-1])
    prefixes = "|".join(country["country"] for country in told)
    return re.compile(
        r"\bChina\b|\bChinese law\b|中国|中华人民共和国"
        rf"|(?<!tests/)\b(?:{packages})\b|(?<![\w-])(?:{codes})(?![\w-])|(?<![\w-])(?:{prefixes})-\w+"
    )


COUNTRY = names_of_countries()


@pytest.mark.parametrize(
    "line",
    [
        'country: str = Field("daylight_cn", description="package with the law")',
        '"jp": Setting("daylight_jp", "JP-08203", "works", "JPY"),',
        'territory: str = Field("CN", description="home territory of the world")',
        'TERRITORY = "CN-37"',
        'provisions = ("cn-gpl#36",)',
        '@click.option("--country", default="daylight_un")',
    ],
)
def test_a_country_a_territory_or_an_instrument_is_found_where_it_is_named(line):
    assert COUNTRY.search(line)


def test_the_platform_names_no_country():
    kinds = {".py", ".html", ".toml", ".json"}
    sources = [path for path in (SRC / "daylight").rglob("*") if path.suffix in kinds]
    assert {path.suffix for path in sources} >= {".py", ".html", ".json"}
    named = [
        f"{path.relative_to(SRC)}:{number}: {line}"
        for path in sources
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if COUNTRY.search(line)
    ]
    assert named == []
