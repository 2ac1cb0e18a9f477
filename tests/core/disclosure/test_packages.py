import pytest

from daylight.core.disclosure.packages import (
    Publisher,
    feed_page,
    record_package,
    release_package,
    with_links,
)
from daylight.core.values.instant import instant_of

AT = instant_of("2026-11-23T10:00:00+08:00")
TOWN = Publisher(
    "Town", "https://town.example", "https://town.example/licence", "https://town.example/policy"
)


def walk(count: int, most: int):
    """Every release a reader gets who follows the links."""
    table, seen, after, pages = [(seq, f"r{seq}") for seq in range(1, count + 1)], [], 0, 0
    while True:
        numbered = [row for row in table if row[0] > after][: most + 1]
        page = feed_page(numbered, most=most, address=str)
        seen, pages = [*seen, *page.releases], pages + 1
        if not page.next:
            return seen, pages
        after = int(page.next)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_a_reader_who_follows_the_links_gets_every_release_once(count, pages):
    assert walk(count, 3) == ([f"r{seq}" for seq in range(1, count + 1)], pages)


def test_a_package_says_who_publishes_it_when_and_under_which_licence():
    head = {
        "uri": "https://town.example/p/1",
        "version": "1.1",
        "publishedDate": "2026-11-23T10:00:00+08:00",
        "publisher": {"name": "Town", "uri": "https://town.example"},
        "license": "https://town.example/licence",
        "publicationPolicy": "https://town.example/policy",
    }
    asked = {"uri": "https://town.example/p/1", "publisher": TOWN, "at": AT}
    assert release_package([{"id": "1"}], **asked) == head | {"releases": [{"id": "1"}]}
    assert record_package([], **asked) == head | {"records": []}


def test_links_are_there_only_where_more_follows():
    page = feed_page([(1, "a"), (2, "b")], most=1, address=lambda seq: f"/feed?after={seq}")
    assert with_links({}, page) == {"links": {"next": "/feed?after=1"}}
    assert with_links({}, feed_page([(1, "a")], most=1, address=str)) == {}
