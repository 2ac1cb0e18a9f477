"""A portal over what cases played in memory published, with a home, a log key and the law of the country."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.test import Client, override_settings

import configured  # noqa: F401 - importing it configures Django
from daylight.settings import Settings
from daylight.sites.kit import here
from daylight.wiring import found_world, site_options, the_bundler, the_office
from sites.reading import tell

CACHES = (here.settings, here.book, the_office, the_bundler)


@pytest.fixture(scope="session")
def world_home():
    """A founded world: its identity and keys."""
    with tempfile.TemporaryDirectory(prefix="daylight-site-") as folder:
        found_world(Settings(home=Path(folder)), "person-0")
        yield Path(folder)


@pytest.fixture
def portal(database, world_home, monkeypatch):
    """A reader of an empty portal."""
    yield from opened(world_home, monkeypatch)


def opened(home, monkeypatch, **more):
    """A reader of an empty portal, with more settings."""
    for name in [name for name in os.environ if name.startswith(("DAYLIGHT_P", "DAYLIGHT_A"))]:
        monkeypatch.delenv(name)
    for name, value in {"DAYLIGHT_HOME": str(home), **more}.items():
        monkeypatch.setenv(name, value)
    for one in CACHES:
        one.cache_clear()
    shutil.rmtree(home / "made", ignore_errors=True)
    options = {**site_options(Settings()), "FORCE_SCRIPT_NAME": Settings().prefix or None}
    with override_settings(ROOT_URLCONF="daylight.sites.urls", ALLOWED_HOSTS=["testserver"], **options):
        yield Client(raise_request_exception=False)
    for one in CACHES:
        one.cache_clear()


@pytest.fixture
def two_lots(portal):
    """The address of a case in two lots, played to its contracts, without the language before it."""
    return f"cases/{tell('two lots')}/"


@pytest.fixture
def full(portal):
    """The address of a case with a low price, a question and a clarification."""
    return f"cases/{tell('full')}/"
