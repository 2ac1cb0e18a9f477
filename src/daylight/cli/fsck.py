"""``daylight fsck``: recompute what is kept; exit 1 if something does not hold.

It only reads, and may run while the platform serves. At the end it says what it did not check.
Shown by ``tests/store/test_log.py``, ``tests/store/test_derived.py``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.settings import Settings
from daylight.wiring import configure, rules_of, the_keys

if TYPE_CHECKING:
    from daylight.store.fsck import House, Report

COUNTS = Text(
    "已重算：{acts} 个行为、{links} 个索引链、{leaves} 片叶子、{checkpoints} 个检查点、{files} 个保管文件、"
    "{publications} 份公告、{cases} 个项目",
    "recomputed: {acts} acts, {links} index links, {leaves} leaves, {checkpoints} checkpoints, "
    "{files} files, {publications} publications, {cases} cases",
)
UNCHECKED = Text("未核对：", "not checked:")
SOUND = Text("没有发现不成立之处。", "No fault was found.")


@click.command()
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def fsck(lang: str, as_json: bool) -> None:
    """Check journal, log, vault and all that is computed from the acts; list what does not hold."""
    settings = Settings()
    configure(settings, urls="")
    report = recomputed(settings)
    if as_json:
        click.echo(json.dumps(plain(report), ensure_ascii=False, indent=2))
    else:
        counts = {name: str(value) for name, value in vars(report).items() if isinstance(value, int)}
        for finding in report.findings:
            click.echo(f"{finding.where}: {finding.text.of(lang)}")
        click.echo(COUNTS.fill(**counts).of(lang))
        if not report.findings:
            click.echo(SOUND.of(lang))
        click.echo(UNCHECKED.of(lang))
        for text in report.unchecked:
            click.echo(f"  {text.of(lang)}")
    if report.findings:
        raise click.exceptions.Exit(1)


def recomputed(settings: Settings) -> Report:
    """The report on the world of these settings."""
    from daylight.store.fsck import fsck  # noqa: PLC0415 - Django must be configured first

    return fsck(house_of(settings))


def house_of(settings: Settings) -> House:
    """What is kept of the world of these settings."""
    try:
        rules = rules_of(settings)
    except FileNotFoundError as missing:
        raise click.ClickException(str(missing)) from None
    from daylight.store.fsck import House  # noqa: PLC0415 - Django must be configured first
    from daylight.store.log import FolderLog  # noqa: PLC0415 - the same
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    keys = the_keys(settings)
    log, intake = keys.log.verifier(OPENSSL), keys.intake.verifier(OPENSSL)
    return House(FolderLog(settings.home / "log"), FolderVault(settings.home / "vault"), log, intake, rules)
