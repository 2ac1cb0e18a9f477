"""``daylight rebuild``: restore what the acts give; shown by ``tests/store/test_derived.py``."""

from __future__ import annotations

import click

from daylight.cli.fsck import checked_world, house_of
from daylight.cli.language import failed, lang_option
from daylight.cli.run import prepare
from daylight.core.values.text import Text
from daylight.settings import Settings
from daylight.wiring import configure

RESTORED = Text("已由日志恢复 {count} 行。", "{count} rows were restored from the journal.")
LEFT = Text("{name} 未恢复，请运行 daylight fsck。", "{name} was not restored; daylight fsck says why.")
UNKNOWN = Text("没有多余的行名为 {name}。", "No row that the acts do not give is named {name}.")
NO_KEY = Text(
    "keys/intake 缺失，无法核对回执，未作任何更改。请从备份恢复。",
    "keys/intake is missing, so receipts cannot be checked; nothing was changed. Restore it from a backup.",
)


@click.command()
@lang_option
@click.option(
    "--remove",
    "names",
    multiple=True,
    help="Remove a row no act gives, by its name in fsck: publication/8. It may be the last trace of a "
    "deleted act. 删除没有行为产生的行。",
)
def rebuild(lang: str, names: tuple[str, ...]) -> None:
    """Restore publications, lists, indexes and search from the acts. 由行为恢复公告、列表、索引与检索。"""
    settings = Settings()
    checked_world(settings)
    configure(settings, urls="")
    from daylight.store.fsck import rebuild as restored  # noqa: PLC0415 - Django must be configured first

    house = house_of(settings)
    if not house.public("intake"):
        raise failed(NO_KEY)
    prepare()
    done = restored(house, frozenset(names))
    click.echo(RESTORED.fill(count=str(done.restored)).of(lang))
    for name in done.left:
        click.echo(LEFT.fill(name=name).of(lang))
    for name in done.unknown:
        click.echo(UNKNOWN.fill(name=name).of(lang))
    if done.left or done.unknown:
        raise click.exceptions.Exit(1)
