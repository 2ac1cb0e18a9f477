"""``daylight fsck``: recompute what is kept; exit 1 if something does not hold.

It only reads, and may run while the platform serves. At the end it says what it did not check.
Shown by ``tests/store/test_log.py``, ``tests/store/test_derived.py``, ``tests/store/test_only_reads.py``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from daylight.cli.language import failed, lang_option
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.settings import Settings
from daylight.wiring import NoWorld, configure, key_ring, rules_of, the_world, wal_of

if TYPE_CHECKING:
    from daylight.store.fsck import Report
    from daylight.store.house import House

COUNTS = Text(
    "已重算：{acts} 个行为、{links} 个索引链、{leaves} 片叶子、{checkpoints} 个检查点、{files} 个保管文件、"
    "{publications} 份公告、{cases} 个项目",
    "recomputed: {acts} acts, {links} index links, {leaves} leaves, {checkpoints} checkpoints, "
    "{files} files, {publications} publications, {cases} cases",
)
NOTES = Text("值得一看，但本身不是错误：", "worth a look, and no fault by itself:")
UNCHECKED = Text("未核对：", "not checked:")
UNREADABLE = Text("数据库无法读取：{error}。", "The database cannot be read: {error}.")
DAMAGED_WORLD = Text(
    "{place}/world.json 已损坏（{error}），请从备份恢复。",
    "{place}/world.json is damaged ({error}); restore it from a backup.",
)
STARTED = Text("核对期间平台已启动，请重新运行。", "The platform was started meanwhile; run this again.")
SOUND = Text("没有发现不成立之处。", "No fault was found.")


@click.command()
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def fsck(lang: str, as_json: bool) -> None:
    """Check journal, log, vault and all that is computed from the acts; list what does not hold."""
    settings = Settings()
    report = recomputed(settings)
    if as_json:
        click.echo(json.dumps(plain(report), ensure_ascii=False, indent=2))
    else:
        tell(report, lang)
    if report.findings:
        raise click.exceptions.Exit(1)


def tell(report: Report, lang: str) -> None:
    """Every finding on a line, what was recomputed, and what was not checked."""
    for finding in report.findings:
        click.echo(f"{finding.where}: {finding.text.of(lang)}")
    counts = {name: str(value) for name, value in vars(report).items() if isinstance(value, int)}
    click.echo(COUNTS.fill(**counts).of(lang))
    if not report.findings:
        click.echo(SOUND.of(lang))
    if report.notes:
        click.echo(NOTES.of(lang))
    for note in report.notes:
        click.echo(f"  {note.where}: {note.text.of(lang)}")
    click.echo(UNCHECKED.of(lang))
    for text in report.unchecked:
        click.echo(f"  {text.of(lang)}")


def recomputed(settings: Settings) -> Report:
    """The report on the world of these settings; nothing is written, and nothing is made."""
    checked_world(settings)
    still = not settings.database_url and not wal_of(settings).exists()
    configure(settings, urls="", reads_only=True)
    from django.db import DatabaseError  # noqa: PLC0415 - Django must be configured first

    from daylight.store.fsck import fsck  # noqa: PLC0415 - the same
    from daylight.store.health import (  # noqa: PLC0415 - the same
        DatabaseDamaged,
        DatabaseOlder,
        check_database,
        check_tables,
    )

    try:
        check_database()
        check_tables()
        report = fsck(house_of(settings))
    except (DatabaseDamaged, DatabaseOlder) as damage:
        raise failed(damage.text) from None
    except DatabaseError as error:
        raise failed(UNREADABLE.fill(error=str(error))) from None
    if still and wal_of(settings).exists():
        raise failed(STARTED)
    return report


def checked_world(settings: Settings) -> None:
    """Say so where there is no world, or its description cannot be read."""
    try:
        the_world(settings)
    except NoWorld as missing:
        raise failed(missing.text) from None
    except ValueError as error:
        raise failed(DAMAGED_WORLD.fill(place=str(settings.home), error=str(error))) from None


def house_of(settings: Settings) -> House:
    """What is kept of the world of these settings."""
    from daylight.store.house import House  # noqa: PLC0415 - Django must be configured first
    from daylight.store.journal import JournalReader  # noqa: PLC0415 - the same
    from daylight.store.log import FolderLog  # noqa: PLC0415 - the same
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    log, vault = FolderLog(settings.home / "log"), FolderVault(settings.home / "vault")
    return House(log, vault, key_ring(settings, JournalReader()), rules_of(settings))
