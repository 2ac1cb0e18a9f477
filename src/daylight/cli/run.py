"""``daylight run``: serve a world."""

from __future__ import annotations

import os
import socket
import sys

import click
from django.db import DatabaseError

from daylight.office.sequencer import LogRefused
from daylight.settings import Settings
from daylight.store.health import DatabaseDamaged, check_database
from daylight.wiring import configure, the_log, the_world


@click.command()
@click.option(
    "--port", type=int, default=None, help="Port to listen on; a free one where not given. 监听端口。"
)
def run(port: int | None) -> None:
    """Serve the portal and the interface of the world in DAYLIGHT_HOME. 启动服务。"""
    settings = Settings()
    try:
        the_world(settings)
    except FileNotFoundError as missing:
        raise click.ClickException(str(missing)) from None
    configure(settings)
    try:
        check_database(_was_checked)
        prepare()
        the_log().start()
    except (DatabaseDamaged, DatabaseError, LogRefused) as damage:
        raise click.ClickException(str(damage)) from None
    chosen = port or settings.port or free_port(settings.host)
    click.echo(f"http://{settings.host}:{chosen}/")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "granian", *serving(settings.host, chosen)])


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
    """One process with a few threads: one commit lane, and readers beside it."""
    address = ["--interface", "wsgi", "--host", host, "--port", str(port)]
    threads = ["--workers", "1", "--blocking-threads", "4"]
    quiet = ["--no-access-log", "--log-level", "warning"]
    return [*address, *threads, *quiet, "daylight.sites.wsgi:application"]


def free_port(host: str) -> int:
    """A free port."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
