"""What SQLite answers when it is asked for its write-ahead log is looked at."""

import pytest
from django.db import connection, connections

from daylight.store import health
from daylight.store.health import DiskUnfit, check_durability
from daylight.wiring import SQLITE_OPTIONS


@pytest.fixture
def without_shared_memory(tmp_path, monkeypatch):
    """A database through a layer that has no shared memory, as on a disk of a network."""
    settings = {
        **connections.settings["default"],
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"file:{tmp_path}/x.sqlite3?vfs=unix-dotfile",
        "OPTIONS": dict(SQLITE_OPTIONS),
    }
    made = connections.create_connection("default").__class__(settings, "unfit")
    monkeypatch.setattr(health, "connection", made)
    yield
    made.close()


def test_a_disk_that_can_not_hold_the_write_ahead_log_is_refused_in_both_languages(without_shared_memory):
    with pytest.raises(DiskUnfit, match=r"网络盘.* one of a network"):
        check_durability()


def test_the_disk_of_the_tests_can(database):
    assert connection.vendor == database
    check_durability()
