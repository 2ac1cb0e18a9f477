"""Lists by key: the same rows in the same order as lists by number, and as few read for many as for few."""

import json

import pytest
from django.db import connection

from daylight.office.ports import Published
from daylight.store import board, lists
from store.test_board import row_of

COUNT, SIZE = 53, 5
QUESTIONS = (
    {},
    {"search": "采购"},
    {"search": "采购 7"},
    {"stage": "tender"},
    {"territory": "XX"},
    {"territory": "XX-1"},
    {"search": "纸", "stage": "tender", "territory": "XX-1"},
)


@pytest.fixture
def cases(database):
    """Cases of two stages and three territories, some updated at the same moment, in no order of place."""
    for place in range(1, COUNT + 1):
        row = row_of(place, f"采购 {place}", "Paper", "纸" * (place % 3 > 0), territory=f"XX-{place % 3}")
        row |= {"updated_ms": 100 + place * 7 % 23, "stage": "tender" if place % 2 else "planning"}
        page = json.dumps({"row": row}).encode()
        told = Published(f"case-{place}", f"ocds-xxxxxx-{place}", b"{}", page)
        board.publish(told, kind="PublishIntention", at_ms=place)


def by_number(**asked):
    pages = [lists.notices(**asked, size=SIZE, page=number) for number in range(1, COUNT)]
    return [row.place for page in pages[: pages[0].pages] for row in page.rows]


def forward(**asked):
    page = lists.notices(**asked, size=SIZE, counted=1)
    yield page
    while page.older:
        page = lists.notices(**asked, size=SIZE, counted=1, older=page.older)
        yield page


@pytest.mark.parametrize("asked", QUESTIONS)
def test_pages_by_key_hold_the_same_rows_in_the_same_order_as_pages_by_number(cases, asked):
    expected, pages = by_number(**asked), list(forward(**asked))
    assert len(expected) > SIZE or asked == {"search": "采购 7"}
    assert [row.place for page in pages for row in page.rows] == expected
    assert pages[0].newer is None
    assert all(page.many for page in pages)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_who_goes_back_page_by_page_meets_the_same_rows_and_ends_at_the_first_page(cases, asked):
    expected = by_number(**asked)
    page = lists.notices(**asked, size=SIZE, counted=1, newer=lists.OLDEST)
    shown = [row.place for row in page.rows]
    assert (shown, page.older) == (expected[-SIZE:], None)
    while page.newer:
        before, page = page, lists.notices(**asked, size=SIZE, counted=1, newer=page.newer)
        shown = [row.place for row in page.rows if row not in before.rows] + shown
    assert list(dict.fromkeys(shown)) == expected
    assert page == lists.notices(**asked, size=SIZE, counted=1)


def test_what_is_few_is_counted_to_the_last(cases):
    page = lists.notices(counted=COUNT)
    assert (page.total, page.pages, page.many) == (COUNT, 3, False)
    assert lists.notices(counted=COUNT - 1).many
    assert lists.notices("采购 7", counted=5).total == 5


def test_a_key_is_two_numbers_and_nothing_else_is_one():
    assert str(lists.read_key("12-3")) == "12-3"
    for strange in ("", "1", "1-", "-1", "1-2-3", "x-1", "²-1", "9" * 16 + "-1", "1 -2"):
        assert lists.read_key(strange) is None


def test_places_with_a_case_are_all_named_in_order(cases):
    assert lists.territories() == ("XX-0", "XX-1", "XX-2")
    lists.models.CaseRow.objects.all().delete()
    assert lists.territories() == ()


@pytest.mark.parametrize("asked", [{}, {"search": "采购"}, {"stage": "tender"}, {"territory": "XX"}])
def test_of_many_the_rows_of_one_page_are_read_in_their_order_and_no_more(cases, asked, monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("the plan is read as SQLite tells it")
    with_plan = []
    connection.execute_wrappers.append(
        lambda run, sql, values, many, context: (
            with_plan.append((sql, values)) or run(sql, values, many, context)
        )
    )
    try:
        lists.notices(**asked, size=SIZE, counted=1, older=lists.Key(110, 5))
    finally:
        connection.execute_wrappers.pop()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {with_plan[-1][0]}", with_plan[-1][1])
        plan = " ".join(row[3] for row in cursor.fetchall())
    assert "case_by_" in plan
    assert "TEMP B-TREE" not in plan
