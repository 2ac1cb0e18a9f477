"""Each benchmark runs at small scale and says what it measured; a small day is proved within its targets."""

import json
import subprocess
import sys

import pytest

from world import SRC

BENCHMARKS = SRC.parent / "benchmarks"


def told(*command):
    run = subprocess.run(
        [sys.executable, str(BENCHMARKS / command[0]), *command[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    said = json.loads(run.stdout)
    assert min(said["fsyncs_per_second"], said["sha256_mb_per_second"]) > 0
    return said


def test_a_two_hundredth_of_a_day_is_proved_within_its_targets(tmp_path):
    said = told("day.py", "--scale", "1/200", "--result", str(tmp_path / "day.json"))
    assert said == json.loads((tmp_path / "day.json").read_bytes())
    assert (said["cases"], said["notices"], said["openings"], said["bids"]) == (60, 15, 3, 15)
    assert said["judgements"] == said["acts"] == said["proofs"]
    assert (said["proved"], said["within_targets"]) == (True, True)


@pytest.mark.parametrize(
    ("command", "figure"),
    [
        (("judging.py", "--cases", "1"), "without_signatures_per_second"),
        (("procedures.py", "--bidders", "3"), "choices_of_method_per_second"),
        (("validation.py", "--cases", "1"), "ours_per_second"),
        (("evaluation.py", "--seconds", "0.1"), "recomputed_per_second"),
        (("law.py", "--lookups", "10000"), "lookups_per_second"),
        (("opening.py", "--sizes", "3"), "fsyncs_per_second"),
    ],
)
def test_a_benchmark_says_what_it_measured(command, figure):
    assert told(*command)[figure] > 0


def test_a_home_that_was_loaded_quickly_has_no_fault_and_everything_in_it_is_measured():
    said = told("growth.py", "--sizes", "12,40", "--fsck")
    assert (said["sizes"], said["fsck"]) == ([12, 40], "no fault")
    assert len(said["exponents"]) == len(said["ms"]) >= 14
    assert all(taken > 0 for at in said["ms"].values() for taken in at.values())


def test_bids_over_http_are_counted_in_the_processor_time_of_the_server():
    said = told("door.py", "--bids", "10")
    assert set(said["cpu_ms_per_bid"]) == {"this"}
    assert said["cpu_ms_per_bid"]["this"] > 0
    assert said["bids_per_second"]["this"] > 0


def test_a_library_that_is_not_installed_is_said_to_be_missing():
    said = told("libraries.py", "--megabytes", "1", "--leaves", "300")
    assert said["merging"]["ratio"] > 0
    for name, library in (("proofs", "pymerkle"), ("sealing", "pyrage")):
        missing = f"{library} is not installed: pip install {library}"
        assert said[name].get("skipped", missing) == missing
