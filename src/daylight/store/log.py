"""The log in a folder of tiles beside the database: what ``office.sequencer`` grows.

Tiles and bundles lie as C2SP tlog-tiles serves them, so any web server can serve the folder. The pages of a
file just written are dropped from the cache before it is read back, where the system can do that.
Shown by ``tests/store/test_log.py``.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction

from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.ledger.leaf import commitment
from daylight.core.ledger.tiles import beginning_of
from daylight.office.logbook import Leaf, Signed
from daylight.store import models, statements
from daylight.store.vault import sync_folder, write_durably

ROWS_AT_ONCE = 500
COLUMNS = ("salt", "source")
WIDTHS = re.compile("[1-9][0-9]{0,2}")


class FolderLog:
    """Files of the log in a folder; sizes and leaf numbers in the database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Nobody else grows the log meanwhile, in this process or another."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / ".turn").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def waiting(self, most: int) -> tuple[Leaf, ...]:
        """Acts without a leaf, in the order of the journal."""
        found = statements.asked(statements.UNNUMBERED, (most,))
        return tuple(Leaf(at, commitment(bytes(salt), bytes(source))) for at, salt, source in found)

    def numbered(self, since: int = 0) -> Iterator[Leaf]:
        """Acts with a leaf, in the order of their leaves, from a number on."""
        rows = models.Entry.objects.filter(leaf__gte=since).order_by("leaf").values_list("leaf", *COLUMNS)
        for number, salt, source in rows.iterator(ROWS_AT_ONCE):
            yield Leaf(number, commitment(bytes(salt), bytes(source)))

    def leaf_of(self, intent_id: str) -> tuple[int, bytes] | None:
        """The leaf number and the salt of an act, once it has left."""
        rows = models.Entry.objects.filter(intent_id=intent_id, leaf__isnull=False)
        row = rows.first()
        return (row.leaf, bytes(row.salt)) if row and row.leaf is not None else None

    def read(self, path: str) -> bytes:
        """A file of the log; ``KeyError`` where there is none."""
        try:
            with (self._folder / path).open("rb") as file:
                if hasattr(os, "posix_fadvise"):
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
                return file.read()
        except FileNotFoundError:
            return self._beginning(path)

    def narrower(self, path: str) -> Iterator[int]:
        """The widths in which a tile or a bundle lies beside its full self from ticks before, in order."""
        folder = self._folder / f"{path.partition('.p/')[0]}.p"
        names = (place.name for place in folder.glob("*"))
        yield from sorted(int(name) for name in names if WIDTHS.fullmatch(name))

    def drop_narrower(self, path: str) -> None:
        """Remove the narrower versions of a whole tile or bundle."""
        shutil.rmtree(self._folder / f"{path}.p", ignore_errors=True)

    def _beginning(self, path: str) -> bytes:
        """A narrower tile whose full one has come, and which was dropped."""
        whole, _, width = path.partition(".p/")
        try:
            return beginning_of(whole, (self._folder / whole).read_bytes(), int(width))
        except (OSError, ValueError):
            raise KeyError(path) from None

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the log so that it survives a power cut whole."""
        place = self._folder / path
        missing = [] if place.parent.exists() else [one for one in place.parents if not one.exists()]
        if missing:
            place.parent.mkdir(parents=True, exist_ok=True)
        write_durably(place, content)
        for folder in missing:
            sync_folder(folder.parent)

    def last(self) -> Signed | None:
        """The largest size that was recorded."""
        for size, root, note in statements.asked(statements.LAST_CHECKPOINT, ()):
            return Signed(size, bytes.fromhex(root), bytes(note))
        return None

    def record(self, checkpoint: Checkpoint, *, at_ms: int, numbers: Mapping[int, int]) -> None:
        """Record a size once, and with it the numbers of its leaves by their positions."""
        with transaction.atomic():
            row = (checkpoint.size, checkpoint.root.hex(), b"", at_ms, len(numbers))
            statements.write(statements.RECORD, (row,))
            statements.write(statements.NUMBER, ((number, at) for at, number in numbers.items()))

    def attach(self, size: int, note: bytes) -> None:
        """Keep the signed note of a recorded size."""
        statements.write(statements.ATTACH, ((note, size, b""),))
