"""Nothing twice: not by importing again, not from two files, not by two tellings that differ in detail."""

from dataclasses import replace

import pytest

from daylight.imports.fault import ImportFault
from daylight.imports.keeping import intention_of, keep_all
from daylight.store.intentions import DatabaseShelf
from imports.lists import ITEMS, OVERVIEW, items, overview, seen

NEED = "更换书架 120 组。"
WIDE = seen(ITEMS, items("1", "书架采购项目", NEED, "48.000000", "是", "2026年04月"), file="a.xlsx").confirm()
BRIEF = seen(
    OVERVIEW, overview("晴川市图书馆", "书架采购项目", "48.000000", "2026年04月"), file="b.xlsx"
).confirm()


def kept():
    return [intention_of(one) for one in DatabaseShelf().all()]


def counts(outcome):
    return len(outcome.added), len(outcome.completed), len(outcome.known)


def test_importing_again_adds_nothing(database):
    assert counts(keep_all(WIDE, DatabaseShelf())) == (1, 0, 0)
    assert counts(keep_all(WIDE, DatabaseShelf())) == (0, 0, 1)
    assert kept() == list(WIDE)


def test_the_same_item_from_two_files_is_kept_once_in_either_order(database):
    assert counts(keep_all((*WIDE, *BRIEF), DatabaseShelf())) == (1, 0, 1)
    assert counts(keep_all((*BRIEF, *WIDE), DatabaseShelf())) == (0, 0, 2)


def test_a_fuller_telling_completes_the_one_kept_under_the_same_identity(database):
    keep_all(BRIEF, DatabaseShelf())
    (before,) = DatabaseShelf().all()
    assert counts(keep_all(WIDE, DatabaseShelf())) == (0, 1, 0)
    (after,) = DatabaseShelf().all()
    assert after.identity == before.identity
    assert [(one.need, one.reserved_for_smes) for one in kept()] == [(NEED, True)]


def test_spelling_makes_no_other_item(database):
    (told,) = WIDE
    other = replace(told, buyer=" 晴川市 图书馆", need=NEED.replace(" ", "\n"), item="书架采购项目 ")
    assert counts(keep_all((told, other), DatabaseShelf())) == (1, 0, 1)


@pytest.mark.parametrize(
    "change", [{"need": "别的需求"}, {"month": "2026-05"}, {"amount": None}, {"buyer": "乙"}]
)
def test_another_content_is_another_item(database, change):
    (told,) = WIDE
    assert counts(keep_all((told, replace(told, **change)), DatabaseShelf())) == (2, 0, 0)


def test_a_failure_keeps_nothing(database):
    class Failing(DatabaseShelf):
        def keep(self, kept):
            super().keep(kept)
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        keep_all(WIDE, Failing())
    assert kept() == []


def test_an_unknown_proposal_is_told_not_ignored():
    with pytest.raises(ImportFault, match="There is no proposal 00"):
        seen(OVERVIEW).confirm(["00"])
