"""A world in the database with its log and its vault, looked at and put right by the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

import scripts
from daylight.cli import fsck as command
from daylight.cli import rebuild as restoring
from daylight.core.values.plain import canonical_bytes
from daylight.store import models
from daylight.store.house import House
from daylight.store.journal import DatabaseJournal
from daylight.store.log import FolderLog
from daylight.store.vault import FolderVault
from logs import sequencer
from played import TWO_LOTS
from world import TestWorld, found

TABLES = (models.Publication, models.CaseRow, models.IndexLink)


def kept_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestWorld]:
    """A purchase of two lots to its contract, in the database, with a log; the commands look at it."""
    journal, vault = DatabaseJournal(), FolderVault(folder / "vault")
    world = found(journal=journal, vault=vault)
    vault.put(canonical_bytes(world.office.rules.book))
    scripts.to_contract(world, TWO_LOTS)
    log = FolderLog(folder / "log")
    sequencer(log, leaves=100).drain()
    for module in (command, restoring):
        monkeypatch.setattr(module, "checked_world", lambda _: None)
        monkeypatch.setattr(
            module, "house_of", lambda _: House(log, vault, world.office.keys, world.office.rules)
        )
    yield world
    journal.close()


def checked():
    """Exit code and output of ``daylight fsck``."""
    run = CliRunner().invoke(command.fsck, ["--lang", "en"], catch_exceptions=False)
    return run.exit_code, run.output


def restored(*words):
    run = CliRunner().invoke(restoring.rebuild, ["--lang", "en", *words], catch_exceptions=False)
    return run.exit_code, run.output


def content():
    """All rows of the tables that follow from the journal, without the numbers the database gives."""
    return {
        model.__name__: sorted(
            tuple(bytes(one) if isinstance(one, memoryview) else one for one in row)
            for row in model.objects.values_list(*(f.name for f in model._meta.fields if f.name != "id"))
        )
        for model in TABLES
    }


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount > 0
