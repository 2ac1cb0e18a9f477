"""``daylight rebuild``: make the portal's rows anew from what was published."""

from __future__ import annotations

import click

from daylight.cli.run import prepare
from daylight.settings import Settings
from daylight.wiring import configure


@click.command()
def rebuild() -> None:
    """Make the lists of the portal anew from the publications. 由公告重建门户列表。"""
    configure(Settings(), urls="")
    prepare()
    from daylight.store.board import rebuild as anew  # noqa: PLC0415 - Django must be configured first

    click.echo(f"已重建 {anew()} 个项目。 Rebuilt.")
