"""The world this process serves, read once: its settings and its rulebook."""

from __future__ import annotations

from functools import cache

from daylight.core.rulebook.book import Rulebook, Territory
from daylight.core.values.instant import Instant
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook


@cache
def settings() -> Settings:
    """The settings of this process's environment."""
    return Settings()


@cache
def book() -> Rulebook:
    """The law of the country this world is in."""
    return load_rulebook(country_folder(settings().country))


def territory_of(name: str) -> Territory | None:
    """A territory by its id; nothing where the book does not know it."""
    return book().territory_by_id.get(name)


def offset_of(territory: str) -> int:
    """Minutes east of Greenwich in a territory, as it or one of those above it says."""
    known = book().territory_by_id
    return known[territory if territory in known else settings().territory].offset_minutes


def local(utc_ms: int, territory: str) -> Instant:
    """An instant as the clocks of a territory show it."""
    return Instant(utc_ms, offset_of(territory))
