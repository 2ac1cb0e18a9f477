"""``daylight bundle``: write the bundle of a case into a new folder, for anyone to verify.

Shown by ``tests/verifier/test_command.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast, get_args

import click

from daylight.cli.language import lang_option
from daylight.core.values.text import Text
from daylight.office.bundle import NothingToShow, NotYetLogged, Wish
from daylight.settings import Settings
from daylight.verifier.shape import Scope
from daylight.wiring import build_bundler, configure

TAKEN = Text("{folder} 已存在；请另选位置。", "{folder} exists already; choose another place.")


@click.command()
@click.argument("cases", metavar="CASE...", nargs=-1, required=True)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--scope", type=click.Choice(get_args(Scope)), default="public", show_default=True)
@click.option("--party", default="", help="Docket of the party's organisation. 当事单位案卷编号。")
@lang_option
def bundle(cases: tuple[str, ...], folder: Path, scope: str, party: str, lang: str) -> None:
    """Write the bundle of one CASE or several into a new FOLDER. 导出采购项目的验证包。"""
    settings = Settings()
    configure(settings, urls="")
    bundler = build_bundler(settings)
    if folder.exists():
        raise click.ClickException(TAKEN.fill(folder=str(folder)).of(lang))
    cases = tuple(map(_case, cases))
    wish, at = Wish(cases, cast(Scope, scope), party), bundler.office.gateway.stamp()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as half_written:
        try:
            count = write_folder(Path(half_written) / folder.name, bundler.files(wish, at))
        except (NothingToShow, NotYetLogged) as wrong:
            raise click.ClickException(wrong.text.of(lang)) from None
        (Path(half_written) / folder.name).rename(folder)
    click.echo(f"{folder}: {count}")


def _case(said: str) -> str:
    """The docket of a case that is named by it, or by its open contracting id."""
    from daylight.store import board  # noqa: PLC0415 - Django must be configured first

    return board.case_of(said) or said


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write the files of a bundle into a new folder as they come; returns how many there were."""
    folder.mkdir(parents=True)
    count = 0
    for path, content in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        count += 1
    return count
