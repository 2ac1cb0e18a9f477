"""The vault as a local folder: files named by their SHA-256, written durably and re-hashed when read.

A file is written beside its place, synced, renamed, and the folder is synced: it is whole or not there.
Shown by ``tests/store/test_power_cut.py``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from secrets import token_hex

DIGEST = re.compile(r"[0-9a-f]{64}")


PIECE_BYTES = 256 * 1024


class Damaged(ValueError):
    """A file has other bytes than its name says."""

    def __init__(self, digest: str) -> None:
        super().__init__(f"保管文件 {digest} 已损坏。 The vault file {digest} is damaged; restore it.")


@dataclass(frozen=True)
class FileInPieces:
    """A file that is read piece by piece, as often as it is asked for."""

    place: Path

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.place.stat().st_size

    def __iter__(self) -> Iterator[bytes]:
        """Its bytes, never more than a piece of them at once."""
        with self.place.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece


class FolderVault:
    """Bytes by digest in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._synced: set[str] = set()  # names of folders that this process has made durable

    def put(self, content: bytes) -> str:
        """Keep bytes durably; what is kept already is not written again."""
        digest = sha256(content).hexdigest()
        place = self._place(digest)
        if not place.exists():
            self._ready(place.parent)
            write_durably(place, content)
        return digest

    def adopt(self, file: Path, digest: str) -> None:
        """Keep a synced file of this disk whose digest was just computed; it is moved, not copied."""
        self.adopt_all({digest: file})

    def adopt_all(self, files: Mapping[str, Path]) -> None:
        """The same for several files by their digests; each folder is synced once, when all are moved."""
        places = {digest: self._place(digest) for digest in files}
        for digest, place in places.items():
            if place.exists():
                files[digest].unlink()
                continue
            self._ready(place.parent)
            os.replace(files[digest], place)
        for folder in {place.parent for place in places.values()}:
            sync_folder(folder)

    def _ready(self, folder: Path) -> None:
        if folder.name not in self._synced or not folder.exists():
            self._make(folder)

    def get(self, sha256_hex: str) -> bytes:
        """The bytes of a digest; ``KeyError`` where there are none, ``ValueError`` where they are damaged."""
        try:
            content = self._place(sha256_hex).read_bytes()
        except FileNotFoundError:
            raise KeyError(sha256_hex) from None
        if sha256(content).hexdigest() != sha256_hex:
            raise Damaged(sha256_hex)
        return content

    def pieces(self, sha256_hex: str) -> FileInPieces:
        """The same bytes piece by piece; they are hashed now, and again by whom it concerns."""
        place = self._place(sha256_hex)
        if not place.exists():
            raise KeyError(sha256_hex)
        if _hash(place) != sha256_hex:
            raise Damaged(sha256_hex)
        return FileInPieces(place)

    def size(self, sha256_hex: str) -> int:
        """How many bytes a digest has; ``KeyError`` where there are none."""
        try:
            return self._place(sha256_hex).stat().st_size
        except FileNotFoundError:
            raise KeyError(sha256_hex) from None

    def holds(self, digests: Iterable[str]) -> frozenset[str]:
        """Which of the digests are kept."""
        return frozenset(
            digest for digest in digests if DIGEST.fullmatch(digest) and self._place(digest).exists()
        )

    def checked(self) -> Iterator[tuple[str, bool]]:
        """Every file that is kept, in order, and whether it can be read and has the bytes of its name."""
        for place in (
            file for folder in sorted(self._folder.glob("??")) for file in sorted(folder.glob("*"))
        ):
            if DIGEST.fullmatch(place.name):
                yield place.name, place == self._place(place.name) and _hash(place) == place.name

    def _make(self, folder: Path) -> None:
        """A folder for files whose digests begin alike, durable before anything is put in it."""
        if not self._folder.exists():
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            sync_folder(self._folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)
        sync_folder(self._folder)
        self._synced.add(folder.name)

    def _place(self, digest: str) -> Path:
        if not DIGEST.fullmatch(digest):
            raise KeyError(digest)
        return self._folder / digest[:2] / digest


def _hash(place: Path) -> str:
    try:
        with place.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def write_durably(place: Path, content: bytes) -> None:
    """Write a file so that after a power cut it is whole or not there."""
    beside = place.with_name(f".{place.name}.{token_hex(8)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
