"""Builds an office from settings and plugs in the country; the only place where all layers meet.

The world's keys and its identity lie in the home, readable by the operator's account alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

import django
from django.conf import settings as django_settings

from daylight.clocks import PracticeClock, SystemClock
from daylight.core.acts.world import KeyRole, Pace, World, key_name
from daylight.core.ledger.note import Signer
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.instant import EPOCH
from daylight.core.values.plain import build, canonical_bytes
from daylight.core.values.text import Text, Told
from daylight.crypto.once import Once
from daylight.crypto.openssl import OPENSSL
from daylight.office.bundle import Bundler
from daylight.office.gateway import Gateway
from daylight.office.keys import KeyRing, ServerKeys, server_keys
from daylight.office.logbook import Beat
from daylight.office.perform import Office, Rules
from daylight.office.ports import Chance, Entries
from daylight.office.receipts import ReceiptBook
from daylight.office.sequencer import Sequencer
from daylight.office.watch import Watch
from daylight.settings import Settings
from daylight.store.address import postgresql
from daylight.store.countries import country_folder, load_rulebook

if TYPE_CHECKING:
    from daylight.store.arrivals import Arrivals
    from daylight.store.serving import Alone

KEY_BYTES = 32
LARGEST_BODY = 2 * 1024 * 1024
SQLITE_OPTIONS = {
    # Without IMMEDIATE, WAL and a busy timeout, concurrent writers get “database is locked”.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
KEPT_OPEN = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
"""A thread keeps its connection from one request to the next, and looks whether it still stands."""

DOCKETS = "dockets"
"""The secret from which the dockets of bids are named, case by case."""
STATIC_SECONDS = 24 * 60 * 60
CONTENT_POLICY = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
"""Pages run no script at all, and load nothing but our own style and pictures."""


class NoWorld(Told, FileNotFoundError):
    """There is no world in the home."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            Text(
                f"{place}: 此处还没有平台。请用 daylight found 建立，或运行 daylight demo 演示。",
                f"{place}: There is no world here yet; found one with daylight found, or see one with"
                " daylight demo.",
            )
        )


def configure(settings: Settings, *, urls: str = "daylight.sites.urls", reads_only: bool = False) -> None:
    """Set up Django for these settings, once in a process; one that only reads makes no folder and no key."""
    if django_settings.configured:
        return
    if not reads_only:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    options = site_options(settings) if urls else {}
    key = token_bytes(KEY_BYTES) if reads_only else secret(settings, "django")
    django_settings.configure(
        SECRET_KEY=key.hex(),
        DATABASES={"default": {**(database_to_read if reads_only else database)(settings), **KEPT_OPEN}},
        INSTALLED_APPS=["daylight.store"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        TIME_ZONE="UTC",
        ROOT_URLCONF=urls,
        ALLOWED_HOSTS=settings.names,
        FORCE_SCRIPT_NAME=settings.prefix or None,
        DATA_UPLOAD_MAX_MEMORY_SIZE=LARGEST_BODY,
        **options,
    )
    django.setup()


def site_options(settings: Settings) -> dict[str, object]:
    """What the pages add to Django's settings: templates, files, and headers that allow nothing else."""
    sites = Path(__file__).parent / "sites"
    return {
        "MIDDLEWARE": [
            "daylight.sites.kit.headers.headers",
            "django.middleware.security.SecurityMiddleware",
            "csp.middleware.CSPMiddleware",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.common.CommonMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [sites / "templates"],
                "OPTIONS": {"builtins": ["daylight.sites.kit.tags"]},
            }
        ],
        "STATIC_URL": f"{settings.prefix}/static/",
        "STATIC_ROOT": sites / "static",
        "WHITENOISE_MAX_AGE": STATIC_SECONDS,
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": CONTENT_POLICY},
        "SECURE_REFERRER_POLICY": "same-origin",
    }


def database(settings: Settings) -> dict[str, object]:
    """Django's description of the database: SQLite in the home, or PostgreSQL by its address."""
    if not settings.database_url:
        name = settings.home / "daylight.sqlite3"
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": dict(SQLITE_OPTIONS)}
    return postgresql(settings.database_url)


def database_to_read(settings: Settings) -> dict[str, object]:
    """The same for one who only reads.

    SQLite makes files beside a database that nobody has open, and leaves them there, unless it is told that
    the database cannot change; ``daylight fsck`` looks at the end whether it did.
    """
    described = database(settings)
    if settings.database_url:
        return described
    place = settings.home.resolve() / "daylight.sqlite3"
    still = "" if wal_of(settings).exists() else "&immutable=1"
    options = {"timeout": 30, "transaction_mode": "DEFERRED"}
    return {**described, "NAME": f"{place.as_uri()}?mode=ro{still}", "OPTIONS": options}


def wal_of(settings: Settings) -> Path:
    """The file that lies beside a database of SQLite while somebody has it open to write."""
    return settings.home / "daylight.sqlite3-wal"


def secret(settings: Settings, name: str) -> bytes:
    """A 32-byte secret of the world, made when it is first asked for."""
    place = settings.home / "keys" / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.touch(mode=0o600)
        place.write_bytes(token_bytes(KEY_BYTES))
    return place.read_bytes()


def the_world(settings: Settings) -> World:
    """The identity of this world, fixed when it was founded."""
    place = settings.home / "world.json"
    if not place.exists():
        raise NoWorld(place)
    return build(World, json.loads(place.read_bytes()))


