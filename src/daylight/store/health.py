"""Whether the database is whole: asked before a server serves, so that nothing is taken onto damaged ground.

SQLite is asked to check itself; PostgreSQL has checksums of its own. Shown by ``tests/store/test_health.py``.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from daylight.core.values.text import Text, Told

SOUND = "ok"


class DatabaseDamaged(Told):
    """The database does not pass its own check; nothing is served from it."""

    def __init__(self, said: str) -> None:
        super().__init__(
            Text(
                f"数据库已损坏（{said}）。请从备份恢复后再启动；任何回执都能证明恢复是否完整。",
                f"The database is damaged ({said}). Restore it from a backup before starting; any receipt"
                " shows whether the restore is whole.",
            )
        )


def check_database(was_checked: Callable[[], bool] = lambda: False) -> None:
    """Raise ``DatabaseDamaged`` where the database does not pass its own check.

    The check reads all of it, so a start that finds the mark of an earlier one does not make it again.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor != "sqlite":
                cursor.execute("SELECT 1")
                return
            cursor.execute("SELECT name FROM sqlite_master LIMIT 1")
            if was_checked():
                return
            cursor.execute("PRAGMA quick_check(1)")
            said = str(cursor.fetchone()[0])
    except DatabaseError as error:
        raise DatabaseDamaged(str(error)) from None
    if said != SOUND:
        raise DatabaseDamaged(said)


class DiskUnfit(Told):
    """SQLite could not be given its write-ahead log; mostly the home lies on a disk of a network."""

    def __init__(self, mode: str) -> None:
        super().__init__(
            Text(
                f"SQLite 无法启用预写日志（WAL），当前为 {mode}：磁盘可能是网络盘。"
                "请将目录放在本地磁盘，或使用 PostgreSQL。",
                f"SQLite could not be given its write-ahead log (it says {mode}): the disk may be one of a"
                " network. Put the home on a local disk, or use PostgreSQL.",
            )
        )


def check_durability() -> None:
    """Raise ``DiskUnfit`` where SQLite did not become what was asked of it when it was opened."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = str(cursor.fetchone()[0])
    if mode != "wal":
        raise DiskUnfit(mode)


class DatabaseOlder(Told):
    """The tables are of an earlier version, or there are none."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "数据库的表属于旧版本，或尚未建立。请先备份，再以 daylight run 启动一次以升级。",
                "The tables of the database are of an earlier version, or there are none. Make a backup, then"
                " start once with daylight run, which brings them up to date.",
            )
        )


def check_tables() -> None:
    """Raise ``DatabaseOlder`` where the tables are not those of this version; nothing is changed."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise DatabaseOlder
