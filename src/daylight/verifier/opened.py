"""First the signature over the list, then the list against the files; nothing else is read before that.

Shown by ``tests/verifier/test_strict.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from daylight.core.acts.act import read_act
from daylight.core.acts.world import World
from daylight.core.dockets.impossible import Impossible
from daylight.core.dockets.world import NOTHING_ENTERED, WorldFile
from daylight.core.judgement.fold import fold
from daylight.core.ledger.note import BadSignature, Malformed, NoKnownKey, Verifier, open_note, read_vkey
from daylight.core.rulebook.book import Rulebook, read_rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import Misshapen, build, read_plain
from daylight.verifier.findings import Notebook
from daylight.verifier.shape import (
    EARLIER,
    INDEX,
    KEYS,
    NOTE,
    OF_ALL,
    RULEBOOK,
    WORLD,
    File,
    Listing,
    file_of,
    home_of,
    place_of,
    read_listing,
)


@dataclass(frozen=True)
class Keys:
    """The keys of a world as ``keys.json`` has them; the log's own signs bundles where none is named."""

    log: str
    intake: str
    bundles: str = ""


@dataclass(frozen=True)
class Pins:
    """What a reader knows from elsewhere: keys of logs, ids of worlds, digests of rulebooks."""

    keys: tuple[str, ...] = ()
    worlds: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()


class Changed(Exception):
    """A file is no longer the one it was when it was held against the list."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)


@dataclass(frozen=True)
class Signed(Mapping[str, bytes]):
    """The listed files; each is held against the list whenever it is read, so none can change meanwhile."""

    files: Mapping[str, File]
    contents: Mapping[str, bytes]

    def __getitem__(self, path: str) -> bytes:
        promised, content = self.files[path], self.contents[path]
        if file_of(path, content) != promised:
            raise Changed(path)
        return content

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


@dataclass(frozen=True)
class Young:
    """Of a view: the salts of acts whose leaf is not due yet, by docket and place, and the reader's time."""

    salts: Mapping[tuple[str, int], bytes]
    now_ms: int


@dataclass(frozen=True)
class Bundle:
    """A bundle whose every byte is the one that was signed; ``young`` in the view of a server alone.

    ``entered`` is what the docket of the world says before it is judged: by it signatures and instants are
    checked, and if the law does not admit it, that is found when the register is judged.
    """

    listing: Listing
    contents: Signed
    log_key: Verifier
    intake_key: Verifier
    world: World
    book: Rulebook
    earlier: Mapping[str, Rulebook]
    young: Young | None = None

    @cached_property
    def entered(self) -> WorldFile:
        """What the registrar entered in the docket of the world, as far as it can be read."""
        try:
            file = fold(map(read_act, self._of_the_world()))
        except (Misshapen, Impossible, TypeError):
            return NOTHING_ENTERED
        return file if isinstance(file, WorldFile) else NOTHING_ENTERED

    def _of_the_world(self) -> Iterator[bytes]:
        """The acts of the world's own docket, in order."""
        seq = 0
        while (path := place_of("acts", self.world.id, seq)) in self.contents:
            yield self.contents[path]
            seq += 1

    def rulebook(self, digest: str) -> Rulebook | None:
        """The rulebook of a digest: the one of today, or one before it; nothing where it is not here."""
        return self.book if digest == self.book.digest else self.earlier.get(digest)


