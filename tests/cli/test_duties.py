"""``daylight duties`` over a journal in a database."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from daylight.cli.duties import duties
from daylight.core.values.plain import canonical_bytes
from daylight.office.ports import no_matter_when
from daylight.store.journal import DatabaseJournal
from scripts import SMALL, to_contract, to_issue
from world import found

LATE = "2030-01-01T09:00:00+08:00"


@pytest.fixture
def run(tmp_path):
    def typed(*words):
        return CliRunner().invoke(duties, words, env={"DAYLIGHT_HOME": str(tmp_path)})

    return typed


@pytest.fixture
def journal(database, tmp_path):
    yield from kept_of(to_issue, tmp_path)


@pytest.fixture
def bought(database, tmp_path):
    """A purchase under contract, of which nothing is refunded or filed yet."""
    yield from kept_of(to_contract, tmp_path)


def kept_of(stage, tmp_path):
    world = found()
    stage(world, SMALL)
    (tmp_path / "world.json").write_bytes(canonical_bytes(world.office.rules.world))
    kept = DatabaseJournal()
    for draft in world.office.journal.drafts:
        kept.commit(replace(draft, in_time=no_matter_when))  # it was in time when it was done
    yield kept
    kept.close()


def test_without_a_world_it_says_how_to_found_one(run):
    told = run()
    assert told.exit_code == 1
    assert "daylight found" in told.output


def test_what_is_owed_is_told_with_its_reason_and_once_late_as_overdue(run, journal):
    now = run("--lang", "en", "--at", "2026-04-03T09:00:00+08:00")
    assert "running  Qingchuan Procurement Agency: Opening record (CT" not in run("--overdue").output
    late = run("--lang", "en", "--overdue", "--at", LATE)
    assert now.exit_code == late.exit_code == 0
    assert ": Opening record" in now.output
    assert "overdue  Qingchuan Procurement Agency: Opening record" in late.output


def test_it_is_asked_for_one_organisation_and_answers_a_program(run, journal):
    assert json.loads(run("--json", "--by", "nobody of this name").output) == []
    found_duties = json.loads(run("--json", "--by", "procurement agency", "--at", LATE).output)
    assert {one["duty"]["standing"] for one in found_duties} == {"overdue"}


def test_an_instant_nobody_can_read_is_refused_with_one_that_can(run, journal):
    told = run("--at", "tomorrow")
    assert told.exit_code == 2
    assert "2026-11-23T09:00:00+08:00" in told.output


def test_securities_and_copies_that_are_late_are_listed_with_who_owes_them(run, bought):
    late = run("--lang", "en", "--overdue", "--at", LATE)
    owed = [line for line in late.output.splitlines() if "overdue  " in line]
    assert [line.partition("overdue  ")[2].partition(" (")[0] for line in owed] == [
        "Qingchuan Procurement Agency: A bid security is refunded",
        "Qingchuan Procurement Agency: A bid security is refunded",
        "Qingchuan First People's Hospital: A copy of the contract is filed",
    ]
    assert "working days after" in late.output
