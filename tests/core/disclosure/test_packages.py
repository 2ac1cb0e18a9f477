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
        numbered = [row for row in table if row[0] > after][:most]
        page = feed_page(numbered, after=after, most=most, address=str)
        seen, pages = [*seen, *page.releases], pages + 1
        if not page.releases:
            assert page.next == str(after)
            return seen, pages
        after = int(page.next)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 2), (3, 2), (4, 3), (6, 3), (7, 4)])
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


def test_every_page_says_where_to_go_on_also_when_nothing_follows_yet():
    for numbered, after, following in (([(1, "a"), (2, "b")], 0, 1), ([(2, "b")], 1, 2), ([], 2, 2)):
        page = feed_page(numbered, after=after, most=1, address=lambda seq: f"/feed?after={seq}")
        assert with_links({}, page) == {"links": {"next": f"/feed?after={following}"}}
