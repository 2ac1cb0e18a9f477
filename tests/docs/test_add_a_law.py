"""What ``docs/add-a-law.md`` tells people to write is loaded, and does what the page says."""

import re
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from daylight.core.rulebook.check import check
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.parameter import Kind, Mode, Unit
from daylight.store.countries import country_folder, load_rulebook

PAGE = (Path(__file__).parents[2] / "docs" / "add-a-law.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```toml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def book(tmp_path):
    shutil.copytree(country_folder("daylight_cn"), tmp_path, dirs_exist_ok=True)
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return load_rulebook(tmp_path)


def test_the_page_shows_all_three_files_of_an_instrument():
    assert [name.rpartition("/")[2] for name in FILES] == [
        "instrument.toml",
        "provisions.toml",
        "parameters.toml",
    ]


def test_the_example_is_sound(book):
    assert [finding for finding in check(book) if finding.fault] == []


def test_the_example_holds_in_its_province_from_its_day(book):
    def share(territory, day):
        return law_in_force(book, territory, day).ratio("bidding.security_ceiling").value

    eve, day = date(2029, 12, 31), date(2030, 1, 1)
    assert [share("CN-37", eve), share("CN-37", day), share("CN", day)] == [
        Fraction(1, 50),
        Fraction(1, 100),
        Fraction(1, 50),
    ]


def test_the_example_cites_its_article_beside_the_national_one(book):
    cites = law_in_force(book, "CN-37", date(2030, 1, 1), "open_tendering").cites("bidding.security")
    assert [cite.instrument for cite in cites] == [
        "example-rule",
        "cn-gpl-regulation",
        "cn-mof-order-87",
        "cn-mof-order-87",
        "cn-mof-order-87",
    ]


@pytest.mark.parametrize("word", [*Kind.__args__, *Unit.__args__, *Mode.__args__])
def test_every_kind_unit_and_mode_is_described(word):
    assert f"`{word}`" in PAGE
