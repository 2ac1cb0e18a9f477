"""``daylight run``: serve a world."""

from __future__ import annotations

import os
import socket
import sys

import click
from django.db import DatabaseError

from daylight.cli.language import failed
from daylight.core.acts.world import KEY_ROLES
from daylight.office.keys import NoSecret
from daylight.office.logbook import LogRefused
from daylight.settings import Settings
from daylight.store.disks import network_kind, network_warning
from daylight.store.health import DatabaseDamaged, DiskUnfit, check_database, check_durability
from daylight.store.serving import AlreadyServed
from daylight.wiring import NoWorld, configure, key_ring, the_house, the_log, the_world

HEAD_BYTES, HEAD_MS = 64 * 1024, 10_000
MOST_CONNECTIONS = 4096
END_SECONDS = 5
"""So long may finish what is under way when the server is told to end; nothing acknowledged depends on it."""


@click.command()
@click.option(
    "--port", type=int, default=None, help="Port to listen on; a free one where not given. 监听端口。"
)
def run(port: int | None) -> None:
    """Serve the portal and the interface of the world in DAYLIGHT_HOME. 启动服务。"""
    settings = Settings()
    try:
        the_world(settings)
    except NoWorld as missing:
        raise failed(missing.text) from None
    configure(settings)
    if kind := network_kind(settings.home):
        click.echo(network_warning(settings.home, kind), err=True)
    try:
        check_database(_was_checked)
        check_durability()
        the_house().take()
        prepare()
        the_secrets(settings)
        the_log().start()
    except (AlreadyServed, DatabaseDamaged, DiskUnfit, LogRefused, NoSecret) as damage:
        raise failed(damage.text) from None
    except DatabaseError as damage:
        raise click.ClickException(str(damage)) from None
    the_house().release()  # the process that serves takes both again
    chosen = port or settings.port or free_port(settings.host)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    click.echo(f"http://{shown}:{chosen}/")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "granian", *serving(settings.host, chosen)])


def the_secrets(settings: Settings) -> None:
    """Raise ``NoSecret`` where a key is in force whose secret is not here."""
    from daylight.store.journal import JournalReader  # noqa: PLC0415 - Django must be configured first

    ring = key_ring(settings, JournalReader())
    for role in KEY_ROLES:
        ring.signer(role)


def _was_checked() -> bool:
    try:
        return the_log().checked() > 0
    except DatabaseError:  # damaged, of an earlier version, or new
        return False


def prepare() -> None:
    """Bring the database up to date."""
    from django.core.management import call_command  # noqa: PLC0415 - Django must be configured first

    call_command("migrate", verbosity=0, interactive=False)


def serving(host: str, port: int) -> list[str]:
    """One process: a loop that takes requests in, one commit lane, and a few threads that judge and read."""
    address = ["--interface", "asginl", "--host", host, "--port", str(port)]
    bounds = [
        *("--http", "1", "--no-ws", "--http1-buffer-size", str(HEAD_BYTES)),
        *("--http1-header-read-timeout", str(HEAD_MS), "--backpressure", str(MOST_CONNECTIONS)),
        *("--workers", "1", "--workers-kill-timeout", str(END_SECONDS)),
    ]
    quiet = ["--no-access-log", "--log-level", "warning"]
    return [*address, *bounds, *quiet, "--factory", "daylight.sites.serve:application"]


def free_port(host: str) -> int:
    """A free port."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
