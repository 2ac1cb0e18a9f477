"""Read the files of a bundle as they lie in a folder: nothing is followed, written, or left over.

Shown by ``tests/verifier/test_strict.py``.
"""

from __future__ import annotations

from pathlib import Path

from daylight.verifier.shape import NOTE

LARGEST = 256 * 1024 * 1024


class Unreadable(Exception):
    """The folder cannot be read as a bundle; nothing can be concluded."""

    def __init__(self, path: str, zh: str, en: str) -> None:
        self.path, self.zh, self.en = path, zh, en
        super().__init__(f"{path}: {zh} {en}")


class Strange(Exception):
    """Something lies in the folder that no bundle has."""

    def __init__(self, path: str, zh: str, en: str) -> None:
        self.path, self.zh, self.en = path, zh, en
        super().__init__(f"{path}: {zh} {en}")


def read_folder(folder: Path) -> dict[str, bytes]:
    """All files by their paths; links and special files are ``Strange``."""
    if not folder.is_dir():
        raise Unreadable(str(folder), "不是文件夹", "is not a folder")
    if not (folder / NOTE).is_file():
        raise Unreadable(NOTE, "缺少签名清单，不是验证包", "is missing, so this is not a bundle")
    return {name: _content(place, name) for place, name in _places(folder)}


def _places(folder: Path) -> list[tuple[Path, str]]:
    found = []
    for place in sorted(folder.rglob("*")):
        name = place.relative_to(folder).as_posix()
        if place.is_symlink():
            raise Strange(name, "是链接；验证包只含普通文件", "is a link; a bundle has plain files only")
        if place.is_dir():
            continue
        if not place.is_file():
            raise Strange(name, "不是普通文件", "is not a plain file")
        found.append((place, name))
    return found


def _content(place: Path, name: str) -> bytes:
    try:
        if place.stat().st_size > LARGEST:
            raise Unreadable(name, "文件过大", "is too large")
        return place.read_bytes()
    except OSError as error:
        raise Unreadable(name, f"无法读取：{error}", f"cannot be read: {error}") from None
