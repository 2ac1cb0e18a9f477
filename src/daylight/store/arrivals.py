"""Files on their way into the vault, on the vault's disk: whole, several together, or in parts, resumable.

A part is written beside its place, hashed meanwhile, synced and renamed, so a part that is there is whole.
When all parts are there they are joined, and only a whole of the declared digest enters the vault.
Unfinished uploads are cleared after a day. Shown by ``tests/store/test_arrivals.py``.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from daylight.store.vault import FolderVault, sync_folder

PART_BYTES = 4 * 1024 * 1024
LARGEST_FILE = 256 * 1024 * 1024
DAY_SECONDS = 24 * 60 * 60
COPY_BYTES = 1024 * 1024
DONE = "whole"


class NotAsDeclared(Exception):
    """What arrived has another size or digest than was declared and signed."""


@dataclass(frozen=True)
class Upload:
    """One file of a person, by the digest and the size she declares."""

    person: str
    sha256: str
    size: int

    @property
    def parts(self) -> int:
        """How many parts it comes in."""
        return max(1, -(-self.size // PART_BYTES))

    def part_size(self, number: int) -> int:
        """How many bytes a part has; the last one has the rest."""
        return min(PART_BYTES, self.size - number * PART_BYTES)


class Arrival:
    """A body that is being written; not safe for two threads at once."""

    def __init__(self, place: Path) -> None:
        self.place, self.size = place, 0
        self._hash = sha256()
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(descriptor, "wb")

    def write(self, piece: bytes | bytearray) -> None:
        """Take the next bytes."""
        self._hash.update(piece)
        self._file.write(piece)
        self.size += len(piece)

    def flush(self) -> str:
        """Hand what was written to the system; gives its digest."""
        self._file.flush()
        return self._hash.hexdigest()

    def close(self, declared: str) -> None:
        """Make it durable; ``NotAsDeclared`` where its digest is another than the declared one."""
        if self.flush() != declared:
            raise NotAsDeclared
        os.fsync(self._file.fileno())
        self._file.close()

    def drop(self) -> None:
        """Forget it, unless it was moved to its place."""
        self._file.close()
        self.place.unlink(missing_ok=True)


class Arrivals:
    """The folder of what is on its way; one in a process, shared by its threads."""

    def __init__(self, folder: Path, vault: FolderVault) -> None:
        self._folder, self._vault = folder, vault
        self._lock = threading.Lock()
        self._joining: set[Upload] = set()
        self._held: Counter[str] = Counter()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for stale in folder.glob(".*"):
            stale.unlink()  # of a process that ended while it wrote
        for part in folder.glob("*/*/*"):
            self._held[part.parent.parent.name] += part.stat().st_size

    def begin(self) -> Arrival:
        """A place for a body."""
        return Arrival(self._folder / f".{token_hex(16)}")

    def keep(self, arrival: Arrival, declared: str) -> None:
        """Move a whole file into the vault; ``NotAsDeclared`` where it is another."""
        arrival.close(declared)
        self._vault.adopt(arrival.place, declared)

    def keep_several(self, content: bytes, sizes: Iterable[int], declared: str) -> tuple[str, ...]:
        """Keep the files that lie in a body one after another; gives their digests when all are durable.

        ``NotAsDeclared``, and nothing is kept, where the whole body has another digest.
        """
        if sha256(content).hexdigest() != declared:
            raise NotAsDeclared
        digests, arrived, start = [], {}, 0
        with ExitStack() as dropped:
            for size in sizes:
                arrival = self.begin()
                dropped.callback(arrival.drop)
                arrival.write(content[start : start + size])
                digests.append(arrival.flush())
                arrived[digests[-1]] = arrival
                start += size
            for digest, arrival in arrived.items():  # written all, then synced: one sync finds more to do
                arrival.close(digest)
            self._vault.adopt_all({digest: arrival.place for digest, arrival in arrived.items()})
        return tuple(digests)

    def keep_part(self, arrival: Arrival, declared: str, upload: Upload, number: int) -> None:
        """Keep one part; a part that is there already is kept as it is."""
        if arrival.size != upload.part_size(number):
            raise NotAsDeclared
        arrival.close(declared)
        folder = self._of(upload)
        missing = [one for one in (folder, folder.parent) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for one in missing:
            sync_folder(one.parent)
        with self._lock:
            if self.finished(upload) or (folder / str(number)).exists():
                return
            os.replace(arrival.place, folder / str(number))
            self._held[upload.person] += arrival.size
        sync_folder(folder)

    def missing(self, upload: Upload) -> tuple[int, ...]:
        """The parts that have not arrived; none where the whole is in the vault."""
        if self.finished(upload):
            return ()
        folder = self._of(upload)
        return tuple(number for number in range(upload.parts) if not (folder / str(number)).exists())

    def finished(self, upload: Upload) -> bool:
        """Whether this person's upload went into the vault not long ago, and is still there."""
        return (self._of(upload) / DONE).exists() and bool(self._vault.holds((upload.sha256,)))

    def join(self, upload: Upload) -> bool:
        """Move the whole into the vault once all parts are there; whether it lies there now.

        ``NotAsDeclared`` where the parts add up to another file; they are dropped then.
        """
        with self._lock:
            if self.finished(upload) or self.missing(upload) or upload in self._joining:
                return self.finished(upload)
            self._joining.add(upload)
        arrival = self.begin()
        try:
            self._copy(upload, arrival)
            self.keep(arrival, upload.sha256)
            (self._of(upload) / DONE).touch(mode=0o600)
        finally:
            arrival.drop()
            self._forget_parts(upload)
            with self._lock:
                self._joining.discard(upload)
        return True

    def held(self, person: str = "") -> int:
        """Bytes of unfinished uploads, of a person or of all."""
        with self._lock:
            return self._held[person] if person else self._held.total()

    def room(self) -> int:
        """Bytes free on the disk."""
        return shutil.disk_usage(self._folder).free

    def clear(self, older_than: float = DAY_SECONDS) -> int:
        """Forget uploads nobody went on with for so many seconds; returns how many."""
        cleared, before = 0, time.time() - older_than
        for folder in list(self._folder.glob("*/*")):
            with self._lock:
                if not folder.is_dir() or folder.stat().st_mtime > before:
                    continue
                self._held[folder.parent.name] -= sum(part.stat().st_size for part in folder.iterdir())
                shutil.rmtree(folder)
                cleared += 1
        return cleared

    def _copy(self, upload: Upload, arrival: Arrival) -> None:
        for number in range(upload.parts):
            with (self._of(upload) / str(number)).open("rb") as part:
                while piece := part.read(COPY_BYTES):
                    arrival.write(piece)

    def _forget_parts(self, upload: Upload) -> None:
        with self._lock:
            for part in self._of(upload).glob("[0-9]*"):
                self._held[upload.person] -= part.stat().st_size
                part.unlink()

    def _of(self, upload: Upload) -> Path:
        return self._folder / upload.person / f"{upload.sha256}-{upload.size}"
