"""Tiles (C2SP tlog-tiles): a log as plain files that any server can serve and any reader can prove from.

A tile of level L holds up to 256 hashes of perfect subtrees over 256^L leaves each; bundles of entries lie
beside the tiles of level 0. Shown by ``tests/core/ledger/test_tiles.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from daylight.core.ledger.note import Malformed
from daylight.core.ledger.tree import HASH_SIZE, Nodes, compact, leaf_hash, nodes_of, root_of

WIDTH = 256
HEIGHT = 8
HIGHEST = 63
TILES_KEPT = 512
HASHED_KEPT = 64
GROUP = 1000
LENGTH_SIZE = 2
LONGEST_ENTRY = 2**16 - 1


@dataclass(frozen=True, order=True)
class Tile:
    """The place of a tile: its level, its index in the level, and how many hashes it holds so far."""

    level: int
    index: int
    width: int = WIDTH

    def __post_init__(self) -> None:
        if not 0 <= self.level <= HIGHEST or self.index < 0 or not 1 <= self.width <= WIDTH:
            raise ValueError(f"no tile has level {self.level}, index {self.index} and width {self.width}")

    @property
    def path(self) -> str:
        """Where the tile is served, below the prefix of its log."""
        return f"tile/{self.level}/{_place(self.index, self.width)}"


def tile_path(level: int, index: int, width: int = WIDTH) -> str:
    """Where a tile is served: ``tile/0/x001/x234/067``, or ``….p/5`` while it holds five hashes."""
    return Tile(level, index, width).path


def entries_path(index: int, width: int = WIDTH) -> str:
    """Where the entries under a tile of level 0 are served."""
    return f"tile/entries/{_place(index, width)}"


def _place(index: int, width: int) -> str:
    index, last = divmod(index, GROUP)
    groups = [f"{last:03}"]
    while index:
        index, group = divmod(index, GROUP)
        groups.insert(0, f"x{group:03}")
    return "/".join(groups) + ("" if width == WIDTH else f".p/{width}")


def tile_at(level: int, index: int, size: int) -> Tile:
    """The tile at a place of a tree of ``size`` leaves, as wide as that tree makes it."""
    return Tile(level, index, min(WIDTH, (size >> HEIGHT * level) - index * WIDTH))


def tiles_of(size: int) -> tuple[Tile, ...]:
    """All tiles of a tree, level by level."""
    return tuple(new_tiles(0, size))


def new_tiles(old: int, new: int) -> Iterator[Tile]:
    """The tiles to write when a tree grows from ``old`` to ``new`` leaves."""
    level = 0
    while new >> HEIGHT * level:
        before, after = old >> HEIGHT * level, new >> HEIGHT * level
        if before < after:
            for index in range(before // WIDTH, -(-after // WIDTH)):
                yield tile_at(level, index, new)
        level += 1


def filled_tiles(old: int, new: int) -> Iterator[Tile]:
    """The tiles that are full since a tree grew, and before them the last of each level that was full.

    Narrower versions of these may go: who holds an older checkpoint reads the beginning of the full one.
    """
    level = 0
    while full := new >> HEIGHT * (level + 1):
        for index in range(max(0, (old >> HEIGHT * (level + 1)) - 1), full):
            yield Tile(level, index)
        level += 1


def missing(tiles: Iterable[Tile], size: int) -> tuple[Tile, ...]:
    """The tiles that a tree of ``size`` leaves has and this collection lacks."""
    present = set(tiles)
    return tuple(tile for tile in tiles_of(size) if tile not in present)


def tile_content(tile: Tile, nodes: Nodes) -> bytes:
    """The bytes of a tile, read from a tree."""
    level, first = HEIGHT * tile.level, WIDTH * tile.index
    return b"".join(nodes(level, first + place) for place in range(tile.width))


def grown_content(tile: Tile, old: int, fetch: Callable[[Tile], bytes], nodes: Nodes) -> bytes:
    """The bytes of a tile of a grown tree: what it held of ``old`` leaves, and the hashes that are new."""
    level, first = HEIGHT * tile.level, WIDTH * tile.index
    held = min(tile.width, max(0, (old >> level) - first))
    before = b""
    if held:
        narrower = Tile(tile.level, tile.index, held)
        before = fetch(narrower)
        _must_fit(narrower, before)
    return before + b"".join([nodes(level, first + place) for place in range(held, tile.width)])


def hashes_in(tile: Tile, content: bytes) -> tuple[bytes, ...]:
    """The hashes of a tile; another number of bytes is refused."""
    _must_fit(tile, content)
    return _hashes(content)


def _must_fit(tile: Tile, content: bytes) -> None:
    if len(content) != HASH_SIZE * tile.width:
        raise Malformed(f"{tile.path} should have {HASH_SIZE * tile.width} bytes, not {len(content)}")


def _hashes(content: bytes) -> tuple[bytes, ...]:
    return tuple([content[at : at + HASH_SIZE] for at in range(0, len(content), HASH_SIZE)])


def nodes_in(fetch: Callable[[Tile], bytes], size: int) -> Nodes:
    """The perfect subtrees of a tree, read from its tiles; nothing is authenticated here.

    A tile is fetched and hashed once, and some hundreds are kept: many proofs of one tree share them.
    """

    @lru_cache(TILES_KEPT)
    def within(tile: Tile) -> Nodes:
        content = fetch(tile)
        _must_fit(tile, content)
        return _nodes_over(content)

    def node(level: int, index: int) -> bytes:
        height, rows_below = divmod(level, HEIGHT)
        first = index << rows_below
        tile = tile_at(height, first // WIDTH, size)
        return within(tile)(rows_below, first % WIDTH >> rows_below)

    return node


@lru_cache(HASHED_KEPT)  # from tick to tick most tiles of the edge hold the same bytes
def _nodes_over(content: bytes) -> Nodes:
    return nodes_of(_hashes(content))


def unauthenticated(tiles: Mapping[Tile, bytes], size: int, root: bytes) -> tuple[Tile, ...]:
    """The tiles of this collection that the root does not vouch for.

    The tiles on the right edge must add up to the root; every full tile must hash to its place in the
    tile above. A tile whose chain to the root is broken or missing counts as unauthenticated.
    """
    rows = {
        tile: content
        for tile, content in tiles.items()
        if len(content) == HASH_SIZE * tile.width and _belongs(tile, size)
    }
    edge_holds = all(tile in rows for tile in _edge(size)) and (
        compact(size, nodes_in(rows.__getitem__, size)).root() == root
    )
    trusted: set[Tile] = set()
    for tile in sorted(rows, reverse=True):
        if tile.width < WIDTH:
            holds = edge_holds
        else:
            above = tile_at(tile.level + 1, tile.index // WIDTH, size)
            at = HASH_SIZE * (tile.index % WIDTH)
            holds = above in trusted and (
                rows[above][at : at + HASH_SIZE] == root_of(hashes_in(tile, rows[tile]))
            )
        if holds:
            trusted.add(tile)
    return tuple(sorted(set(tiles) - trusted))


def _belongs(tile: Tile, size: int) -> bool:
    """Whether a tree of ``size`` leaves has this tile."""
    before = WIDTH * tile.index
    return before < size >> HEIGHT * tile.level and tile == tile_at(tile.level, tile.index, size)


def _edge(size: int) -> Iterator[Tile]:
    """The tiles of a tree that are not full: the last of a level, if any."""
    level = 0
    while hashes := size >> HEIGHT * level:
        if hashes % WIDTH:
            yield tile_at(level, hashes // WIDTH, size)
        level += 1


def encode_entries(entries: Sequence[bytes]) -> bytes:
    """A bundle: each entry after its length in two bytes."""
    if any(len(entry) > LONGEST_ENTRY for entry in entries):
        raise ValueError(f"an entry has at most {LONGEST_ENTRY} bytes; log a commitment instead")
    return b"".join(len(entry).to_bytes(LENGTH_SIZE, "big") + entry for entry in entries)


def parse_entries(bundle: bytes, width: int) -> tuple[bytes, ...]:
    """The entries of a bundle, which must be exactly ``width``."""
    entries, at = [], 0
    while at < len(bundle):
        start = at + LENGTH_SIZE
        at = start + int.from_bytes(bundle[at:start], "big")
        entries.append(bundle[start:at])
    if at != len(bundle) or len(entries) != width:
        raise Malformed(f"the bundle does not hold {width} whole entries")
    return tuple(entries)


def entries_match(entries: Iterable[bytes], tile: Tile, content: bytes) -> bool:
    """Whether these are the entries under a tile of level 0."""
    return tuple(map(leaf_hash, entries)) == hashes_in(tile, content)


def beginning_of(path: str, content: bytes, width: int) -> bytes:
    """The narrower version of a full tile or bundle, whose file may be gone; ``ValueError`` for no width."""
    if not 0 < width < WIDTH:
        raise ValueError(width)
    if path.startswith("tile/entries/"):
        return encode_entries(parse_entries(content, WIDTH)[:width])
    return content[: HASH_SIZE * width]
