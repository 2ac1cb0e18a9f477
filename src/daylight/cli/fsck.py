"""``daylight fsck``: the operator recomputes everything that is kept; exit 1 where something does not hold.

It reads only, and may run while the platform serves. Shown by ``tests/store/test_log.py``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.settings import Settings
from daylight.wiring import configure, intake_signer, log_signer

if TYPE_CHECKING:
    from daylight.store.fsck import Report

COUNTS = Text(
    "已重算：{acts} 个行为、{links} 个索引链、{leaves} 片叶子、{checkpoints} 个检查点、{files} 个保管文件",
    "recomputed: {acts} acts, {links} index links, {leaves} leaves, {checkpoints} checkpoints, {files} files",
)
SOUND = Text("没有发现不成立之处。", "There is nothing that does not hold.")


@click.command()
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def fsck(lang: str, as_json: bool) -> None:
    """Recompute journal, indexes, log, vault and private fields, and list what does not hold."""
    report = recomputed(Settings())
    if as_json:
        click.echo(json.dumps(plain(report), ensure_ascii=False, indent=2))
    else:
        counts = {
            name: str(getattr(report, name)) for name in ("acts", "links", "leaves", "checkpoints", "files")
        }
        for finding in report.findings:
            click.echo(f"{finding.where}: {finding.text.of(lang)}")
        click.echo(COUNTS.fill(**counts).of(lang))
        if not report.findings:
            click.echo(SOUND.of(lang))
    if report.findings:
        raise click.exceptions.Exit(1)


def recomputed(settings: Settings) -> Report:
    """The report on the world of these settings."""
    configure(settings, urls="")
    from daylight.store.fsck import House, fsck  # noqa: PLC0415 - Django must be configured first
    from daylight.store.log import FolderLog  # noqa: PLC0415 - the same
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    log_key, intake_key = (
        signer.verifier(OPENSSL) for signer in (log_signer(settings), intake_signer(settings))
    )
    folder = FolderLog(settings.home / "log")
    return fsck(House(folder, FolderVault(settings.home / "vault"), log_key, intake_key, OPENSSL))
