"""``daylight law recheck`` over a journal in a database, by the country's law and by one that was changed."""

import json
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner

from daylight.cli.law import law
from daylight.core.values.plain import canonical_bytes
from daylight.office.ports import no_matter_when
from daylight.store.countries import country_folder
from daylight.store.journal import DatabaseJournal
from played import world_of


@pytest.fixture
def run(tmp_path):
    def typed(*words, country="daylight_cn"):
        env = {"DAYLIGHT_HOME": str(tmp_path), "DAYLIGHT_COUNTRY": str(country)}
        return CliRunner().invoke(law, ["recheck", *words], env=env)

    return typed


@pytest.fixture
def journal(database, tmp_path):
    world = world_of("full")
    (tmp_path / "world.json").write_bytes(canonical_bytes(world.office.rules.world))
    kept = DatabaseJournal()
    for draft in world.office.journal.drafts:
        kept.commit(replace(draft, in_time=no_matter_when))  # it was in time when it was done
    yield kept
    kept.close()


@pytest.fixture
def changed(tmp_path):
    """The country's law with another period for signing."""
    folder = tmp_path / "changed"
    shutil.copytree(country_folder("daylight_cn"), folder, ignore=shutil.ignore_patterns("__pycache__"))
    file = folder / "law" / "cn-gpl" / "parameters.toml"
    before, sign, after = file.read_text(encoding="utf-8").partition('id = "contract.sign"')
    file.write_text(before + sign + after.replace("value = 30", "value = 20", 1), encoding="utf-8")
    return folder


def test_without_a_world_it_says_how_to_found_one(run):
    told = run()
    assert told.exit_code == 1
    assert "daylight found" in told.output


def test_under_the_same_law_nothing_differs(run, journal):
    told = run("--lang", "en")
    assert told.exit_code == 0
    assert told.output.startswith("1 cases: 0 acts judged again, ")
    assert "0 differences. Earlier decisions do not change." in told.output


def test_under_another_law_each_case_is_listed_with_the_value_that_changed(run, journal, changed):
    lines = run("--lang", "en", country=changed).output.splitlines()
    assert lines[0].startswith("case-")
    assert lines[1].endswith("clock contract.sign.purchaser: 2026-06-08 → 2026-05-27  (contract.sign)")
    told = json.loads(run("--json", country=changed).output)
    assert {tuple(one["parameters"]) for one in told["differences"]} == {("contract.sign",)}


def test_nothing_is_written(run, journal, changed):
    before = journal.latest_instant(), len(journal.entries("case"))
    run(country=changed)
    assert (journal.latest_instant(), len(journal.entries("case"))) == before
