"""Read the files of a bundle as they lie in a folder: nothing is followed, written, or left over.

Shown by ``tests/verifier/test_strict.py``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from daylight.core.values.text import Text
from daylight.verifier.shape import NOTE

LARGEST = 256 * 1024 * 1024
DEEPEST = 5
"""Folders within folders; a bundle has at most three."""


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


@dataclass(frozen=True)
class Folder(Mapping[str, bytes]):
    """The files of a folder by their paths, each read when it is asked for."""

    root: Path
    paths: Mapping[str, None]

    def __getitem__(self, path: str) -> bytes:
        if path not in self.paths:
            raise KeyError(path)
        return _content(f"{self.root}/{path}", path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def read_folder(folder: Path) -> Folder:
    """All files by their paths; links and special files are ``Strange``."""
    if not folder.is_dir():
        what = Text("不是文件夹，请写验证包解压后的目录", "is not a folder; name the one of the bundle")
        raise Unreadable(str(folder), what.zh, what.en)
    if not (folder / NOTE).is_file():
        raise Unreadable(NOTE, "缺少签名清单，不是验证包", "is missing, so this is not a bundle")
    try:
        return Folder(folder, dict.fromkeys(_paths(folder, "")))
    except OSError as error:
        raise Unreadable(str(folder), f"无法读取：{error}", f"cannot be read: {error}") from None


def _paths(folder: Path, above: str) -> Iterator[str]:
    if above.count("/") > DEEPEST:
        raise Unreadable(above, "文件夹过深，不是验证包", "is too deep; this is not a bundle")
    with os.scandir(folder) as found:
        places = sorted(found, key=lambda place: place.name)
    for place in places:
        name = above + place.name
        if not place.name.isprintable():  # control characters, and bytes that are no text
            raise Unreadable(name, "文件名含不可见字符，不是验证包", "has a name no file of a bundle has")
        if place.is_symlink():
            raise Strange(name, "是链接；验证包只含普通文件", "is a link; a bundle has plain files only")
        if place.is_dir(follow_symlinks=False):
            yield from _paths(folder / place.name, f"{name}/")
        elif place.is_file(follow_symlinks=False):
            yield name
        else:
            raise Strange(name, "不是普通文件", "is not a plain file")


def _content(place: str, name: str) -> bytes:
    try:
        with open(place, "rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise Unreadable(name, "文件过大", "is too large")
            return file.read()
    except OSError as error:
        raise Unreadable(name, f"无法读取：{error}", f"cannot be read: {error}") from None
