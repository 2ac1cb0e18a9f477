"""Builds an office from settings and plugs in the country; the only place where all layers meet.

The world's keys and its identity lie in the home, readable by the operator's account alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from secrets import token_bytes
from urllib.parse import unquote, urlsplit

import django
from django.conf import settings as django_settings

from daylight.clocks import PracticeClock, SystemClock
from daylight.core.acts.world import Pace, World
from daylight.core.ledger.note import Signer, Verifier
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.instant import EPOCH
from daylight.core.values.plain import build, canonical_bytes
from daylight.crypto.once import Once
from daylight.crypto.openssl import OPENSSL
from daylight.office.bundle import Bundler
from daylight.office.gateway import Gateway
from daylight.office.keys import ServerKeys, server_keys
from daylight.office.perform import Office, Rules
from daylight.office.ports import Chance
from daylight.office.receipts import ReceiptBook
from daylight.office.sequencer import Beat, Sequencer
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook

KEY_BYTES = 32
LARGEST_UPLOAD = 256 * 1024 * 1024
SQLITE_OPTIONS = {
    # Without IMMEDIATE, WAL and a busy timeout, concurrent writers get “database is locked”.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
KEPT_OPEN = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
"""A thread keeps its connection from one request to the next, and looks whether it still stands."""

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
        ALLOWED_HOSTS=[settings.host, "localhost", *filter(None, settings.hosts.split(","))],
        DATA_UPLOAD_MAX_MEMORY_SIZE=LARGEST_UPLOAD,
        **options,
    )
    django.setup()


def site_options(settings: Settings) -> dict[str, object]:
    """What the pages add to Django's settings: templates, files, and headers that allow nothing else."""
    sites = Path(__file__).parent / "sites"
    return {
        "MIDDLEWARE": [
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
        "STATIC_URL": "/static/",
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
    parts = urlsplit(settings.database_url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(f"DATABASE_URL begins with postgresql://, not {parts.scheme}://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _query(parts.query).get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"options": "-c synchronous_commit=on"},
    }


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


def kept_verifiers(settings: Settings) -> tuple[Verifier | None, Verifier | None]:
    """The public keys of log and gateway, each where its secret is kept; nothing is made."""
    origin = the_world(settings).origin
    return _kept_verifier(settings, "log", origin), _kept_verifier(settings, "intake", f"{origin}/intake")


def _kept_verifier(settings: Settings, name: str, signs_as: str) -> Verifier | None:
    try:
        seed = (settings.home / "keys" / name).read_bytes()
    except OSError:
        return None
    return Signer(signs_as, seed).verifier(OPENSSL) if len(seed) == KEY_BYTES else None


def the_world(settings: Settings) -> World:
    """The identity of this world, fixed when it was founded."""
    place = settings.home / "world.json"
    if not place.exists():
        raise FileNotFoundError(
            f"{place}: 此处还没有平台。请用 daylight found 建立，或运行 daylight demo 演示。"
            " There is no world here yet; found one with daylight found, or see one with daylight demo."
        )
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
    return Rules(the_world(settings), book, Once(OPENSSL), settings.ocid_prefix)


def build_office(settings: Settings, *, chance: Callable[[int], bytes] = token_bytes) -> Office:
    """The office of a world, with its journal, vault, gateway and receipts."""
    from daylight.store.journal import DatabaseJournal  # noqa: PLC0415 - Django must be configured first
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    rules = rules_of(settings)
    journal = DatabaseJournal()
    vault = FolderVault(settings.home / "vault")
    vault.put(canonical_bytes(rules.book))  # acts cite it by its digest, also when the law has moved on
    return Office(
        rules,
        journal,
        vault,
        Gateway(clock_of(settings, rules.book), journal.latest_instant()),
        receipts=ReceiptBook(rules.world, the_keys(settings).intake, OPENSSL),
        chance=Chance(chance),
    )


@cache
def the_office() -> Office:
    """The office of this process, from the settings of its environment."""
    return build_office(Settings())


def build_sequencer(settings: Settings, *, chance: Callable[[int], bytes] = token_bytes) -> Sequencer:
    """The sequencer of a world, over its folder of tiles; call ``check`` before the first tick."""
    from daylight.store.log import FolderLog  # noqa: PLC0415 - Django must be configured first

    book = load_rulebook(country_folder(settings.country))
    return Sequencer(
        FolderLog(settings.home / "log"),
        the_keys(settings).log,
        Beat(settings.log_tick_seconds, settings.log_leaves_per_tick),
        OPENSSL,
        clock=clock_of(settings, book),
        chance=Chance(chance),
    )


@cache
def the_log() -> Sequencer:
    """The sequencer of this process."""
    return build_sequencer(Settings())


def build_bundler(settings: Settings) -> Bundler:
    """What makes the bundles of a world."""
    return Bundler(build_office(settings), build_sequencer(settings), the_keys(settings).bundles)


@cache
def the_bundler() -> Bundler:
    """The bundler of this process, on the office that serves it."""
    settings = Settings()
    return Bundler(the_office(), build_sequencer(settings), the_keys(settings).bundles)


def the_keys(settings: Settings) -> ServerKeys:
    """The keys of the world's server."""
    return keys_of(settings, the_world(settings).origin)


def keys_of(settings: Settings, origin: str) -> ServerKeys:
    """The keys that lie in the home, under the names that follow from the origin."""
    return server_keys(origin, lambda name: secret(settings, name))


def _query(query: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return {key: unquote(value) for key, _, value in pairs}
