"""A disk that loses, at a power cut, whatever was not synced: bytes of files, and names in folders."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

LOST = b""


class PowerCut(BaseException):
    """The power is gone; nothing may catch it."""


class Disk:
    """Stands in for ``os`` where files are written durably, and cuts the power at the n-th step."""

    def __init__(self, folder: Path, steps: int = 0) -> None:
        self.steps, self._left, self._folder = 0, steps, folder
        self._synced = set(folder.rglob("*"))
        self._whole: set[int] = {place.stat().st_ino for place in self._synced if place.is_file()}
        self._replaced: dict[Path, bytes | None] = {}

    def module(self) -> SimpleNamespace:
        """What takes the place of the module ``os``."""
        names = {name: getattr(os, name) for name in dir(os) if not name.startswith("__")}
        return SimpleNamespace(**{**names, "fsync": self.fsync, "replace": self.replace})

    def fsync(self, descriptor: int) -> None:
        self._step()
        os.fsync(descriptor)
        place = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        if not place.is_dir():
            self._whole.add(os.fstat(descriptor).st_ino)
            return
        self._synced.update(place.iterdir())
        for name in [name for name in self._replaced if name.parent == place]:
            del self._replaced[name]

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        old = target.read_bytes() if target in self._synced and target.exists() else None
        os.replace(source, target)
        self._replaced.setdefault(target, old)

    def cut(self) -> None:
        """Lose what was not synced."""
        for place, old in self._replaced.items():
            if old is None:
                place.unlink(missing_ok=True)
            else:
                place.write_bytes(old)
                self._whole.add(place.stat().st_ino)
        for place in sorted(self._folder.rglob("*"), reverse=True):
            if place.is_file() and place.name != ".turn":
                if place not in self._synced:
                    place.unlink()
                elif place.stat().st_ino not in self._whole:
                    place.write_bytes(LOST)
            elif place.is_dir() and place not in self._synced:
                for inside in sorted(place.rglob("*"), reverse=True):
                    inside.rmdir() if inside.is_dir() else inside.unlink()
                place.rmdir()

    def _step(self) -> None:
        self.steps += 1
        if self.steps == self._left:
            raise PowerCut
