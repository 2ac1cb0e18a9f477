"""The world this process serves: its settings and its rulebook, read once; official texts; the day it is."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from django.http import HttpRequest

from daylight.core.rulebook.book import Rulebook, Territory
from daylight.core.rulebook.texts import OfficialText, Version, versions_of
from daylight.core.values.instant import Instant
from daylight.imports.text_form import FORM, read_text_form
from daylight.imports.text_keeping import read_shelf
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook
from daylight.store.levels import Level, load_levels
from daylight.store.texts import TextShelf
from daylight.wiring import clock_of


@cache
def settings() -> Settings:
    """The settings of this process's environment."""
    return Settings()


def address_of(request: HttpRequest) -> str:
    """Where the world is reached, for addresses that stay; as the request says only where nobody set it."""
    return settings().address or request.build_absolute_uri("/").rstrip("/")


@cache
def book() -> Rulebook:
    """The law of the country this world is in."""
    return load_rulebook(country_folder(settings().country))


@cache
def levels() -> tuple[Level, ...]:
    """The levels of instruments in this country, the highest first."""
    return load_levels(country_folder(settings().country))


def today() -> date:
    """The day it is in this world; a practice world has days of its own."""
    return now().day


def now() -> Instant:
    """The instant it is in this world, by its own clock."""
    return clock_of(settings(), book()).now()


def texts() -> tuple[OfficialText, ...]:
    """The official texts imported so far; read again only when some were added."""
    return _texts(TextShelf(settings().home).digests())


def versions() -> dict[str, tuple[Version, ...]]:
    """The imported versions of each instrument, the oldest first."""
    return versions_of(book(), texts())


@cache
def tongue() -> str:
    """The language official texts are in."""
    return read_text_form(country_folder(settings().country)).language


@lru_cache(maxsize=1)
def _texts(digests: tuple[str, ...]) -> tuple[OfficialText, ...]:
    country = country_folder(settings().country)
    if not digests or not (country / FORM).is_file():
        return ()
    return read_shelf(TextShelf(settings().home), read_text_form(country))


def territory_of(name: str) -> Territory | None:
    """A territory by its id; nothing where the book does not know it."""
    return book().territory_by_id.get(name)


def offset_of(territory: str) -> int:
    """Minutes east of Greenwich in a territory, as it or one of those above it says."""
    known = book().territory_by_id
    return known[territory if territory in known else book().territories[0].id].offset_minutes


def local(utc_ms: int, territory: str) -> Instant:
    """An instant as the clocks of a territory show it."""
    return Instant(utc_ms, offset_of(territory))