def open_bundle(
    contents: Mapping[str, bytes], crypto: Crypto, *, pins: Pins, book: Notebook
) -> Bundle | None:
    """Check the note and that every file is the one it lists; what is wrong goes into the notebook."""
    keys = _keys(contents, book)
    if keys is None or not _pinned(pins.keys, keys[0].vkey, KEYS, book):
        return None
    log_key, intake_key, bundles_key = keys
    listing = _listing(contents, bundles_key, crypto, book)
    if listing is None or not _files_hold(listing, contents, book):
        return None
    try:
        world = build(World, read_plain(contents[WORLD]))
        rulebook = read_rulebook(contents[RULEBOOK])
        earlier = dict(_earlier(listing, contents))
    except Misshapen as error:
        book.contradict("bundle.unreadable", WORLD, f"内容不合格式：{error}", f"is misshapen: {error}", WORLD)
        return None
    if not _is_of(world, listing, log_key):
        book.contradict(
            "bundle.other-world",
            WORLD,
            "平台标识与清单或密钥名称不一致",
            "the world differs from the one the list or the key names",
            WORLD,
        )
        return None
    laws = (rulebook.digest, *earlier)
    pinned = [
        _pinned(pins.worlds, world.id, WORLD, book),
        *(_pinned(pins.laws, law, RULEBOOK, book) for law in laws),
    ]
    if not all(pinned):
        return None
    signed = Signed({file.path: file for file in listing.files}, contents)
    return Bundle(listing, signed, log_key, intake_key, world, rulebook, earlier)


def _is_of(world: World, listing: Listing, log_key: Verifier) -> bool:
    """Whether list, world and key name one another; a list of the first form names the origin."""
    named = world.id if listing.shows_whole_register else world.origin
    return (listing.world, log_key.name) == (named, world.origin)


def _pinned(pins: tuple[str, ...], found: str, path: str, book: Notebook) -> bool:
    """Whether what was found is what the reader knows; always so where he has pinned nothing."""
    if not pins or found in pins:
        return True
    book.miss(
        "bundle.not-pinned",
        path,
        f"验证包中是 {found}，不是您指定的",
        f"the bundle has {found}, which is not what you pinned",
    )
    return False


def _earlier(listing: Listing, contents: Mapping[str, bytes]) -> Iterator[tuple[str, Rulebook]]:
    """Rulebooks of before, each under the digest its name gives and its bytes have."""
    for file in listing.files:
        if named := EARLIER.fullmatch(file.path):
            book = read_rulebook(contents[file.path])
            if book.digest != named[1]:
                raise Misshapen(file.path, "is not the rulebook of its name")
            yield named[1], book


def keys_of(bundle: Bundle) -> Keys:
    """The keys the bundle names."""
    return build(Keys, read_plain(bundle.contents[KEYS]))


def _keys(contents: Mapping[str, bytes], book: Notebook) -> tuple[Verifier, Verifier, Verifier] | None:
    if KEYS not in contents or NOTE not in contents:
        book.miss("bundle.missing", KEYS, "缺少文件，无法得出结论", "is missing; nothing can be concluded")
        return None
    try:
        keys = build(Keys, read_plain(contents[KEYS]))
        return read_vkey(keys.log), read_vkey(keys.intake), read_vkey(keys.bundles or keys.log)
    except (Misshapen, Malformed) as error:
        book.contradict("bundle.unreadable", KEYS, f"密钥不可读：{error}", f"cannot be read: {error}", KEYS)
        return None


def _listing(contents: Mapping[str, bytes], key: Verifier, crypto: Crypto, book: Notebook) -> Listing | None:
    try:
        opened = open_note(contents[NOTE], (key,), crypto)
        if opened.others:
            raise Malformed("there is one signature under a bundle, by the key it names")
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
    found = {path for path in contents if path != NOTE}
    promised = {file.path for file in listing.files}
    indexes = {home_of(listing.cases, case) + INDEX for case in listing.cases}
    for path in sorted(found - promised):
        book.contradict("bundle.unknown-file", path, "清单中没有此文件", "is not in the list", path)
    for path in sorted({*promised, *OF_ALL, *indexes} - found):
        book.miss("bundle.missing", path, "缺少文件，无法得出结论", "is missing; nothing can be concluded")
    for file in listing.files:
        if file.path in found and file_of(file.path, contents[file.path]) != file:
            book.contradict(
                "bundle.file-differs",
                file.path,
                "与签署的清单不符",
                "is not the file that was signed",
                file.path,
            )
    book.counts["files"] = len(found)
    return not book.contradictions and not book.gaps
