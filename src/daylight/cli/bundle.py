"""``daylight bundle``: write the bundle of a case into a new folder, for whoever wants to verify it.

Shown by ``tests/verifier/test_command.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

import click

from daylight.core.values.text import Text
from daylight.office.bundle import NothingToShow, NotYetLogged, Wish
from daylight.settings import Settings
from daylight.verifier.shape import Scope
from daylight.wiring import build_bundler, configure

TAKEN = Text("{folder} 已存在；请另选位置。", "{folder} exists already; choose another place.")


@click.command()
@click.argument("case")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--scope", type=click.Choice(get_args(Scope)), default="public", show_default=True)
@click.option("--party", default="", help="Docket of the party's organisation. 当事单位案卷编号。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def bundle(case: str, folder: Path, scope: str, party: str, lang: str) -> None:
    """Write the bundle of CASE into a new FOLDER. 导出一个采购项目的验证包。"""
    settings = Settings()
    configure(settings, urls="")
    bundler = build_bundler(settings)
    try:
        files = bundler.bundle(Wish(case, cast(Scope, scope), party), bundler.office.gateway.stamp())
    except (NothingToShow, NotYetLogged) as wrong:
        raise click.ClickException(wrong.text.of(lang)) from None
    if folder.exists():
        raise click.ClickException(TAKEN.fill(folder=str(folder)).of(lang))
    write_folder(folder, files)
    click.echo(f"{folder}: {len(files)}")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a bundle into a new folder."""
    folder.mkdir(parents=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
