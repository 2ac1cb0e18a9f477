"""``daylight because`` over a journal in a database."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from daylight.cli.because import because
from daylight.core.values.plain import canonical_bytes
from daylight.office.ports import no_matter_when
from daylight.store.journal import DatabaseJournal
from played import world_of


@pytest.fixture
def run(tmp_path):
    def typed(*words):
        env = {"DAYLIGHT_HOME": str(tmp_path), "DAYLIGHT_COUNTRY": "daylight_cn"}
        return CliRunner().invoke(because, words, env=env)

    return typed


@pytest.fixture
def notified(database, tmp_path):
    """The notification of an award in a journal that is kept."""
    office = world_of("full").office
    (tmp_path / "world.json").write_bytes(canonical_bytes(office.rules.world))
    kept = DatabaseJournal()
    for draft in office.journal.drafts:
        kept.commit(replace(draft, in_time=no_matter_when))  # it was in time when it was done
    act = next(one.act for one in office.journal.drafts if one.act.intent.kind == "NotifyBidders")
    yield act.docket, str(act.seq)
    kept.close()


def test_it_tells_value_article_and_day_in_both_languages(run, notified):
    in_english = ("en", "30 calendar days, since", "held against:")
    for lang, value, held in (("zh", "30 日，自", "对照："), in_english):
        told = run(*notified, "--lang", lang)
        assert told.exit_code == 0, told.output
        assert value in told.output and held in told.output


def test_a_program_gets_the_same_as_json(run, notified):
    told = json.loads(run(*notified, "--json").output)
    assert "contract.sign" in {one["id"] for one in told}


def test_an_act_that_is_not_there_is_said_to_be_none(run, notified):
    told = run(notified[0], "999")
    assert told.exit_code == 1
    assert "There is no act" in told.output


def test_without_a_world_it_says_how_to_found_one(run):
    assert "daylight found" in run("case-none", "0").output
