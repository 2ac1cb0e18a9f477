"""No mark is left that a text or a bank at hand settles: the list of what was looked up, row by row."""

import csv

from daylight.core.rulebook.check import check
from daylight.core.rulebook.roles import ROLES
from daylight.store.countries import country_folder, load_rulebook
from shared import SHARED, needs_shared

BOOK = load_rulebook(country_folder("daylight_cn"))
LIST = SHARED / "reference" / "law-marks.csv"
#: What was corrected from memory stays marked: no text and no bank says it.
REMEMBERED = {
    "procurement.threshold.dispersed.goods_services from 2020-01-01",
    "procurement.threshold.open_tender.goods_services from 2020-01-01",
    "provision cn-mof-order-87#86",
}


def marks():
    return {(one.code, one.subject) for one in check(BOOK, tuple(ROLES)) if not one.fault}


@needs_shared
def test_whatever_a_text_or_a_bank_settles_is_marked_no_more():
    rows = list(csv.DictReader(LIST.open(encoding="utf-8")))
    found = marks()
    left = {row["item id"] for row in rows if (row["mark"].split()[0], row["item id"]) in found}
    assert len(rows) == 53
    assert left <= REMEMBERED


def test_what_was_looked_for_and_is_not_there_is_said_and_not_marked():
    assert [one.role for one in BOOK.silences] == ["award.standstill"]
    assert ("role.empty", "award.standstill") not in marks()
    assert "award.standstill" not in BOOK.provisions_by_role
