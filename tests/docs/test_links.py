"""Every relative link resolves, and every path in backticks is there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from docs.pages import GENERATED, ROOT, TEXTS, prose, spans

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"(?:[\w.-]+/)*[\w.-]+\.(?:py|md|toml|json|sh)|(?:[\w.-]+/)+")
INVENTED = {
    "bundle.note",
    "offers.json",
    "daylight_xx/",
    "example-rule/",
    "law/example-rule/instrument.toml",
}
OF_A_BUNDLE = {
    "index/",
    "purchases/",
    "releases/",
    "evaluation/",
    "rulebooks/",
    "keys.json",
    "world.json",
    "rulebook.json",
    "openings.json",
    "index/bids.json",
}
OF_A_HOME = {"log/", "made/", "vault/", "keys/", "sealed/", "var/demo/"}


def places(page: str) -> list[Path]:
    """Where a path in a page may begin."""
    core = ROOT / "src" / "daylight"
    return [
        ROOT,
        ROOT / "src",
        core,
        core / "core",
        core / "core" / "disclosure",
        core / "core" / "disclosure" / "extension",
        core / "verifier",
        core / "imports",
        (ROOT / page).parent,
        ROOT / "src" / "daylight_cn",
        ROOT / "src" / "daylight_cn" / "law" / "cn-gpl",
    ]


@pytest.mark.parametrize("page", sorted(TEXTS))
def test_every_relative_link_resolves(page):
    targets = [target for target in LINK.findall(prose(TEXTS[page])) if "://" not in target]
    broken = [
        target
        for target in targets
        if not ((ROOT / page).parent / unquote(target.partition("#")[0])).resolve().exists()
    ]
    assert broken == []


def linked(page):
    """The pages a page links to."""
    targets = (target.partition("#")[0] for target in LINK.findall(TEXTS[page]) if "://" not in target)
    places = (((ROOT / page).parent / unquote(target)).resolve() for target in targets)
    return {place.relative_to(ROOT).as_posix() for place in places} & TEXTS.keys()


def test_every_page_is_reached_from_the_first():
    reached, waiting = {"README.md"}, ["README.md"]
    while waiting:
        new = linked(waiting.pop()) - reached
        reached |= new
        waiting += new
    assert sorted(TEXTS.keys() - reached) == []


@pytest.mark.parametrize("page", sorted(page for page in TEXTS if not page.startswith(GENERATED)))
def test_every_path_that_is_named_is_there(page):
    named = {span.partition(":")[0].strip() for span in spans(TEXTS[page])}
    paths = {name for name in named if PATH.fullmatch(name)} - INVENTED - OF_A_BUNDLE - OF_A_HOME
    paths -= {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    lost = [path for path in sorted(paths) if not any((place / path).exists() for place in places(page))]
    assert lost == []


@pytest.mark.parametrize("page", sorted(TEXTS))
def test_every_function_named_with_its_file_is_in_it(page):
    pairs = re.findall(r"`((?:[\w.-]+/)*[\w.-]+\.py): (\w+)`", prose(TEXTS[page]))
    lost = [
        f"{path}: {name}"
        for path, name in pairs
        if not any(
            (place / path).exists() and re.search(rf"\b{name}\b", (place / path).read_text())
            for place in places(page)
        )
    ]
    assert lost == []


def test_every_test_and_page_a_module_names_is_there():
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]
    lost = [
        f"{source.relative_to(ROOT)}: {named}"
        for source in sources
        for named in re.findall(r"``((?:tests|docs)/[\w/.-]+)``", source.read_text(encoding="utf-8"))
        if not (ROOT / named).exists()
    ]
    assert lost == []


def test_every_decision_is_in_the_index():
    folder = ROOT / "docs" / "decisions"
    indexed = re.findall(r"^\* \[\d{4}\]\((\S+)\) ", TEXTS["docs/decisions/README.md"], re.MULTILINE)
    assert indexed == sorted(page.name for page in folder.glob("0*.md"))
