"""A practice world served by a process of its own, for tests that need sockets, signals, locks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
NOBODY = "person-" + "0" * 32


def environment(home, **more):
    """What a server of a practice world in ``home`` knows."""
    return {
        **os.environ,
        "DAYLIGHT_HOME": str(home),
        "DAYLIGHT_COUNTRY": "daylight_cn",
        "DAYLIGHT_PRACTICE": "1",
        "DAYLIGHT_LOG_TICK_SECONDS": "1",
        "DATABASE_URL": "",
        "PYTHONPATH": str(ROOT / "src"),
        **more,
    }


def command(home, *words, **more):
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "daylight", *words],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def founded(home, registrar=NOBODY, **more):
    """A home with a new practice world."""
    done = command(home, "found", registrar, **more)
    assert done.returncode == 0, done.stderr
    return home


GIVEN = set()


def free_port():
    """A port nobody listens on, and nobody of this process was given before."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        if port not in GIVEN:
            GIVEN.add(port)
            return port


def start(home, port, **more):
    """A server that may not answer yet; what it says goes to ``server.log`` beside the home."""
    log = Path(home).with_name(f"{Path(home).name}-{port}.log").open("wb")
    words = [sys.executable, "-m", "daylight", "run", "--port", str(port)]
    return subprocess.Popen(words, env=environment(home, **more), stdout=log, stderr=log)


def wait_for(base, server, path="/api/world"):
    """Wait until a server answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(f"{base}{path}").status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise AssertionError(f"the server did not start ({server.poll()})")


def stopped(server, seconds):
    """Ask a server to end; whether it did so in time."""
    server.terminate()
    try:
        server.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
        return False


@contextmanager
def serving(home, **more):
    """The address of a server that answers, and its process."""
    port = free_port()
    server = start(home, port, **more)
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}", server
    finally:
        if server.poll() is None:
            assert stopped(server, PATIENCE)
