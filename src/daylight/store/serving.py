"""One server for one world: a second one on the same home or the same database refuses to serve.

What waits for the arrivals before it (``office.gateway``) sees its own process only, so two servers could
refuse a bid in time. The home is held by a lock on a file, the database of PostgreSQL by a session's advisory
lock; both end with the process, however it ends. Shown by ``tests/store/test_serving.py``.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import IO

from django.db import Error as DatabaseFailed
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from daylight.core.values.text import Text, Told

SERVING = ".serving"
SERVING_LOCK = 0x64617973
PATIENCE_SECONDS = 3.0
PAUSE_SECONDS = 0.1
NOTICED_DEAD = (
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;"
    " SET idle_session_timeout = 0"
)
"""A machine that lost its power keeps the lock no longer than the server of the database needs to notice."""


class AlreadyServed(Told):
    """Another process serves this home or this database."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(Text(zh, en))


class Alone:
    """Holds home and database for one serving process until it ends or lets go."""

    def __init__(self, home: Path) -> None:
        self._place = home / SERVING
        self._file: IO[str] | None = None
        self._session: BaseDatabaseWrapper | None = None

    def take(self, patience: float = PATIENCE_SECONDS) -> None:
        """Hold both, waiting a moment for a server that is just ending; ``AlreadyServed`` says who holds."""
        until = time.monotonic() + patience
        while True:
            try:
                self._hold_home()
                self._hold_database()
                return
            except AlreadyServed:
                self.release()
                if time.monotonic() >= until:
                    raise
                time.sleep(PAUSE_SECONDS)

    def holds(self) -> bool:
        """Whether both are still held: the session of a database can be lost while the process lives."""
        if self._file is None:
            return False
        if self._session is None:
            return connection.vendor != "postgresql"
        try:
            with self._session.cursor() as cursor:
                cursor.execute("SELECT 1")
            return True
        except DatabaseFailed:
            self._session.close()
            self._session = None
        try:
            self._hold_database()
        except (AlreadyServed, DatabaseFailed):
            return False
        return True

    def release(self) -> None:
        """Let go of both."""
        if self._session is not None:
            self._session.close()
        if self._file is not None:
            self._file.close()
        self._session = self._file = None

    def _hold_home(self) -> None:
        file = self._place.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            held = file.read().strip() or "?"
            file.close()
            raise AlreadyServed(
                f"{self._place.parent} 正由另一服务进程（{held}）使用，本进程不提供服务。请先停止该进程。",
                f"Another server (process {held}) serves {self._place.parent}; this one does not serve. Stop"
                " the other first.",
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        self._file = file

    def _hold_database(self) -> None:
        if connection.vendor != "postgresql":
            return
        session = connection.copy()
        session.inc_thread_sharing()  # another thread looks whether it still holds
        try:
            with session.cursor() as cursor:
                cursor.execute(NOTICED_DEAD)
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [SERVING_LOCK])
                held = cursor.fetchone()[0]
        except BaseException:
            session.close()
            raise
        if not held:
            session.close()
            raise AlreadyServed(
                "该数据库正由另一服务进程使用，本进程不提供服务。请先停止该进程；"
                "若其主机已断电，请稍候一分钟。",
                "Another server serves this database; this one does not serve. Stop the other first; if its"
                " machine lost its power, wait a minute.",
            )
        self._session = session
