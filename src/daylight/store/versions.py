"""The versions of its law that a country package has published, by the digests of their rulebooks.

``versions.toml`` has a line for each; a rulebook that is in none of them is somebody's own.
Shown by ``tests/store/test_versions.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from daylight.store.countries import country_folder, installed
from daylight.store.country_files import built, table_of

FILE = "versions.toml"


@dataclass(frozen=True)
class Version:
    """A publication: on which day, and the digest of its rulebook in hex."""

    published: date
    digest: str


def versions_of(folder: Path) -> tuple[Version, ...]:
    """The versions a package lists, oldest first; none where it lists none."""
    file = folder / FILE
    rows = table_of(file, optional=True).get("version", [])
    return tuple(built(Version, row, file, f"version[{n}]") for n, row in enumerate(rows))


def published_laws() -> dict[str, str]:
    """Every version of every installed country package: its digest, and which it is."""
    return dict(_published())


def _published() -> Iterator[tuple[str, str]]:
    for name in installed():
        for version in versions_of(country_folder(name)):
            yield version.digest, f"{name} {version.published.isoformat()}"
