"""Five kills on each database; the campaign of fifty is ``make prove``."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_acknowledged_act_is_lost_to_five_kills(database):
    words = ["--kills", "5", *(["--postgresql"] if database == "postgresql" else [])]
    run = subprocess.run(
        [sys.executable, "benchmarks/prove/kills.py", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    said = json.loads(run.stdout)
    assert (said["database"], said["lost"], said["unproved"], said["findings"]) == (database, 0, 0, [])
    assert said["acknowledged"] > 20
