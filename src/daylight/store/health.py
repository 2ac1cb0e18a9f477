"""Whether the database is whole: asked before a server starts, so that nothing is taken onto damaged ground.

SQLite is asked to check itself; PostgreSQL has checksums of its own. Shown by ``tests/store/test_health.py``.
"""

from __future__ import annotations

from django.db import DatabaseError, connection

SOUND = "ok"


class DatabaseDamaged(Exception):
    """The database does not pass its own check; nothing is served from it."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"数据库已损坏（{said}）。请从备份恢复后再启动；任何回执都能证明恢复是否完整。"
            f" The database is damaged ({said}). Restore it from a backup before starting; any receipt shows"
            " whether the restore is whole."
        )


def check_database() -> None:
    """Raise ``DatabaseDamaged`` where the database does not pass its own check."""
    try:
        with connection.cursor() as cursor:
            if connection.vendor != "sqlite":
                cursor.execute("SELECT 1")
                return
            cursor.execute("PRAGMA quick_check(1)")
            said = str(cursor.fetchone()[0])
    except DatabaseError as error:
        raise DatabaseDamaged(str(error)) from None
    if said != SOUND:
        raise DatabaseDamaged(said)
