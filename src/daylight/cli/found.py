"""``daylight device`` and ``daylight found``: a person's key, and a new world with its registrar.

The registrar enters purchasers, agencies and other public bodies; his key is his own and never the server's.
"""

from __future__ import annotations

import re
from pathlib import Path

import click

from daylight.cli.language import failed, lang_of_words
from daylight.client.home import Home
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.settings import Settings
from daylight.wiring import found_world

PERSON = re.compile(r"person-[0-9a-f]{32}")

NO_PERSON = Text(
    "“{said}”不是人员编号，请先运行 daylight device --home 目录，把它输出的 person-… 写在此处。",
    "“{said}” is not a person id; make one with daylight device --home FOLDER, and write the person-… that it"
    " prints.",
)
FOUNDED = Text(
    "{home} 已有平台。请用 daylight run 启动它，或把 DAYLIGHT_HOME 设为另一目录再建立。",
    "{home} already holds a world. Serve it with daylight run, or set DAYLIGHT_HOME to another folder.",
)


@click.command()
@lang_of_words
@click.option("--home", type=click.Path(path_type=Path), required=True, help="Your folder. 本人目录。")
def device(home: Path) -> None:
    """Make your device key where there is none, and print your person id. 生成本人设备密钥。"""
    click.echo(Home(home, OPENSSL).device().person)


@click.command()
@lang_of_words
@click.argument("registrar")
def found(registrar: str) -> None:
    """Found the world of DAYLIGHT_HOME with a REGISTRAR, a person id. 建立一个新的平台。"""
    settings = Settings()
    if not PERSON.fullmatch(registrar):
        raise failed(NO_PERSON.fill(said=registrar))
    if (settings.home / "world.json").exists():
        raise failed(FOUNDED.fill(home=str(settings.home)))
    world = found_world(settings, registrar)
    click.echo(f"{settings.home}: {world.id} {world.origin} ({world.territory})")
