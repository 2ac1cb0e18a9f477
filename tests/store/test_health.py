"""A damaged embedded database is not served from; the refusal says what to do."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from django.db import close_old_connections, connection

ROOT = Path(__file__).resolve().parents[2]


def run(home, *words):
    environment = {
        **os.environ,
        "DAYLIGHT_HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        "DATABASE_URL": "",
    }
    return subprocess.run(
        [sys.executable, "-m", "daylight", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_damaged_database_stops_the_start_and_names_the_damage(tmp_path):
    home = tmp_path / "world"
    assert run(home, "found", "person-" + "0" * 32).returncode == 0
    assert run(home, "import", "intentions", "--sample", "--apply", "--json").returncode == 0
    database = home / "daylight.sqlite3"
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    database.write_bytes(content)
    told = run(home, "run")
    assert told.returncode == 1
    assert "damaged" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_file_that_is_no_database_is_told_to_be_none(tmp_path):
    home = tmp_path / "world"
    assert run(home, "found", "person-" + "0" * 32).returncode == 0
    (home / "daylight.sqlite3").write_bytes(b"not a database at all, but long enough to look at" * 100)
    told = run(home, "run")
    assert told.returncode == 1
    assert "damaged" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_thread_keeps_its_connection_from_one_request_to_the_next(database):
    kept = []

    def requests():
        connection.ensure_connection()
        first = connection.connection
        close_old_connections()  # as Django does before and after each request
        kept.append(connection.connection is first)
        connection.close()

    thread = Thread(target=requests)
    thread.start()
    thread.join()
    assert kept == [True]
