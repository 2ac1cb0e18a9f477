"""Tiles: their paths, a round trip of whole logs, and what a root does not vouch for."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.ledger import tree
from daylight.core.ledger.note import Malformed
from daylight.core.ledger.tiles import (
    Tile,
    encode_entries,
    entries_match,
    entries_path,
    filled_tiles,
    grown_content,
    hashes_in,
    missing,
    new_tiles,
    nodes_in,
    parse_entries,
    tile_at,
    tile_content,
    tile_path,
    tiles_of,
    unauthenticated,
)


@cache
def nodes_up_to(size: int) -> tree.Nodes:
    return tree.nodes_of([tree.leaf_hash(n.to_bytes(4, "big")) for n in range(size)])


def log_of(size: int) -> tuple[tree.Nodes, dict[Tile, bytes]]:
    """A log of this size; the nodes of a longer one are its own as well."""
    nodes = nodes_up_to(1500 if size <= 1500 else 70_000)
    return nodes, {tile: tile_content(tile, nodes) for tile in tiles_of(size)}


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((0, 0), "tile/0/000"),
        ((0, 0, 255), "tile/0/000.p/255"),
        ((1, 0, 1), "tile/1/000.p/1"),
        ((15, 455667), "tile/15/x455/667"),
        ((3, 999), "tile/3/999"),
        ((3, 1000), "tile/3/x001/000"),
        ((0, 1234067), "tile/0/x001/x234/067"),
        ((0, 1234067, 9), "tile/0/x001/x234/067.p/9"),
        ((63, 123456789000), "tile/63/x123/x456/x789/000"),
    ],
)
def test_path_of_a_tile(place: tuple[int, ...], path: str) -> None:
    assert tile_path(*place) == path


def test_path_of_entries() -> None:
    assert entries_path(1234067) == "tile/entries/x001/x234/067"
    assert entries_path(0, 12) == "tile/entries/000.p/12"


@pytest.mark.parametrize("place", [(-1, 0), (64, 0), (0, -1), (0, 0, 0), (0, 0, 257)])
def test_place_where_no_tile_can_be_is_refused(place: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        Tile(*place)


def test_tiles_of_seventy_thousand_leaves() -> None:
    assert tiles_of(70_000) == (
        *(Tile(0, index) for index in range(273)),
        Tile(0, 273, 112),
        Tile(1, 0),
        Tile(1, 1, 17),
        Tile(2, 0, 1),
    )


def test_empty_log_has_no_tiles() -> None:
    assert tiles_of(0) == ()
    with pytest.raises(ValueError):
        tile_at(0, 0, 0)


@given(st.integers(0, 200_000), st.integers(0, 200_000))
@settings(max_examples=50, deadline=None)
def test_new_tiles_are_those_the_old_tree_lacked(one: int, other: int) -> None:
    old, new = sorted((one, other))
    assert tuple(new_tiles(old, new)) == missing(tiles_of(old), new)


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_793])
def test_log_read_back_from_its_tiles_is_the_same_tree(size: int) -> None:
    nodes, tiles = log_of(size)
    read = nodes_in(tiles.__getitem__, size)
    root = tree.compact(size, nodes).root()
    assert tree.compact(size, read).root() == root
    assert unauthenticated(tiles, size, root) == ()
    for index in (0, size // 2, size - 1):
        assert tree.inclusion_proof(index, size, read) == tree.inclusion_proof(index, size, nodes)
        old = index + 1
        assert tree.consistency_proof(old, size, read) == tree.consistency_proof(old, size, nodes)


@given(st.one_of(st.integers(1, 1500), st.integers(1, 70_000)))
@settings(max_examples=12, deadline=None)
def test_log_of_any_size_is_vouched_for_by_its_root_alone(size: int) -> None:
    nodes, tiles = log_of(size)
    assert unauthenticated(tiles, size, tree.compact(size, nodes).root()) == ()
    assert set(unauthenticated(tiles, size, b"x" * 32)) == set(tiles)


NODES, TILES = log_of(1000)
ROOT = tree.compact(1000, NODES).root()


@pytest.mark.parametrize(
    ("tile", "spoilt"),
    [
        (Tile(0, 1), {Tile(0, 1)}),
        (Tile(0, 3, 232), set(TILES)),
        (Tile(1, 0, 3), set(TILES)),
    ],
    ids=["full tile", "right edge", "tile above"],
)
def test_altered_tile_and_all_that_hangs_on_it_is_named(tile: Tile, spoilt: set[Tile]) -> None:
    for at in (0, len(TILES[tile]) - 1):
        altered = bytearray(TILES[tile])
        altered[at] ^= 1
        assert set(unauthenticated({**TILES, tile: bytes(altered)}, 1000, ROOT)) == spoilt


def test_tile_of_the_wrong_length_or_of_another_tree_is_named() -> None:
    assert unauthenticated({**TILES, Tile(0, 2): TILES[Tile(0, 2)][:-1]}, 1000, ROOT) == (Tile(0, 2),)
    older = Tile(0, 3, 5)
    assert unauthenticated({**TILES, older: TILES[Tile(0, 3, 232)][:160]}, 1000, ROOT) == (older,)


def test_missing_tile_is_named() -> None:
    assert missing(set(TILES) - {Tile(0, 2)}, 1000) == (Tile(0, 2),)


def test_content_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(Malformed):
        hashes_in(Tile(0, 0, 2), bytes(63))


@given(st.lists(st.binary(max_size=70), min_size=1, max_size=20))
def test_entries_are_read_as_they_were_bundled(entries: list[bytes]) -> None:
    assert parse_entries(encode_entries(entries), len(entries)) == tuple(entries)


def test_longest_entry_fits_and_one_byte_more_does_not() -> None:
    assert parse_entries(encode_entries([bytes(65_535)]), 1) == (bytes(65_535),)
    with pytest.raises(ValueError):
        encode_entries([bytes(65_536)])


@pytest.mark.parametrize("bundle", [b"", b"\0", b"\0\5four", b"\0\0\0\0", b"\0\1a\0"])
def test_bundle_that_is_not_whole_is_refused(bundle: bytes) -> None:
    with pytest.raises(Malformed):
        parse_entries(bundle, 1)


def test_entries_match_their_tile() -> None:
    entries = [n.to_bytes(4, "big") for n in range(256)]
    assert entries_match(entries, Tile(0, 0), TILES[Tile(0, 0)]) is True
    assert entries_match([*entries[:-1], b"other"], Tile(0, 0), TILES[Tile(0, 0)]) is False


@pytest.mark.parametrize(("old", "new"), [(0, 255), (0, 256), (255, 257), (300, 700), (65_000, 66_000)])
def test_the_tiles_that_a_tree_has_filled_are_those_that_will_not_change(old: int, new: int) -> None:
    filled = set(filled_tiles(old, new))
    assert filled <= {tile for tile in tiles_of(new) if tile.width == 256}
    assert {tile for tile in new_tiles(old, new) if tile.width == 256} <= filled
    assert len(filled) <= len(list(new_tiles(old, new))) + 2


@pytest.mark.parametrize(("old", "new"), [(0, 64), (64, 128), (1, 255), (192, 256), (255, 600), (256, 1500)])
def test_a_tile_grows_from_what_it_held_and_the_hashes_that_are_new(old: int, new: int) -> None:
    (nodes, grown), (_, before) = log_of(new), log_of(old)
    asked = []

    def noted(level: int, index: int) -> bytes:
        asked.append((level, index))
        return nodes(level, index)

    for tile in new_tiles(old, new):
        assert grown_content(tile, old, before.__getitem__, noted) == grown[tile]
    assert all(index >= old >> level for level, index in asked)


def test_a_tile_that_held_another_number_of_bytes_does_not_grow() -> None:
    nodes, _ = log_of(9)
    with pytest.raises(Malformed):
        grown_content(Tile(0, 0, 9), 4, lambda _: b"x" * 127, nodes)
