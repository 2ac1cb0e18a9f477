"""Things that take long to make, kept in the home so that they are made once; anybody may delete them.

What is kept names what it was made from, and is good only as long as that stands. The folder is bounded: what
was used least lately goes first. Shown by ``tests/store/test_made.py``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from django.db.models import Max

from daylight.store import models

DIGEST_BYTES = 32
MOST_BYTES = 512 * 1024 * 1024
LARGEST = 32 * 1024 * 1024


class MadeOnce:
    """A folder of things by name, each with what it was made from and a digest of both."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder, self._most = folder, most_bytes

    def get(self, name: str, made_from: bytes) -> bytes | None:
        """What is kept under a name, if it was made from just this and is whole."""
        place = self._place(name)
        try:
            kept = place.read_bytes()
        except OSError:
            return None
        digest, content = kept[:DIGEST_BYTES], kept[DIGEST_BYTES:]
        if digest != _digest(name, made_from, content):
            return None
        with suppress(OSError):
            os.utime(place)
        return content

    def keep(self, name: str, made_from: bytes, content: bytes) -> None:
        """Keep something that is not too large; where that fails it is made again the next time."""
        if len(content) > LARGEST:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = self._folder / f".{token_hex(8)}"
            beside.write_bytes(_digest(name, made_from, content) + content)
            os.replace(beside, self._place(name))
            self._make_room()

    def _place(self, name: str) -> Path:
        return self._folder / sha256(name.encode()).hexdigest()

    def _make_room(self) -> None:
        files = [(one.stat(), one.path) for one in os.scandir(self._folder)]
        held = sum(stat.st_size for stat, _ in files)
        for stat, path in sorted(files, key=lambda one: one[0].st_mtime_ns):
            if held <= self._most:
                return
            os.unlink(path)
            held -= stat.st_size


def last_publication(cases: Iterable[str]) -> int:
    """The number of the latest publication of some cases."""
    rows = models.Publication.objects.filter(case__in=sorted(set(cases)))
    return rows.aggregate(last=Max("seq"))["last"] or 0


def _digest(name: str, made_from: bytes, content: bytes) -> bytes:
    parts = (name.encode(), made_from, content)
    return sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()
