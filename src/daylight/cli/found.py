"""``daylight device`` and ``daylight found``: a person's key, and a new world with its registrar.

The registrar enters purchasers, agencies and other public bodies; his key is his own and never the server's.
"""

from __future__ import annotations

import re
from pathlib import Path

import click

from daylight.client.home import Home
from daylight.crypto.openssl import OPENSSL
from daylight.settings import Settings
from daylight.wiring import found_world

PERSON = re.compile(r"person-[0-9a-f]{32}")


@click.command()
@click.option("--home", type=click.Path(path_type=Path), required=True, help="Your folder. 本人目录。")
def device(home: Path) -> None:
    """Make your device key where there is none, and print your person id. 生成本人设备密钥。"""
    click.echo(Home(home, OPENSSL).device().person)


@click.command()
@click.argument("registrar")
def found(registrar: str) -> None:
    """Found the world of DAYLIGHT_HOME with a REGISTRAR, a person id. 建立一个新的平台。"""
    settings = Settings()
    if not PERSON.fullmatch(registrar):
        raise click.ClickException(
            f"“{registrar}”不是人员编号，请先运行 daylight device。"
            f" “{registrar}” is not a person id; make one with daylight device."
        )
    if (settings.home / "world.json").exists():
        raise click.ClickException(f"{settings.home} 已有平台。 {settings.home} already holds a world.")
    world = found_world(settings, registrar)
    click.echo(f"{settings.home}: {world.id} {world.origin} ({world.territory})")
