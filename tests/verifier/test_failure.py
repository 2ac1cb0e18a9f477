"""Where the verifier itself fails, it says so and what to do, and accuses no bundle."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bundles import bundle, full_bundle, full_world
from daylight.cli.bundle import write_folder
from daylight.cli.main import main as daylight
from daylight.verifier import authentic, chains, command, rejudge, verify
from forgery import forged
from known import KNOWN

STEPS = {
    "open_bundle": verify, "verify_inclusion": authentic, "index_link": chains, "judge": rejudge,
    "apply": rejudge, "recompute_evaluations": verify, "recompute_releases": verify, "lines_of": command,
}  # fmt: skip


def fails(*_, **__):
    raise RuntimeError("a fault of ours")


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "bundle", full_bundle().items())
    return tmp_path / "bundle"


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_raises_is_a_failure_of_the_verifier(step, folder, monkeypatch):
    monkeypatch.setattr(STEPS[step], step, fails)
    for lang, words in (("en", "the verifier failed"), ("zh", "核验程序自身出错")):
        run = CliRunner().invoke(daylight, ["verify", str(folder), "--lang", lang])
        assert run.exit_code == 2
        assert words in run.output and "test_failure.py" in run.output
        assert "RuntimeError('a fault of ours')" in run.output


def test_a_program_reads_the_failure_by_its_name(folder, monkeypatch):
    monkeypatch.setattr(rejudge, "judge", fails)
    said = json.loads(CliRunner().invoke(daylight, ["verify", str(folder), "--json"]).output)
    assert (said["exit_code"], said["contradictions"]) == (2, [])
    assert [gap["code"] for gap in said["gaps"]] == ["verifier.failed"]


def test_evidence_that_cannot_be_written_is_no_contradiction(folder, tmp_path):
    (folder / "notes.txt").write_bytes(b"")
    asked = ["verify", str(folder), "--evidence", str(tmp_path / "nowhere" / "evidence.json")]
    run = CliRunner().invoke(daylight, asked)
    assert run.exit_code == 2 and "FileNotFoundError" in run.output


def test_what_was_found_before_a_failure_stands(monkeypatch):
    world, case = full_world()
    other = forged(world, lambda act: replace(act, signature=bytes(64)) if act.docket == case else act)
    monkeypatch.setattr(verify, "count_dispositions", fails)
    verdict = verify.verify(bundle(other, case), KNOWN)
    assert [finding.code for finding in verdict.contradictions] == ["act.refused"]
    assert (verdict.exit_code, [gap.code for gap in verdict.gaps]) == (1, ["verifier.failed"])
