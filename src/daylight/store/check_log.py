"""The log against itself and the journal: tiles, entries, every checkpoint, and the leaf of every act.

It is read once from its first leaf to its last, beside the acts in the order of their leaves; what is held is
one bundle, the tiles above the first level, and a spool on disk of the acts without a leaf.
Shown by ``tests/store/test_log.py``, ``tests/store/test_log_harmed.py``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from django.db.models import Max

from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint
from daylight.core.ledger.leaf import commitment, leaf_entry
from daylight.core.ledger.tiles import (
    WIDTH,
    Tile,
    encode_entries,
    entries_match,
    entries_path,
    hashes_in,
    new_tiles,
    parse_entries,
    tile_at,
    unauthenticated,
)
from daylight.core.ledger.tree import HASH_SIZE, CompactRange, leaf_hash, root_of
from daylight.office.sequencer import CHECKPOINT
from daylight.store import models
from daylight.store.house import Findings, House
from daylight.store.shapes import odd

ROWS_AT_ONCE = 500
SPOOL = "CREATE TABLE waiting (entry BLOB PRIMARY KEY, position INTEGER, act TEXT, leaf INTEGER)"


@dataclass(frozen=True)
class Numbered:
    """An act with a leaf, and what must stand at it."""

    leaf: int
    act: str
    entry: bytes


def published_checkpoint(house: House) -> bytes:
    """The checkpoint readers are given; read before the rows, which may run ahead of it, never behind."""
    try:
        return house.log.read(CHECKPOINT)
    except (KeyError, OSError):
        return b""


def check_log(house: House, findings: Findings, published: bytes) -> int:
    """Check the log and the leaves of all acts; gives how many leaves there are."""
    stand = _stand(house, findings, published)
    with closing(sqlite3.connect("")) as waiting:
        waiting.execute(SPOOL)
        waiting.executemany("INSERT OR IGNORE INTO waiting VALUES (?, ?, ?, NULL)", _waiting())
        walk = _Walk(house, findings, waiting)
        if stand:
            walk.read(stand)
        walk.end(stand.size if stand else 0)
    return stand.size if stand else 0


def _stand(house: House, findings: Findings, published: bytes) -> Checkpoint | None:
    """The largest size the log stands for: by the last good row, or by what was published where ahead."""
    best = _largest(house)
    if not published:
        if best and models.SignedCheckpoint.objects.exclude(note=b"").count() > 1:
            findings.add(CHECKPOINT, "已公布的检查点缺失", "the published checkpoint is missing")
        return best
    told = _signed(house, published)
    if told is None:
        if house.public("log"):
            findings.add(CHECKPOINT, "签署不成立", "its signature does not hold")
        return best
    row = models.SignedCheckpoint.objects.filter(size=told.size).first()
    if row is None:
        where = f"checkpoint/{told.size}"
        findings.add(where, "已签署并公布，但此行缺失", "was signed and published, but its row is missing")
    elif row.note != published:
        findings.add(CHECKPOINT, "与所签署的不同", f"differs from the note signed at {told.size}")
    return told if best is None or told.size > best.size else best


def _largest(house: House) -> Checkpoint | None:
    """The largest row whose signature holds, or, where it has none yet, whose last entries are there."""
    for row in models.SignedCheckpoint.objects.order_by("-size").iterator(ROWS_AT_ONCE):
        if odd(row) or row.size < 1:
            continue
        signed = _signed(house, bytes(row.note)) if row.note else None
        if signed and signed.size == row.size:
            return signed
        root = _root(row)
        if root and not (row.note and house.public("log")) and _has_edge(house, row.size):
            return Checkpoint(house.rules.world.origin, row.size, root)
    return None


def _has_edge(house: House, size: int) -> bool:
    last = tile_at(0, (size - 1) // WIDTH, size)
    return _read(house, entries_path(last.index, last.width), Findings()) is not None


def _root(row: models.SignedCheckpoint) -> bytes | None:
    try:
        root = bytes.fromhex(row.root)
    except ValueError:
        return None
    return root if len(root) == HASH_SIZE else None


def _signed(house: House, note: bytes) -> Checkpoint | None:
    """What a note of the log signs; nothing where it does not hold, or where there is no key to see it by."""
    try:
        return open_checkpoint(note, house.public("log"), house.rules.crypto)[0]
    except ValueError:
        return None


def _rows() -> Iterator[models.SignedCheckpoint]:
    for row in models.SignedCheckpoint.objects.order_by("size").iterator(ROWS_AT_ONCE):
        if not odd(row):
            yield row


def _numbered() -> Iterator[Numbered]:
    rows = models.Entry.objects.filter(leaf__gte=0).order_by("leaf")
    columns = rows.values_list("leaf", "docket", "seq", "salt", "source")
    for leaf, docket, seq, salt, source in columns.iterator(ROWS_AT_ONCE):
        if isinstance(leaf, int) and not isinstance(salt, str) and not isinstance(source, str):
            yield Numbered(leaf, f"{docket}/{seq}", leaf_entry(commitment(bytes(salt), bytes(source))))


def _waiting() -> Iterator[tuple[bytes, int, str]]:
    rows = models.Entry.objects.filter(leaf__isnull=True).order_by("position")
    columns = rows.values_list("position", "docket", "seq", "salt", "source")
    for position, docket, seq, salt, source in columns.iterator(ROWS_AT_ONCE):
        if not isinstance(salt, str) and not isinstance(source, str):
            yield leaf_entry(commitment(bytes(salt), bytes(source))), position, f"{docket}/{seq}"


class _Walk:
    """The log from its first leaf to its last, with the acts and the checkpoints that rest on it."""

    def __init__(self, house: House, findings: Findings, waiting: sqlite3.Connection) -> None:
        self._house, self._findings, self._waiting = house, findings, waiting
        self._acts, self._rows = _numbered(), _rows()
        self._act, self._row = next(self._acts, None), next(self._rows, None)
        self._some_wait = waiting.execute("SELECT COUNT(*) FROM waiting").fetchone()[0] > 0
        self._tree: CompactRange | None = CompactRange()  # nothing, once hashes before it were lost
        self._since, self._size = 0, 0

    def read(self, stand: Checkpoint) -> None:
        """Every bundle of the first level, under the tiles that lead to the root."""
        self._size, above = stand.size, self._above(stand)
        for tile in new_tiles(0, stand.size):
            if tile.level:
                break
            hashes, entries = self._bundle(tile, above)
            self._beside(tile, hashes, entries)

    def end(self, size: int) -> None:
        """What is left stands beyond the log; and acts without a leaf that should have one are told."""
        while self._act:
            self._differs(self._act)
            self._act = next(self._acts, None)
        while self._row:
            self._beyond(self._row, size)
            self._row = next(self._rows, None)
        latest = models.Entry.objects.filter(leaf__isnull=False).aggregate(last=Max("position"))["last"] or 0
        found = "SELECT act, leaf FROM waiting WHERE leaf IS NOT NULL OR position < ? ORDER BY position"
        for act, leaf in self._waiting.execute(found, (latest,)):
            if leaf is None:
                self._findings.add(act, "没有叶子，而其后的行为已有", "has no leaf, but acts after it have")
            else:
                said = f"is leaf {leaf} of the log, and its row does not say so"
                self._findings.add(act, f"是日志的叶子 {leaf}，而此行没有记载", said)

    def _above(self, stand: Checkpoint) -> dict[Tile, bytes]:
        """The tiles of the upper levels and of the edge, as far as they lead to the root."""
        tiles: dict[Tile, bytes] = {}
        for tile in new_tiles(0, stand.size):
            if tile.level or tile.width < WIDTH:
                content = _read(self._house, tile.path, self._findings)
                tiles |= {} if content is None else {tile: content}
        spoilt = set(unauthenticated(tiles, stand.size, stand.root))
        for tile in sorted(spoilt):
            self._spoilt(tile)
        for tile in tiles.keys() - spoilt:
            if tile.level:
                self._narrower(tile.path, partial(_beginning, tiles[tile]))
        return {tile: content for tile, content in tiles.items() if tile.level == 0 or tile not in spoilt}

    def _bundle(
        self, tile: Tile, above: dict[Tile, bytes]
    ) -> tuple[tuple[bytes, ...] | None, tuple[bytes, ...] | None]:
        """The hashes and the entries of a tile of the first level, each if it is there and can be read."""
        content = above.get(tile)
        if tile.width == WIDTH:
            content = _read(self._house, tile.path, self._findings)
            if content is not None and not _leads_up(tile, content, above, self._size):
                self._spoilt(tile)
        hashes = hashes_in(tile, content) if content and len(content) == HASH_SIZE * tile.width else None
        path = entries_path(tile.index, tile.width)
        bundle = _read(self._house, path, self._findings)
        if bundle is None:
            return hashes, None
        try:
            entries = parse_entries(bundle, tile.width)
            holds = content is not None and entries_match(entries, tile, content)
        except ValueError:
            entries, holds = None, False
        if not holds:
            self._findings.add(path, "与其散列瓦片不符", "differs from its tile of hashes")
        if hashes:
            self._narrower(tile.path, lambda width: b"".join(hashes[:width]))
        if entries:
            self._narrower(path, lambda width: encode_entries(entries[:width]))
        return hashes or (tuple(map(leaf_hash, entries)) if entries else None), entries

    def _narrower(self, path: str, true: Callable[[int], bytes]) -> None:
        """What ticks before have left beside a file are its beginnings: readers of older sizes get them."""
        whole = path.partition(".p/")[0]
        width_here = int(path.partition(".p/")[2] or WIDTH)
        for width in self._house.log.narrower(path):
            if width < width_here:
                name = f"{whole}.p/{width}"
                content = _read(self._house, name, self._findings)
                if content is not None and content != true(width):
                    self._findings.add(name, "与后来的同一文件不符", f"is not the beginning of {path}")

    def _beside(
        self, tile: Tile, hashes: tuple[bytes, ...] | None, entries: tuple[bytes, ...] | None
    ) -> None:
        """What rests on the leaves of one tile."""
        first, start = WIDTH * tile.index, 0
        for at in range(tile.width):
            self._leaf(first + at, entries[at] if entries else None)
            if self._row and self._row.size <= first + at + 1:
                self._grow(hashes and hashes[start : at + 1])
                start = at + 1
                self._checkpoints(first + at + 1)
        self._grow(hashes and hashes[start:])

    def _leaf(self, number: int, entry: bytes | None) -> None:
        claimed = False
        while self._act and self._act.leaf == number:
            claimed, self._since = True, self._since + 1
            if entry != self._act.entry:
                self._differs(self._act)
            self._act = next(self._acts, None)
        if self._some_wait and entry and not claimed:
            self._waiting.execute("UPDATE waiting SET leaf = ? WHERE entry = ?", (number, entry))

    def _grow(self, hashes: tuple[bytes, ...] | None) -> None:
        self._tree = self._tree.extend(hashes) if self._tree is not None and hashes is not None else None

    def _checkpoints(self, size: int) -> None:
        """Every row up to a size that was just reached."""
        while self._row and self._row.size <= size:
            if self._row.size < size:
                self._beyond(self._row, size)
            else:
                self._checkpoint(self._row)
            self._row = next(self._rows, None)

    def _checkpoint(self, row: models.SignedCheckpoint) -> None:
        where, house = f"checkpoint/{row.size}", self._house
        root = self._tree.root() if self._tree is not None else _root(row)
        if self._tree is not None and root != _root(row):
            self._findings.add(where, "根与日志条目不符", "the root differs from the entries of the log")
        if row.acts is not None and row.acts != self._since:
            en = f"{row.acts} of the leaves that left with it were acts, and {self._since} are left"
            self._findings.add(where, f"随之离开的叶子中应有 {row.acts} 个行为，现有 {self._since} 个", en)
        self._since = 0
        last = not models.SignedCheckpoint.objects.filter(size__gt=row.size).exists()
        if not house.public("log") or (not row.note and last):
            return  # without a note it is recorded, not yet signed: the next tick signs it
        signed = _signed(house, bytes(row.note))
        if signed is None:
            self._findings.add(where, "签署不成立", "the signature does not hold")
        elif root and signed != Checkpoint(house.rules.world.origin, row.size, root):
            self._findings.add(where, "签署的内容与日志不符", "what was signed differs from the log")

    def _beyond(self, row: models.SignedCheckpoint, size: int) -> None:
        where = f"checkpoint/{row.size}"
        self._findings.add(
            where, f"不在日志（{size}）之内", f"is no size of the log, which has {size} leaves"
        )

    def _differs(self, act: Numbered) -> None:
        said = f"differs from leaf {act.leaf} of the log"
        self._findings.add(act.act, f"与日志叶子 {act.leaf} 不符", said)

    def _spoilt(self, tile: Tile) -> None:
        self._findings.add(tile.path, "与已签署的根不符", "does not lead to the signed root")


def _beginning(content: bytes, width: int) -> bytes:
    return content[: HASH_SIZE * width]


def _leads_up(tile: Tile, content: bytes, above: dict[Tile, bytes], size: int) -> bool:
    """Whether a full tile of the first level hashes to its place in the tile above it."""
    parent = above.get(tile_at(1, tile.index // WIDTH, size), b"")
    at = HASH_SIZE * (tile.index % WIDTH)
    hashes = hashes_in(tile, content) if len(content) == HASH_SIZE * WIDTH else ()
    return bool(hashes) and parent[at : at + HASH_SIZE] == root_of(hashes)


def _read(house: House, path: str, findings: Findings) -> bytes | None:
    try:
        return house.log.read(path)
    except KeyError:
        findings.add(path, "文件缺失", "the file is missing")
    except OSError as error:
        findings.add(path, f"文件不可读：{error.strerror}", f"the file cannot be read: {error.strerror}")
    return None
