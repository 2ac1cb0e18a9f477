"""What stands in a block parses, the example of ``add-an-act.md`` is sound, and both READMEs say the same."""

import ast
import inspect
import json
import re
import subprocess
import tomllib

import pytest

from daylight.cli.bidder import read_offers
from daylight.core.judgement.register import REGISTER
from daylight.core.values.money import Money
from docs.pages import ROOT, TEXTS, blocks

BLOCKS = [(page, language, block) for page in sorted(TEXTS) for language, block in blocks(TEXTS[page])]


def drawn(block):
    """A flow chart: a head, nodes with a label, and arrows between nodes that are there."""
    head, *lines = block.strip().splitlines()
    nodes = {line.strip().partition("[")[0] for line in lines if "-->" not in line}
    arrows = [re.fullmatch(r"\s*(\w+) -->\|(\w+)\| (\w+)", line) for line in lines if "-->" in line]
    assert head == "flowchart TD"
    assert all(arrow and {arrow[1], arrow[3]} <= nodes for arrow in arrows)


PARSE = {
    "python": ast.parse,
    "item": lambda block: ast.parse(f"{{{block}}}" if block.lstrip().startswith('"') else f"[{block}]"),
    "toml": tomllib.loads,
    "json": json.loads,
    "mermaid": drawn,
    "sh": lambda block: subprocess.run(["bash", "-n"], input=block, text=True, check=True),
}


@pytest.mark.parametrize(
    ("language", "block"),
    [(language, block) for _, language, block in BLOCKS if language],
    ids=[f"{page}-{place}" for place, (page, language, _) in enumerate(BLOCKS) if language],
)
def test_a_block_with_a_language_parses(language, block):
    PARSE[language](block)


def test_every_package_of_the_core_has_its_page():
    packages = sorted(place.parent for place in (ROOT / "src" / "daylight" / "core").glob("*/__init__.py"))
    full = [place for place in packages if len(list(place.glob("*.py"))) > 1]
    assert [place.name for place in full if not (place / "README.md").exists()] == []


def test_the_life_of_an_act_tells_each_condition_of_a_bid_and_what_it_refuses_with():
    told = {}
    for line in TEXTS["docs/life-of-an-act.md"].splitlines():
        if line.startswith("| "):
            condition, codes = line.strip("| ").split(" | ")
            told[condition] = sorted(re.findall(r"`([\w.-]+)`", codes))
    asked = {
        condition.__name__.replace("_", " "): sorted(
            set(re.findall(r'refuse\(\s*"([\w.-]+)"', inspect.getsource(condition)))
        )
        for condition in REGISTER["SubmitBid"].conditions
    }
    asked["mandated to bid"] = asked.pop("person is mandated")
    assert {name: told.get(name) for name in asked} == asked


@pytest.mark.parametrize("pair", [("README.md", "README.zh-CN.md")])
def test_both_readmes_have_the_same_sections_links_and_commands(pair):
    one, other = (TEXTS[name] for name in pair)

    def shape(text):
        bodies = [re.sub(r" +#.*", "", body) for _, body in blocks(text)]
        links = set(re.findall(r"\]\(([^)]+)\)", text)) - set(pair)
        levels = [line.split(" ")[0] for line in text.splitlines() if re.match(r"#+ ", line)]
        rows = sum(line.startswith("|") for line in text.splitlines())
        return levels, bodies, links, rows

    assert shape(one) == shape(other)


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/verify-it-yourself.md"])
def test_pages_in_both_languages_have_a_part_for_each(page):
    assert re.findall(r"^## (.*)$", TEXTS[page], re.MULTILINE) == ["中文", "English"]


def test_the_makefile_has_the_commands_the_pages_name():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {word for text in TEXTS.values() for word in re.findall(r"(?:`|^)make (\w+)", text, re.MULTILINE)}
    assert sorted(named - targets) == []


def test_the_offers_of_take_part_are_read_as_offers(tmp_path):
    (shown,) = [block for language, block in blocks(TEXTS["docs/take-part.md"]) if language == "json"]
    place = tmp_path / "offers.json"
    place.write_text(shown)
    (offer,) = read_offers(place)
    assert (offer.lot, offer.price.total, offer.declaration.bidder_name) == (
        "1",
        Money(94_000_000, "CNY"),
        "晨光医疗",
    )
