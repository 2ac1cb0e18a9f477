"""How the serving process ends: at once when told so while it starts, and with the process that started it.

The server forks its worker, which inherits handlers that set a flag nobody reads there: a signal to end was
lost while the worker loaded. Shown by ``tests/sites/test_serving.py``.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

LOOK_SECONDS = 1.0


def end_when_told() -> None:
    """A signal to end works again from here on; the server sets its own handlers when it listens."""
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, signal.SIG_DFL)


def end_with_parent(parent: Callable[[], int] = os.getppid) -> threading.Thread:
    """Watch the process that started this one; without it nobody could stop or replace this one."""
    born = parent()

    def watch() -> None:
        never = threading.Event()
        while not never.wait(LOOK_SECONDS):
            if parent() != born:
                os.kill(os.getpid(), signal.SIGKILL)

    thread = threading.Thread(target=watch, name="parent", daemon=True)
    thread.start()
    return thread
