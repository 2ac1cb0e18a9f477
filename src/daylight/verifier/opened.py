"""First the signature over the list, then the list against the files; nothing else is read before that.

Shown by ``tests/verifier/test_strict.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daylight.core.ledger.note import BadSignature, Malformed, NoKnownKey, Verifier, open_note, read_vkey
from daylight.core.procedures.matter import World
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import Misshapen, build, read_plain
from daylight.verifier.findings import Notebook
from daylight.verifier.shape import (
    KEYS,
    NOTE,
    ONE_EACH,
    RULEBOOK,
    WORLD,
    Listing,
    files_of,
    read_listing,
)


@dataclass(frozen=True)
class Keys:
    """The keys of a world as ``keys.json`` has them: of its log, and of its gateway."""

    log: str
    intake: str


@dataclass(frozen=True)
class Bundle:
    """A bundle whose every byte is the one that was signed."""

    listing: Listing
    contents: Mapping[str, bytes]
    log_key: Verifier
    intake_key: Verifier
    world: World
    book: Rulebook


def open_bundle(
    contents: Mapping[str, bytes], crypto: Crypto, *, pins: tuple[str, ...], book: Notebook
) -> Bundle | None:
    """Check the note and that every file is the one it lists; what is wrong goes into the notebook."""
    keys = _keys(contents, book)
    if keys is None:
        return None
    log_key, intake_key = keys
    if pins and log_key.vkey not in pins:
        book.miss(
            "bundle.not-pinned",
            KEYS,
            f"验证包由密钥 {log_key.vkey} 签署，不是您指定的密钥",
            f"the bundle names the key {log_key.vkey}, which is not the one you pinned",
        )
        return None
    listing = _listing(contents, log_key, crypto, book)
    if listing is None or not _files_hold(listing, contents, book):
        return None
    try:
        world = build(World, read_plain(contents[WORLD]))
        rulebook = build(Rulebook, read_plain(contents[RULEBOOK]))
    except Misshapen as error:
        book.contradict("bundle.unreadable", WORLD, f"内容不合格式：{error}", f"is misshapen: {error}", WORLD)
        return None
    if not listing.origin == world.origin == log_key.name:
        book.contradict(
            "bundle.other-world",
            WORLD,
            "来源与密钥名称不一致",
            "the origin differs from the key's name",
            WORLD,
        )
        return None
    return Bundle(listing, contents, log_key, intake_key, world, rulebook)


def _keys(contents: Mapping[str, bytes], book: Notebook) -> tuple[Verifier, Verifier] | None:
    if KEYS not in contents or NOTE not in contents:
        book.miss("bundle.missing", KEYS, "缺少文件，无法得出结论", "is missing; nothing can be concluded")
        return None
    try:
        keys = build(Keys, read_plain(contents[KEYS]))
        return read_vkey(keys.log), read_vkey(keys.intake)
    except (Misshapen, Malformed) as error:
        book.contradict("bundle.unreadable", KEYS, f"密钥不可读：{error}", f"cannot be read: {error}", KEYS)
        return None


def _listing(contents: Mapping[str, bytes], key: Verifier, crypto: Crypto, book: Notebook) -> Listing | None:
    try:
        opened = open_note(contents[NOTE], (key,), crypto)
        if opened.others:
            raise Malformed("there is one signature under a bundle, by the key of its log")
        return read_listing(opened.text)
    except Malformed as error:
        book.contradict("bundle.malformed", NOTE, f"清单不合格式：{error}", f"is malformed: {error}")
    except (BadSignature, NoKnownKey) as error:
        book.contradict(
            "bundle.bad-signature", NOTE, "清单的签名不成立", f"the signature does not hold: {error}"
        )
    return None


def _files_hold(listing: Listing, contents: Mapping[str, bytes], book: Notebook) -> bool:
    """Every file is the one listed, none is missing, none is left over."""
    found = {file.path: file for file in files_of(contents) if file.path != NOTE}
    promised = {file.path: file for file in listing.files}
    for path in sorted(set(found) - set(promised)):
        book.contradict("bundle.unknown-file", path, "清单中没有此文件", "is not in the list", path)
    for path in sorted({*promised, *ONE_EACH} - set(found)):
        book.miss("bundle.missing", path, "缺少文件，无法得出结论", "is missing; nothing can be concluded")
    for path in sorted(set(found) & set(promised)):
        if found[path] != promised[path]:
            book.contradict(
                "bundle.file-differs", path, "与签署的清单不符", "is not the file that was signed", path
            )
    book.counts["files"] = len(found)
    return not book.contradictions and not book.gaps
