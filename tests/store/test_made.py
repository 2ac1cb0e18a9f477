"""What was made once is used while what it was made from stands, whole, and in so much room."""

import pytest

from daylight.store import made
from daylight.store.made import MadeOnce


@pytest.fixture
def shelf(tmp_path):
    return MadeOnce(tmp_path / "made")


def only(tmp_path):
    (place,) = (tmp_path / "made").iterdir()
    return place


def test_what_is_kept_is_found_while_what_it_was_made_from_stands(shelf):
    assert shelf.get("a", b"1") is None
    shelf.keep("a", b"1", b"content")
    assert (shelf.get("a", b"1"), shelf.get("a", b"2"), shelf.get("b", b"1")) == (b"content", None, None)
    shelf.keep("a", b"2", b"newer")
    assert (shelf.get("a", b"1"), shelf.get("a", b"2")) == (None, b"newer")


@pytest.mark.parametrize(
    "harm", [lambda kept: kept[:-1], lambda kept: kept[:40] + b"?" + kept[41:], lambda _: b""]
)
def test_what_was_damaged_is_made_again(shelf, tmp_path, harm):
    shelf.keep("a", b"1", b"content of some length")
    only(tmp_path).write_bytes(harm(only(tmp_path).read_bytes()))
    assert shelf.get("a", b"1") is None


def test_what_was_used_least_lately_makes_room(tmp_path):
    shelf = MadeOnce(tmp_path / "made", most_bytes=3 * 132)
    for number in range(3):
        shelf.keep(str(number), b"", bytes(100))
        past = 1_000_000 + number
        made.os.utime(shelf._place(str(number)), (past, past))
    assert shelf.get("0", b"")
    shelf.keep("3", b"", bytes(100))
    assert [bool(shelf.get(str(number), b"")) for number in range(4)] == [True, False, True, True]


def test_what_is_too_large_is_not_kept(shelf, tmp_path):
    shelf.keep("a", b"", bytes(made.LARGEST + 1))
    assert shelf.get("a", b"") is None


def test_a_home_that_takes_nothing_more_is_no_fault(tmp_path):
    (tmp_path / "made").write_bytes(b"a file where the folder would be")
    shelf = MadeOnce(tmp_path / "made")
    shelf.keep("a", b"", b"content")
    assert shelf.get("a", b"") is None
