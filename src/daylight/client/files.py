"""Files on a participant's own disk, which may be larger than his memory: read, sealed and sent in pieces.

Shown by ``tests/client/test_large_files.py``; measured by ``benchmarks/libraries.py``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from os import stat_result
from pathlib import Path
from tempfile import TemporaryDirectory

from daylight.client.device import Randomness
from daylight.core.sealing.envelope import seal_into
from daylight.core.sealing.manifest import KeySet, Manifest
from daylight.core.sealing.parts import LargePart, Part, Pieces
from daylight.core.values.crypto import Crypto
from daylight.core.values.text import Text, Told

PIECE_BYTES = 256 * 1024
SMALL_BYTES = 1024 * 1024
"""A file so small is held in memory, and sent with others in one request."""
SEALED = "sealed"
Content = bytes | Pieces
"""A document that is held in memory, or one that is read from the disk."""


class Changed(Told):
    """A file was written to while it was read, so nothing was sealed or sent of it."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            Text(
                f"文件 {place} 在读取过程中被改动，未提交。请关闭编辑它的程序后再试。",
                f"The file {place} changed while it was read; nothing was submitted."
                " Close what writes to it, and try again.",
            )
        )


@dataclass(frozen=True)
class FileOnDisk:
    """A file that is read piece by piece, again and again; ``Changed`` where it became another."""

    place: Path
    _was: stat_result = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_was", self.place.stat())

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self._was.st_size

    def __iter__(self) -> Iterator[bytes]:
        """Its bytes, never more than a piece of them at once."""
        with self.place.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece
        self._is_the_same()

    def part(self, at: int, size: int) -> bytes:
        """So many bytes from a place on."""
        with self.place.open("rb") as file:
            file.seek(at)
            content = file.read(size)
        self._is_the_same()
        return content

    def digest(self) -> str:
        """SHA-256 in hex."""
        digest = sha256()
        for piece in self:
            digest.update(piece)
        return digest.hexdigest()

    def _is_the_same(self) -> None:
        now = self.place.stat()
        if (now.st_size, now.st_mtime_ns) != (self._was.st_size, self._was.st_mtime_ns):
            raise Changed(self.place)


@dataclass(frozen=True)
class SealedFiles:
    """What was sealed into a folder: the manifest, the body on the disk, the share files."""

    manifest: Manifest
    body: FileOnDisk
    shares: tuple[bytes, ...]


def part_of(name: str, content: Content) -> Part | LargePart:
    """A part of an envelope, of either kind."""
    return Part(name, content) if isinstance(content, bytes) else LargePart(name, content)


def seal_on_disk(
    folder: Path,
    parts: Sequence[Part | LargePart],
    *,
    context: str,
    key_set: KeySet,
    randomness: Randomness,
    crypto: Crypto,
) -> SealedFiles:
    """Seal parts into files of a folder, each named by its digest."""
    body = folder / "body"
    with body.open("wb") as file:
        manifest, shares = seal_into(
            file.write, parts, context=context, key_set=key_set, randomness=randomness, crypto=crypto
        )
    digest, *names = manifest.files
    for name, share in zip(names, shares, strict=True):
        (folder / name).write_bytes(share)
    return SealedFiles(manifest, FileOnDisk(body.rename(folder / digest)), shares)


@contextmanager
def sealed_folder(home: Path | None, bid: str) -> Iterator[Path]:
    """Where a bid is sealed; in a home it is kept there once all went well, in place of an earlier one."""
    if home is None:
        with TemporaryDirectory() as folder:
            yield Path(folder)
        return
    kept = home / SEALED / bid
    fresh = kept.with_name(f".{bid}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True, mode=0o700)
    yield fresh
    shutil.rmtree(kept, ignore_errors=True)
    fresh.rename(kept)


def sealed_files_kept(home: Path, bid: str) -> tuple[FileOnDisk, ...]:
    """The sealed files of a bid as a home keeps them; none where it keeps none."""
    return tuple(FileOnDisk(place) for place in sorted((home / SEALED / bid).glob("*")))
