"""The platform has no country by default: a command that needs one says how to set it, and does nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from daylight.cli.main import main
from daylight.core.acts.world import World
from daylight.core.values.plain import canonical_bytes
from practice.auction_files import KINDS
from world import SRC

PERSON = f"person-{'0' * 32}"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("DAYLIGHT_HOME", str(tmp_path / "world"))
    monkeypatch.delenv("DAYLIGHT_COUNTRY", raising=False)
    (tmp_path / "bids.csv").write_bytes(KINDS)
    return tmp_path


def holds_a_world(home):
    (home / "world").mkdir()
    (home / "world" / "world.json").write_bytes(canonical_bytes(World("here", True, PERSON, "CN")))


def asks_for_a_country(code, said):
    return code == 1 and "没有设定国家" in said and "Set the variable DAYLIGHT_COUNTRY" in said


@pytest.mark.parametrize(
    "words",
    [
        ("law", "check"),
        ("import", "intentions", "--sample"),
        ("replay", "auctions", "bids.csv"),
        ("demo", "--no-serve", "--home", "kept"),
        ("found", PERSON),
    ],
    ids=" ".join,
)
def test_without_a_country_nothing_is_done(home, monkeypatch, words):
    monkeypatch.chdir(home)
    (home / "kept").mkdir()
    told = CliRunner().invoke(main, words)
    assert asks_for_a_country(told.exit_code, told.output), told.output
    assert {path.name for path in home.iterdir()} == {"bids.csv", "kept"}


@pytest.mark.parametrize("words", [("run",), ("duties",)], ids=" ".join)
def test_a_world_is_not_served_without_its_country(home, words):
    holds_a_world(home)
    done = subprocess.run(
        [sys.executable, "-m", "daylight", *words],
        env={**os.environ, "PYTHONPATH": str(SRC), "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert asks_for_a_country(done.returncode, done.stderr), done.stderr


def test_a_country_that_is_not_there_is_told(home, monkeypatch):
    monkeypatch.setenv("DAYLIGHT_COUNTRY", "daylight_atlantis")
    told = CliRunner().invoke(main, ["found", PERSON])
    assert (told.exit_code, "daylight_atlantis: neither a folder nor" in told.output) == (1, True)


@pytest.mark.parametrize(("territory", "founded"), [("", "CN"), ("CN-37", "CN-37")])
def test_a_world_is_founded_in_its_territory_or_in_the_whole_country(home, monkeypatch, territory, founded):
    monkeypatch.setenv("DAYLIGHT_COUNTRY", str(Path(SRC) / "daylight_cn"))
    monkeypatch.setenv("DAYLIGHT_TERRITORY", territory)
    told = CliRunner().invoke(main, ["found", PERSON])
    assert told.output.endswith(f"({founded})\n")
