"""The list of purchases: search, filters, pages, and what it says when there is nothing."""

import json
import re
from functools import partial

from django.db import connection
from django.test.utils import CaptureQueriesContext

from daylight.office.ports import Published
from daylight.store import board, lists
from sites.reading import read, tell
from store.test_board import row_of


def listed(count):
    for place in range(1, count + 1):
        row = row_of(place, f"采购第{place}号", f"Purchase number {place}", "", territory="CN-37")
        page = json.dumps({"row": {**row, "ocid": f"ocds-xxxxxx-{place:03d}"}}).encode()
        board.publish(
            Published(f"case-{place}", f"ocds-xxxxxx-{place:03d}", b"{}", page),
            kind="PublishIntention",
            at_ms=place,
        )


def titles(answer):
    return [one for one in read(answer).text if one.startswith(("采购第", "Purchase number"))]


def test_an_empty_portal_says_what_will_stand_there(portal):
    assert "尚无公开的项目" in "".join(read(portal.get("/zh/")).text)


def test_a_search_that_finds_nothing_says_so_and_offers_a_way_back(portal):
    listed(1)
    answer = portal.get("/en/?q=nothing-of-this")
    assert "Nothing matches" in "".join(read(answer).text)
    assert "/en/" in read(answer).links


def test_a_purchase_is_found_by_supplier_and_read_in_one_line(portal):
    tell("full")
    text = re.sub(r"\s+", " ", " ".join(read(portal.get("/en/?q=乙 Ltd")).text))
    line = "Purchase of a CT scanner Qingchuan First People's Hospital Budget 3,200,000.00 CNY Bids until"
    assert text.count(f"{line} Thu 7 May 2026, 09:00 Contract published") == 1


def test_stage_and_place_narrow(portal):
    tell("full")
    for asked, found in (
        ("stage=contracting", 1),
        ("stage=planning", 0),
        ("place=CN", 1),
        ("place=CN-37", 1),
        ("place=CN-31", 0),
        ("stage=unknown", 1),
    ):
        assert (asked, len(read(portal.get(f"/zh/?{asked}")).all("h2")) - (not found)) == (asked, found)


def test_pages_follow_one_another_and_keep_the_question(portal):
    listed(45)
    pages = [portal.get(f"/zh/?q=%E9%87%87%E8%B4%AD&page={page}") for page in (1, 2, 3)]
    shown = [title for answer in pages for title in titles(answer)]
    assert len(shown) == len(set(shown)) == 45
    assert [one for one in read(pages[1]).links if one.startswith("?")] == [
        "?q=%E9%87%87%E8%B4%AD",
        "?q=%E9%87%87%E8%B4%AD&page=3",
    ]


def test_where_there_are_too_many_to_count_pages_lead_to_one_another_and_to_both_ends(portal, monkeypatch):
    listed(65)
    monkeypatch.setattr(lists, "notices", partial(lists.notices, counted=30))
    first = portal.get("/en/?stage=planning")
    assert "More than 200 purchases, the latest first" in "".join(read(first).text)
    shown, address = [], "?stage=planning"
    for _ in range(4):
        answer = portal.get(f"/en/{address}")
        shown += titles(answer)
        onwards = dict(zip(words(answer), pages_of(answer), strict=True))
        address = onwards.get("Next", "")
    assert shown == [f"Purchase number {place}" for place in range(65, 0, -1)]
    assert list(onwards) == ["First page", "Previous"]
    last = portal.get(f"/en/{pages_of(first)[-1]}")
    assert titles(last) == [f"Purchase number {place}" for place in range(20, 0, -1)]
    assert onwards["First page"] == "?stage=planning"


def pages_of(answer):
    return [one for one in read(answer).links if one.startswith("?")]


def words(answer):
    return [one for one in read(answer).text if one in ("First page", "Previous", "Next", "Last page")]


def test_a_strange_page_number_is_the_nearest_page(portal):
    listed(25)
    assert [len(titles(portal.get(f"/zh/?page={page}"))) for page in ("0", "x", "99", "9" * 30, "²")] == [
        20,
        20,
        5,
        20,
        20,
    ]


def test_the_list_asks_as_little_for_many_as_for_one(portal):
    counts = []
    for count in (1, 20):
        board.models.CaseRow.objects.all().delete()
        board.models.Publication.objects.all().delete()
        listed(count)
        with CaptureQueriesContext(connection) as asked:
            portal.get("/zh/")
        counts.append(len(asked))
    assert counts == [3, 3]
