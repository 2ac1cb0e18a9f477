"""The board on whichever database the process has; ``test_postgresql.py`` runs it on the other one."""

import json

import pytest

import scripts
from daylight.core.disclosure.packages import feed_page
from daylight.core.disclosure.writing import json_bytes
from daylight.office.ports import Published
from daylight.store import board, lists, models
from daylight.store.journal import DatabaseJournal
from daylight.store.search import folded
from played import TWO_LOTS
from world import found

ROWS = (
    ("医院电梯采购", "Lifts for a hospital", "晟睿恒电梯有限公司\nABC-2000"),
    ("中小学校服", "School uniforms", "ＡＢＣ制衣"),
    ("市政道路保洁服务", "Street cleaning", "纸\n100% 环保_绿色"),
    ("信息系统运维", "Running of systems", "深圳 信息技术"),
)


@pytest.fixture
def kept(database):
    journal = DatabaseJournal()
    world = found(journal=journal)
    yield world
    journal.close()


def row_of(place, title_zh, title_en, more, *, territory="XX-37"):
    return {
        "ocid": f"ocds-xxxxxx-{place}",
        "title_zh": title_zh,
        "title_en": title_en,
        "purchaser_zh": "某院",
        "purchaser_en": "A hospital",
        "territory": territory,
        "stage": "planning",
        "budget_minor": 1,
        "currency": "CNY",
        "deadline_ms": None,
        "updated_ms": place,
        "words": "\n".join((title_zh, title_en, more)),
    }


def tell(place, page, *, kind, at_ms):
    board.publish(Published(f"case-{place}", f"ocds-xxxxxx-{place}", b"{}", page), kind=kind, at_ms=at_ms)


@pytest.fixture
def listed(database):
    """Four cases with awkward words."""
    for place, words in enumerate(ROWS, 1):
        page = json.dumps({"row": row_of(place, *words, territory=f"XX-{place}")}).encode()
        tell(place, page, kind="PublishIntention", at_ms=place)


QUERIES = (
    *(
        "医院",
        "电梯",
        "纸",
        "晟睿恒",
        "服务",
        "信息 深圳",
        "信息系统 深圳",
        "采购 电梯",
        "院电",
        "电梯采",
        "不存在",
    ),
    *("abc", "ABC-2", "ａｂｃ", "HOSPITAL", "-2000", "s of", "OR"),
    *("100%", "保_绿", "%", "_", "'", '"', "*"),
)


@pytest.mark.parametrize("query", QUERIES)
def test_search_gives_exactly_what_a_scan_for_substrings_gives(listed, query):
    terms = folded(query).split()
    scan = [place for place, words in enumerate(ROWS, 1) if all(t in folded("\n".join(words)) for t in terms)]
    assert sorted(row.place for row in lists.notices(query).rows) == scan


def test_a_row_is_found_by_its_new_words_and_no_longer_by_its_old_ones(listed):
    page = json.dumps({"row": row_of(1, "医院扶梯采购", "Escalators", "")}).encode()
    tell(1, page, kind="IssueSolicitation", at_ms=9)
    assert [row.place for row in lists.notices("扶梯").rows] == [1]
    assert lists.notices("电梯").rows == ()
    assert lists.notices().total == 4


def test_lists_are_paged_the_latest_first_and_narrowed_by_territory_and_stage(listed):
    assert [row.place for row in lists.notices(size=3).rows] == [4, 3, 2]
    last = lists.notices(size=3, page=9)
    assert ([row.place for row in last.rows], last.page, last.pages, last.total) == ([1], 2, 2, 4)
    assert [row.place for row in lists.notices(territory="XX-2").rows] == [2]
    assert lists.notices(territory="XX").total == 4
    assert lists.notices(stage="award").total == 0


def test_a_case_is_published_with_its_acts_and_every_reading_agrees(kept):
    scripts.to_contract(kept, TWO_LOTS)
    sequence = list(models.Publication.objects.order_by("seq").values_list("seq", flat=True))
    assert sequence == list(range(1, 11))
    (row,) = lists.notices("输液泵").rows
    page = board.case_page(row.ocid)
    kinds = [notice.kind for notice in page.notices]
    assert kinds[-4:] == ["OpenBids", "PublishAward", "PublishContract", "FailLot"]
    releases = board.releases(row.ocid)
    assert len(releases) == len(page.notices) == 10
    assert [json_bytes(release) for release in releases] == [
        bytes(one) for one in models.Publication.objects.order_by("seq").values_list("release", flat=True)
    ]
    assert board.release(row.ocid, releases[3]["id"]) == json_bytes(releases[3])
    assert board.case_page("ocds-xxxxxx-none") is None


def test_the_feed_gives_every_release_once_in_order(kept):
    scripts.to_contract(kept, TWO_LOTS)
    after, seen = 0, []
    while True:
        page = feed_page(board.feed(after, 4), after=after, most=4, address=str)
        seen += [release["id"] for release in page.releases]
        if not page.releases:
            break
        after = int(page.next)
    assert seen == [release["id"] for release in board.releases(lists.notices().rows[0].ocid)]


def test_a_long_title_is_listed_by_its_beginning(database):
    page = json.dumps({"row": row_of(1, "长" * 1000, "long " * 1000, "")}).encode()
    tell(1, page, kind="PublishIntention", at_ms=1)
    row = models.CaseRow.objects.get()
    assert (row.title_zh, row.title_en) == ("长" * 400, "long " * 80)
