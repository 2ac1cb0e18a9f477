"""``daylight rebuild``: restore what the acts give; shown by ``tests/store/test_derived.py``."""

from __future__ import annotations

import click

from daylight.cli.fsck import house_of
from daylight.cli.run import prepare
from daylight.core.values.text import Text
from daylight.settings import Settings
from daylight.wiring import configure

RESTORED = Text("已由日志恢复 {count} 行。", "{count} rows were restored from the journal.")
LEFT = Text("{name} 未恢复，请运行 daylight fsck。", "{name} was not restored; daylight fsck says why.")


@click.command()
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def rebuild(lang: str) -> None:
    """Restore publications, lists, indexes and search from the acts. 由行为恢复公告、列表、索引与检索。"""
    settings = Settings()
    configure(settings, urls="")
    from daylight.store.fsck import rebuild as restored  # noqa: PLC0415 - Django must be configured first

    house = house_of(settings)
    prepare()
    count, left = restored(house)
    click.echo(RESTORED.fill(count=str(count)).of(lang))
    for name in left:
        click.echo(LEFT.fill(name=name).of(lang))
    if left:
        raise click.exceptions.Exit(1)
