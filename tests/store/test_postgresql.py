"""The same tests of the store on PostgreSQL: a process has one database, so they run in a second one."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TESTS = (
    "test_log.py", "test_log_harmed.py", "test_hand_edits.py", "test_journal.py", "test_board.py",
    "test_derived.py", "test_listings.py",
)  # fmt: skip


def test_the_store_holds_on_postgresql(postgres_url):
    tests = [str(HERE / name) for name in TESTS if (HERE / name).exists()]
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:xdist",
            *tests,
        ],
        cwd=ROOT,
        env={**os.environ, "DAYLIGHT_TEST_DATABASE_URL": postgres_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