def found_world(settings: Settings, registrar: str) -> World:
    """Found a world with its registrar, a person who registers first."""
    book = load_rulebook(country_folder(settings.country))
    territory = settings.territory or book.territories[0].id
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    pace = Pace(round(settings.log_tick_seconds * 1000), settings.log_leaves_per_tick, settings.log_rush)
    founding = keys_of(settings, settings.origin).founding(OPENSSL, pace)
    world = World(settings.origin, settings.practice, registrar, territory, founding)
    (settings.home / "world.json").write_bytes(canonical_bytes(world))
    return world


def clock_of(settings: Settings, book: Rulebook) -> SystemClock | PracticeClock:
    """The world's clock."""
    world = the_world(settings)
    offset = law_in_force(book, world.territory, EPOCH.date()).territory.offset_minutes
    return PracticeClock(settings.home / "clock", offset) if world.practice else SystemClock(offset)


def rules_of(settings: Settings) -> Rules:
    """What the office of a world judges and publishes by."""
    book = load_rulebook(country_folder(settings.country))
    seed = settings.home / "keys" / DOCKETS
    named_by = seed.read_bytes() if seed.exists() else b""  # who only reads names no bid
    return Rules(the_world(settings), book, Once(OPENSSL), settings.ocid_prefix, named_by)


def build_office(settings: Settings, *, chance: Callable[[int], bytes] = token_bytes) -> Office:
    """The office of a world, with its journal, vault, gateway and receipts."""
    from daylight.store.journal import DatabaseJournal  # noqa: PLC0415 - Django must be configured first
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    secret(settings, DOCKETS)
    rules = rules_of(settings)
    journal = DatabaseJournal()
    vault = FolderVault(settings.home / "vault")
    vault.put(canonical_bytes(rules.book))  # acts cite it by its digest, also when the law has moved on
    return Office(
        rules,
        journal,
        vault,
        Gateway(clock_of(settings, rules.book), journal.latest_instant()),
        receipts=ReceiptBook(rules.world, key_ring(settings, journal)),
        chance=Chance(chance),
    )


@cache
def the_house() -> Alone:
    """What this process holds so that no second one serves the same world."""
    from daylight.store.serving import Alone  # noqa: PLC0415 - Django must be configured first

    return Alone(Settings().home)


@cache
def the_arrivals() -> Arrivals:
    """What is on its way into this process's vault."""
    from daylight.store.arrivals import Arrivals  # noqa: PLC0415 - only who serves takes uploads
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    vault = Settings().home / "vault"
    return Arrivals(vault / ".arriving", FolderVault(vault))


@cache
def the_office() -> Office:
    """The office of this process, from the settings of its environment."""
    return build_office(Settings())


def build_sequencer(settings: Settings, *, chance: Callable[[int], bytes] = token_bytes) -> Sequencer:
    """The sequencer of a world, over its folder of tiles; call ``check`` before the first tick."""
    from daylight.store.journal import JournalReader  # noqa: PLC0415 - Django must be configured first
    from daylight.store.log import FolderLog  # noqa: PLC0415 - the same

    book = load_rulebook(country_folder(settings.country))
    return Sequencer(
        FolderLog(settings.home / "log"),
        key_ring(settings, JournalReader()),
        Beat(settings.log_tick_seconds, settings.log_leaves_per_tick),
        clock=clock_of(settings, book),
        chance=Chance(chance),
    )


@cache
def the_log() -> Sequencer:
    """The sequencer of this process."""
    return build_sequencer(Settings())


@cache
def the_watch() -> Watch:
    """What looks after the log and the clocks of this process."""
    settings = Settings()
    book = load_rulebook(country_folder(settings.country))
    return Watch(clock_of(settings, book), settings.log_tick_seconds)


def build_bundler(settings: Settings) -> Bundler:
    """What makes the bundles of a world."""
    return Bundler(build_office(settings), build_sequencer(settings))


@cache
def the_bundler() -> Bundler:
    """The bundler of this process, on the office that serves it."""
    return Bundler(the_office(), build_sequencer(Settings()))


def key_ring(settings: Settings, journal: Entries) -> KeyRing:
    """The secrets in the home, and which of them signs by what the registrar entered in the journal."""
    world = the_world(settings)
    return KeyRing(world, lambda role: held_keys(settings, world.origin, role), OPENSSL, journal)


def held_keys(settings: Settings, origin: str, role: KeyRole) -> Iterator[Signer]:
    """The secrets of a role that lie in the home, the first one first; nothing is made."""
    folder = settings.home / "keys"
    for place in (folder / role, *sorted(folder.glob(f"{role}-*"))):
        seed = place.read_bytes() if place.is_file() else b""
        if len(seed) == KEY_BYTES:
            yield Signer(key_name(origin, role), seed)


def new_key(settings: Settings, role: KeyRole) -> str:
    """Make another secret of a role, beside the one in use, and give its public side."""
    signer = Signer(key_name(the_world(settings).origin, role), token_bytes(KEY_BYTES))
    verifier = signer.verifier(OPENSSL)
    place = settings.home / "keys" / f"{role}-{verifier.key_id.hex()}"
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(signer.seed)
        file.flush()
        os.fsync(file.fileno())
    return verifier.vkey


def keys_of(settings: Settings, origin: str) -> ServerKeys:
    """The first keys of a world, made where there are none, under the names that follow from the origin."""
    return server_keys(origin, lambda name: secret(settings, name))
