"""The shelf of official texts: each file as it came, in a folder of the home named by its digest.

Only the bytes and the name of a file are kept; articles are read from them, so a text never falls behind
its reader. Shown by ``tests/imports/test_text_keeping.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from daylight.store.vault import sync_folder, write_durably

FOLDER = "law-texts"


@dataclass(frozen=True)
class KeptText:
    """A file as it was imported."""

    name: str
    source: bytes

    @property
    def digest(self) -> str:
        """Hex SHA-256 of the bytes."""
        return sha256(self.source).hexdigest()


class TextShelf:
    """Files of official texts by digest."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def keep(self, name: str, source: bytes) -> bool:
        """Keep a file durably; whether it is new."""
        kept = KeptText(name, source)
        folder = self._folder / kept.digest
        if self._file(folder) is not None:
            return False
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(folder / name, source)
        sync_folder(self._folder)
        return True

    def digests(self) -> tuple[str, ...]:
        """The digests of what is kept; equal digests are equal shelves."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(one.name for one in self._folder.iterdir() if self._file(one) is not None))

    def all(self) -> Iterator[KeptText]:
        """Everything kept, by digest; ``ValueError`` where a file is no longer what was imported."""
        for digest in self.digests():
            file = self._file(self._folder / digest)
            if file is None:
                continue
            kept = KeptText(file.name, file.read_bytes())
            if kept.digest != digest:
                raise ValueError(
                    f"{file}: 文件已改变，请删除该目录后重新导入。"
                    " The file has changed; remove its folder and import it again."
                )
            yield kept

    @staticmethod
    def _file(folder: Path) -> Path | None:
        found = (one for one in sorted(folder.glob("*")) if one.is_file() and not one.name.startswith("."))
        return next(found, None)
